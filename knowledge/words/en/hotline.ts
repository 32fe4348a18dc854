/** The first letter and the first call: to a hotline for somebody under 18, to the police for anybody. And sextortion. */
export const hotline = {
  /** To the hotline, in her own words; only for somebody under 18. */
  letter: {
    subject: 'Report of images of a young person (reference {reference})',
    hello: 'Hello,',
    age: {
      '16-17': 'I am 16 or 17 years old in the images.',
      'under-16': 'I am under 16 in the images.',
    },
    what: 'They are nude or sexual, and they are of me. I want them gone.',
    where: 'They can be found here:',
    ask: 'Can you have them taken down, also in other countries?',
    anonymous: 'I do not give my name. I know that this is not needed.',
    first: 'Please talk to me before you talk to anybody else about me.',
    reference: 'My reference is {reference}.',
  },
  /** To take along to the police. */
  police: {
    subject: 'For the police (reference {reference})',
    adult: 'Intimate images of me are spread without my consent. I want to make a complaint.',
    minor: 'Nude or sexual images of me are spread. I am under 18 in them. I want to report this.',
    where: 'They can be found here:',
    offence: 'This may be the offence:',
    list: 'I can give a list with addresses, days and times, and the requests that were sent. There is no image in it.',
    anyZone: 'In Belgium every police zone takes this complaint.',
    copy: 'I ask for the number of the report and a copy of my statement.',
    public: 'Please keep my name out of everything that becomes public.',
  },
  /** What can be said on the telephone. */
  call: {
    hotline: {
      say: [
        'Hello.',
        '{age}',
        'Nude or sexual images of me are on the internet. I have the addresses.',
        'I do not want to give my name.',
        'What can you do, and what happens next?',
      ],
      age: {
        '16-17': 'I am 16 or 17 years old in the images.',
        'under-16': 'I am under 16 in the images.',
      },
      mayAsk: [
        'Where the images are. Read out the addresses, or say your reference.',
        'How old you are in the images.',
        'Whether you are safe now, and whether somebody threatens you.',
        'How they can reach you. You can say: “I will call again.”',
      ],
      leaveOut: [
        'You do not have to give your name, your school or your address.',
        'You do not have to say how the images were made, or who had them.',
        'Nobody needs to see the images. They stay where they are: the addresses are enough.',
      ],
      goodToKnow: [
        'You did nothing wrong. The one who passed the images on is responsible.',
        'You can stop the call at any moment, and call again later.',
        'You can have somebody you trust sit next to you.',
        'You choose whether your parents know. You can ask what stays between you.',
      ],
      secrecy: 'The people of Child Focus have to keep your secret.',
    },
    police: {
      minor: [
        'Hello.',
        '{age}',
        'Nude or sexual images of me are spread. I want to report it.',
        'When can I come, and may I speak to somebody who knows about this?',
      ],
      adult: [
        'Hello.',
        'Intimate images of me are spread without my consent. I want to make a complaint.',
        'When can I come, and may I speak to somebody who knows about this?',
      ],
      mayAsk: [
        'Your name, and how they can reach you.',
        'Where the images are, and since when. You have the list.',
        'Whether you know who did it. “I do not know” is an answer.',
        'Whether somebody threatens you or wants money.',
      ],
      leaveOut: [
        'You do not have to show the images. The addresses are enough.',
        'If they ask for your telephone, you can first ask what it is for.',
        'You do not have to talk about anything else in your life.',
      ],
      goodToKnow: [
        'The one who spreads the images is responsible, also when you once agreed to their making.',
        'Ask whether somebody you trust may stay with you.',
        'You can ask for a break, for a glass of water, or to go on another day.',
      ],
      goodToKnowMinor: [
        'You did nothing wrong. The one who passed the images on is responsible.',
        'Ask whether somebody you trust may stay with you.',
        'You can ask for a break, for a glass of water, or to go on another day.',
      ],
      belgium: 'In Belgium every police zone takes your complaint. The Computer Crime Unit can help them.',
      belgiumMinor:
        'In Belgium you can go to the police alone. Your parents do not have to agree. You may bring somebody you trust.',
    },
  },
  sextortion: {
    title: 'Somebody threatens you or wants money',
    intro: 'You are not alone, and you did nothing wrong. Do these five things, in this order.',
    minorIntro: 'You are not alone, and you did nothing wrong. Do these five things, in this order.',
    steps: [
      { title: 'Do not pay', text: 'Give no money, no codes and no more images. Have you already? Then stop now.' },
      {
        title: 'Keep the messages',
        text: 'Delete nothing. Names, numbers, accounts and times are what the police need.',
      },
      { title: 'Do not answer', text: 'Write nothing more to them. Block them once you have kept the messages.' },
      {
        title: 'Tell somebody you trust',
        text: 'A friend, somebody at home or at work. You do not have to carry this alone.',
      },
      {
        title: 'Call the police and a helpline',
        text: 'The numbers are below. If you are in danger, call the emergency number.',
      },
    ],
    minorSteps: [
      { title: 'Do not pay', text: 'Give no money, no codes and no more images. Have you already? Then stop now.' },
      {
        title: 'Keep the messages',
        text: 'Delete nothing. Names, numbers, accounts and times are what the police need.',
      },
      { title: 'Do not answer', text: 'Write nothing more to them. Block them once you have kept the messages.' },
      {
        title: 'Tell somebody you trust',
        text: 'A friend, a teacher, somebody at home: you choose. You do not have to carry this alone.',
      },
      {
        title: 'Call the helpline and the police',
        text: 'The numbers are below. The helpline does not need your name. If you are in danger, call the emergency number.',
      },
    ],
    afterwards: 'After that we ask for the images to be taken down.',
  },
}
