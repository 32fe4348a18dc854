import type { GroundWords } from '../words.ts'

export const uk20a = {
  title: 'British law: Online Safety Act, sections 10(3A) and 20A',
  gives: 'They must take it down within 48 hours of the report, with whatever is the same or substantially the same.',
  exposes: 'The site learns how to reach the one who reports it. This letter names nobody.',
  because: 'It sets a short time and also reaches copies; but whether it binds them already is not confirmed.',
  rule: 'This law gives 48 hours after the report. The day on which this duty starts is not confirmed, so it may not bind them yet.',
  questions: {
    'uk20a.contact': 'How can they reach you? An email address is enough.',
    'uk20a.contact.minor':
      'How can they reach you, or an adult you trust? An email address is enough. It need not hold your name.',
    'uk20a.contact.parent': 'How can they reach you? An email address is enough.',
    'uk20a.contact.agent': 'How can they reach the one who reports it? An email address is enough.',
  },
  gaps: {
    'uk20a.contact': 'your email address or telephone number',
    'uk20a.contact.minor': 'an email address, yours or that of an adult you trust',
    'uk20a.contact.parent': 'your email address or telephone number',
    'uk20a.contact.agent': 'email or telephone of the one who reports it',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'The 48 hours are over. A short letter says so, with the number and the day of the first one.',
    },
    ofcom: {
      title: 'Tell Ofcom, the British regulator',
      what: 'Ofcom watches over this law. It does not settle single cases, but it looks at how a service handles them.',
    },
  },
  letter: {
    subject: 'Report of intimate image content, Online Safety Act 2023 (reference {reference})',
    title: 'Report of intimate image content',
    law: 'Online Safety Act 2023 (United Kingdom), sections 10(3A) and 20A, or the parallel duty of search services',
    present:
      'I declare that the content named above is present on your service and is intimate image content (section 66B of the Sexual Offences Act 2003).',
    'present.minor':
      'I declare that the content named above is present on your service and is intimate image content. The person shown was under 18 when it was made: it is child sexual abuse material.',
    standing: 'I am the person shown. I did not consent to its being shared.',
    'standing.minor': 'I am the person shown, or I act for that person. There was no consent to its being shared.',
    'standing.parent': 'I act for the person shown, as parent or guardian. There was no consent to its being shared.',
    'standing.agent':
      'I act for the person shown, with that person’s authority. There was no consent to its being shared.',
    remove: 'Please take it down within 48 hours of this report.',
    same: 'Please also take down content that is the same or substantially the same.',
    receipt: 'Please confirm receipt. If you do not act, please give your reasons.',
    goodFaith: 'This report is made in good faith and is true to the best of my knowledge.',
    contact: 'Contact: {answer}',
    'reminder.subject': 'Second report of intimate image content (reference {reference})',
    'reminder.title': '48 hours after my report',
    'reminder.law': 'Online Safety Act 2023 (United Kingdom), sections 10(3A) and 20A',
    'reminder.late': 'More than 48 hours have passed since my report. The content can still be seen.',
    'reminder.ask': 'Please take it down now, with what is the same or substantially the same.',
    'ofcom.subject': 'A service did not act on a report of intimate image content (reference {reference})',
    'ofcom.title': 'A service did not act on a report',
    'ofcom.law': 'Online Safety Act 2023 (United Kingdom)',
    'ofcom.what': 'I reported intimate image content to a service. There was no consent to its being shared.',
    'ofcom.ask': 'The service did not take it down within 48 hours. Please look into how it handles such reports.',
  },
} satisfies GroundWords
