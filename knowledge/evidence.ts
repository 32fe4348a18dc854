/**
 * What a pack of evidence says, and how it reads on paper. The same facts stand in its JSON; sentences are the
 * catalogues' (knowledge/words/…/evidence.ts). No image, and no name of the person shown, is part of it.
 */
import { type AgeBand, isMinor, type Lang } from '#core/case/types.ts'
import type { PackContent } from '#core/pack/index.ts'
import type { RequestState } from '#core/request/index.ts'
import { crimeOf, crimes, levelFacts, levelOf, newBelgianCode, offencesOf } from './grounds/crimes.ts'
import { helplines } from './helplines.ts'
import { fill, withFirst } from './letters/text.ts'
import { evidence as de } from './words/de/evidence.ts'
import { evidence as en } from './words/en/evidence.ts'
import { evidence as fr } from './words/fr/evidence.ts'
import { wordsOf } from './words/index.ts'
import { evidence as nl } from './words/nl/evidence.ts'
import type { Same } from './words/words.ts'

export type EvidenceWords = Same<typeof en>

const catalogues: Record<Lang, EvidenceWords> = { en, fr, nl, de }

export function evidenceWords(lang: Lang): EvidenceWords {
  return catalogues[lang]
}

/** Whom a pack is for. `institute`: the Belgian Institute for the Equality of Women and Men. */
export const purposes = ['police', 'lawyer', 'court', 'institute'] as const
export type Purpose = (typeof purposes)[number]

/** Instants are in ms since 1970, so that they have one canonical form. */
export interface Evidence extends PackContent {
  for: Purpose
  lang: Lang
  /** ISO 3166-1: where the person lives, whose police and law are named. */
  country: string
  /** IANA: the clocks of the paper. */
  zone: string
  ageBand: AgeBand
  /** The file number, where she wants it in. */
  file: string | null
  places: readonly EvidencePlace[]
  files: readonly EvidenceFile[]
  requests: readonly EvidenceRequest[]
}

export interface EvidencePlace {
  /** 1, 2, 3 … within the pack. */
  number: number
  /** Null: the notice names none. */
  address: string | null
  /** The key that opens the content is left out of the address. */
  keyLeftOut: boolean
  platform: string | null
  object: string | null
  /** The copy in an archive that named it. */
  copy: string | null
  /** What the person shown says: that it is them; or she named the place herself. */
  said: 'confirmed' | 'unconfirmed' | 'named'
  finds: readonly {
    channel: string
    /** When the notice says it was published. */
    since: number
    how: 'file' | 'picture' | 'clip' | 'page' | 'name' | 'engine'
    /** Of `picture`, how many of 256 marks differ; of `clip`, what percentage of the frames match. */
    measure: number | null
    takenBack: boolean
  }[]
  /** When what is seen from outside changed. */
  seen: readonly { at: number; sign: 'up' | 'gone' | 'not-public' | 'unknown' }[]
}

export interface EvidenceFile {
  number: number
  digests: readonly { type: 'sha256' | 'md5' | 'pdq'; value: string }[]
}

export interface EvidenceRequest {
  number: number
  reference: string
  recipient: string
  /** Where it went: an address or a form. */
  to: string | null
  /** What the law is called, in the pack's language; its id. */
  ground: { id: string; title: string }
  /** Numbers of places. */
  places: readonly number[]
  state: RequestState
  sentAt: number | null
  dueAt: number | null
  refusedAt: number | null
  step: { title: string; at: number } | null
  answers: readonly {
    at: number
    sort: 'answer' | 'automatic' | 'bounce' | 'delayed'
    sender: string | null
    /** The sender's domain has signed for it. */
    verified: boolean
    /** Null: left out, because it may hold a name. */
    text: string | null
  }[]
}

/** Languages of the police there, the first is taken when hers is none of them. */
const policeLangs: Readonly<Record<string, readonly Lang[]>> = {
  BE: ['nl', 'fr', 'de'],
  NL: ['nl'],
  FR: ['fr'],
  DE: ['de'],
  AT: ['de'],
  LU: ['fr', 'de'],
  CH: ['de', 'fr'],
}

/** The language that whoever reads it there works in: hers where they do. */
export function langFor(country: string, lang: Lang): Lang {
  const theirs = policeLangs[country] ?? ['en']
  return theirs.includes(lang) ? lang : (theirs[0] ?? lang)
}

