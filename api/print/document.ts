/**
 * A tagged PDF of plain paragraphs: structure tree, language and title for screen readers, fonts embedded, no image.
 * Lines are broken here, at spaces alone and without hyphens, so that the text comes back as it went in.
 */
import { createRequire } from 'node:module'
import PdfDocument from 'pdfkit'
import type { Lang } from '#core/case/types.ts'

const require = createRequire(import.meta.url)

/** Latin of every kind, Greek, Cyrillic. */
const fonts = {
  text: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  mono: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
}

const margin = 52
const foot = 40
const gap = 7
/** Smaller than this is not read on paper. */
const leastSize = 6
const ink = '#111111'
const soft = '#444444'

export interface DocumentOptions {
  lang: Lang
  /** Shown in title bars and lists of files: it says nothing of what is inside. */
  title: string
  /** In ms since 1970; the same input gives the same bytes. */
  at: number
  /** `1 / 3`, and what stands beside it on every page. */
  footer?: string
}

/** Strokes of a pen in a box of 1000 × 300, each a list of points `[x, y]` from the top left. */
export type Strokes = readonly (readonly (readonly [x: number, y: number])[])[]

export interface Printed {
  heading(level: 1 | 2 | 3, text: string): void
  paragraph(text: string, look?: { soft?: boolean; bold?: boolean }): void
  /** An address, a digest, a number to copy: in one line as long as it can be read so, then cut anywhere. */
  exact(text: string): void
  /** A name and its value. */
  pair(name: string, value: string, look?: { exact?: boolean }): void
  list(items: readonly string[]): void
  strokes(strokes: Strokes, says: string): void
  space(): void
  newPage(): void
  end(): Promise<Buffer>
}

type Face = { font: keyof typeof fonts; size: number; colour: string; lead: number }

const faces = {
  text: { font: 'text', size: 10, colour: ink, lead: 14 },
  bold: { font: 'bold', size: 10, colour: ink, lead: 14 },
  soft: { font: 'text', size: 9, colour: soft, lead: 12.5 },
  mono: { font: 'mono', size: 9, colour: ink, lead: 13 },
  1: { font: 'bold', size: 16, colour: ink, lead: 21 },
  2: { font: 'bold', size: 12, colour: ink, lead: 16.5 },
  3: { font: 'bold', size: 10.5, colour: ink, lead: 14.5 },
} as const satisfies Record<string | number, Face>

