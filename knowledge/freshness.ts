/**
 * Freshness: every fact of the world that we go by, with its source and the day it was checked. The world changes without
 * telling us, so what was not looked at for half a year is listed, wherever somebody may see it.
 */
import { authorities } from './authorities.ts'
import { channels } from './channels/index.ts'
import { countryFacts } from './countries.ts'
import { type Facts, shippedFacts } from './facts.ts'
import { crimes, levelFacts, newBelgianCode } from './grounds/crimes.ts'
import { grounds } from './grounds/index.ts'
import { helplines } from './helplines.ts'
import { holidayFacts } from './holidays.ts'
import { hotlineFacts } from './hotline.ts'
import { routingFacts } from './ipfs-routing.ts'
import { platforms } from './platforms/index.ts'
import { wrappers } from './platforms/wrappers.ts'
import { bootstrapFacts } from './responsible/bootstrap.ts'
import { deliveryNetworks } from './responsible/delivery-networks.ts'
import { searches } from './searches.ts'

export interface Fact {
  /** Where it stands, e.g. `platforms/discord/routes/report-form`. */
  fact: string
  source: string
  checked: string
}

const day = 24 * 3_600_000
export const freshMs = 180 * day

/** Every fact, in the order of the folders. */
export function listFacts({ routes }: Pick<Facts, 'routes'> = shippedFacts): Fact[] {
  const of = (fact: string, { source, checked }: { source: string; checked: string }): Fact => ({
    fact,
    source,
    checked,
  })
  return [
    ...channels.flatMap((channel) =>
      channel.sources.map(({ url, checked }, at) =>
        of(`channels/${channel.id}/sources/${at + 1}`, { source: url, checked }),
      ),
    ),
    ...platforms.flatMap(({ id, checks = [] }) => [
      ...routes(id)
        .filter(({ off }) => !off)
        .map((route) => of(`platforms/${id}/routes/${route.id}`, route)),
      ...checks.map((check) => of(`platforms/${id}/checks/${check.kinds.join('+')}`, check)),
    ]),
    ...wrappers.map((wrapper) => of(`platforms/wrappers/${wrapper.name}`, wrapper)),
    ...grounds.flatMap((ground) =>
      ground.sources.map(({ url, checked }, at) =>
        of(`grounds/${ground.id}/sources/${at + 1}`, { source: url, checked }),
      ),
    ),
    ...Object.entries(crimes).flatMap(([country, rules]) =>
      Object.entries(rules).map(([age, rule]) => of(`grounds/crimes/${country}/${age}`, rule)),
    ),
    of('grounds/crimes/BE/levels', levelFacts),
    of('grounds/crimes/BE/new-code', newBelgianCode),
    ...hotlineFacts.map((each) => of(`hotline/${each.id}`, each)),
    ...helplines.map((line) => of(`helplines/${line.id}`, line)),
    ...authorities.map((authority) => of(`authorities/${authority.id}`, authority)),
    of('countries', countryFacts),
    of('holidays', holidayFacts),
    ...searches.map((search) => of(`searches/${search.id}`, search)),
    of('ipfs-routing', routingFacts),
    of('responsible/bootstrap', bootstrapFacts),
    ...deliveryNetworks.map((network) => of(`responsible/delivery-networks/${network.name}`, network)),
  ]
}

/** What was checked more than 180 days before `nowMs`, the oldest first. A day that is none counts as old. */
export function staleFacts(facts: readonly Fact[], nowMs: number): Fact[] {
  return facts
    .filter((fact) => isStale(fact, nowMs))
    .sort((a, b) => (a.checked < b.checked ? -1 : a.checked > b.checked ? 1 : 0))
}

export function isStale({ checked }: Pick<Fact, 'checked'>, nowMs: number): boolean {
  return !(nowMs - Date.parse(checked) <= freshMs)
}