/** The Institute acts for adults in Belgium; for minors there is Child Focus (law.md: in practice). */
export function isFor(purpose: Purpose, { country, ageBand }: { country: string; ageBand: AgeBand }): boolean {
  return purpose !== 'institute' || (country === 'BE' && !isMinor(ageBand))
}

/** The paper, line by line: what api/print writes. */
export type Line =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'text' | 'soft' | 'exact'; text: string }
  | { type: 'pair'; name: string; value: string; exact?: boolean }
  | { type: 'list'; items: string[] }
  | { type: 'page' }

/** Where a pack can be checked. */
export interface CheckPlaces {
  /** The address of the page `/check`. */
  page: string
  command: string
  /** The name of the key that signs it. */
  key: string
  /** Whose timestamp is asked for; null: none is. */
  authority: string | null
}

/** What stands on paper. The first page is for the one who takes it: the facts, the offence, what is in it. */
export function evidenceLines(of: Evidence, check: CheckPlaces): Line[] {
  const t = evidenceWords(of.lang)
  return [
    ...firstPage(of, t),
    { type: 'page' },
    ...placeLines(of, t),
    ...fileLines(of, t),
    ...requestLines(of, t),
    ...recordLines(of, t),
    ...checkLines(t, check),
  ]
}

function firstPage(of: Evidence, t: EvidenceWords): Line[] {
  const minor = isMinor(of.ageBand)
  const first = firstSeen(of)
  const gone = of.places.filter(({ seen }) => seen.at(-1)?.sign === 'gone').length
  const sent = of.requests.filter(({ sentAt }) => sentAt !== null).length
  const pair = (name: string, value: string): Line => ({ type: 'pair', name, value })
  return [
    heading(1, `${t.title}. ${t.for[of.for]}`),
    text(`${minor ? t.subject.minor : t.subject.adult}. ${t.purpose[of.for]}`),
    ...(of.for === 'police' ? policeLines(of, t) : []),
    pair(t.facts.pack, of.id),
    ...(of.file === null ? [] : [pair(t.facts.file, of.file)]),
    pair(t.facts.made, instant(of.madeAt, of)),
    pair(t.facts.age, t.ages[of.ageBand]),
    pair(t.facts.country, countryName(of.country, of.lang)),
    pair(t.facts.places, String(of.places.length)),
    ...(first === null ? [] : [pair(t.facts.first, instant(first, of))]),
    pair(t.facts.asked, String(sent)),
    pair(t.facts.gone, String(gone)),
    ...lawLines(of, t),
    heading(2, t.holds.heading),
    {
      type: 'list',
      items: [t.holds.image, t.holds.never, t.holds.save, ...(minor ? [t.holds.name] : []), t.holds.signed],
    },
  ]
}

/** Any zone will do; who is specialised is named, and for other countries the police that helplines know. */
function policeLines({ country, ageBand, lang }: Evidence, t: EvidenceWords): Line[] {
  if (country === 'BE')
    return [text(t.to.anyZone), text(wordsOf(lang).crimes.unit), ...(isMinor(ageBand) ? [text(t.to.minorAlone)] : [])]
  const entry = helplines.find((line) => line.country === country && line.kind === 'police')
  if (!entry) return []
  const { name, phone, url } = entry
  return [
    ...(phone ? [text(fill(t.to.call, { name, phone }))] : []),
    ...(url ? [text(fill(t.to.site, { name, site: url }))] : []),
  ]
}

/** The offence by the law of her country, and in Belgium its level by the victim's age: information, never a promise. */
function lawLines(of: Evidence, t: EvidenceWords): Line[] {
  const { country, ageBand, lang } = of
  const { crimes: words } = wordsOf(lang)
  const factsOn = firstDay(of)
  const facts = { country, ageBand, ...(factsOn && { factsOn }) }
  const offences = offencesOf(facts)
  const [main] = offences
  if (main) {
    const level = levelOf(facts)
    const named = offences.map(({ id }) => words.offences[id])
    const old = factsOn !== undefined && factsOn < newBelgianCode.from
    return [
      heading(2, t.law.heading),
      text(t.law.intro),
      { type: 'list', items: named },
      ...(level?.years
        ? [text(fill(words.level, { level: `${level.level}`, least: `${level.years[0]}`, most: `${level.years[1]}` }))]
        : []),
      ...(old ? [text(fill(words.before, { articles: '417/8, 417/9, 417/10' }))] : []),
      soft(
        [
          fill(t.law.source, { source: main.source, date: dayIn(main.checked, lang) }),
          ...(level ? [fill(t.law.years, { date: dayIn(levelFacts.checked, lang) })] : []),
        ].join(' '),
      ),
    ]
  }
  const crime = crimeOf(country, isMinor(ageBand))
  const rule = ruleOf(country, isMinor(ageBand), lang)
  if (!crime || !rule) return []
  const source = crime.read === 'law' ? t.law.source : t.law.note
  return [
    heading(2, t.law.heading),
    text(fill(t.law.may, { rule })),
    soft(fill(source, { source: crime.source, date: dayIn(crime.checked, lang) })),
  ]
}

