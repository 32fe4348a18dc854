/** Resident memory of the process while a million notices go through it. */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Report } from '../report.ts'
import { clear, type Town } from './town.ts'

const linesPerPage = 10_000

export async function measureMemory(
  town: Town,
  { report, notices }: { report: Report; notices: number },
): Promise<void> {
  await clear(town)
  await using _list = await town.publish({ rare: 1000, bulkPages: notices / linesPerPage, linesPerPage }, 'bulk')
  await using worker = await town.startWorker(undefined)
  const samples: { notices: number; megabytes: number }[] = []
  for (let stored = 0; stored < notices; ) {
    await wait(1000)
    const { rows } = await sql<{ count: number }>`
      select coalesce(quota_used, 0)::int as count from channels where id = 'bench-list'`.execute(town.store.db)
    stored = rows[0]?.count ?? 0
    samples.push({ notices: stored, megabytes: Math.round(process.memoryUsage.rss() / 1e6) })
  }
  await worker.idle()
  samples.push({ notices, megabytes: Math.round(process.memoryUsage.rss() / 1e6) })
  const inPart = (from: number, to: number) =>
    samples
      .filter((each) => each.notices >= from * notices && each.notices <= to * notices)
      .map((each) => each.megabytes)
  const [early, late] = [Math.max(...inPart(0.1, 0.4)), Math.max(...inPart(0.7, 1))]
  report.line({
    what: `memory over ${notices} notices, ${town.targets.length * 256} hashes enrolled`,
    measured: `${late} MB at most in the last third`,
    baseline: `${early} MB at most in the first`,
    ratio: late / early,
  })
  report.say(`  RSS in MB: ${samples.map((each) => each.megabytes).join(' ')}`)
  report.save('pipeline-memory.json', samples)
  report.save('pipeline-memory.svg', plot(samples))
}

function plot(samples: { notices: number; megabytes: number }[]): string {
  const most = Math.max(...samples.map((each) => each.megabytes))
  const end = Math.max(...samples.map((each) => each.notices))
  const points = samples.map(
    ({ notices, megabytes }) =>
      `${(40 + (540 * notices) / end).toFixed(1)},${(260 - (220 * megabytes) / most).toFixed(1)}`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" font-family="sans-serif" font-size="12">
<rect width="600" height="300" fill="#fff"/>
<path d="M40 40V260H580" fill="none" stroke="#888"/>
<polyline points="${points.join(' ')}" fill="none" stroke="#06c" stroke-width="2"/>
<text x="44" y="36">${most} MB resident</text><text x="580" y="280" text-anchor="end">${end} notices</text><text x="30" y="264" text-anchor="end">0</text>
</svg>
`
}
