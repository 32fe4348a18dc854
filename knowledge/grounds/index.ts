/** The registry of grounds. */
import { abuse } from './abuse.ts'
import { dsa16 } from './dsa16.ts'
import type { Ground } from './ground.ts'
import { tida } from './tida.ts'

export const grounds: readonly Ground[] = [dsa16, tida, abuse]

/** The ground of a stored request. Throws if there is none of that id, which is a bug: ids are never renamed. */
export function groundOf(id: string): Ground {
  const ground = grounds.find((candidate) => candidate.id === id)
  if (!ground)
    throw new Error(`No ground has the id ${JSON.stringify(id)}: add its file to knowledge/grounds/index.ts.`)
  return ground
}
