/**
 * `npm run bench`: how fast the core is. Every figure stands beside a baseline measured in the same run, since only the
 * ratio survives a change of machine.
 */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { hashLines } from './hash.ts'
import { matchLines } from './match.ts'

/** One line of the table: what was measured, and how it compares. */
export interface Line {
  what: string
  /** As printed, with its unit. */
  measured: string
  baseline: string
  /** How many times the baseline's speed. */
  ratio: number
}

const load = loadavg()[0] ?? 0
console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, load ${load.toFixed(1)}\n`)
print('what', 'measured', 'baseline', 'ratio')
for await (const { what, measured, baseline, ratio } of lines())
  print(what, measured, baseline, `× ${ratio.toPrecision(3)}`)

async function* lines(): AsyncGenerator<Line> {
  yield* hashLines()
  yield* matchLines()
}

function print(what: string, measured: string, baseline: string, ratio: string): void {
  console.log(`${what.padEnd(60)}${measured.padStart(24)}   ${baseline.padEnd(44)}${ratio.padStart(10)}`)
}
