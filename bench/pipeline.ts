/**
 * From a channel's page to the alert row: how many notices a second, stage by stage, beside what PostgreSQL alone takes
 * of the same rows; how long a notice is on its way; and whether memory stays flat.
 *
 *     npm run bench -- pipeline [--rows=1e5,1e6] [--notices=50000] [--backend=postgres,redis] [--steady=15] [--memory]
 *
 * `--rows`: enrolled hashes, as real cases and pictures. `--steady`: seconds at 1,000 notices a second, 0: left out.
 * `--memory`: a million notices, memory sampled on the way (some minutes).
 */

import { measureBare } from './pipeline/bare.ts'
import { measureMemory } from './pipeline/memory.ts'
import { measureLookBack, measureStages } from './pipeline/stages.ts'
import { measureSteady } from './pipeline/steady.ts'
import { findRedis, startTown } from './pipeline/town.ts'
import { measureWhole } from './pipeline/whole.ts'
import type { Report } from './report.ts'

export async function pipelineBench(report: Report, options: string[]): Promise<void> {
  const option = (name: string, fallback: string) =>
    options.find((each) => each.startsWith(`--${name}=`))?.split('=')[1] ?? fallback
  const notices = Number(option('notices', '50000'))
  const seconds = Number(option('steady', '15'))
  const redisUrl = await findRedis()
  if (!redisUrl) report.say('no Redis answers on 127.0.0.1:6379: left out')
  const backends = option('backend', 'postgres,redis')
    .split(',')
    .filter((name) => name === 'postgres' || redisUrl)

  for (const rows of option('rows', '1e5,1e6').split(',').map(Number)) {
    const begun = performance.now()
    await using town = await startTown(rows)
    const enrolled = town.targets.length * 256
    const took = ((performance.now() - begun) / 1000).toFixed(0)
    report.say(
      `${enrolled} hashes enrolled, real rows: ${town.targets.length} pictures, ${took} s; one notice in 1,000 matches`,
    )
    const bare = await measureBare(town, { report, notices })
    await measureStages(town, { report, notices, bare })
    for (const backend of backends) {
      const on = { report, notices, bare, backend, redisUrl: backend === 'redis' ? redisUrl : undefined }
      await measureWhole(town, on)
      if (seconds > 0) await measureSteady(town, { ...on, seconds })
    }
    await measureLookBack(town, { report, notices: Number(option('kept', '100000')) })
    if (options.includes('--memory')) await measureMemory(town, { report, notices: 1_000_000 })
  }
}
