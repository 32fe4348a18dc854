/** What a pack of evidence says, and what is printed beside a letter. */
export const evidence = {
  print: { letter: 'Letter', signature: 'Signature, drawn by hand' },
}