function ruleOf(country: string, minor: boolean, lang: Lang): string | undefined {
  if (!(country in crimes)) return undefined
  const names: Readonly<Record<string, { adults?: string; minors?: string }>> = wordsOf(lang).crimes.names
  return names[country]?.[minor ? 'minors' : 'adults']
}

function placeLines(of: Evidence, t: EvidenceWords): Line[] {
  const { places } = of
  return [
    heading(2, `1. ${t.places.heading}`),
    soft(fill(t.holds.times, { zone: of.zone })),
    ...(places.length === 0 ? [text(t.places.none)] : []),
    ...places.flatMap((place): Line[] => [
      heading(3, fill(t.places.place, { number: `${place.number}` })),
      place.address === null ? text(t.places.unknown) : { type: 'exact', text: place.address },
      ...(place.keyLeftOut ? [soft(t.places.keyLeftOut)] : []),
      ...(place.platform ? [pair(t.places.platform, place.platform)] : []),
      ...(place.object ? [pair(t.places.object, place.object, true)] : []),
      ...(place.copy ? [pair(t.places.copy, place.copy, true)] : []),
      text(t.places[place.said]),
      ...place.finds.flatMap((find): Line[] => [
        pair(t.places.channel, find.channel),
        pair(t.places.since, instant(find.since, of)),
        pair(t.places.how, howSure(find, t)),
        ...(find.takenBack ? [text(t.places.takenBack)] : []),
      ]),
      ...place.seen.map(({ at, sign }) =>
        pair(t.places.seen, fill(t.at, { when: instant(at, of), what: t.places.signs[sign] })),
      ),
    ]),
  ]
}

function howSure({ how, measure }: EvidencePlace['finds'][number], t: EvidenceWords): string {
  return fill(t.how[how], { differ: `${measure ?? 0}`, percent: `${measure ?? 0}` })
}

function fileLines({ files }: Evidence, t: EvidenceWords): Line[] {
  const hasPdq = files.some(({ digests }) => digests.some(({ type }) => type === 'pdq'))
  const labels = { sha256: 'SHA-256', md5: 'MD5', pdq: 'PDQ' }
  return [
    heading(2, `2. ${t.files.heading}`),
    text(files.length === 0 ? t.files.none : t.files.intro),
    ...(hasPdq ? [text(t.files.pdq)] : []),
    ...files.flatMap((file): Line[] => [
      heading(3, fill(t.files.file, { number: `${file.number}` })),
      ...file.digests.map(({ type, value }) => pair(labels[type], value, true)),
    ]),
  ]
}

function requestLines(of: Evidence, t: EvidenceWords): Line[] {
  const { requests } = of
  return [
    heading(2, `3. ${t.requests.heading}`),
    ...(requests.length === 0 ? [text(t.requests.none)] : []),
    ...requests.flatMap((request): Line[] => {
      const when = (name: string, at: number | null) => (at === null ? [] : [pair(name, instant(at, of))])
      const to = request.sentAt === null ? t.requests.recipientPrepared : t.requests.recipient
      return [
        heading(3, fill(t.requests.request, { number: `${request.number}` })),
        pair(t.requests.reference, request.reference),
        pair(to, request.recipient),
        ...(request.to ? [{ type: 'exact', text: request.to } as const] : []),
        pair(t.requests.ground, request.ground.title),
        pair(
          t.requests.about,
          request.places.map((number) => fill(t.requests.place, { number: `${number}` })).join(', '),
        ),
        pair(t.requests.state, t.requests.states[request.state]),
        ...when(t.requests.sent, request.sentAt),
        ...when(t.requests.due, request.dueAt),
        ...when(t.requests.refused, request.refusedAt),
        ...(request.step ? [pair(t.requests.step, `${request.step.title}, ${instant(request.step.at, of)}`)] : []),
        ...request.answers.flatMap((answer) => answerLines(answer, of, t)),
      ]
    }),
  ]
}

