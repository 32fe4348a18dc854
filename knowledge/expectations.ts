/** What to expect of a platform, from figures that others publish: never a promise, and always with what they leave out. */
import type { Lang } from '#core/case/types.ts'

/** Sums over a time, as a channel of figures counted them. */
export interface Sums {
  /** Days of which there are any. */
  days: number
  figures: readonly { group: string; measure: string; count: number }[]
}

export interface Expectation {
  decisions: number
  /** Shares of the decisions, 0 to 1. */
  shares: Record<(typeof measures)[number], number>
  /** Days from when the content was put up to the decision; null: too few tell. */
  stoodDays: { median: number; p90: number } | null
  /** Share of all decisions of the platform that name a reason at all. */
  coverage: number
}

const measures = [
  'removed',
  'disabled',
  'still-there',
  'account',
  'by-notice',
  'by-trusted-flagger',
  'by-other-notice',
  'by-itself',
  'detected-automatically',
  'decided-automatically',
] as const

/** Below this many, a share would say more about chance than about the platform. */
const tooFew = 20

/** Null: too few decisions to say anything. */
export function expect({ figures }: Sums, group: string): Expectation | null {
  const count = (of: string, measure: string) =>
    figures.find((figure) => figure.group === of && figure.measure === measure)?.count ?? 0
  const decisions = count(group, 'decisions')
  if (decisions < tooFew) return null
  const shares = Object.fromEntries(measures.map((measure) => [measure, count(group, measure) / decisions]))
  return {
    decisions,
    shares: shares as Expectation['shares'],
    stoodDays: quantiles(figures.filter((figure) => figure.group === group)),
    coverage: count('all', 'with-keyword') / Math.max(1, count('all', 'decisions')),
  }
}

function quantiles(figures: Sums['figures']): Expectation['stoodDays'] {
  const buckets = figures
    .flatMap(({ measure, count }) => {
      const [, days] = measure.match(/^stood-days:(\d+)$/) ?? []
      return days === undefined ? [] : [{ days: Number(days), count }]
    })
    .sort((one, other) => one.days - other.days)
  const total = buckets.reduce((sum, { count }) => sum + count, 0)
  if (total < tooFew) return null
  const at = (share: number) => {
    let seen = 0
    for (const { days, count } of buckets) {
      seen += count
      if (seen >= share * total) return days
    }
    return buckets.at(-1)?.days ?? 0
  }
  return { median: at(0.5), p90: at(0.9) }
}

/** The name under which the database lists a platform of ours; without one it is not in it. */
export const namesInDatabase: Readonly<Record<string, string>> = {
  discord: 'Discord Netherlands B.V.',
  facebook: 'Facebook',
  instagram: 'Instagram',
  pornhub: 'Pornhub',
  snapchat: 'Snapchat',
  telegram: 'Telegram',
  tiktok: 'TikTok',
  x: 'X',
}

/** What is known to be wrong in what was published, and what the figures cannot tell at all. */
export const limits: readonly { says: Record<Lang, string>; source: string; checked: string }[] = [
  {
    says: {
      en: 'Only decisions against content are counted: what a platform refused to remove is not. So this says nothing of how often a request succeeds.',
      fr: 'Seules les décisions contre un contenu sont comptées, pas les refus. Cela ne dit donc pas combien de demandes aboutissent.',
      nl: 'Alleen beslissingen tegen inhoud zijn geteld, weigeringen niet. Het zegt dus niet hoe vaak een verzoek slaagt.',
      de: 'Gezählt sind nur Entscheidungen gegen Inhalte. Was eine Plattform nicht löschen wollte, ist nicht dabei. Es sagt also nicht, wie oft ein Antrag Erfolg hat.',
    },
    source: 'https://transparency.dsa.ec.europa.eu/page/documentation',
    checked: '2026-11-24',
  },
  {
    says: {
      en: 'The days are counted from when the content was put up, not from when somebody asked.',
      fr: 'Les jours sont comptés depuis la mise en ligne, pas depuis la demande.',
      nl: 'De dagen tellen vanaf de plaatsing, niet vanaf het verzoek.',
      de: 'Die Tage zählen ab dem Hochladen, nicht ab dem Antrag.',
    },
    source: 'https://transparency.dsa.ec.europa.eu/page/documentation',
    checked: '2026-11-24',
  },
  {
    says: {
      en: 'Many decisions name no reason, so the real number is higher.',
      fr: 'Beaucoup de décisions ne nomment pas de motif : le nombre réel est plus élevé.',
      nl: 'Veel beslissingen noemen geen reden, dus het echte aantal ligt hoger.',
      de: 'Viele Entscheidungen nennen keinen Grund, die wirkliche Zahl ist also höher.',
    },
    source: 'https://transparency.dsa.ec.europa.eu/page/documentation',
    checked: '2026-11-24',
  },
]
