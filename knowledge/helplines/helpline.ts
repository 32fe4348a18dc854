import type { Lang } from '#core/case/types.ts'

export interface Help {
  id: string
  name: string
  phone: string | null
  url: string | null
  /** What it is, in her language. */
  what: string
}

export interface Helpline extends Omit<Help, 'what'> {
  /** ISO 3166-1; null: everywhere. */
  country: string | null
  for: 'minors' | 'adults' | 'all'
  kind: 'talk' | 'report' | 'police' | 'block'
  /** ISO 639-1, those among our languages first in line; empty: not known. */
  speaks: string[]
  what: Record<Lang, string>
  source: string
  checked: string
  /** False: the number or the address was not read on the organisation's own page. None was dialled. */
  sure: boolean
}
