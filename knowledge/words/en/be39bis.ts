import type { GroundWords } from '../words.ts'

export const be39bis = {
  title: 'Belgian law: the public prosecutor (Code of Criminal Procedure, Article 39bis)',
  gives: 'After a report to the police, the prosecutor can have the picture secured as evidence and made inaccessible.',
  exposes:
    'The police and the prosecutor have the details from the police report. This letter adds none. The police can say who may read a report later.',
  because: 'It needs a report to the police first, and the prosecutor decides how fast it goes.',
  rule: 'This law names no time. The prosecutor decides. We remind you after two weeks; that is our reminder.',
  questions: {
    'be39bis.complaint':
      'What is the number of the police report? It stands on the paper you were given. The day is enough too.',
    'be39bis.complaint.minor':
      'What is the number of the police report? It stands on the paper you were given. The day is enough too.',
    'be39bis.complaint.parent':
      'What is the number of the police report? It stands on the paper you were given. The day is enough too.',
    'be39bis.complaint.agent': 'What is the number of the police report? The day of the report is enough too.',
  },
  gaps: {
    'be39bis.complaint': 'number or day of the police report',
    'be39bis.complaint.minor': 'number or day of the police report',
    'be39bis.complaint.parent': 'number or day of the police report',
    'be39bis.complaint.agent': 'number or day of the police report',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Ask how things stand',
      what: 'A short letter asks the prosecutor what was decided, with the number of the police report.',
    },
  },
  letter: {
    subject: 'Request under Article 39bis § 6, police report (reference {reference})',
    title: 'Request to make intimate images inaccessible',
    law: 'Article 39bis, § 6, of the Belgian Code of Criminal Procedure',
    complaint: 'This was reported to the police. Number or date of the report: {answer}',
    what: 'It is an intimate image or video. It shows me. I did not consent to its being spread.',
    'what.parent': 'It is an intimate image or video. It shows my child. There was no consent to its being spread.',
    'what.agent':
      'It is an intimate image or video. It shows a person for whom I act. That person did not consent to its being spread.',
    'what.minor': 'It is an intimate image or video, nude or sexual, of me. I was under 18 when it was made.',
    'what.minor.parent':
      'It is an intimate image or video, nude or sexual, of my child, who was under 18 when it was made.',
    'what.minor.agent':
      'It is an intimate image or video, nude or sexual, of a person for whom I act, who was under 18 when it was made.',
    offence:
      'Spreading it is an offence, for example under Article 136 of the Criminal Code (law of 29 February 2024). For earlier facts see former Article 417/9.',
    'offence.minor':
      'Spreading it is an offence, for example under Articles 143, 144 and 170 to 174 of the Criminal Code (law of 29 February 2024).',
    spreading: 'As long as it can be seen there, the harm goes on.',
    preserve: 'Please have the data secured as evidence first.',
    remove:
      'Then please order whoever can do so to make the content inaccessible, as Article 39bis, § 6, allows the public prosecutor.',
    answer: 'Please tell me what is decided, through the police or at the address given in the report.',
    sender: 'The details of the person concerned are in the police report. This letter does not repeat them.',
    'reminder.subject': 'Second request under Article 39bis § 6, police report (reference {reference})',
    'reminder.title': 'Request to make intimate images inaccessible: how things stand',
    'reminder.law': 'Article 39bis, § 6, of the Belgian Code of Criminal Procedure',
    'reminder.still': 'The content can still be seen.',
    'reminder.ask': 'Please have the data secured as evidence, and the content made inaccessible.',
  },
} satisfies GroundWords
