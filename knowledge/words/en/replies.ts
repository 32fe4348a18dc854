/** What came back by mail, and what it means. Nobody is addressed: it stands for adults and minors alike. */
export const replies = {
  receipt: {
    title: 'They have received it',
    means: 'This answer says that the request arrived. Nothing more follows from it.',
  },
  question: {
    title: 'They ask something',
    means:
      'It is enough to answer what they need to find the place. The picture itself is never needed. An identity document is hardly ever needed: the answer can ask why they want one.',
  },
  refused: {
    title: 'It sounds like a refusal',
    means: 'It is only their first answer. If it is one, a next step comes after it.',
  },
  removed: {
    title: 'It sounds as if it is gone',
    means: 'It counts as gone once that was seen or confirmed. Until then everything goes on.',
  },
  automatic: {
    title: 'A machine has answered',
    means: 'The message arrived. As far as can be seen, nobody has read it yet.',
  },
  delayed: {
    title: 'It has not arrived yet',
    means: 'Their mail server is not answering. Ours tries again by itself.',
  },
  bounce: { title: 'It did not arrive', means: 'That address takes no mail. The plan shows other ways to reach them.' },
  other: {
    title: 'They have answered',
    means: 'What the answer means could not be told from its words. It can be read below.',
  },
}
