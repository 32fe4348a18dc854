/**
 * Hasher-Matcher-Actioner: a hash bank that an organisation runs. It lists nothing: it is asked, one hash at a time, and
 * only for cases that agreed to it by name and that an organisation has confirmed.
 */
import { z } from 'zod'
import { Refused } from '#core/errors.ts'
import { printFingerprint } from '#core/fingerprint/index.ts'
import { readAnswer } from '../answers.ts'
import { type AskAnswer, type AskDeps, defineChannel, type Source } from './channel.ts'
import { wholeNumber } from './options.ts'

const bounds = { answerBytes: 1 << 20, timeoutMs: 20_000, banks: 200, contents: 20 }
const day = 24 * 3_600_000

/** Names that HMA itself allows a bank; any other would be somebody's trick with our next address. */
const BankName = z.string().regex(/^[A-Z0-9_]{1,100}$/i)
const bankNames = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(z.array(BankName, 'write names of banks, with commas between').max(50))
  .default([])

const options = z.strictObject({
  banks: bankNames.describe('which banks to ask, e.g. BANK_A,BANK_B; without it, all that are switched on'),
  'abuse-banks': bankNames.describe('banks of abuse of children: what they know sends a case down the minors’ path'),
  hashes: wholeNumber(1, 8)
    .default(1)
    .describe('how many hashes of a picture to ask for: 1 is the picture as it is, the others are its turned forms'),
})
type Options = z.infer<typeof options>

const Banks = z.array(z.object({ name: z.string(), matching_enabled_ratio: z.number() })).max(bounds.banks)
const Distance = z.union([z.string(), z.number()]).transform(Number)
const Lookup = z.record(
  z.string(),
  z.array(z.object({ bank_content_id: z.int(), distance: Distance.optional() })).max(1000),
)
const Content = z.object({
  disable_until_ts: z.number().nullish(),
  original_media_uri: z.string().nullish(),
  metadata: z.object({ content_uri: z.string().nullish() }).nullish(),
})

export const hma = defineChannel({
  id: 'hma',
  title: 'Hasher-Matcher-Actioner',
  summary:
    'Asks an organisation’s own hash bank for pictures and clips of cases that agreed to it: finds files, and by PDQ altered copies, that the bank holds.',
  sources: [
    {
      url: 'https://github.com/facebook/ThreatExchange/tree/main/hasher-matcher-actioner',
      checked: '2026-11-24',
    },
  ],
  address: { schemes: ['https:', 'http:'], example: 'https://hma.example.org' },
  toldTo: 'confirmed',
  options,
  secrets: {
    header: {
      describes: 'one header line that whatever stands before it asks for, e.g. Authorization: Bearer …',
      required: false,
    },
  },
  tells: {
    en: 'An organisation that keeps fingerprints of such pictures knows this one.',
    fr: 'Une organisation qui garde des empreintes de telles images connaît celle-ci.',
    nl: 'Een organisatie die vingerafdrukken van zulke foto’s bewaart, kent deze.',
    de: 'Eine Organisation, die Fingerabdrücke solcher Bilder aufbewahrt, kennt dieses.',
  },
  suggestions: [],
  live: false,
  everyMs: 6 * 3_600_000,

  /** Only whether it answers, and what its banks would keep to themselves. No hash is asked for. */
  async *poll(source, _cursor, { net, now, signal }) {
    const status = await net.ask(addressOf(source, 'status'), asking(source, signal))
    if (status.status !== 200) readAnswer(status, z.unknown(), now()) // 503: its index is not loaded, or stale
    const banks = await readBanks(source, { net, now, signal })
    const silent = banks.filter((bank) => bank.matching_enabled_ratio < 1).map((bank) => bank.name.slice(0, 60))
    const warning =
      banks.length === 0
        ? 'It has no bank that is to be asked: look at its banks, and at the option banks.'
        : silent.length > 0
          ? `It answers for some questions only in ${silent.slice(0, 5).join(', ')}: no answer is no answer there.`
          : ''
    yield { entries: [], cursor: 'asked only where a case agrees', warning }
  },

  asking: {
    hands: 'fingerprints',
    adultsOnly: false,
    everyMs: 7 * day,
    perDay: 5000,
    consent: {
      en: 'The organisation that runs this list receives fingerprints of the pictures and videos in this file. They can keep them, and make a blurred likeness of a picture from its fingerprint. They answer whether their list holds it. If they do not answer, that does not mean that nothing is there.',
      fr: 'L’organisation qui tient cette liste reçoit des empreintes des images et vidéos de ce dossier. Elle peut les garder, et tirer d’une empreinte une copie floue de l’image. Elle répond si sa liste la contient. Si elle ne répond pas, cela ne veut pas dire qu’il n’y a rien.',
      nl: 'De organisatie die deze lijst bijhoudt, krijgt vingerafdrukken van de foto’s en video’s in dit dossier. Zij kan ze bewaren, en uit een vingerafdruk een wazig evenbeeld van de foto maken. Zij antwoordt of haar lijst die bevat. Antwoordt zij niet, dan wil dat niet zeggen dat er niets is.',
      de: 'Die Organisation, die diese Liste führt, bekommt Fingerabdrücke der Bilder und Videos in dieser Akte. Die Organisation kann die Fingerabdrücke behalten und daraus ein unscharfes Abbild machen. Die Antwort sagt, ob ihre Liste das Bild enthält. Kommt keine Antwort, heißt das nicht, dass nichts da ist.',
    },

    async ask(source, subject, deps) {
      if (!('fingerprints' in subject)) return { answers: [], isWhole: false }
      const banks = await readBanks(source, deps)
      if (banks.length === 0) return { answers: [], isWhole: false }
      const hashes = subject.fingerprints.filter(({ type }) => type === 'pdq').slice(0, source.options.hashes)
      const clips = subject.fingerprints.some(({ type }) => type === 'vpdq')
      const digests = clips ? subject.fingerprints.filter(({ type }) => type === 'md5').slice(0, 1) : []
      const found = new Map<string, AskAnswer>()
      for (const [signal, kind, asked] of [
        ['pdq', 'pdq', hashes],
        ['video_md5', 'md5', digests],
      ] as const)
        for (const print of asked)
          for (const answer of await lookUp(source, { signal, kind, hash: printFingerprint(print), banks }, deps)) {
            const before = found.get(answer.id)
            if (!before || answer.distance < before.distance) found.set(answer.id, answer)
          }
      // A bank that tosses a coin for each question has not said no by saying nothing.
      return { answers: [...found.values()], isWhole: banks.every((bank) => bank.matching_enabled_ratio >= 1) }
    },
  },
})

