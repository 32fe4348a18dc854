import { z } from 'zod'
import { langs } from '#core/case/types.ts'
import { InvalidInput, Malformed, Unavailable } from '#core/errors.ts'
import type { Prints, ViewSet, Views } from '#core/fingerprint/index.ts'
import { type Command, type Context, choice, text, texts } from '../command.ts'

const Enrolled = z.object({ case: z.string(), passphrase: z.string(), fingerprints: z.int() })
const Added = z.object({ fingerprints: z.int() })

/** One request: as many as fit, well within what the service takes; the rest is added to the case. */
const most = { characters: 6_000_000, pictures: 200, clips: 20 }

export const enrol: Command = {
  usage:
    'FILE… [--views SET] [--url ADDRESS…] [--person-name NAME…] [--lang LANG] [--age BAND] [--country CC] [--email ADDRESS]',
  summary: 'Opens a case for pictures and videos: hashes them here and sends only the hashes.',
  details: [
    'Prints {"case","passphrase","fingerprints"}: the file number and the secret words, which are shown this once. No file is needed when --url names an address to watch.',
    'By enrolling you say that they show you, or somebody you may act for, and were not meant to be spread. If one file is neither picture nor video, nothing is enrolled. Videos are read through ffmpeg, where this machine has it.',
    'Of a video a frame each second is enrolled, once where it stands still: as it is, mirrored, and turned either way. What is too plain, or too much like others, is said on stderr: it is matched only with nearly identical copies.',
  ],
  options: {
    views: {
      type: 'string',
      value: 'SET',
      describes:
        'How many altered forms of each picture are enrolled. balanced: at most 32, for the usual crops and margins; wide: at most 128, which finds more, and shows more should the hashes ever be stolen. Default: balanced.',
    },
    url: {
      type: 'string',
      multiple: true,
      greedy: true,
      value: 'ADDRESS…',
      describes: 'Where a picture is or was: watched, and a request is prepared for it.',
    },
    'person-name': {
      type: 'string',
      multiple: true,
      value: 'NAME',
      describes:
        'First and last name, by which folders of stolen pictures are often filed. It is sent once and kept as keyed digests alone. Only if she wants that; another person may have the same name.',
    },
    lang: {
      type: 'string',
      value: 'LANG',
      describes: 'The language of messages and letters: en, fr, nl or de. Default: en.',
    },
    age: {
      type: 'string',
      value: 'BAND',
      describes: 'Her age in the picture: adult, 16-17 or under-16. Default: adult.',
    },
    country: {
      type: 'string',
      value: 'CC',
      describes:
        'Where she lives, as ISO 3166-1 code (UK is taken for GB). Default: that of this system’s language, else BE.',
    },
    email: { type: 'string', value: 'ADDRESS', describes: 'Where alerts go. Without it they wait in the inbox.' },
  },
  example: 'npx vigie enrol photo.jpg --lang fr --age adult --country BE --email me@example.org',
  takes: { least: 0, most: Number.POSITIVE_INFINITY },

  async run(args, context) {
    const addresses = texts(args, 'url')
    const names = texts(args, 'person-name')
    if (args.positionals.length + addresses.length + names.length === 0)
      throw new InvalidInput('Name at least one picture or video, or an address to watch with --url.')
    const body = {
      statement: true,
      lang: choice(args, 'lang', langs),
      ageBand: choice(args, 'age', ['adult', '16-17', 'under-16']),
      country: (text(args, 'country') ?? countryOf(context.environment)).toUpperCase(),
      mail: text(args, 'email') ?? null,
      locations: addresses,
      names,
    }
    const set = choice<'balanced' | 'wide'>(args, 'views', ['balanced', 'wide'])
    const [first = {}, ...rest] = pagesOf(await hashAll([...new Set(args.positionals)], set, context))
    const { openClient, signIn } = await import('../client.ts')
    const client = openClient(context)
    const enrolled = await client.ask('/api/cases', {
      method: 'POST',
      body: { ...body, ...first },
      answer: Enrolled,
    })
    let { fingerprints } = enrolled
    try {
      if (rest.length > 0) {
        const { case: number, passphrase } = enrolled
        await using session = await signIn(client, { case: number, passphrase })
        for (const page of rest)
          fingerprints += (await session.ask('/api/case/items', { method: 'POST', body: page, answer: Added }))
            .fingerprints
      }
    } catch (error) {
      context.say('Not everything was enrolled. The case is open: keep its number and words, and try the rest again.')
      throw error
    } finally {
      // The words are told once, whatever came after.
      await context.print({ ...enrolled, fingerprints })
    }
    return 0
  },
}

