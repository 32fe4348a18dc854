import fc from 'fast-check'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { expect, test } from 'vitest'
import { letterPdf } from '#api/print/letter.ts'
import { packPdf } from '#api/print/pack.ts'
import { ageBands, langs } from '#core/case/types.ts'
import { packFormat } from '#core/pack/index.ts'
import type { Letter } from '#knowledge/letters/letter.ts'

const address = 'https://cdn.example.org/files/2026/11/24/album-8f3a/IMG_0042.jpg?size=large&token=ab12'

/** A letter as the composer makes it, with what a test wants in it. */
function letterOf(blocks: string[], more: Partial<Letter> = {}): Letter {
  const head = [
    'To: The operator of example.org',
    'Date: 24 November 2026',
    'Reference: 7f3a9c21',
    '',
    'A title',
    'A law',
  ]
  const sections = [
    { key: 'where' as const, heading: 'Where it is', blocks: blocks.map((text) => ({ text })) },
    { key: 'signature' as const, heading: 'Signature', blocks: [{ text: 'Signature: Łukasz Đorđević' }] },
  ]
  const text = [...head, ...blocks].join('\n')
  return { lang: 'en', subject: 'A subject', head, sections, text, to: null, missing: [], present: [], ...more }
}

async function linesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return text.flatMap((page) => page.split('\n')).map((line) => line.trimEnd())
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

test('a letter comes back from its PDF as it went in, names and all', async () => {
  const names = 'Łukasz Đorđević, Şebnem Yılmaz, Nguyễn Thị Hồng, Ștefan Țurcanu, Þórður, Ελένη, Олена Їжак, Straße'
  const long = 'I ask you to remove this content and to keep it away. '.repeat(12).trim()
  const letter = letterOf([address, names, long, 'Office, fluffy, affidavit: « C’est fini »'])

  const text = flat((await linesOf(await letterPdf(letter))).join('\n'))

  for (const part of [address, names, long, 'Office, fluffy, affidavit: « C’est fini »', ...letter.head])
    expect(text).toContain(flat(part))
  for (const { heading } of letter.sections) expect(text).toContain(heading)
})

test('an address stands in a line of its own, and one of any length is found by joining lines', async () => {
  const longest = `https://example.org/${'abc/'.repeat(120)}end?x=1`

  const lines = await linesOf(await letterPdf(letterOf([address, longest])))

  expect(lines).toContain(address)
  expect(lines.join('')).toContain(longest)
})

test.each(langs)('a letter in %s is tagged, says its language, and its title says nothing', async (lang) => {
  const pdf = await letterPdf(letterOf([address], { lang }))

  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { info } = await getMeta(document)
  const tree = await (await document.getPage(1)).getStructTree()
  const tags = JSON.stringify(tree)
  const mark = await document.getMarkInfo()
  expect(mark?.Marked).toBe(true)
  expect(info.Language).toBe(lang)
  expect(['Letter', 'Lettre', 'Brief', 'Schreiben']).toContain(info.Title)
  expect(tags).toMatch(/"H1"/)
  expect(tags).toMatch(/"H2"/)
  expect(tags).toMatch(/"P"/)
})

test('every page has its number, and a paragraph that fits on a page is not torn', async () => {
  const blocks = Array.from(
    { length: 60 },
    (_, at) => `Paragraph ${at} ${'has some more words to say. '.repeat(8)}end.`,
  )

  const pdf = await letterPdf(letterOf(blocks))
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))

  expect(totalPages).toBeGreaterThan(2)
  text.forEach((page, at) => {
    expect(page).toContain(`${at + 1} / ${totalPages}`)
  })
  for (const block of blocks) expect(text.some((page) => flat(page).includes(flat(block)))).toBe(true)
})

test('a drawn signature is lines on the page and a figure for a screen reader, never an image', async () => {
  const signature = [[[10, 250] as const, [200, 30] as const, [400, 250] as const], [[500, 100] as const]]

  const pdf = await letterPdf(letterOf([address]), { signature })

  const tree = await (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)).getStructTree()
  expect(JSON.stringify(tree)).toContain('"Figure"')
  expect(JSON.stringify(tree)).toContain('Signature, drawn by hand')
  expect(pdf.includes('/Subtype /Image')).toBe(false)
})

test('the same letter gives the same bytes, and none of them tell when or by whom it was made', async () => {
  const [first, second] = [await letterPdf(letterOf([address])), await letterPdf(letterOf([address]))]

  expect(first.equals(second)).toBe(true)
})

test('whatever words she writes come back in their order', async () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcxyzÀéœßłđşțñøåžĳĲǆΩжїẽộ0123456789.,’«»–€()'),
    minLength: 1,
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 60 }), async (words) => {
      const lines = await linesOf(await letterPdf(letterOf([words.join(' ')])))
      expect(lines.join('').replace(/\s/g, '')).toContain(words.join('').normalize('NFC'))
    }),
    { numRuns: 10 },
  )
})

test.each(langs)(
  'what whoever takes a pack has to know stands on its first page, whatever her age: %s',
  async (lang) => {
    const at = Date.UTC(2026, 10, 24, 12)
    const find = { channel: 'A list', since: at, how: 'file' as const, measure: null, takenBack: false }
    const place = {
      number: 1,
      address,
      platform: null,
      object: null,
      copy: null,
      said: 'named' as const,
      keyLeftOut: false,
      finds: [find],
      seen: [],
    }
    const nothing = { record: [], audit: [], files: [], requests: [] }
    for (const ageBand of ageBands) {
      const about = {
        id: '0f3a9c21ab12',
        madeAt: at,
        for: 'police' as const,
        lang,
        country: 'BE',
        zone: 'Europe/Brussels',
      }
      const evidence = {
        format: packFormat,
        ...about,
        ageBand,
        file: '482-917-3056',
        places: [place],
        ...nothing,
      } as const
      const check = { page: 'https://vigie.example/check', command: 'npx vigie verify', key: 'ab', authority: null }

      const { text } = await extractText(await getDocumentProxy(new Uint8Array(await packPdf(evidence, check))))

      expect(text[0]).toContain('Computer Crime Unit')
      expect(text[1]?.trimStart().startsWith('1. ')).toBe(true)
    }
  },
)
