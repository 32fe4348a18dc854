/** What every letter says in the same way, in English. Formal; no more than she declared. `{…}` is filled in. */
export const letter = {
  to: 'To: {recipient}',
  date: 'Date: {date}, {time} (Brussels, {offset})',
  reference: 'Reference: {reference}',
  ipfs: 'IPFS gateways',
  hostOf: 'The hosting provider of {host}',
  registrarOf: 'The registrar of {domain}',

  headings: {
    where: 'Where it is',
    what: 'What it is',
    why: 'Why it is illegal',
    ask: 'What I ask',
    statement: 'Statement',
    sender: 'Sender',
    signature: 'Contact and signature',
    before: 'What happened before',
    data: 'Which personal data',
  },

  address: 'Address {number} of {count}:',
  object: 'Object at this address: {ids}',
  keyLeftOut: 'The key of this link is left out here. Only the host gets it.',
  found: 'I found this address through a public notice of {date}.',
  foundMany: 'I found these addresses through public notices of {date}.',
  sameFile: 'The notice names the very same file.',
  samePicture: 'The notice names a picture that looks the same, or almost the same.',
  again:
    'I asked for the removal of the same content before, on {date} (reference {reference}). It was gone. It is there again.',

  crime:
    'To spread an intimate image without the consent of the person shown is a criminal offence, for example under {rule}.',
  crimeOfMinors: 'To spread it is also a criminal offence under {rule}.',
  directive:
    'Article 5 of Directive (EU) 2024/1385 requires every Member State to make it a criminal offence to share intimate material without the consent of the person shown.',
  category: 'Category, as the EU transparency database words it:',

  parent: 'I am the parent or guardian of the person shown, and I act for that person.',
  agent: 'I act for the person shown, with that person’s authority.',
  actsFor: '{organisation} acts for the person shown, with that person’s authority.',
  organisation: 'Organisation: {organisation}',

  sentBefore: 'I sent you this request on {date} (reference {reference}).',
  sentBeforeTo: 'I sent this request to {about} on {date} (reference {reference}).',
  sentBeforeToThem: 'I sent this request to the provider on {date} (reference {reference}).',
  refused: 'It was refused on {date}.',
  silent: 'I have had no answer.',

  name: 'Name: {name}',
  mail: 'Email: {mail}',
  contact: 'Contact: {contact}',
  signature: 'Signature: {name}',
  ownWords: 'In my own words: “{words}”',

  gaps: {
    name: 'your name',
    mail: 'your email address',
    contact: 'your email address or telephone number',
    minorName: 'your name',
    minorMail: 'your email address',
    minorContact: 'your email address or telephone number',
    adultName: 'name of the adult who signs',
    adultMail: 'email address of the adult who signs',
    adultContact: 'email or telephone of the adult who signs',
    organisation: 'name of the organisation',
    sentBefore: 'day on which the request was sent',
    answer: 'your answer',
  },

  questions: {
    organisation: 'Which organisation acts for the person shown?',
    name: 'What is the name of the person who signs?',
    sentBefore: 'On which day was the request sent? Write it as 2026-11-20.',
  },
}
