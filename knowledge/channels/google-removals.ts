/**
 * Google's removal downloads: copyright requests to Google Search, one zip of three tables. What was removed is not
 * listed; listed is every address that was complained about and kept, and in whose name each request was made.
 */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import { filesIn, linesOf } from '../protocols/zip.ts'
import { defineChannel, type Entry, type Page } from './channel.ts'
import { wholeNumber } from './options.ts'

const bounds = {
  zippedBytes: 64 * 2 ** 30,
  unpackedBytes: 400 * 2 ** 30,
  lineBytes: 64 << 10,
  pageEntries: 4_000,
  quarantined: 200, // of one reading
}
/** Requests are answered in another order than they came in: so many numbers are looked at once more. */
const overlap = 2_000_000

export const googleRemovals = defineChannel({
  id: 'google-removals',
  title: 'Google’s removal downloads',
  summary:
    'Reads the copyright requests to Google Search, 13 GB at a time: finds a watched address that was complained about and kept, and a request in a watched name.',
  sources: [{ url: 'https://transparencyreport.google.com/copyright/overview', checked: '2026-11-24' }],
  address: {
    schemes: ['https:', 'http:'],
    example: 'https://storage.googleapis.com/transparencyreport/google-websearch-copyright-removals.zip',
    default: 'https://storage.googleapis.com/transparencyreport/google-websearch-copyright-removals.zip',
  },
  toldTo: 'everybody',
  options: z.strictObject({
    gigabytes: wholeNumber(1, 64)
      .optional()
      .describe('largest download that is agreed to; without it nothing larger than 1 GB is fetched'),
  }),
  suggestions: [],
  live: false,
  everyMs: 7 * 24 * 3_600_000,

  /**
   * The zip is read from its beginning each time it has changed, and entries of requests already read are passed over.
   * Until its end the cursor keeps the number reached before, so that a cut loses nothing.
   */
  async *poll({ url, options }, cursor, { net, signal }) {
    const before = readCursor(cursor)
    const host = new URL(url).host
    const head = await net.ask(url, { method: 'HEAD', redirects: 'follow', maxBytes: 1_000, signal })
    if (head.status !== 200)
      throw new Unavailable(`${host} answers ${head.status}: check the address, or try again later`)
    const version = head.headers.get('etag') ?? head.headers.get('last-modified') ?? ''
    if (version !== '' && version === before.version) return
    const length = Number(head.headers.get('content-length') ?? 0)
    const agreed = (options.gigabytes ?? 1) * 2 ** 30
    if (length > agreed) {
      const gigabytes = Math.ceil(length / 2 ** 30)
      throw new Refused(
        `The download is ${gigabytes} GB: if that is what you want, add the channel with gigabytes=${gigabytes}`,
      )
    }
    await using answer = await net.stream(url, {
      maxBytes: Math.min(bounds.zippedBytes, agreed),
      timeoutMs: 120_000,
      signal,
    })
    if (answer.status !== 200) throw new Unavailable(`${host} answers ${answer.status}: try again later`)
    const keep: State = { ...before, version: before.version }
    let highest = before.highest
    let odd = 0
    let entries: Entry[] = []
    for await (const { name, chunks } of filesIn(answer.body, { maxBytes: bounds.unpackedBytes })) {
      const read = readers.find(({ file }) => name.endsWith(file))
      if (!read) continue
      let columns: string[] | null = null
      for await (const line of linesOf(chunks, { maxLength: bounds.lineBytes })) {
        if (line === '') continue
        if (!columns) {
          columns = headerOf(line, read.needs)
          continue
        }
        const row = line === null ? null : readRow(line)
        if (!row || row.length !== columns.length) {
          if (odd++ < bounds.quarantined)
            entries.push({
              type: 'malformed',
              raw: (line ?? '').slice(0, 4_000),
              reason: `a row of ${read.file} with other columns than its header`,
            })
          continue
        }
        const cell = cellOf(row, columns)
        const request = Number(cell('Request ID'))
        if (!Number.isSafeInteger(request) || request < 0 || request <= before.highest - overlap) continue
        highest = Math.max(highest, request)
        const entry = read.entry(request, cell)
        if (entry) entries.push(entry)
        if (entries.length < bounds.pageEntries) continue
        yield { entries, cursor: print(keep) } satisfies Page
        entries = []
      }
    }
    yield { entries, cursor: print({ version, highest }) } satisfies Page
  },

  reread: () => [], // a row without its header says nothing
})

const State = z.object({
  /** Of the zip that was read to its end. */
  version: z.string().max(500),
  /** The highest number of a request in it. */
  highest: z.int().min(0),
})
type State = z.infer<typeof State>

function readCursor(cursor: string | null): State {
  return cursor === null ? { version: '', highest: 0 } : State.parse(JSON.parse(cursor))
}

const print = (state: State) => JSON.stringify(state)

type Cell = (name: string) => string

interface Reader {
  file: string
  needs: readonly string[]
  entry(request: number, cell: Cell): Entry | null
}

const readers: readonly Reader[] = [
  {
    file: 'urls-no-action-taken.csv',
    needs: ['Request ID', 'URL'],
    entry(request, cell) {
      const url = cell('URL')
      if (!/^https?:\/\/\S+$/i.test(url) || url.length > 2_048) return null
      // Several rows of one request each name an address of its own.
      return {
        type: 'notice',
        notice: { id: `${request} ${url}`.slice(0, 512), at: 0, kind: 'takedown', fingerprints: [], locations: [url] },
      }
    },
  },
  {
    file: 'requests.csv',
    needs: ['Request ID', 'Date', 'Lumen URL', 'Copyright owner name'],
    entry(request, cell) {
      const owner = cell('Copyright owner name').slice(0, 300)
      if (!/\p{L}+\P{L}+\p{L}+/u.test(owner)) return null
      const at = Date.parse(cell('Date'))
      const lumen = cell('Lumen URL')
      return {
        type: 'notice',
        notice: {
          id: `${request}`,
          at: Number.isNaN(at) ? 0 : at,
          kind: 'takedown',
          fingerprints: [],
          locations: /^https?:\/\/\S+$/i.test(lumen) ? [lumen] : [],
          titles: [owner],
        },
      }
    },
  },
]

function headerOf(line: string | null, needs: readonly string[]): string[] {
  const columns = (readRow((line ?? '').replace(/^\uFEFF/, '')) ?? []).map((name) => name.trim())
  const missing = needs.find((name) => !columns.includes(name))
  if (missing) throw new Malformed(`A table of the download has no column ${missing}: it has changed its form`)
  return columns
}

function readRow(line: string): string[] | null {
  try {
    const [row] = parse(line, { relax_quotes: true, relax_column_count: true })
    return Array.isArray(row) ? row : null
  } catch {
    return null
  }
}

function cellOf(row: readonly string[], columns: readonly string[]): Cell {
  return (name) => row[columns.indexOf(name)] ?? ''
}
