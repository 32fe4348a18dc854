/** The registry of grounds. */
import { abuse } from './abuse.ts'
import { be39bis } from './be39bis.ts'
import { be584 } from './be584.ts'
import { dmca } from './dmca.ts'
import { dsa16 } from './dsa16.ts'
import { esaepd } from './esaepd.ts'
import { gdpr17 } from './gdpr17.ts'
import { gdpr17s } from './gdpr17s.ts'
import type { Ground } from './ground.ts'
import { hdca24 } from './hdca24.ts'
import { it144bis } from './it144bis.ts'
import { terms } from './terms.ts'
import { tida } from './tida.ts'
import { uk20a } from './uk20a.ts'

/** In the order of `groundIds`: whoever runs the place, then search engines and hosts, then authorities and courts. */
export const grounds: readonly Ground[] = [
  dsa16,
  terms,
  tida,
  uk20a,
  gdpr17,
  gdpr17s,
  hdca24,
  it144bis,
  esaepd,
  dmca,
  abuse,
  be39bis,
  be584,
]

/** The ground of a stored request. Throws if there is none of that id, which is a bug: ids are never renamed. */
export function groundOf(id: string): Ground {
  const ground = grounds.find((candidate) => candidate.id === id)
  if (!ground)
    throw new Error(`No ground has the id ${JSON.stringify(id)}: add its file to knowledge/grounds/index.ts.`)
  return ground
}
