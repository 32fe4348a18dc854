import type { GroundWords } from '../words.ts'

export const it144bis = {
  title: 'Italian law: Privacy Code, Article 144-bis',
  gives:
    'The Italian privacy authority, the Garante, decides within 48 hours and can order platforms to block the image.',
  exposes:
    'The Garante learns your name and email. Its own form asks for more, and you decide by yourself there. Nothing of that goes through us.',
  because: 'For somebody in Italy it is quick, and one report reaches several platforms.',
  rule: 'The Garante decides within 48 hours of the report.',
  questions: {
    'it144bis.person': 'Which name and email address should the report give? The Garante reads them.',
    'it144bis.person.minor':
      'Which name and email address should the report give? They can be those of a parent or another adult you trust.',
    'it144bis.person.parent':
      'Which name and email address should the report give? Give yours, not those of your child.',
    'it144bis.person.agent': 'Which name and email address should the report give? The Garante reads them.',
    'it144bis.platforms': 'On which sites or apps is it, or could it be put next? Names are enough.',
  },
  gaps: {
    'it144bis.person': 'your name and email address',
    'it144bis.person.minor': 'name and email address of the one who reports it',
    'it144bis.person.agent': 'name and email address of the one who reports it',
    'it144bis.platforms': 'names of the sites or apps',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Remind the Garante',
      what: 'The 48 hours are over. A short letter asks where the report stands.',
    },
  },
  letter: {
    subject: 'Report under Article 144-bis of the Privacy Code (reference {reference})',
    title: 'Report under Article 144-bis of the Privacy Code',
    law: 'Italian Privacy Code, Article 144-bis',
    platforms: 'Platforms concerned: {answer}',
    what: 'It is an image or recording with sexual content that shows me. I have reason to believe that it is shared, or may be shared, without my consent.',
    'what.agent':
      'It is an image or recording with sexual content that shows a person for whom I act. I have reason to believe that it is shared, or may be shared, without that person’s consent.',
    'what.minor':
      'It is an image or recording with sexual content of a person who was under 18 when it was made. I have reason to believe that it is shared, or may be shared. I am that person, or I act for that person.',
    'what.minor.parent':
      'It is an image or recording with sexual content of a person who was under 18 when it was made. I have reason to believe that it is shared, or may be shared.',
    'what.minor.agent':
      'It is an image or recording with sexual content of a person who was under 18 when it was made. I have reason to believe that it is shared, or may be shared.',
    order: 'I ask the Garante to decide within 48 hours and to have it blocked on the platforms named.',
    nocopy: 'The content itself is not attached to this report.',
    receipt: 'Please confirm receipt, and tell me what is decided.',
    declaration: 'I declare that what is said here is true to the best of my knowledge.',
    person: 'Who reports it: {answer}',
    'reminder.subject': 'Question about a report under Article 144-bis (reference {reference})',
    'reminder.title': 'Question about a report',
    'reminder.law': 'Italian Privacy Code, Article 144-bis',
    'reminder.late': 'More than 48 hours have passed since my report.',
    'reminder.ask': 'Please tell me what was decided, or what is missing.',
  },
} satisfies GroundWords
