import type { GroundWords } from '../words.ts'

export const hdca24 = {
  title: 'New Zealand law: Harmful Digital Communications Act, section 24',
  gives:
    'The host must tell the one who posted it within 48 hours. Without an answer within 48 hours more, it takes the content down.',
  exposes:
    'The host learns your name, telephone, address and email. The one who posted it learns that there is a complaint, and not who you are, unless you allow it.',
  because: 'It binds hosts of New Zealand, such as MEGA, but it asks for many details.',
  rule: 'This law gives the host 48 hours to pass the notice on. The one who posted it then has 48 hours more.',
  questions: {
    'hdca24.complainant':
      'Which name, telephone number, postal address and email address should the letter give? This law asks for all four.',
    'hdca24.complainant.minor':
      'Which adult complains for you? Write that adult’s name, telephone number, postal address and email address. Leave your own name out.',
    'hdca24.complainant.parent':
      'What are your name, telephone number, postal address and email address? This law asks for all four. Leave the name of your child out.',
    'hdca24.complainant.agent':
      'Which name, telephone number, postal address and email address should the letter give? Those of the organisation will do.',
    'hdca24.disclosure':
      'May the host tell the one who posted it who you are? Choose “no” if you are not sure. The law leaves this to you.',
    'hdca24.disclosure.parent':
      'May the host tell the one who posted it who you are? Choose “no” if you are not sure. The law leaves this to you.',
    'hdca24.disclosure.agent':
      'May the host tell the one who posted it who you are? Choose “no” if you are not sure. The law leaves this to you.',
    'hdca24.disclosure.minor':
      'May the host tell the one who posted it who complains? Choose “no” if you are not sure. The law leaves this to you.',
    'hdca24.agency':
      'Do you send this through Netsafe, the New Zealand agency? Then your name stays with Netsafe. You can leave this out.',
    'hdca24.agency.parent':
      'Do you send this through Netsafe, the New Zealand agency? Then your name stays with Netsafe. You can leave this out.',
    'hdca24.agency.agent':
      'Do you send this through Netsafe, the New Zealand agency? Then your name stays with Netsafe. You can leave this out.',
    'hdca24.agency.minor':
      'Do you send this through Netsafe, the New Zealand agency? Then names stay with Netsafe. You can leave this out.',
  },
  gaps: {
    'hdca24.complainant': 'your name, telephone number, postal address and email address',
    'hdca24.complainant.minor': 'name, telephone number, postal address and email address of the adult who complains',
    'hdca24.complainant.parent': 'your name, telephone number, postal address and email address',
    'hdca24.complainant.agent': 'name, telephone number, postal address and email address of the complainant',
    'hdca24.disclosure': 'yes or no',
    'hdca24.agency': 'yes or no',
  },
  choices: {
    'hdca24.disclosure:no': 'No, the host may not give my personal information to the author.',
    'hdca24.disclosure:yes': 'Yes, the host may give my personal information to the author.',
    'hdca24.agency:no': 'I send this notice to the host directly.',
    'hdca24.agency:yes': 'This notice is sent through Netsafe, the Approved Agency.',
  },
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'The 48 hours are over. A short letter says so, with the number and the day of the first one.',
    },
    netsafe: {
      title: 'Ask Netsafe, the New Zealand agency',
      what: 'Netsafe helps everybody for free. It can write to the host itself, and your name then stays with Netsafe.',
    },
  },
  letter: {
    subject: 'Notice of complaint, Harmful Digital Communications Act 2015 (reference {reference})',
    title: 'Notice of complaint',
    law: 'Harmful Digital Communications Act 2015 (New Zealand), section 24',
    what: 'The specific content, named above, is an intimate visual recording. It shows me.',
    'what.agent':
      'The specific content, named above, is an intimate visual recording. It shows a person for whom I act.',
    'what.minor':
      'The specific content, named above, is an intimate visual recording. The person shown was under 18 when it was made. I complain for that person, whom I do not name.',
    'what.minor.agent':
      'The specific content, named above, is an intimate visual recording. The person shown was under 18 when it was made. I complain for that person, whom I do not name.',
    reason:
      'It is unlawful: it is an intimate visual recording that was posted without the consent of the person shown (section 22A).',
    'reason.minor':
      'It is unlawful: it is an intimate visual recording that was posted without consent (section 22A), and child sexual abuse material.',
    harm: 'It harms the person shown for as long as it can be seen.',
    remove: 'Please take the content down.',
    process:
      'Section 24 gives you 48 hours from receipt to pass this notice on to the author. If the author does not answer within 48 hours, or cannot be reached, please take the content down.',
    disclosure: 'May you give my personal information to the author? {answer}',
    receipt: 'Please confirm receipt, and tell me what you have done.',
    agency: '{answer}',
    complainant: 'Complainant (name, telephone, address, email): {answer}',
    'reminder.subject': 'Second letter on a notice of complaint (reference {reference})',
    'reminder.title': '48 hours after my notice of complaint',
    'reminder.law': 'Harmful Digital Communications Act 2015 (New Zealand), section 24',
    'reminder.late': 'More than 48 hours have passed since you received my notice. The content can still be seen.',
    'reminder.ask': 'Please take it down now, and tell me what you have done with my notice.',
    'netsafe.subject': 'Request for help with harmful content (reference {reference})',
    'netsafe.title': 'Request for help with a notice of complaint',
    'netsafe.law': 'Harmful Digital Communications Act 2015 (New Zealand)',
    'netsafe.what': 'An intimate visual recording was posted without the consent of the person shown.',
    'netsafe.ask': 'Please help me to have it taken down, and send a notice of complaint to the host for me.',
    'netsafe.privacy': 'Please do not give my name or contact to the host or to the author.',
  },
} satisfies GroundWords
