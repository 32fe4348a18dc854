/** A letter on paper: the same words as its text, for a recipient who wants paper or a form that takes a file. */
import { evidenceWords } from '#knowledge/evidence.ts'
import type { Letter } from '#knowledge/letters/letter.ts'
import { openDocument, type Strokes } from './document.ts'

export interface LetterPdfOptions {
  /** Drawn with a finger on her own device, as strokes; an image of it is never made. */
  signature?: Strokes
  /** What the file says of its own making, in ms since 1970. */
  at?: number
}

/**
 * The letter as a tagged PDF. Its title says nothing of what is inside; addresses stand in a line of their own, so that
 * they can be copied back whole.
 */
export async function letterPdf(letter: Letter, { signature, at = 0 }: LetterPdfOptions = {}): Promise<Buffer> {
  const words = evidenceWords(letter.lang).print
  const page = openDocument({ lang: letter.lang, title: words.letter, at })
  for (const [place, line] of letter.head.entries()) {
    if (line === '') page.space()
    else if (place > 0 && letter.head[place - 1] === '') page.heading(1, line)
    else page.paragraph(line)
  }
  for (const [place, { key, heading, blocks }] of letter.sections.entries()) {
    page.heading(2, `${place + 1}. ${heading}`)
    for (const { text } of blocks)
      for (const line of text.split('\n')) {
        if (isAddress(line)) page.exact(line)
        else if (line.trim() !== '') page.paragraph(line)
      }
    if (key === 'signature' && signature?.length) page.strokes(signature, words.signature)
  }
  return page.end()
}

/** One long word that is no sentence: an address, a magnet link, a CID. */
function isAddress(line: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(line) || /^\S{40,}$/.test(line)
}
