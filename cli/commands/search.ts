import { createReadStream } from 'node:fs'
import { InvalidInput, NotFound } from '#core/errors.ts'
import { type Command, text } from '../command.ts'

export const search: Command = {
  usage: '--enrolled FILE [--max-distance N] < QUERIES',
  summary: 'Finds every pair of a query and an enrolled PDQ hash at most N bits apart.',
  details: [
    'Both hold one hash of 64 hexadecimal digits a line. Prints {"query","match","distance"}, in the order of the queries, and within a query in that of the enrolled file, duplicates included.',
  ],
  options: {
    enrolled: { type: 'string', value: 'FILE', describes: 'The hashes to look among.' },
    'max-distance': {
      type: 'string',
      value: 'N',
      describes: 'Greatest number of differing bits, 0 to 256. Default: 31.',
    },
  },
  example: 'npx vigie search --enrolled enrolled.txt --max-distance 31 < published.txt',
  takes: { least: 0, most: 0 },

  async run(args, { print }) {
    const file = text(args, 'enrolled')
    if (!file) throw new InvalidInput('Name the file of enrolled hashes: --enrolled FILE')
    const most = readDistance(text(args, 'max-distance') ?? '31')
    const [{ createHammingIndex }, { fromHex, hex }] = await Promise.all([
      import('#core/match/index.ts'),
      import('#core/fingerprint/index.ts'),
    ])

    const index = createHammingIndex()
    const enrolled: Uint8Array[] = []
    const positions = new Map<number, number>()
    for await (const hashes of readHashes(createReadStream(file), file)) {
      for (const written of hashes) {
        const hash = fromHex(written)
        positions.set(index.insert(hash), enrolled.length)
        enrolled.push(hash)
      }
    }

    for await (const queries of readHashes(process.stdin, 'standard input')) {
      const found: { position: number; distance: number }[][] = queries.map(() => [])
      index.search(queries.map(fromHex), most, (query, row, distance) => {
        found[query]?.push({ position: positions.get(row) ?? 0, distance })
      })
      for (const [i, query] of queries.entries()) {
        const pairs = found[i]?.sort((a, b) => a.position - b.position) ?? []
        await print(...pairs.map(({ position, distance }) => ({ query, match: hex(enrolled[position]!), distance })))
      }
    }
    return 0
  },
}

function readDistance(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 256)
    throw new InvalidInput('--max-distance is a whole number from 0 to 256.')
  return Number(text)
}

/**
 * One hash a line, in pages: what each chunk of the stream completes, so that a file is compared by the thousand and a
 * slow typist is answered line by line. Empty lines count but say nothing.
 */
async function* readHashes(stream: AsyncIterable<Buffer>, of: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let number = 0
  const take = (lines: string[]) => {
    const hashes: string[] = []
    for (const line of lines) {
      number += 1
      const written = line.trim().toLowerCase()
      if (/^[0-9a-f]{64}$/.test(written)) hashes.push(written)
      else if (written) return { hashes, wrong: number }
    }
    return { hashes, wrong: undefined }
  }
  const report = (wrong: number | undefined) => {
    if (wrong !== undefined)
      throw new InvalidInput(`Line ${wrong} of ${of} is no PDQ hash: write 64 hexadecimal digits a line.`)
  }
  for await (const chunk of readable(stream, of)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = (lines.pop() ?? '').slice(0, 1_000) // no hash is longer: a file without line ends stays small here
    const { hashes, wrong } = take(lines)
    if (hashes.length > 0) yield hashes
    report(wrong)
  }
  const { hashes, wrong } = take(rest ? [rest] : [])
  if (hashes.length > 0) yield hashes
  report(wrong)
}

async function* readable(stream: AsyncIterable<Buffer>, of: string): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    throw new NotFound(`${of} cannot be read (${code}): name a file of hashes.`, { cause })
  }
}
