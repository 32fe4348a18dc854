/**
 * Criminal law to name in an explanation, and in a pack for the police. Only what was read in the law itself or on an
 * authority's page; a country that is not here has none that is certain enough. Names stand in the catalogues
 * (knowledge/words/…/crimes.ts). Facts from before a law came into force fall under its predecessor, so a letter says
 * "for example".
 */
import type { AgeBand } from '#core/case/types.ts'

export interface Crime {
  source: string
  checked: string
  /** Read in the text of the law, or on an authority's page or in a law firm's note. */
  read: 'law' | 'note'
}

const checked = '2026-11-24'
const belgium = 'https://www.ejustice.just.fgov.be'

/** The one rule of a country that a letter names, by her age in the picture. Words: `crimes.names[country]`. */
export const crimes = {
  BE: {
    adults: { source: belgium, checked, read: 'law' },
    minors: { source: belgium, checked, read: 'law' },
  },
  NL: {
    adults: { source: 'https://zoek.officielebekendmakingen.nl/stb-2024-59.html', checked, read: 'note' },
  },
  FR: {
    adults: {
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070719/',
      checked,
      read: 'note',
    },
    minors: {
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070719/',
      checked,
      read: 'note',
    },
  },
  DE: {
    adults: { source: 'https://www.gesetze-im-internet.de/stgb/__201a.html', checked, read: 'law' },
  },
  GB: {
    adults: { source: 'https://www.legislation.gov.uk/ukpga/2003/42/section/66B', checked, read: 'note' },
    minors: { source: 'https://www.legislation.gov.uk/ukpga/1978/37', checked, read: 'note' },
  },
  IE: {
    adults: { source: 'https://www.irishstatutebook.ie/eli/2020/act/32/enacted/en/html', checked, read: 'note' },
  },
  ES: {
    adults: { source: 'https://www.boe.es/buscar/act.php?id=BOE-A-1995-25444', checked, read: 'note' },
  },
  IT: {
    adults: {
      source: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:regio.decreto:1930-10-19;1398',
      checked,
      read: 'note',
    },
  },
  PL: {
    adults: { source: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU19970880553', checked, read: 'note' },
  },
  NZ: {
    adults: {
      source: 'https://www.legislation.govt.nz/act/public/2015/0063/latest/whole.html',
      checked,
      read: 'law',
    },
  },
} as const satisfies Record<string, { adults?: Crime; minors?: Crime }>

/** What the catalogues name for each country: no age that is missing here, none too many. */
export type CrimeNames = {
  readonly [C in keyof typeof crimes]: { readonly [A in keyof (typeof crimes)[C]]: string }
}

/** The rule of this country for this age, with its source; null where none is certain enough. */
export function crimeOf(country: string, minor: boolean): Crime | null {
  const rules: Record<string, { adults?: Crime; minors?: Crime }> = crimes
  return rules[country]?.[minor ? 'minors' : 'adults'] ?? null
}

export const offenceIds = [
  'be-136',
  'be-137',
  'be-135',
  'be-143-dissemination',
  'be-144-dissemination',
  'be-143-voyeurism',
  'be-144-voyeurism',
  'be-170-174',
  'be-old-417-9',
  'be-old-417-10',
  'be-old-417-8',
] as const
export type OffenceId = (typeof offenceIds)[number]

/** One offence as a police zone or a prosecutor files it. Words: `crimes.offences[id]`. */
export interface Offence extends Crime {
  id: OffenceId
  kind: 'dissemination' | 'malice' | 'voyeurism' | 'abuse-images'
  /** Whose pictures; her age in the picture. */
  of: readonly AgeBand[]
  /** Level of the new Criminal Code, for what its law names one. */
  level: Level | null
  /** What the old law named, in months. */
  months?: readonly [least: number, most: number]
}

/** Levels 1 to 6 of the Belgian Criminal Code of 29 February 2024; a higher level is graver. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6

/** Prison by level, in years; null: none. From a note of 2023, not from the text of the law. */
export const levelYears: Readonly<Record<Level, readonly [least: number, most: number] | null>> = {
  1: null,
  2: [0, 3],
  3: [3, 5],
  4: [5, 10],
  5: [10, 15],
  6: [15, 20],
}
export const levelFacts = { source: belgium, checked, read: 'note' } as const satisfies Crime

/**
 * The new Code applies to facts from 1 September 2026 on, which is when it came into force in the end: pages that say
 * 8 April 2026 are out of date. In Belgian local time.
 */
export const newBelgianCode = {
  from: '2026-09-01',
  zone: 'Europe/Brussels',
  source: belgium,
  checked,
  read: 'note',
} as const

const law = { source: belgium, checked, read: 'law' } as const
const adult: readonly AgeBand[] = ['adult']
const all: readonly AgeBand[] = ['adult', '16-17', 'under-16']

const newer: readonly Offence[] = [
  { id: 'be-136', kind: 'dissemination', of: adult, level: 3, ...law },
  { id: 'be-144-dissemination', kind: 'dissemination', of: ['16-17'], level: 4, ...law },
  { id: 'be-143-dissemination', kind: 'dissemination', of: ['under-16'], level: 5, ...law },
  { id: 'be-170-174', kind: 'abuse-images', of: ['16-17', 'under-16'], level: 3, ...law },
  { id: 'be-137', kind: 'malice', of: adult, level: 3, ...law },
  { id: 'be-135', kind: 'voyeurism', of: adult, level: 3, ...law },
  { id: 'be-144-voyeurism', kind: 'voyeurism', of: ['16-17'], level: 3, ...law },
  { id: 'be-143-voyeurism', kind: 'voyeurism', of: ['under-16'], level: 4, ...law },
]

// What the old law set by the victim's age is not known well enough to be told.
const older: readonly Offence[] = [
  { id: 'be-old-417-9', kind: 'dissemination', of: all, level: null, months: [6, 60], ...law },
  { id: 'be-old-417-10', kind: 'malice', of: all, level: null, months: [12, 60], ...law },
  { id: 'be-old-417-8', kind: 'voyeurism', of: all, level: null, months: [6, 60], ...law },
]

/**
 * The offences to name for the police, the likeliest first: dissemination, then what it may be besides. `factsOn` is the
 * first day on which it was seen (`YYYY-MM-DD`, Belgian time); without one the law of today is named. Empty for countries
 * whose law is not known so well.
 */
export function offencesOf(of: {
  country: string
  ageBand: AgeBand
  factsOn?: string | undefined
}): readonly Offence[] {
  if (of.country !== 'BE') return []
  const code = of.factsOn !== undefined && of.factsOn < newBelgianCode.from ? older : newer
  return code.filter((offence) => offence.of.includes(of.ageBand))
}

/**
 * How grave the law of Belgium holds the spreading of such a picture, by her age in it: level 3 for an adult, 4 from 16
 * on, 5 under 16. Null elsewhere, and for facts from before the new Code. Information for the pack, never a promise.
 */
export function levelOf(of: {
  country: string
  ageBand: AgeBand
  factsOn?: string | undefined
}): { level: Level; years: readonly [least: number, most: number] | null; offence: OffenceId } | null {
  const offence = offencesOf(of).find(({ kind }) => kind === 'dissemination')
  if (!offence?.level) return null
  return { level: offence.level, years: levelYears[offence.level], offence: offence.id }
}