export function openDocument({ lang, title, at, footer = '' }: DocumentOptions): Printed {
  const doc = new PdfDocument({
    size: 'A4',
    margin,
    tagged: true,
    lang,
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: title, CreationDate: new Date(at), Producer: 'pdfkit', Creator: 'pdfkit' },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  for (const [name, path] of Object.entries(fonts)) doc.registerFont(name, path)
  const root = doc.struct('Document')
  doc.addStructure(root)

  const width = doc.page.width - 2 * margin
  const bottom = doc.page.height - margin - foot / 2
  let y = margin

  const choose = ({ font, size, colour }: Face) => doc.font(font).fontSize(size).fillColor(colour)
  const widthOf = (text: string) => doc.widthOfString(text)

  /** So that what is printed can be read as it was meant: a character that no font has is not passed over. */
  function printable(text: string): string {
    const known = (character: string) => {
      const code = character.codePointAt(0) ?? 0
      return glyphs(doc).hasGlyphForCodePoint(code)
    }
    return Array.from(text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' '), (each) =>
      known(each) ? each : '\u{fffd}',
    ).join('')
  }

  /** Lines of a paragraph. Wide words are cut where the line ends; nothing is added. */
  function linesOf(text: string, room: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(/ +/)) {
      if (word === '') continue
      const longer = line === '' ? word : `${line} ${word}`
      if (widthOf(longer) <= room) {
        line = longer
        continue
      }
      if (line !== '') lines.push(`${line} `)
      const pieces = piecesOf(word, room)
      line = pieces.pop() ?? ''
      lines.push(...pieces)
    }
    return line === '' ? lines : [...lines, line]
  }

  function piecesOf(word: string, room: number): string[] {
    if (widthOf(word) <= room) return [word]
    const pieces: string[] = []
    let piece = ''
    for (const character of Array.from(word)) {
      if (piece !== '' && widthOf(piece + character) > room) {
        pieces.push(piece)
        piece = ''
      }
      piece += character
    }
    return [...pieces, piece]
  }

  /** Room for so much; a new page otherwise. What is taller than a page begins where it stands. */
  function reserve(height: number): void {
    if (y + height <= bottom || y === margin) return
    if (height > bottom - margin && y + 60 <= bottom) return
    doc.addPage()
    y = margin
  }

  function draw(tag: string, lines: readonly string[], face: Face, options: { left?: number; actual?: string } = {}) {
    const element = doc.struct(tag as 'P', options.actual === undefined ? {} : { actual: options.actual })
    root.add(element)
    for (const line of lines) {
      reserve(face.lead)
      element.add(doc.markStructureContent(tag as 'P'))
      choose(face).text(line, margin + (options.left ?? 0), y, { lineBreak: false })
      doc.endMarkedContent()
      y += face.lead
    }
    element.end()
  }

  function block(tag: string, text: string, face: Face, before = gap): void {
    choose(face)
    const shown = printable(text)
    const lines = linesOf(shown, width)
    y += y === margin ? 0 : before
    reserve(lines.length * face.lead)
    // What no font of ours can draw is still there for whoever copies it or has it read out.
    draw(tag, lines, face, shown.includes('\u{fffd}') ? { actual: text } : {})
  }

  const printed: Printed = {
    heading(level, text) {
      const face = faces[level]
      // Not alone at the foot of a page.
      reserve(gap * 2 + face.lead * 2 + 40)
      block(`H${level}`, text, face, level === 1 ? gap : gap * 2)
    },
    paragraph: (text, look = {}) => block('P', text, look.soft ? faces.soft : look.bold ? faces.bold : faces.text),
    exact(text) {
      const face: Face = { ...faces.mono }
      choose(face)
      const shown = printable(text)
      face.size = Math.max(leastSize, Math.min(face.size, (face.size * width) / Math.max(1, widthOf(shown)) - 0.01))
      choose(face)
      const lines = piecesOf(shown, width)
      y += 2
      reserve(lines.length * face.lead)
      draw('P', lines, face, { ...(lines.length > 1 && { actual: shown }) })
    },
    pair(name, value, { exact = false } = {}) {
      const left = 170
      choose(faces.soft)
      const names = linesOf(printable(name), left - 10)
      const face = exact ? faces.mono : faces.text
      choose(face)
      const isWide = exact && widthOf(printable(value)) > width - left
      const lines = isWide ? [] : linesOf(printable(value), width - left)
      const rows = Math.max(names.length, lines.length)
      y += 3
      reserve(rows * faces.text.lead + (isWide ? faces.mono.lead : 0))
      const top = y
      draw('P', names, faces.soft)
      const after = y
      if (isWide) return printed.exact(value)
      y = top
      draw('P', lines, face, { left })
      y = Math.max(after, y)
    },
    list(items) {
      for (const item of items) {
        choose(faces.text)
        const lines = linesOf(printable(item), width - 14)
        y += 3
        reserve(lines.length * faces.text.lead)
        const [first = '', ...more] = lines
        const element = doc.struct('P')
        root.add(element)
        for (const [at, line] of [first, ...more].entries()) {
          reserve(faces.text.lead)
          element.add(doc.markStructureContent('P'))
          choose(faces.text)
          if (at === 0) doc.text('•', margin, y, { lineBreak: false })
          doc.text(line, margin + 14, y, { lineBreak: false })
          doc.endMarkedContent()
          y += faces.text.lead
        }
        element.end()
      }
    },
    strokes(strokes, says) {
      const scale = 0.2
      reserve(70)
      const element = doc.struct('Figure', { alt: says })
      root.add(element)
      element.add(doc.markStructureContent('Figure'))
      doc.lineWidth(1.2).lineCap('round').lineJoin('round').strokeColor(ink)
      for (const [first, ...more] of strokes) {
        if (!first) continue
        const at = ([px, py]: readonly [number, number]) => [margin + px * scale, y + py * scale] as const
        doc.moveTo(...at(first))
        // A dot is a stroke of no length.
        for (const point of more.length > 0 ? more : [first]) doc.lineTo(...at(point))
        doc.stroke()
      }
      doc.endMarkedContent()
      element.end()
      y += 300 * scale + gap
    },
    space() {
      y += gap
    },
    newPage() {
      if (y === margin) return
      doc.addPage()
      y = margin
    },
    async end() {
      root.end()
      const { start, count } = doc.bufferedPageRange()
      for (let page = start; page < start + count; page++) {
        doc.switchToPage(page)
        doc.page.margins.bottom = 0 // or the foot would begin a page of its own
        doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
        choose(faces.soft)
        const number = `${page - start + 1} / ${count}`
        if (footer !== '') doc.text(printable(footer), margin, doc.page.height - foot, { lineBreak: false })
        doc.text(number, doc.page.width - margin - widthOf(number), doc.page.height - foot, { lineBreak: false })
        doc.endMarkedContent()
      }
      const ended = new Promise<void>((resolve) => doc.on('end', resolve))
      doc.end()
      await ended
      return Buffer.concat(chunks)
    },
  }
  return printed
}

/** The font that is chosen, as fontkit reads it. */
function glyphs(doc: InstanceType<typeof PdfDocument>): { hasGlyphForCodePoint(code: number): boolean } {
  return (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font.font
}
