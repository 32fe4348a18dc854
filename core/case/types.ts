/** Her age in the picture, not today: a later birthday changes nothing. */
export type AgeBand = 'adult' | '16-17' | 'under-16'

export const ageBands = ['adult', '16-17', 'under-16'] as const satisfies AgeBand[]

export function isMinor(ageBand: AgeBand): boolean {
  return ageBand !== 'adult'
}

/** The languages that pages, mails and letters speak. */
export const langs = ['en', 'fr', 'nl', 'de'] as const
export type Lang = (typeof langs)[number]
