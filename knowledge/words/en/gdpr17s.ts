import type { GroundWords } from '../words.ts'

export const gdpr17s = {
  title: 'European law: removal from search results (Article 17 GDPR)',
  gives: 'A search for the name no longer shows these pages. The pages themselves stay up, so ask the site as well.',
  exposes:
    'The search engine learns the searched name, and the name of the one who writes. It may tell the site that a result was removed. The letter asks it not to say who asked.',
  because: 'It is quick to write, and fewer people find the pages while the site itself is still being asked.',
  rule: 'This law gives one month from receipt. They may take two months more if they say why within the first month.',
  questions: {
    'gdpr17s.query':
      'Which name must people search for to find these pages? Write it as they would. The search engine will read it.',
    'gdpr17s.query.minor':
      'Which name must people search for to find these pages? This law cannot do without it. You can leave this law out.',
    'gdpr17s.query.parent':
      'Which name must people search for to find these pages? Write it as they would. The search engine will read it.',
    'gdpr17s.query.agent':
      'Which name must people search for to find these pages? Write it as they would. The search engine will read it.',
    'gdpr17s.subject':
      'Which name should the letter give as the sender? It tells them whom to answer. The search engine will read it.',
    'gdpr17s.subject.parent': 'Which name of yours should the letter give as the sender? You act for your child.',
    'gdpr17s.subject.agent': 'Which name should the letter give as the sender: yours, or your organisation’s?',
  },
  gaps: {
    'gdpr17s.query': 'the searched name',
    'gdpr17s.query.minor': 'the searched name',
    'gdpr17s.query.parent': 'the searched name',
    'gdpr17s.query.agent': 'the searched name',
    'gdpr17s.subject': 'your name',
    'gdpr17s.subject.parent': 'your name',
    'gdpr17s.subject.agent': 'name of the one who acts',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'The month is over. A short letter says so, with the number and the day of the first one.',
    },
    authority: {
      title: 'Complain to the data protection authority',
      what: 'It is free. The authority can order the removal. If it says nothing for three months, a court can be asked. It may want a name; somebody you trust, or an organisation, can write then.',
    },
    court: {
      title: 'Ask a court',
      what: 'A court can order the removal. A lawyer or a helpline can say whether this fits, and where to find free legal help.',
    },
  },
  letter: {
    subject: 'Request to remove search results, Article 17 GDPR (reference {reference})',
    title: 'Request to remove results of a search for a name',
    law: 'Articles 17 and 21 of Regulation (EU) 2016/679 (General Data Protection Regulation)',
    person: 'I am the data subject: the person shown on these pages. My name: {answer}',
    'person.minor':
      'I am the data subject: the person shown on these pages. I was under 18 when the image was made, and I say no more about myself than the searched name.',
    'person.parent':
      'I act for the data subject, the person shown on these pages, as parent or guardian. My own name: {answer}',
    'person.agent':
      'I act for the data subject, the person shown on these pages, who has mandated me. Who acts: {answer}',
    query: 'Searched name: {answer}',
    results: 'A search for this name leads to the following:',
    'reason.what':
      'There, an intimate image or video that shows me is made public without my consent. It is a matter of my private life, not of public interest.',
    'reason.what.agent':
      'There, an intimate image or video that shows the data subject is made public without the consent of that person. It is a matter of private life.',
    'reason.what.parent':
      'There, an intimate image or video that shows my child is made public without consent. It is a matter of private life.',
    'reason.what.minor':
      'There, an intimate image or video, nude or sexual, of me is made public. I was under 18 when it was made: it is child sexual abuse material.',
    'reason.what.minor.parent':
      'There, an intimate image or video, nude or sexual, of my child is made public. My child was under 18 when it was made: it is child sexual abuse material.',
    'reason.what.minor.agent':
      'There, an intimate image or video, nude or sexual, of the data subject is made public. That person was under 18 when it was made: it is child sexual abuse material.',
    'reason.unlawful':
      'The processing is unlawful (Article 17(1)(d)). It concerns a person’s sex life, and Article 9(1) prohibits the processing of such data as a rule.',
    'reason.consent':
      'As far as consent was ever given to anything, it is withdrawn with this letter (Article 17(1)(b)).',
    'reason.objection':
      'I object to the processing for reasons of this particular situation (Articles 17(1)(c) and 21). The results lead everybody who knows the name to an intimate image that was spread against the will of the person shown.',
    'reason.public':
      'The public has no interest in these results that would outweigh private life (Court of Justice, C-131/12, Google Spain).',
    delist: 'Please stop showing these results when somebody searches for this name, alone or with other words.',
    term: 'Please tell me without undue delay, and at the latest within one month of receipt, what you have done (Article 12(3)).',
    refusal:
      'If you do not remove the results, please tell me why. I may then complain to a supervisory authority (Article 77).',
    identity:
      'You may ask for more about who I am only if you have reasonable doubts, and then only for the least that settles them (Article 12(6)).',
    silence: 'Please do not tell the operators of these pages who has made this request.',
    reply: 'Please answer to the address this letter came from, with reference {reference}.',
    'reminder.subject': 'Second request to remove search results, Article 17 GDPR (reference {reference})',
    'reminder.title': 'The month of Article 12(3) has passed',
    'reminder.law': 'Articles 12, 17 and 21 of Regulation (EU) 2016/679 (General Data Protection Regulation)',
    'reminder.late':
      'Article 12(3) gives one month from receipt. Two further months are possible only if the reasons are told within the first month. The results are still shown.',
    'reminder.ask': 'Please remove the results now, and confirm this to me.',
    'authority.subject': 'Complaint under Article 77 GDPR (reference {reference})',
    'authority.title': 'Complaint against the operator of a search engine',
    'authority.law': 'Article 77 of Regulation (EU) 2016/679 (General Data Protection Regulation)',
    'authority.what':
      'I have asked the operator of a search engine to remove results of a search for a name (Article 17).',
    'authority.still': 'The results are still shown.',
    'authority.ask': 'Please examine this, and order the operator to remove the results.',
    'authority.pass':
      'If another supervisory authority is competent, please pass this complaint on to it. Please keep me informed of its progress and outcome.',
    'authority.privacy': 'Please do not name me, or publish the searched name, when you handle this complaint.',
  },
} satisfies GroundWords
