/** The words of letters, in English. Formal, first person, no more than she declared. `{…}` is filled in. */
export const en = {
  to: 'To: {recipient}',
  date: 'Date: {date}, {time} (Brussels, {offset})',
  reference: 'Reference: {reference}',
  ipfs: 'IPFS gateways',
  object: 'Object at this address: {ids}',

  where: 'Where it is',
  what: 'What it is',
  why: 'Why it is illegal',
  ask: 'What I ask',
  statement: 'Statement',
  sender: 'Sender',

  found: 'I found this address through a public notice of {date}.',
  sameFile: 'The notice names the very same file.',
  samePicture: 'The notice names a picture that looks the same, or almost the same.',
  again:
    'I asked for the removal of the same content before, on {date} (reference {reference}). It was gone. It is there again.',

  gapName: '[your name]',
  gapMail: '[your email address]',
  gapContact: '[your email address or telephone number]',
  gapAdultName: '[name of the adult who signs]',
  gapAdultContact: '[email or telephone of the adult who signs]',
  gapAuthority: '[parent, guardian, lawyer or other authorized adult]',
  name: 'Name: {name}',
  mail: 'Email: {mail}',
  contact: 'Contact: {contact}',

  dsa16: {
    subject: 'Notice of illegal content, Article 16 DSA (reference {reference})',
    title: 'Notice of illegal content',
    law: 'Article 16 of Regulation (EU) 2022/2065 (Digital Services Act)',
    adult:
      'It is an intimate image or video. It shows me, or a person for whom I may act. The person shown did not agree to its being spread.',
    minor:
      'It is an intimate image or video of a person who was under 18 when it was made. I am that person, or I may act for that person. It is child sexual abuse material: its dissemination is an offence referred to in Articles 3 to 7 of Directive 2011/93/EU.',
    crime:
      'To spread an intimate image without the consent of the person shown is a criminal offence, for example under {rule}.',
    crimeOfMinors: 'To spread it is also a criminal offence under {rule}.',
    directive:
      'Article 5 of Directive (EU) 2024/1385 requires every Member State to make it a criminal offence to share intimate material without the consent of the person shown.',
    category: 'Category, as the EU transparency database words it:',
    remove: 'Please remove the content, or disable access to it.',
    receipt: 'Please confirm receipt without undue delay (Article 16(4)).',
    decision: 'Please tell me your decision, its reasons, and how it can be contested (Articles 16(5) and 17).',
    silence:
      'Please do not tell the person who posted it who sent this notice. Article 17(3)(b) allows that only where strictly necessary.',
    bonaFide:
      'I believe in good faith that the information and allegations in this notice are accurate and complete (Article 16(2)(d)).',
    anonymous: 'For this notice no name and no email address are needed (Article 16(2)(c)).',
  },

  tida: {
    subject: 'Removal request, TAKE IT DOWN Act (reference {reference})',
    title: 'Request for removal of an intimate visual depiction',
    law: 'TAKE IT DOWN Act, 47 U.S.C. 223a',
    adult: 'It is an intimate visual depiction. It shows me, or a person for whom I am authorized to act.',
    minor:
      'It is an intimate visual depiction of a person who was under 18 when it was made: child sexual abuse material. I act for the person shown, whom I do not name.',
    authority: 'I act as: {authority}',
    forgery: 'The Act covers authentic depictions and digital forgeries alike.',
    goodFaith: 'I believe in good faith that it was published without the consent of the person shown.',
    remove: 'Please remove it as soon as possible, and not later than 48 hours after receiving this request.',
    copies: 'Please also make reasonable efforts to find and remove known identical copies.',
    receipt: 'Please confirm receipt with a request number. If you refuse, please give your reasons.',
    signed: 'Contact and signature',
  },
}

export type LetterWords = typeof en