interface Item {
  kind: 'pictures' | 'clips'
  hashes: object
}

type Page = Partial<Record<Item['kind'], object[]>>

function pagesOf(items: Item[]): Page[] {
  const pages: Page[] = []
  let room = 0
  for (const { kind, hashes } of items) {
    const size = JSON.stringify(hashes).length
    const open = pages.at(-1)?.[kind]?.length ?? 0
    room -= size
    if (pages.length === 0 || room < 0 || open === most[kind]) {
      pages.push({})
      room = most.characters - size
    }
    const page = pages.at(-1) ?? {}
    page[kind] = [...(page[kind] ?? []), hashes]
  }
  return pages
}

/** The same file under two names is one. */
async function hashAll(files: string[], set: ViewSet, context: Context): Promise<Item[]> {
  const { isVideo } = await import('../picture.ts')
  const items = new Map<string, Item>()
  for (const file of files)
    try {
      if (await isVideo(file)) {
        const hashes = await hashClip(file, context)
        items.set(hashes.sha256, { kind: 'clips', hashes })
      } else {
        const hashes = await hashPicture(file, set, context.say)
        items.set(hashes.sha256, { kind: 'pictures', hashes })
      }
    } catch (error) {
      if (error instanceof Malformed || error instanceof RangeError || error instanceof Unavailable)
        throw new Malformed(`${file}: ${error.message} Nothing was enrolled.`, { cause: error })
      throw error
    }
  return [...items.values()]
}

async function hashPicture(file: string, set: ViewSet, say: (text: string) => void) {
  const [{ readPicture }, { digestsOf, fromHex, isBlank, MIN_FILE_BYTES, printsOf }] = await Promise.all([
    import('../picture.ts'),
    import('#core/fingerprint/index.ts'),
  ])
  const { bytes, pixels, overWhite } = await readPicture(file)
  if (bytes.length < MIN_FILE_BYTES)
    throw new Malformed(`A file of ${bytes.length} bytes is too common to be watched: choose a larger one.`)
  const prints = [pixels, ...(overWhite ? [overWhite] : [])].map((seen) => printsOf(seen, set))
  const pdqs = new Set(prints.flatMap((print) => print.pdqs))
  const weak = new Set(prints.flatMap((print) => print.weak))
  const told = [...weak].filter((hash) => !pdqs.has(hash) && !isBlank(fromHex(hash), { weak: true }))
  // Of a view alone nothing is said: the picture itself is found.
  const reasons = prints.map(({ notes }) => notes.find(({ views }) => views.includes('full'))?.reason)
  if (reasons.every((reason) => reason !== undefined))
    say(`${file}: ${sayWhy(reasons[0])} ${pdqs.size + told.length > 0 ? nearlyIdentical : exactOnly}`)
  return { pdqs: [...pdqs], weak: told, ...digestsOf(bytes) }
}

async function hashClip(file: string, { signal, say }: Context) {
  const [{ digestsOfFile, readFrames, sayProgress }, { clipPrints, pdqViews }] = await Promise.all([
    import('../clip.ts'),
    import('#core/fingerprint/index.ts'),
  ])
  const frames: Views[] = []
  const progress = sayProgress(file, say)
  for await (const { pixels } of readFrames(file, { secondsPerHash: 1, signal, progress }))
    frames.push(pdqViews(pixels))
  const vpdqs = clipPrints(frames)
  if (vpdqs.length === 0) say(`${file}: There is too little to see in this video. ${exactOnly}`)
  return { vpdqs, ...(await digestsOfFile(file, signal)) }
}

const nearlyIdentical = 'It will be matched only with nearly identical copies.'
const exactOnly = 'Only exact copies of this very file will be found.'

function sayWhy(reason: Prints['notes'][number]['reason'] | undefined): string {
  if (reason === 'one-axis') return 'This picture is the same along one direction, so its hash says little.'
  if (reason === 'too-small') return 'This picture is too small to be recognised.'
  if (reason === 'blank') return 'There is nothing to see in this picture.'
  if (reason === 'common') return 'Many pictures look like this one.'
  return 'There is little to see in this picture.'
}

/** `fr_BE.UTF-8` says BE. */
function countryOf({ LC_ALL, LANG }: Record<string, string | undefined>): string {
  return /^[a-z]{2,3}_([A-Z]{2})\b/.exec(LC_ALL || LANG || '')?.[1] ?? 'BE'
}