type Bank = z.infer<typeof Banks>[number]

/** Those that are to be asked and may answer. */
async function readBanks(source: Source<Options>, { net, now, signal }: AskDeps): Promise<Bank[]> {
  const answer = await net.ask(addressOf(source, 'c/banks'), asking(source, signal))
  const wanted = source.options.banks
  return readAnswer(answer, Banks, now()).filter(
    ({ name, matching_enabled_ratio }) =>
      BankName.safeParse(name).success && matching_enabled_ratio > 0 && (wanted.length === 0 || wanted.includes(name)),
  )
}

interface Question {
  signal: 'pdq' | 'video_md5'
  kind: 'pdq' | 'md5'
  hash: string
  banks: Bank[]
}

async function lookUp(source: Source<Options>, question: Question, deps: AskDeps): Promise<AskAnswer[]> {
  const { net, now, signal } = deps
  const names = question.banks.map((bank) => bank.name)
  const address = addressOf(source, 'm/lookup', {
    signal: question.hash,
    signal_type: question.signal,
    banks: names.join(','),
  })
  const asked = await net.ask(address, asking(source, signal))
  // An HMA on which this kind of fingerprint is switched off says so with a 400 or a 404; pictures are always on.
  if ((asked.status === 400 || asked.status === 404) && question.signal !== 'pdq') return []
  const known = readAnswer(asked, Lookup, now())
  const answers: AskAnswer[] = []
  for (const [bank, contents] of Object.entries(known)) {
    if (!names.includes(bank)) continue
    for (const { bank_content_id: id, distance = 0 } of contents) {
      if (answers.length === bounds.contents) return answers
      const locations = await readContent(source, { bank, id }, deps)
      if (!locations) continue
      const bits = Number.isInteger(distance) && distance >= 0 && distance <= 256 ? distance : 31
      answers.push({
        id: `${bank}/${id}`,
        kind: question.kind,
        distance: bits,
        locations,
        ...(source.options['abuse-banks'].includes(bank) && { childAbuse: true as const }),
      })
    }
  }
  return answers
}

/** Where the bank's operator noted it to be; null: it is gone, or switched off. */
async function readContent(
  source: Source<Options>,
  { bank, id }: { bank: string; id: number },
  { net, now, signal }: AskDeps,
): Promise<string[] | null> {
  const asked = await net.ask(addressOf(source, `c/bank/${bank}/content/${id}`), asking(source, signal))
  if (asked.status === 404) return null
  const { disable_until_ts: until, original_media_uri, metadata } = readAnswer(asked, Content, now())
  // 0: disabled; 1: enabled; else disabled until that second.
  if (until === 0 || (until && until * 1000 > now())) return null
  return [original_media_uri, metadata?.content_uri].flatMap((uri) => (uri && /^https?:/i.test(uri) ? [uri] : []))
}

function addressOf({ url }: Pick<Source<Options>, 'url'>, path: string, query: Record<string, string> = {}): string {
  const base = new URL(url)
  base.pathname = `${base.pathname.replace(/\/$/, '')}/${path}`
  base.search = new URLSearchParams(query).toString()
  return base.href
}

function asking({ secrets }: Pick<Source<Options>, 'secrets'>, signal: AbortSignal) {
  return {
    maxBytes: bounds.answerBytes,
    timeoutMs: bounds.timeoutMs,
    signal,
    headers: { accept: 'application/json, text/plain', ...readHeader(secrets.header) },
  }
}

function readHeader(line: string | undefined): Record<string, string> {
  if (line === undefined) return {}
  const [, name, value] = /^([A-Za-z][A-Za-z0-9-]{0,60}): ?(\S.*)$/.exec(line) ?? []
  if (!name || !value || /^(?:host|connection|content-.*|transfer-encoding)$/i.test(name))
    throw new Refused('Its secret "header" is no header line: write it as NAME: VALUE, and add the channel again')
  return { [name]: value }
}
