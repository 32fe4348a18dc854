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

  async run(args, { printText }) {
    const file = text(args, 'enrolled')
    if (!file) throw new InvalidInput('Name the file of enrolled hashes: --enrolled FILE')
    const most = readDistance(text(args, 'max-distance') ?? '31')
    const { createHammingIndex } = await import('#core/match/index.ts')

    const index = createHammingIndex()
    // Rows are numbered in the order of the file, as nothing is deleted; tables are built once, when all are read.
    await index.fill(async () => {
      const insert = (hash: Uint8Array) => void index.insert(hash)
      for await (const _ of readHashes(createReadStream(file), file, insert));
    })

    const hashes: Uint8Array[] = []
    const ask = (hash: Uint8Array) => void hashes.push(hash.slice())
    for await (const _ of readHashes(process.stdin, 'standard input', ask)) {
      const found = new Found()
      index.search(hashes, most, (query, row, distance) => found.add(query, row, distance))
      const match = new Uint8Array(BYTES)
      let lines = ''
      for (const { query, row, distance } of found.inOrder()) {
        index.copyHash(row, match)
        lines += `{"query":"${hexOf(hashes[query]!)}","match":"${hexOf(match)}","distance":${distance}}\n`
        if (lines.length < PRINTED_AT_ONCE) continue
        await printText(lines)
        lines = ''
      }
      if (lines) await printText(lines)
      hashes.length = 0
    }
    return 0
  },
}

const PRINTED_AT_ONCE = 1 << 16

const hexOf = (hash: Uint8Array) => Buffer.from(hash.buffer, hash.byteOffset, BYTES).toString('hex')

/** Pairs of one page: a crowd can meet every query, so they are numbers in a list, not objects. */
class Found {
  /** Query and row as one number, so that sorting puts them in order; its distance at the same place. */
  private pairs = new Float64Array(1024)
  private count = 0

  add(query: number, row: number, distance: number): void {
    if (this.count === this.pairs.length) {
      const larger = new Float64Array(2 * this.count)
      larger.set(this.pairs)
      this.pairs = larger
    }
    this.pairs[this.count++] = (query * ROWS + row) * DISTANCES + distance
  }

  *inOrder(): Generator<{ query: number; row: number; distance: number }> {
    for (const pair of this.pairs.subarray(0, this.count).sort()) {
      const place = Math.floor(pair / DISTANCES)
      yield { query: Math.floor(place / ROWS), row: place % ROWS, distance: pair % DISTANCES }
    }
  }
}

const ROWS = 2 ** 24
const DISTANCES = 2 ** 9

function readDistance(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 256)
    throw new InvalidInput('--max-distance is a whole number from 0 to 256.')
  return Number(text)
}

/**
 * One hash a line: `each` is called for every hash, and a turn ends where a chunk of the stream does, so that a file is
 * compared by the thousand and a slow typist is answered line by line. Empty lines count but say nothing. Read byte by
 * byte: a text for each line of a million would be the greater part of the memory.
 */
async function* readHashes(
  stream: AsyncIterable<Buffer>,
  of: string,
  each: (hash: Uint8Array) => void,
): AsyncGenerator<void> {
  const lines = new HashLines()
  for await (const chunk of readable(stream, of)) {
    lines.take(chunk, each)
    yield
    lines.check(of)
  }
  lines.take(LINE_END, each)
  yield
  lines.check(of)
}

const LINE_END = Buffer.from('\n')
const BYTES = 32

/** Reads lines of hexadecimal digits as they come, whatever the borders of the chunks. */
class HashLines {
  /** The number of the first line that is no hash. */
  private wrong: number | undefined
  private number = 1
  /** The line so far: its digits' values, and whether white space has followed them. */
  private readonly digits = new Uint8Array(2 * BYTES)
  private readonly hash = new Uint8Array(BYTES)
  private count = 0
  private isEnded = false
  private isWrong = false

  /** Calls `each` for the hash of every line that ends in this chunk, up to the first that is none; keep a copy. */
  take(chunk: Uint8Array, each: (hash: Uint8Array) => void): void {
    for (let i = 0; i < chunk.length && this.wrong === undefined; i++) {
      const byte = chunk[i]!
      if (byte !== 10) this.takeByte(byte)
      else if (this.isWrong || (this.count > 0 && this.count < 2 * BYTES)) this.wrong = this.number
      else {
        if (this.count > 0) {
          for (let at = 0; at < BYTES; at++) this.hash[at] = this.digits[2 * at]! * 16 + this.digits[2 * at + 1]!
          each(this.hash)
        }
        this.number++
        this.count = 0
        this.isEnded = false
      }
    }
  }

  check(of: string): void {
    if (this.wrong !== undefined)
      throw new InvalidInput(`Line ${this.wrong} of ${of} is no PDQ hash: write 64 hexadecimal digits a line.`)
  }

  private takeByte(byte: number): void {
    if (byte === 32 || byte === 9 || byte === 13) {
      this.isEnded = this.count > 0
      return
    }
    const letter = byte | 32
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : letter >= 97 && letter <= 102 ? letter - 87 : -1
    if (digit < 0 || this.isEnded || this.count === 2 * BYTES) this.isWrong = true
    else this.digits[this.count++] = digit
  }
}

async function* readable(stream: AsyncIterable<Buffer>, of: string): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    throw new NotFound(`${of} cannot be read (${code}): name a file of hashes.`, { cause })
  }
}
