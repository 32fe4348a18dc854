import type { GroundWords } from '../words.ts'

export const terms = {
  title: 'The platform’s own rules',
  gives:
    'Most platforms forbid intimate images without consent and have a form of their own for them. It is often fast.',
  exposes: 'The platform reads what its form asks for. This letter itself names nobody.',
  because: 'The platform’s own form is often the fastest, and can be used together with the law.',
  rule: 'The platform’s rules bind it to no time that we know. We remind you after three days; that is our reminder.',
  questions: {},
  gaps: {},
  choices: {},
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'A short second report. If they refuse or stay silent, the law still stands: those requests are prepared as well.',
    },
  },
  letter: {
    subject: 'Report under your own rules: intimate images without consent (reference {reference})',
    'subject.minor': 'Urgent report under your own rules: sexual exploitation of a child (reference {reference})',
    title: 'Report under your own rules',
    law: 'Your rules on intimate images shared without consent',
    'law.minor': 'Your rules against the sexual exploitation of children',
    what: 'It is an intimate image or video that shows me. I did not agree to its being shared.',
    'what.agent':
      'It is an intimate image or video of a person for whom I act. The person shown did not agree to its being shared.',
    'what.minor':
      'It is an intimate image or video of a person who was under 18 when it was made. It is child sexual abuse material.',
    'what.minor.agent':
      'It is an intimate image or video of a person who was under 18 when it was made. It is child sexual abuse material.',
    rule: 'It goes against your own rules on intimate images that are shared without consent.',
    'rule.minor': 'It goes against your own rules that protect children from sexual exploitation.',
    remove: 'Please remove it, and act on the account that shared it as your rules say.',
    copies: 'Please also remove identical copies and keep them from being uploaded again.',
    silence: 'Please do not tell the person who shared it who sent this report.',
    receipt: 'Please confirm receipt with a number, and tell me what you decide.',
    'reminder.subject': 'Second report under your own rules (reference {reference})',
    'reminder.title': 'Second report under your own rules',
    'reminder.law': 'Your rules on intimate images shared without consent',
    'reminder.law.minor': 'Your rules against the sexual exploitation of children',
    'reminder.still': 'The content can still be seen.',
    'reminder.ask': 'Please remove it now, and tell me what you decided on my first report.',
  },
} satisfies GroundWords
