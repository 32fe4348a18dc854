/**
 * `npm run bench [-- NAME… [options]]`: how good and how fast the core is. Every figure stands beside a baseline measured
 * in the same run. Without a name: `hash` and `match`.
 */
import { openReport, type Report } from './report.ts'

/** Runs one bench; `options` are the arguments that begin with a dash. */
export type Bench = (report: Report, options: string[]) => Promise<void>

const benches: Record<string, () => Promise<Bench>> = {
  hash: async () => (await import('./hash.ts')).hashBench,
  match: async () => (await import('./match.ts')).matchBench,
  pipeline: async () => (await import('./pipeline.ts')).pipelineBench,
  robustness: async () => (await import('./robustness/index.ts')).robustnessBench,
}

const names = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const options = process.argv.slice(2).filter((word) => word.startsWith('-'))
const unknown = names.find((name) => !(name in benches))
if (unknown) {
  console.error(`There is no bench "${unknown}". Choose from: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const name of names.length > 0 ? names : ['hash', 'match']) {
  const bench = await benches[name]!()
  const report = openReport(name)
  await bench(report, options)
  report.close()
}
