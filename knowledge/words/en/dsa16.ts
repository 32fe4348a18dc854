import type { GroundWords } from '../words.ts'

export const dsa16 = {
  title: 'European law: Digital Services Act, Article 16',
  gives: 'They must look at it without delay, confirm that they have it, and tell you their decision and its reasons.',
  exposes:
    'An adult gives a name and an email address to the site. For a picture made before 18, neither is needed. The site may tell that name to the one who posted it only where strictly necessary.',
  because: 'Anybody may use it, it asks for little, and they must answer.',
  rule: 'This law names no number of hours or days. It says: timely, diligent, and without undue delay.',
  questions: {
    'dsa16.identity':
      'Which name and email address should the letter give? The law asks for both. The site you write to will read them.',
    'dsa16.identity.parent':
      'Which name and email address of yours should the letter give? The law asks for both. Leave out the name of your child.',
    'dsa16.identity.agent':
      'Which name and email address should the letter give: yours, or your organisation’s? Leave out the name of the person shown.',
  },
  gaps: {
    'dsa16.identity': 'your name and email address',
    'dsa16.identity.parent': 'your name and email address',
    'dsa16.identity.agent': 'name and email address of the one who sends this',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Remind them',
      what: 'A short letter asks for their answer, with the number and the day of the first one. The time for it is ours, not the law’s.',
    },
    complaint: {
      title: 'Complain to the site itself',
      what: 'A platform must let you contest its decision, free of charge, for at least six months. Not only a machine may decide. Very small firms need not offer this.',
    },
    'out-of-court': {
      title: 'Ask an independent body to decide',
      what: 'A certified body looks at the decision again. The platform bears its own costs. The body’s view does not bind it.',
    },
    coordinator: {
      title: 'Complain to the authority of your country',
      what: 'It checks whether the site keeps the rules: whether it can be reached, and whether it answers. It does not judge single pictures. It may want a name; somebody you trust, or an organisation, can write then.',
    },
    court: {
      title: 'Ask a court',
      what: 'A court can order removal. A lawyer or a helpline can say whether this fits, and where to find free legal help.',
    },
  },
  letter: {
    subject: 'Notice of illegal content, Article 16 DSA (reference {reference})',
    title: 'Notice of illegal content',
    law: 'Article 16 of Regulation (EU) 2022/2065 (Digital Services Act)',
    what: 'It is an intimate image or video. It shows me. I did not consent to its being spread.',
    'what.parent':
      'It is an intimate image or video. It shows my child, of whom I am the parent or guardian and whom I do not name. There was no consent to its being spread.',
    'what.agent':
      'It is an intimate image or video. It shows a person for whom I act, and whom I do not name. That person did not consent to its being spread.',
    'what.minor':
      'It is an intimate image or video: nude or sexual, of me. I was under 18 when it was made, and I do not consent to its being spread. It is child sexual abuse material: its dissemination is an offence referred to in Articles 3 to 7 of Directive 2011/93/EU.',
    'what.minor.parent':
      'It is an intimate image or video: nude or sexual, of my child, who was under 18 when it was made. There is no consent to its being spread. It is child sexual abuse material: its dissemination is an offence referred to in Articles 3 to 7 of Directive 2011/93/EU.',
    'what.minor.agent':
      'It is an intimate image or video: nude or sexual, of a person for whom I act, who was under 18 when it was made. There is no consent to its being spread. It is child sexual abuse material: its dissemination is an offence referred to in Articles 3 to 7 of Directive 2011/93/EU.',
    remove: 'Please remove the content, or disable access to it.',
    receipt:
      'Please confirm receipt without undue delay (Article 16(4)), and give reference {reference} in your answer.',
    decision: 'Please tell me your decision, its reasons, and how it can be contested (Articles 16(5) and 17).',
    silence:
      'Please do not tell the person who posted it who sent this notice. Article 17(3)(b) allows that only where strictly necessary.',
    bonaFide:
      'I believe in good faith that the information and allegations in this notice are accurate and complete (Article 16(2)(d)).',
    channel: 'I submit this notice by electronic means (Article 16(1)).',
    anonymous: 'For this notice no name and no email address are needed (Article 16(2)(c)).',
    'reminder.subject': 'Second letter: notice of illegal content, Article 16 DSA (reference {reference})',
    'reminder.title': 'Your answer to a notice of illegal content is missing',
    'reminder.law': 'Article 16 of Regulation (EU) 2022/2065 (Digital Services Act)',
    'reminder.still': 'The content can still be seen.',
    'reminder.ask': 'Please remove the content, or disable access to it, now.',
    'reminder.decide':
      'Please confirm receipt and tell me your decision without undue delay, with its reasons and how it can be contested (Articles 16(4), 16(5) and 17).',
    'complaint.subject': 'Complaint against a decision, Article 20 DSA (reference {reference})',
    'complaint.title': 'Complaint against the decision on a notice',
    'complaint.law': 'Article 20 of Regulation (EU) 2022/2065 (Digital Services Act)',
    'complaint.wrong':
      'I contest this decision. The content can still be seen, and it is illegal for the reason given below.',
    'complaint.ask': 'Please look at the decision again, and remove the content or disable access to it.',
    'complaint.people': 'Please have it decided by qualified staff, and not only by automated means (Article 20).',
    'complaint.reasons':
      'Please tell me the new decision and its reasons without undue delay, and how I can reach a certified out-of-court body (Articles 20 and 21).',
    'complaint.bonaFide':
      'I believe in good faith that the information and allegations in this complaint are accurate and complete.',
    'complaint.anonymous':
      'The notice named nobody, as Article 16(2)(c) allows. This complaint names nobody either. Please answer to the address it came from.',
    'coordinator.subject': 'Complaint under Article 53 DSA (reference {reference})',
    'coordinator.title': 'Complaint against a provider of a hosting service',
    'coordinator.law': 'Article 53 of Regulation (EU) 2022/2065 (Digital Services Act)',
    'coordinator.what': 'I told a provider of illegal content, by a notice under Article 16.',
    'coordinator.still': 'The content can still be seen.',
    'coordinator.ask':
      'Please examine whether the provider keeps its duties: to confirm receipt, to decide without undue delay, and to give its reasons (Articles 16 and 17).',
    'coordinator.pass':
      'If another Member State’s coordinator is competent, please pass this complaint on to it, and tell me.',
    'coordinator.privacy': 'Please do not name me to anybody but the authorities that handle this complaint.',
    'coordinator.anonymous':
      'The notice named nobody, as Article 16(2)(c) allows. This complaint names nobody either. Please answer to the address it came from.',
  },
} satisfies GroundWords
