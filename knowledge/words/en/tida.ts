import type { GroundWords } from '../words.ts'

export const tida = {
  title: 'American law: TAKE IT DOWN Act',
  gives: 'They must take it down within 48 hours, and try to find and remove known identical copies.',
  exposes:
    'The site learns the name of the one who signs, and how to reach that person. For a picture made before 18, that is a parent, a guardian or another adult. The letter then does not name the person shown.',
  because: 'It sets a short time, 48 hours, and can be used together with the other laws.',
  rule: 'This law gives 48 hours from the moment they receive a valid request, nights and weekends included.',
  questions: {
    'tida.signature':
      'What is your full name? It goes under the letter as your signature. The site you write to will read it.',
    'tida.signature.minor': 'Which adult signs for you? Write the full name of that adult. Leave your own name out.',
    'tida.signature.parent': 'What is your full name? You sign for your child. Leave the name of your child out.',
    'tida.signature.agent':
      'What is the full name of the one who signs? The site will read it. Leave out the name of the person shown.',
    'tida.contact': 'How can they reach you? An email address is enough.',
    'tida.contact.minor': 'How can they reach the adult who signs? An email address is enough.',
    'tida.contact.parent': 'How can they reach you? An email address is enough.',
    'tida.contact.agent': 'How can they reach the one who signs? An email address is enough.',
    'tida.authority.minor':
      'Who is that adult to you: a parent, a guardian, a lawyer, somebody else who may act for you?',
    'tida.authority.agent':
      'In what role do you act, for example as a lawyer or for an organisation? Leave out the name of the person shown.',
    'tida.digitalforgery':
      'Is it a real picture, or was it made or changed by a computer? This law covers both. You can leave this out.',
  },
  gaps: {
    'tida.digitalforgery': 'real or made by a computer',
    'tida.signature': 'your name',
    'tida.signature.minor': 'name of the adult who signs',
    'tida.signature.parent': 'your name',
    'tida.signature.agent': 'name of the one who signs',
    'tida.contact': 'your email address or telephone number',
    'tida.contact.minor': 'email or telephone of the adult who signs',
    'tida.contact.parent': 'your email address or telephone number',
    'tida.contact.agent': 'email or telephone of the one who signs',
    'tida.authority.minor': 'parent, guardian, lawyer or other authorized adult',
    'tida.authority.agent': 'lawyer, organisation or other authorized person',
  },
  choices: {
    'tida.digitalforgery:real': 'It is an authentic picture or video.',
    'tida.digitalforgery:made': 'It was made or altered by a computer (digital forgery).',
  },
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'The 48 hours are over. A short letter says so, with the number and the day of the first one.',
    },
    ftc: {
      title: 'Complain to the FTC, the American authority',
      what: 'The FTC watches over this law. Its form is free and open to everybody. It acts against firms and does not settle single cases.',
    },
  },
  letter: {
    subject: 'Removal request, TAKE IT DOWN Act (reference {reference})',
    title: 'Request for removal of an intimate visual depiction',
    law: 'TAKE IT DOWN Act, 47 U.S.C. 223a',
    what: 'It is an intimate visual depiction. It shows me.',
    'what.agent':
      'It is an intimate visual depiction. It shows an identifiable person for whom I am authorized to act, and whom I do not name.',
    'what.minor':
      'It is an intimate visual depiction of a person who was under 18 when it was made: child sexual abuse material. I act for the person shown, whom I do not name.',
    'what.minor.agent':
      'It is an intimate visual depiction of a person who was under 18 when it was made: child sexual abuse material. I act for the person shown, whom I do not name.',
    authority: 'I am authorized to act for the person shown. I act as: {answer}',
    'authority.parent': 'I am authorized to act for the person shown. I act as: parent or guardian',
    forgery: 'The Act covers authentic depictions and digital forgeries alike.',
    'forgery.kind': '{answer}',
    goodFaith: 'I believe in good faith that it was published without the consent of the person shown.',
    remove: 'Please remove it as soon as possible, and not later than 48 hours after receiving this request.',
    copies: 'Please also make reasonable efforts to find and remove known identical copies.',
    receipt: 'Please confirm receipt with a request number. If you refuse, please give your reasons.',
    contact: 'Contact: {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Second request, TAKE IT DOWN Act (reference {reference})',
    'reminder.title': 'The 48 hours have passed',
    'reminder.law': 'TAKE IT DOWN Act, 47 U.S.C. 223a',
    'reminder.late': 'The Act gives 48 hours from receipt of a valid request. The content can still be seen.',
    'reminder.ask': 'Please remove it now, with known identical copies, and confirm this with the request number.',
    'reminder.next': 'If anything is missing in my request, please tell me exactly what.',
    'ftc.subject': 'Complaint under the TAKE IT DOWN Act (reference {reference})',
    'ftc.title': 'A platform did not act on a valid removal request',
    'ftc.law': 'TAKE IT DOWN Act, 47 U.S.C. 223a',
    'ftc.what':
      'I asked a platform to remove an intimate visual depiction that was published without the consent of the person shown.',
    'ftc.ask': 'The content was not removed within 48 hours. Please look into how this platform handles such requests.',
    'ftc.privacy': 'Please keep my name and contact out of anything that is made public.',
    'ftc.name': 'Name: {answer}',
  },
} satisfies GroundWords
