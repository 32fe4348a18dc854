import type { GroundWords } from '../words.ts'

export const abuse = {
  title: 'Report to the abuse desk',
  gives: 'They can apply their own terms: warn their customer, block the address, or pass the report on.',
  exposes:
    'Nothing about you is in this report. Abuse desks often forward reports to their customer, and that can be the one who posted it.',
  because: 'It needs no name, and reaches those who can act when the site itself stays silent.',
  rule: 'No law sets a time here. We remind you after three days; that is our reminder.',
  questions: {
    'abuse.terms': 'Do their terms have a rule against this? Copy its title here. You can leave this out.',
    'abuse.terms.parent': 'Do their terms have a rule against this? Copy its title here. You can leave this out.',
    'abuse.terms.agent': 'Do their terms have a rule against this? Copy its title here. You can leave this out.',
    'abuse.terms.minor': 'Do their terms have a rule against this? Copy its title here. You can leave this out.',
  },
  gaps: { 'abuse.terms': 'title of their rule' },
  choices: {},
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'A short second report, with the number of the first one. Abuse desks often answer only then.',
    },
  },
  letter: {
    subject: 'Abuse report: intimate images without consent (reference {reference})',
    'subject.minor': 'Urgent abuse report: child sexual abuse material (reference {reference})',
    title: 'Abuse report',
    law: 'Under your own terms of use',
    customer: 'According to public registers, your customer is: {answer}',
    what: 'The content named above is an intimate image or video. The person shown did not agree to its being spread.',
    'what.minor':
      'The content named above is an intimate image or video of a person who was under 18 when it was made. It is child sexual abuse material.',
    why: 'Please check this against your own terms of use and your rules against unlawful content.',
    'why.minor': 'Please handle this under your rules against child sexual abuse material, without waiting.',
    terms: 'It breaks this rule of yours: {answer}',
    remove: 'Please remove this content, or stop serving it, as far as you can.',
    pass: 'If only somebody else can remove it, please pass this report on to them and tell me who that is.',
    silence: 'Please do not try to find out who this report concerns, and do not say who sent it.',
    receipt: 'Please confirm receipt, and tell me what you decide.',
    sender: 'This report names no person. Please answer to the address it came from, with reference {reference}.',
    'reminder.subject': 'Second abuse report (reference {reference})',
    'reminder.title': 'Second abuse report',
    'reminder.law': 'Under your own terms of use',
    'reminder.still': 'The content can still be seen.',
    'reminder.ask': 'Please remove it or stop serving it now, or tell me who can.',
  },
} satisfies GroundWords
