import type { GroundWords } from '../words.ts'

export const dmca = {
  title: 'American copyright law: 17 U.S.C. 512',
  gives: 'Whoever holds the rights in a picture can have it taken down. A selfie belongs to the one who took it.',
  exposes:
    'Your name and contact often go to the one who posted it, and may be published, for example by Lumen. Another law, or an organisation in its own name, shows less.',
  because: 'It comes last, because it often shows your name and contact to the one who posted it.',
  rule: 'This law names no number of hours or days. It says: expeditiously.',
  questions: {
    'dmca.signature': 'What is your full name? It goes under the letter as your signature, and others may read it.',
    'dmca.signature.minor': 'Which adult signs for you? Others may read that name. Leave your own name out.',
    'dmca.signature.parent': 'What is your full name? Others may read it. Leave the name of your child out.',
    'dmca.signature.agent': 'What is the full name of the one who signs? Others may read it.',
    'dmca.contact': 'How can they reach you? This law asks for it, and the one who posted it may read it.',
    'dmca.contact.minor': 'How can they reach the adult who signs? The one who posted it may read it.',
    'dmca.contact.parent': 'How can they reach you? The one who posted it may read it.',
    'dmca.contact.agent': 'How can they reach the one who signs? The one who posted it may read it.',
    'dmca.owner': 'Did you take the picture yourself, or do you hold its rights? Without that this law cannot be used.',
    'dmca.owner.minor':
      'Is it certain that you, or the adult who signs, hold the rights in the picture? Without that this law cannot be used.',
    'dmca.owner.agent': 'Does the person for whom you act hold the rights in the picture?',
    'dmca.owner.parent': 'Does your child, or do you, hold the rights in the picture?',
    'dmca.exposure':
      'The name and contact in this letter may go to the one who posted it, and may be published. Do you accept that?',
    'dmca.exposure.parent':
      'The name and contact in this letter may go to the one who posted it, and may be published. Do you accept that?',
    'dmca.exposure.agent':
      'The name and contact in this letter may go to the one who posted it, and may be published. Do you accept that?',
    'dmca.exposure.minor':
      'The name and contact in this letter may go to the one who posted it, and may be published. Do you accept that?',
    'dmca.accuracy': 'Is what this letter says right? It says so under penalty of perjury: a false oath is punishable.',
    'dmca.accuracy.parent':
      'Is what this letter says right? It says so under penalty of perjury: a false oath is punishable.',
    'dmca.accuracy.agent':
      'Is what this letter says right? It says so under penalty of perjury: a false oath is punishable.',
    'dmca.accuracy.minor':
      'Is what this letter says right? The adult who signs says so under penalty of perjury: a false oath is punishable.',
  },
  gaps: {
    'dmca.signature': 'your name',
    'dmca.signature.minor': 'name of the adult who signs',
    'dmca.signature.parent': 'your name',
    'dmca.signature.agent': 'name of the one who signs',
    'dmca.contact': 'your address, telephone number and email address',
    'dmca.contact.minor': 'address, telephone number and email address of the adult who signs',
    'dmca.contact.parent': 'your address, telephone number and email address',
    'dmca.contact.agent': 'address, telephone number and email address of the one who signs',
    'dmca.owner': 'to be confirmed: who holds the rights in the picture',
    'dmca.exposure': 'to be confirmed: that this letter may be passed on and published',
    'dmca.accuracy': 'to be confirmed: the statement under penalty of perjury',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Remind them, or take another law',
      what: 'A short second letter. If it is put back after a counter-notice, 10 to 14 business days later, the other laws still stand.',
    },
  },
  letter: {
    subject: 'Notice of claimed infringement, 17 U.S.C. 512 (reference {reference})',
    title: 'Notice of claimed infringement',
    law: '17 U.S.C. 512(c)(3)',
    material: 'The material that is to be removed, or access to which is to be disabled:',
    work: 'The copyrighted work is the photograph or video itself that can be seen there. It is private, so no copy is enclosed.',
    owner: 'I made this work, or I hold the exclusive rights in it.',
    'owner.agent': 'The person for whom I act made this work, or holds the exclusive rights in it.',
    'owner.minor': 'The person for whom I act holds the exclusive rights in this work, or I hold them.',
    'owner.minor.agent': 'The person for whom I act made this work, or holds the exclusive rights in it.',
    remove: 'Please remove this material, or disable access to it, expeditiously.',
    receipt: 'Please confirm receipt, and tell me when it is removed.',
    goodFaith:
      'I have a good faith belief that the use of the material in this manner is not authorized by the copyright owner, its agent, or the law.',
    accuracy:
      'The information in this notice is accurate. Under penalty of perjury, I am the owner of an exclusive right that is allegedly infringed, or I am authorized to act on behalf of the owner.',
    exposure: 'I know that this notice may be passed on. Please do not publish my name and contact.',
    contact: 'Contact: {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Second letter on a notice of claimed infringement (reference {reference})',
    'reminder.title': 'Second letter on a notice of claimed infringement',
    'reminder.law': '17 U.S.C. 512(c)(3)',
    'reminder.still': 'The material can still be seen.',
    'reminder.ask': 'Please remove it now, or tell me exactly what my notice lacks (512(c)(3)(B)).',
  },
} satisfies GroundWords