function answerLines(answer: EvidenceRequest['answers'][number], of: Evidence, t: EvidenceWords): Line[] {
  const from = answer.sender
    ? ` (${fill(t.requests.from, { sender: answer.sender })}, ${answer.verified ? t.requests.verified : t.requests.unverified})`
    : ''
  const lines = (answer.text ?? '').split('\n').filter((line) => line.trim() !== '')
  return [
    pair(fill(t.requests.answer, { date: instant(answer.at, of) }), `${t.requests.sorts[answer.sort]}${from}`),
    ...(answer.text === null ? [soft(t.requests.withheld)] : lines.map(soft)),
  ]
}

function recordLines(of: Evidence, t: EvidenceWords): Line[] {
  const kinds: Readonly<Record<string, string>> = t.record.kinds
  const references = new Map(of.requests.map(({ reference, number }) => [reference, number]))
  return [
    heading(2, `4. ${t.record.heading}`),
    text(of.record.length === 0 ? t.record.none : t.record.intro),
    ...of.record.flatMap((entry): Line[] => {
      const number = 'request' in entry && entry.request ? references.get(entry.request.slice(-8)) : undefined
      const about = number === undefined ? '' : ` (${fill(t.requests.request, { number: `${number}` })})`
      const kept = 'withheld' in entry ? `; ${t.record.withheld}` : ''
      return [
        text(
          `${entry.seq}. ${fill(t.at, { when: instant(entry.at, of), what: `${kinds[entry.kind] ?? t.record.kinds.other}${about}${kept}` })}`,
        ),
        { type: 'exact', text: entry.hash },
      ]
    }),
  ]
}

function checkLines(t: EvidenceWords, { page, command, key, authority }: CheckPlaces): Line[] {
  return [
    heading(2, `5. ${t.check.heading}`),
    text(t.check.files),
    text(fill(t.check.page, { page })),
    text(fill(t.check.command, { command })),
    text(t.check.key),
    { type: 'exact', text: key },
    text(authority === null ? t.check.notStamped : fill(t.check.stamped, { authority })),
    soft(t.check.made),
  ]
}

const heading = (level: 1 | 2 | 3, words: string): Line => ({ type: 'heading', level, text: words })
const text = (words: string): Line => ({ type: 'text', text: words })
const soft = (words: string): Line => ({ type: 'soft', text: words })
const pair = (name: string, value: string, exact = false): Line => ({
  type: 'pair',
  name,
  value,
  ...(exact && { exact }),
})

/** When the first notice that still stands says it was published. */
function firstSeen({ places }: Evidence): number | null {
  const all = places.flatMap(({ finds }) => finds.filter(({ takenBack }) => !takenBack).map(({ since }) => since))
  return all.length === 0 ? null : Math.min(...all)
}

/** That day in Belgium, `2026-11-24`: which Code was in force. */
function firstDay(of: Evidence): string | undefined {
  const first = firstSeen(of)
  if (first === null) return undefined
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: newBelgianCode.zone }).format(first)
}

const locales: Record<Lang, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', de: 'de-DE' }

/** `24 November 2026, 14:05:09 (UTC+1)`: to the second, and how far that clock is from UTC. */
function instant(at: number, { lang, zone }: Pick<Evidence, 'lang' | 'zone'>): string {
  const format = (options: Intl.DateTimeFormatOptions, locale = locales[lang]) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  const day = withFirst(format({ dateStyle: 'long' }).format(at), lang)
  const parts = format(
    { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'shortOffset' },
    'en-GB',
  ).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${day}, ${part('hour')}:${part('minute')}:${part('second')} (${part('timeZoneName').replace('GMT', 'UTC')})`
}

function dayIn(day: string, lang: Lang): string {
  const date = new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', timeZone: 'UTC' })
  return withFirst(date.format(new Date(`${day}T00:00:00Z`)), lang)
}

function countryName(country: string, lang: Lang): string {
  return new Intl.DisplayNames(locales[lang], { type: 'region' }).of(country) ?? country
}
