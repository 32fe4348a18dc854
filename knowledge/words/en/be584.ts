import type { GroundWords } from '../words.ts'

export const be584 = {
  title: 'Belgian law: order of a judge (Judicial Code, Article 584)',
  gives:
    'A judge can order removal within six hours. This is the file for it: a lawyer or the Institute brings it to court.',
  exposes:
    'The lawyer or the Institute learns who applies. In court the other side can read that as well. A lawyer can say how to keep a name out of sight.',
  because: 'It is for when they stay silent or the picture is spreading, since it takes a lawyer or the Institute.',
  rule: 'This law gives six hours from the moment a bailiff hands over the order. Nights and weekends count.',
  questions: {
    'be584.applicant':
      'What is your full name? You are the one who applies. Your lawyer or the Institute will read it.',
    'be584.applicant.minor':
      'Who applies to the court? If you are under 18 today, that is a parent or guardian: write that name. If you are older today, write your own.',
    'be584.applicant.parent': 'What is your full name? You apply for your child. Leave the name of your child out.',
    'be584.applicant.agent':
      'Who applies: the person shown, a legal representative, or the Institute with the consent of the person shown? Write the name.',
    'be584.missing':
      'Is anything missing in the list of addresses? Write what, and why you cannot give it. You can leave this empty.',
    'be584.missing.minor':
      'Is anything missing in the list of addresses? Write what, and why you cannot give it. You can leave this empty.',
    'be584.missing.parent':
      'Is anything missing in the list of addresses? Write what, and why you cannot give it. You can leave this empty.',
    'be584.missing.agent':
      'Is anything missing in the list of addresses? Write what, and why you cannot give it. You can leave this empty.',
    'be584.addressee':
      'Which firm runs the site, and which one hosts it? Write the name and address as far as you know. “Not known” is an answer too.',
    'be584.addressee.minor':
      'Which firm runs the site, and which one hosts it? Write the name and address as far as you know. “Not known” is an answer too.',
    'be584.addressee.parent':
      'Which firm runs the site, and which one hosts it? Write the name and address as far as you know. “Not known” is an answer too.',
    'be584.addressee.agent':
      'Which firm runs the site, and which one hosts it? Write the name and address as far as you know. “Not known” is an answer too.',
  },
  gaps: {
    'be584.applicant': 'your name',
    'be584.applicant.minor': 'name of the one who applies',
    'be584.applicant.parent': 'your name',
    'be584.applicant.agent': 'name of the one who applies',
    'be584.missing': 'what is missing, and why',
    'be584.missing.minor': 'what is missing, and why',
    'be584.missing.parent': 'what is missing, and why',
    'be584.missing.agent': 'what is missing, and why',
    'be584.addressee': 'legal name and address of each firm',
    'be584.addressee.minor': 'legal name and address of each firm',
    'be584.addressee.parent': 'legal name and address of each firm',
    'be584.addressee.agent': 'legal name and address of each firm',
  },
  choices: {},
  steps: {
    court: {
      title: 'Go back to the lawyer or the Institute',
      what: 'An order can be enforced. Refusing to help with it is an offence in Belgium. The lawyer or the Institute can say what comes next.',
    },
  },
  letter: {
    subject: 'File for an application under Article 584 of the Judicial Code (reference {reference})',
    title: 'File for an application to withdraw intimate images',
    law: 'Article 584, fifth paragraph, 7°, of the Belgian Judicial Code',
    prepared:
      'This file is made for the lawyer of the person shown, or for the Institute for the Equality of Women and Men. It files nothing itself.',
    content:
      'Content: an image or recording of a nude person or of an explicit sexual act, which shows the applicant. It is described here in words only.',
    'content.parent':
      'Content: an image or recording of a nude person or of an explicit sexual act, which shows the child of the applicant. It is described here in words only.',
    'content.agent':
      'Content: an image or recording of a nude person or of an explicit sexual act, which shows the person for whom this file is made. It is described here in words only.',
    'content.minor':
      'Content: an image or recording, nude or sexual, of a person who was under 18 when it was made. It is described here in these words only.',
    'content.minor.parent':
      'Content: an image or recording, nude or sexual, of the child of the applicant, who was under 18 when it was made. It is described here in these words only.',
    'content.minor.agent':
      'Content: an image or recording, nude or sexual, of a person who was under 18 when it was made. It is described here in these words only.',
    applicant: 'Applicant, the person shown: {answer}',
    'applicant.minor':
      'Applicant, as legal representative of the person shown, or as the person shown if now of age: {answer}',
    'applicant.parent':
      'Applicant, as legal representative of the person shown, whom this file does not name: {answer}',
    'applicant.agent':
      'Applicant (the person shown, a legal representative or successor, or the Institute with the consent of the person shown): {answer}',
    nullity:
      'All data known that identify the images or recordings. Article 584 asks for them on pain of nullity, and the order must contain them.',
    missing: 'Data that cannot be given, and why: {answer}',
    'missing.none': 'nothing is missing, as far as is known.',
    production:
      'If data are missing, the president can order any other holder to produce them (Judicial Code, Articles 871 and 877 to 882), and give a first order on what there is.',
    nonconsent:
      'The person shown did not consent to the spreading. The law presumes absolute necessity, and the lack of consent until the contrary is proved.',
    'nonconsent.minor':
      'There is no consent to the spreading. The law presumes absolute necessity, and the lack of consent until the contrary is proved.',
    rule: 'Offence: Article 136 of the Criminal Code (law of 29 February 2024), formerly Article 417/9; with malice or for profit Article 137, formerly Article 417/10. Article 584 itself still names the former articles, and the third and fourth indents of former Articles 417/15 to 417/22.',
    'rule.minor':
      'Offence: Articles 136, 143 and 144 of the Criminal Code (law of 29 February 2024), formerly Article 417/9 and the third and fourth indents of Articles 417/15 to 417/22. Article 584 itself still names the former articles.',
    court:
      'Court: the president of the court of first instance, in summary proceedings or on unilateral request (Article 584).',
    addressee: 'Order asked against each of these intermediaries, by legal name and address: {answer}',
    poster:
      'If the person who posted it is known, the applicant tells that to the lawyer or the Institute directly. This file accuses nobody by name.',
    measure:
      'Measure asked: that they take all suitable means to withdraw the images or recordings at once or make them inaccessible, at the latest six hours after service of the order.',
    discreet:
      'Please show the content to nobody, and describe it in the application with no more words than the law asks.',
  },
} satisfies GroundWords
