import type { GroundWords } from '../words.ts'

export const esaepd = {
  title: 'Spain: the Canal Prioritario of the AEPD',
  gives: 'The Spanish privacy authority, the AEPD, treats it as urgent and can order platforms to take it down.',
  exposes: 'The AEPD learns how you can be reached. Between 14 and 17 years of age a report may stay anonymous.',
  because: 'For somebody in Spain it helps when the site does not act, or when waiting would do too much harm.',
  rule: 'The AEPD calls it urgent; no number of hours or days is named.',
  questions: {
    'esaepd.tried': 'Did you ask the site itself first, and it did not help? Or can this not wait?',
    'esaepd.tried.minor': 'Was the site itself asked first, and it did not help? Or can this not wait?',
    'esaepd.contact': 'How can the AEPD reach you? An email address is enough.',
    'esaepd.contact.minor':
      'Do you want an answer? Then give an email address, yours or that of an adult you trust. You can leave this out.',
    'esaepd.contact.parent': 'How can the AEPD reach you? Give your own email address, not that of your child.',
    'esaepd.contact.agent': 'How can the AEPD reach the one who reports it? The address of the organisation will do.',
  },
  gaps: {
    'esaepd.tried': 'whether the site was asked first, or why this cannot wait',
    'esaepd.contact': 'your email address or telephone number',
    'esaepd.contact.minor': 'email or telephone of the one who reports it',
    'esaepd.contact.agent': 'email or telephone of the one who reports it',
  },
  choices: {
    'esaepd.tried:tried': 'The provider’s own route was used first, and it failed.',
    'esaepd.tried:exceptional':
      'The case is exceptional: the content is spreading, and the provider’s own route would come too late.',
  },
  steps: {
    reminder: {
      title: 'Ask the AEPD again',
      what: 'A short letter asks where the report stands.',
    },
  },
  letter: {
    subject: 'Urgent report, Canal Prioritario (reference {reference})',
    title: 'Urgent report of sexual content spread without consent',
    law: 'Agencia Española de Protección de Datos, Canal Prioritario',
    what: 'It is an image or video with sexual content that shows me. It was spread without my consent.',
    'what.agent':
      'It is an image or video with sexual content that shows a person for whom I act. It was spread without that person’s consent.',
    'what.minor':
      'It is an image or video with sexual content of a person who was under 18 when it was made. It was spread without consent.',
    'what.minor.agent':
      'It is an image or video with sexual content of a person for whom I act and who was under 18 when it was made. It was spread without consent.',
    tried: 'The provider’s own route, or why this cannot wait: {answer}',
    order: 'Please have this content taken down as a matter of urgency.',
    nocopy: 'The content itself is not attached to this report.',
    receipt: 'Please confirm receipt, and tell me what is decided.',
    contact: 'Contact: {answer}',
    anonymous: 'From 14 to 17 years of age a report may be made without a name.',
    'anonymous.parent': '',
    'anonymous.agent': '',
    'reminder.subject': 'Question about an urgent report (reference {reference})',
    'reminder.title': 'Question about an urgent report',
    'reminder.law': 'Agencia Española de Protección de Datos, Canal Prioritario',
    'reminder.still': 'The content can still be seen.',
    'reminder.ask': 'Please tell me what was decided, or what is missing.',
  },
} satisfies GroundWords
