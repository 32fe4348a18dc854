/**
 * Arachnid Shield of the Canadian Centre for Child Protection: known material of abuse of children, and harmful material.
 * It is asked by PDQ alone, and only for cases that agreed to it and that an organisation has confirmed. The calls that
 * hand over an address or a picture are not used.
 */
import { z } from 'zod'
import { readAnswer } from '../answers.ts'
import { type AskAnswer, type AskDeps, defineChannel, type Source } from './channel.ts'
import { wholeNumber } from './options.ts'

const bounds = { answerBytes: 1 << 20, timeoutMs: 30_000 }
const day = 24 * 3_600_000

const options = z.strictObject({
  hashes: wholeNumber(1, 8)
    .default(1)
    .describe('how many hashes of a picture to ask for: 1 is the picture as it is, the others are its turned forms'),
})
type Options = z.infer<typeof options>

/** Classifications that come later are read as well; `distance` is there in some of its clients and not in others. */
const Scanned = z
  .object({
    classification: z.string().max(100).nullish(),
    match_type: z.string().max(100).nullish(),
    near_match_details: z
      .object({ sha256_hex: z.string().max(64).nullish(), sha1_base32: z.string().max(64).nullish() })
      .nullish(),
    distance: z.number().nullish(),
  })
  .nullable()
const Answer = z.object({ scanned_hashes: z.record(z.string(), Scanned) })

export const arachnid = defineChannel({
  id: 'arachnid',
  title: 'Arachnid Shield',
  summary:
    'Asks the Canadian Centre for Child Protection for pictures of cases that agreed to it: finds, by PDQ, what it knows as abuse of children or as harmful to them.',
  sources: [
    { url: 'https://projectarachnid.ca/en/', checked: '2026-11-24' },
    { url: 'https://shield.projectarachnid.com/', checked: '2026-11-24' },
  ],
  address: {
    schemes: ['https:', 'http:'],
    example: 'https://shield.projectarachnid.com',
    default: 'https://shield.projectarachnid.com',
  },
  toldTo: 'confirmed',
  childAbuse: true,
  options,
  secrets: {
    user: { describes: 'the user name that Project Arachnid gave you', required: true },
    password: { describes: 'its password', required: true },
  },
  tells: {
    en: 'An organisation that protects children knows this picture.',
    fr: 'Une organisation qui protège les enfants connaît cette image.',
    nl: 'Een organisatie die kinderen beschermt, kent deze foto.',
    de: 'Eine Organisation, die Kinder schützt, kennt dieses Bild.',
  },
  suggestions: [],
  live: false,
  everyMs: 6 * 3_600_000,

  /** Asks about no hash at all: an empty question tells whether it answers, and to these names. */
  async *poll(source, _cursor, { net, now, signal }) {
    const asked = await net.ask(addressOf(source), question(source, [], signal))
    // Whether an empty list is an answer or a mistake is not published: either way it has let us in.
    if (asked.status !== 400 && asked.status !== 422) readAnswer(asked, z.unknown(), now())
    yield { entries: [], cursor: 'asked only where a case agrees' }
  },

  asking: {
    hands: 'fingerprints',
    adultsOnly: false,
    everyMs: 7 * day,
    perDay: 2000,
    consent: {
      en: 'The Canadian Centre for Child Protection, in Canada, receives fingerprints of the pictures in this file. It could make a blurred likeness of a picture from its fingerprint. It answers whether it knows the picture as one that abuses or harms children. If it does, help for young people comes first in this file, whatever the age.',
      fr: 'Le Centre canadien de protection de l’enfance, au Canada, reçoit des empreintes des images de ce dossier. Il pourrait tirer d’une empreinte une copie floue de l’image. Il répond s’il la connaît comme une image qui exploite des enfants ou leur nuit. Si oui, l’aide aux jeunes passe en premier dans ce dossier, quel que soit l’âge.',
      nl: 'Het Canadese centrum voor kinderbescherming, in Canada, krijgt vingerafdrukken van de foto’s in dit dossier. Het kan uit een vingerafdruk een wazig evenbeeld van de foto maken. Het antwoordt of het de foto kent als beeld dat kinderen misbruikt of schaadt. Zo ja, dan staat hulp voor jongeren in dit dossier voorop, wat de leeftijd ook is.',
      de: 'Das kanadische Zentrum für Kinderschutz, in Kanada, bekommt Fingerabdrücke der Bilder in dieser Akte. Es könnte aus einem Fingerabdruck ein unscharfes Abbild machen. Es antwortet, ob es das Bild als eines kennt, das Kinder missbraucht oder ihnen schadet. Wenn ja, steht Hilfe für junge Menschen in dieser Akte an erster Stelle, gleich in welchem Alter.',
    },

    async ask(source, subject, deps) {
      const prints = 'fingerprints' in subject ? subject.fingerprints.filter(({ type }) => type === 'pdq') : []
      const hashes = prints.slice(0, source.options.hashes).map(({ value }) => value.toBase64())
      if (hashes.length === 0) return { answers: [], isWhole: false }
      return { answers: await scan(source, hashes, deps), isWhole: true }
    },
  },
})

async function scan(source: Source<Options>, hashes: string[], { net, now, signal }: AskDeps): Promise<AskAnswer[]> {
  const asked = await net.ask(addressOf(source), question(source, hashes, signal))
  const { scanned_hashes: scanned } = readAnswer(asked, Answer, now())
  return hashes.flatMap((hash): AskAnswer[] => {
    const found = Object.hasOwn(scanned, hash) ? scanned[hash] : null
    const { classification, match_type: how, near_match_details: near } = found ?? {}
    if (!classification || classification === 'no-known-match') return []
    // A word of later days counts only where it says how it matched.
    if (!known.has(classification) && how !== 'exact' && how !== 'near') return []
    const bits = found?.distance
    const told = typeof bits === 'number' && Number.isInteger(bits) && bits >= 0 && bits <= 256 ? bits : null
    return [
      {
        id: near?.sha256_hex ?? near?.sha1_base32 ?? `${classification}:${hash}`,
        kind: 'pdq',
        distance: told ?? (how === 'near' ? 31 : 0),
        locations: [],
        childAbuse: true,
      },
    ]
  })
}

const known = new Set(['csam', 'harmful-abusive-material'])

/** The slash at the end matters: without it the service leads elsewhere. */
function addressOf({ url }: Pick<Source<Options>, 'url'>): string {
  return `${url.replace(/\/+$/, '')}/v1/pdq/`
}

function question({ secrets }: Pick<Source<Options>, 'secrets'>, hashes: string[], signal: AbortSignal) {
  const { user = '', password = '' } = secrets
  return {
    method: 'POST' as const,
    maxBytes: bounds.answerBytes,
    timeoutMs: bounds.timeoutMs,
    signal,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Basic ${btoa(`${user}:${password}`)}`,
    },
    body: JSON.stringify({ hashes }),
  }
}
