import { z } from 'zod'
import { InvalidInput, Malformed } from '#core/errors.ts'
import { type Command, choice, text, texts } from '../command.ts'

const Enrolled = z.object({ case: z.string(), passphrase: z.string(), fingerprints: z.int() })
const Added = z.object({ fingerprints: z.int() })

/** Pictures in one request; the rest is added to the case. */
const page = 200

export const enrol: Command = {
  usage: 'FILE… [--url ADDRESS…] [--lang LANG] [--age BAND] [--country CC] [--email ADDRESS]',
  summary: 'Opens a case for pictures: hashes them here and sends only the hashes.',
  details: [
    'Prints {"case","passphrase","fingerprints"}: the file number and the secret words, which are shown this once. No file is needed when --url names an address to watch.',
    'By enrolling you say that the pictures show you, or somebody you may act for, and were not meant to be spread. If one file is no picture, nothing is enrolled.',
  ],
  options: {
    url: {
      type: 'string',
      multiple: true,
      greedy: true,
      value: 'ADDRESS…',
      describes: 'Where a picture is or was: watched, and a request is prepared for it.',
    },
    lang: {
      type: 'string',
      value: 'LANG',
      describes: 'The language of messages and letters: en, fr or nl. Default: en.',
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
    if (args.positionals.length === 0 && addresses.length === 0)
      throw new InvalidInput('Name at least one picture, or an address to watch with --url.')
    const body = {
      statement: true,
      lang: choice(args, 'lang', ['en', 'fr', 'nl']),
      ageBand: choice(args, 'age', ['adult', '16-17', 'under-16']),
      country: (text(args, 'country') ?? countryOf(context.environment)).toUpperCase(),
      mail: text(args, 'email') ?? null,
      locations: addresses,
    }
    const pictures = await hashAll([...new Set(args.positionals)], context.say)
    const { openClient, signIn } = await import('../client.ts')
    const client = openClient(context)
    const enrolled = await client.ask('/api/cases', {
      method: 'POST',
      body: { ...body, pictures: pictures.slice(0, page) },
      answer: Enrolled,
    })
    let { fingerprints } = enrolled
    if (pictures.length > page) {
      await using session = await signIn(client, enrolled)
      for (let from = page; from < pictures.length; from += page) {
        const more = { pictures: pictures.slice(from, from + page) }
        fingerprints += (await session.ask('/api/case/items', { method: 'POST', body: more, answer: Added }))
          .fingerprints
      }
    }
    await context.print({ ...enrolled, fingerprints })
    return 0
  },
}

/** The same picture under two names is one. */
async function hashAll(files: string[], say: (text: string) => void) {
  const [{ readPicture }, { fingerprintFile, fingerprintPixels, FORM_NAMES }] = await Promise.all([
    import('../picture.ts'),
    import('#core/fingerprint/index.ts'),
  ])
  const pictures = new Map<string, { pdqs: string[]; sha256: string; md5: string; cids: string[] }>()
  for (const file of files) {
    try {
      const { bytes, pixels, overWhite } = await readPicture(file)
      const { pdqs, sha256, md5, cids, informative, reason } = fingerprintFile(bytes, pixels)
      const shown = overWhite ? fingerprintPixels(overWhite).paths.filter((path) => path.informative) : []
      const seen = shown.flatMap((path) => [path.pdq, ...FORM_NAMES.map((name) => path.forms[name])])
      if (!informative && seen.length === 0)
        say(`${file}: ${sayWhy(reason)} Only exact copies of this very file will be found.`)
      pictures.set(sha256, { pdqs: [...new Set([...pdqs, ...seen])], sha256, md5, cids })
    } catch (error) {
      if (error instanceof Malformed || error instanceof RangeError)
        throw new Malformed(`${file}: ${error.message} Nothing was enrolled.`, { cause: error })
      throw error
    }
  }
  return [...pictures.values()]
}

function sayWhy(reason: string | undefined): string {
  if (reason === 'one-axis') return 'This picture is the same along one direction, so its hash says nothing.'
  if (reason === 'too-small') return 'This picture is too small to be recognised.'
  return 'There is too little to see in this picture to recognise a changed copy.'
}

/** `fr_BE.UTF-8` says BE. */
function countryOf({ LC_ALL, LANG }: Record<string, string | undefined>): string {
  return /^[a-z]{2,3}_([A-Z]{2})\b/.exec(LC_ALL || LANG || '')?.[1] ?? 'BE'
}
