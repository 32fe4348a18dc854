import { readFile, stat } from 'node:fs/promises'
import { InvalidInput, Malformed } from '#core/errors.ts'
import { type Command, number } from '../command.ts'

/** Longer than any list of so many frames as are read. */
const mostBytes = 32 * 2 ** 20

export const vpdq: Command = {
  usage: 'QUERY TARGET [--distance N] [--quality N]',
  summary: 'Compares two published frame files: how much of each clip is in the other.',
  details: [
    'Prints {"queryPercent","targetPercent","match"}. Repeated hashes count once (their first frame), frames below the quality are left out, and two frames are one when at most so many of their 256 bits differ. `match` is true when 80 percent of either clip are in the other: the published rules ask that of opposite sides, one finds a whole copy and one an excerpt.',
    'Reads lines of frame,quality,hash,timestamp, as `vigie hash --text` prints them; JSON arrays of "hash,quality,timestamp"; and the line that `vigie hash` prints for a video.',
  ],
  options: {
    distance: { type: 'string', value: 'N', describes: 'The most bits that may differ, 0 to 256. Default: 31.' },
    quality: { type: 'string', value: 'N', describes: 'The least quality of a frame that counts. Default: 50.' },
  },
  example: 'npx vigie vpdq found.txt mine.txt',
  takes: { least: 2, most: 2 },

  async run(args, { print }) {
    const { compareVpdq, isVpdqMatch, parseVpdq, VPDQ_DISTANCE, VPDQ_QUALITY } = await import(
      '#core/fingerprint/index.ts'
    )
    const distance = number(args, 'distance', { least: 0, most: 256, otherwise: VPDQ_DISTANCE })
    const quality = number(args, 'quality', { least: 0, most: 100, otherwise: VPDQ_QUALITY })
    const [query, target] = await Promise.all(args.positionals.map((file) => readList(file, parseVpdq)))
    if (!query || !target) throw new InvalidInput('Name two frame files.')
    const compared = compareVpdq(query, target, { distance, quality })
    const { queryPercent, targetPercent } = compared
    await print({ queryPercent, targetPercent, match: isVpdqMatch(compared) })
    return 0
  },
}

/** @throws Malformed with the file's name, and the line that is wrong */
async function readList<T>(file: string, parse: (text: string) => T): Promise<T> {
  try {
    if ((await stat(file)).size > mostBytes) throw new SyntaxError('this file is too long for a frame file')
    return parse(await readFile(file, 'utf8'))
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    if (cause instanceof SyntaxError) throw new Malformed(`${file}: ${cause.message}.`, { cause })
    const code = 'code' in cause ? cause.code : ''
    const why = { ENOENT: 'there is no such file', EISDIR: 'this is a folder' }[String(code)]
    throw new Malformed(`${file}: ${why ?? `this file cannot be read (${code || cause.message})`}.`, { cause })
  }
}
