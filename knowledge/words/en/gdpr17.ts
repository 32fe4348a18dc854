import type { GroundWords } from '../words.ts'

export const gdpr17 = {
  title: 'European law: General Data Protection Regulation, Article 17',
  gives: 'They must erase the picture, and a name or number beside it. Others who have it from them must be told.',
  exposes:
    'The site learns the name of the one who writes. Somebody who was under 18 in the picture gives no name. The letter asks them to tell nobody who wrote; this law does not promise it.',
  because: 'It gives a fixed time, one month, and also covers a name, a school or a number beside the picture.',
  rule: 'This law gives one month from receipt. They may take two months more if they say why within the first month.',
  questions: {
    'gdpr17.subject':
      'Which name should the letter give? It tells them whom to answer. The site you write to will read it.',
    'gdpr17.subject.parent':
      'Which name of yours should the letter give? You act for your child. Leave out the name of your child.',
    'gdpr17.subject.agent':
      'Which name should the letter give: yours, or your organisation’s? Leave out the name of the person shown.',
  },
  gaps: {
    'gdpr17.subject': 'your name',
    'gdpr17.subject.parent': 'your name',
    'gdpr17.subject.agent': 'name of the one who acts',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'The month is over. A short letter says so, with the number and the day of the first one.',
    },
    authority: {
      title: 'Complain to the data protection authority',
      what: 'It is free. The authority can order them to erase. If it says nothing for three months, a court can be asked. It may want a name; somebody you trust, or an organisation, can write then.',
    },
    court: {
      title: 'Ask a court',
      what: 'A court can order them to erase. A lawyer or a helpline can say whether this fits, and where to find free legal help.',
    },
  },
  letter: {
    subject: 'Request for erasure, Article 17 GDPR (reference {reference})',
    title: 'Request for erasure of personal data',
    law: 'Articles 17 and 21 of Regulation (EU) 2016/679 (General Data Protection Regulation)',
    person: 'I am the data subject: the person shown. My name: {answer}',
    'person.minor':
      'I am the data subject: the person shown. I was under 18 when the image was made, and I do not give my name. The addresses below show which data are meant.',
    'person.parent':
      'I act for the data subject, the person shown, as parent or guardian. I do not name my child. My own name: {answer}',
    'person.agent':
      'I act for the data subject, the person shown, who has mandated me and whom I do not name. Who acts: {answer}',
    data: 'The personal data are an intimate image or video that shows me. Any name, school, address, telephone number or account name published with it is meant as well.',
    'data.agent':
      'The personal data are an intimate image or video that shows the data subject. Any name, school, address, telephone number or account name published with it is meant as well.',
    'data.parent':
      'The personal data are an intimate image or video that shows my child. Any name, school, address, telephone number or account name published with it is meant as well.',
    'data.minor':
      'The personal data are an intimate image or video, nude or sexual, of me. I was under 18 when it was made: it is child sexual abuse material. Any name, school, address, telephone number or account name published with it is meant as well.',
    'data.minor.parent':
      'The personal data are an intimate image or video, nude or sexual, of my child, who was under 18 when it was made: it is child sexual abuse material. Any name, school, address, telephone number or account name published with it is meant as well.',
    'data.minor.agent':
      'The personal data are an intimate image or video, nude or sexual, of the data subject, who was under 18 when it was made: it is child sexual abuse material. Any name, school, address, telephone number or account name published with it is meant as well.',
    'reason.unlawful':
      'The data have been unlawfully processed (Article 17(1)(d)). They were published without the consent of the person shown, and I know of nothing else that makes this lawful.',
    'reason.life':
      'They concern that person’s sex life. Article 9(1) prohibits the processing of such data as a rule. I know of no exception here.',
    'reason.consent':
      'As far as consent was ever given to anything, it is withdrawn with this letter (Article 17(1)(b)).',
    'reason.objection':
      'As far as you rely on a legitimate interest, I object to the processing (Articles 17(1)(c) and 21). The data show an intimate part of a private life, which was made public against the will of the person shown. No interest overrides that.',
    'reason.child':
      'As far as the data were collected by an information society service offered directly to a child, Article 17(1)(f) applies as well.',
    russmedia:
      'The Court of Justice has held that the operator of an online marketplace is itself a controller for an advertisement with sensitive data that a user put up (judgment of 2 December 2025, C-492/23, Russmedia).',
    controller:
      'This request is for the controller or, failing that, its representative in the Union (Article 27), with a copy to the data protection officer. If you process the data only for somebody else, please pass this request on and tell me who that is.',
    erase: 'Please erase these data without undue delay, with every copy and preview of them that you hold.',
    recipients:
      'Please tell this to everybody to whom the data were passed on, and inform other controllers that links and copies are to be erased (Articles 17(2) and 19).',
    term: 'Please tell me without undue delay, and at the latest within one month of receipt, what you have done (Article 12(3)).',
    refusal:
      'If you do not erase the data, please tell me why. I may then complain to a supervisory authority (Article 77).',
    identity:
      'The addresses above are enough to find the data. You may ask for more about who I am only if you have reasonable doubts, and then only for the least that settles them (Article 12(6)).',
    silence: 'Please do not tell the person who published the data who has made this request.',
    reply: 'Please answer to the address this letter came from, with reference {reference}.',
    'reminder.subject': 'Second request for erasure, Article 17 GDPR (reference {reference})',
    'reminder.title': 'The month of Article 12(3) has passed',
    'reminder.law': 'Articles 12, 17 and 21 of Regulation (EU) 2016/679 (General Data Protection Regulation)',
    'reminder.late':
      'Article 12(3) gives one month from receipt. Two further months are possible only if the reasons are told within the first month. The data can still be seen.',
    'reminder.ask': 'Please erase the data now, and confirm this to me.',
    'reminder.reasons':
      'If you do not, please tell me why. I may then complain to a supervisory authority (Article 77).',
    'authority.subject': 'Complaint under Article 77 GDPR (reference {reference})',
    'authority.title': 'Complaint against a controller who has not erased personal data',
    'authority.law': 'Article 77 of Regulation (EU) 2016/679 (General Data Protection Regulation)',
    'authority.what': 'I have asked a controller to erase personal data under Article 17.',
    'authority.still': 'The data can still be seen.',
    'authority.ask': 'Please examine this, and order the controller to erase the data.',
    'authority.pass':
      'If another supervisory authority is competent, please pass this complaint on to it. Please keep me informed of its progress and outcome.',
    'authority.privacy':
      'Please tell the controller who has complained only if there is no other way to handle this complaint.',
  },
} satisfies GroundWords
