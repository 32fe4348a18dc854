import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { InvalidInput } from '#core/errors.ts'
import { type PackProblem, type Verdict, verifyPack } from '#core/pack/index.ts'
import { type Command, text } from '../command.ts'

export const verify: Command = {
  usage: 'FILE [--key NAME]',
  summary: 'Checks a pack of evidence, without a network: that nothing was changed, and who has signed it.',
  details: [
    'FILE is pack.json, pack.pdf, the zip with both, or their folder. The other of the two is looked for beside it. Prints one JSON line: `ok`, and in `problems` what does not fit. Exit status 1: something does not fit. 2: this is no pack.',
    '`key` is the name of the key that has signed. Compare it with the one that the installation shows at /check: whoever changes a pack can only sign it with another key.',
  ],
  options: {
    key: { type: 'string', value: 'NAME', describes: 'The name of the key that it must be signed with.' },
  },
  example: 'npx vigie verify for-the-police/pack.json',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const [file = ''] = args.positionals
    const { json, pdf } = await open(file)
    const verdict = json && (await verifyPack({ json, pdf, key: text(args, 'key') }))
    if (!verdict) throw new InvalidInput(`${file} is no pack of evidence.`)
    for (const line of tell(verdict)) context.say(line)
    const { madeAt, timestamp, ...rest } = verdict
    await context.print({
      file,
      ...rest,
      madeAt: instant(madeAt),
      timestamp: timestamp && { at: instant(timestamp.at), authority: timestamp.authority },
    })
    return verdict.ok ? 0 : 1
  },
}

const instant = (at: number | null) => (at !== null && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : null)

interface Files {
  json: Uint8Array | null
  pdf: Uint8Array | null
}

/** The two files of a pack, whichever of them was named. */
async function open(file: string): Promise<Files> {
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return open(join(file, 'pack.json'))
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new InvalidInput(`${file} cannot be read (${cause.code}).`, { cause })
  })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unzip(bytes)
  const isPdf = extname(file).toLowerCase() === '.pdf' || bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  const beside = await readBeside(file, isPdf ? '.json' : '.pdf')
  if (!isPdf) return { json: bytes, pdf: beside }
  if (!beside) throw new InvalidInput(`A pack is two files: put pack.json beside ${file}.`)
  return { json: beside, pdf: bytes }
}

async function readBeside(file: string, end: string): Promise<Uint8Array | null> {
  const names = [`${basename(file, extname(file))}${end}`, `pack${end}`]
  for (const name of names) {
    const found = await readFile(join(dirname(file), name)).catch(() => null)
    if (found) return found
  }
  return null
}

function unzip(bytes: Uint8Array): Files {
  try {
    const files = Object.entries(unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 100_000_000 }))
    const find = (end: string) => files.find(([name]) => name.toLowerCase().endsWith(end))?.[1] ?? null
    return { json: find('.json'), pdf: find('.pdf') }
  } catch {
    return { json: null, pdf: null }
  }
}

const says: Record<PackProblem, string> = {
  form: 'The JSON file is damaged or was written anew: it is not byte for byte as it was made.',
  signature: 'The signature does not fit: something in it was changed after it was signed.',
  key: 'It is signed with another key than the one that was named.',
  record: 'The record of the case does not hold together: an entry was changed, moved or taken out.',
  audit: 'The record does not fit the chain of the installation.',
  pdf: 'The PDF is not the one that was made with it.',
  timestamp: 'The timestamp is of something else, or is damaged.',
}

function tell({ ok, problems, key, pdf, timestamp }: Verdict): string[] {
  return [
    ok ? 'All of it fits: nothing was changed since it was signed.' : 'This pack does not fit:',
    ...problems.map((problem) => `- ${says[problem]}`),
    ...(pdf === 'not given' ? ['The PDF was not there, and was not checked: put pack.pdf beside it.'] : []),
    ...(ok && key ? [`Signed with the key ${key}. Compare it with the one at /check of the installation.`] : []),
    ...(timestamp ? [`${timestamp.authority} has put its time on it: ${instant(timestamp.at)}.`] : []),
  ]
}
