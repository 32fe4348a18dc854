/** What a bench tells: lines of one table, printed as they come, and files in bench/results. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

/** One line of the table: what was measured, and how it compares. Only the ratio survives a change of machine. */
export interface Line {
  what: string
  /** As printed, with its unit. */
  measured: string
  baseline: string
  /** How many times the baseline's speed (or whatever the line compares). */
  ratio: number
}

export interface Report {
  line(line: Line): void
  /** A line of text that is no measurement: what was found on this machine, what was left out and why. */
  say(text: string): void
  /** Writes bench/results/NAME: text (an SVG plot, say) or bytes (a picture) as they are, else JSON of the value. */
  save(name: string, content: unknown): void
}

const results = fileURLToPath(new URL('./results/', import.meta.url))

export const machine = () => ({
  cpu: cpus()[0]?.model,
  cores: availableParallelism(),
  node: process.version,
  load: loadavg()[0] ?? 0,
})

export function openReport(name: string): Report & { close(): void } {
  const lines: (Line & { load: number })[] = []
  const said: string[] = []
  const save = (file: string, content: unknown) => {
    mkdirSync(results, { recursive: true })
    const isPlain = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(results + file, isPlain ? content : `${JSON.stringify(content, null, 1)}\n`)
  }
  const start = machine()
  console.log(`\n${name}: ${start.cpu}, ${start.cores} cores, Node ${start.node}, load ${start.load.toFixed(1)}\n`)
  return {
    line(line) {
      if (lines.length === 0) print('what', 'measured', 'baseline', 'ratio')
      lines.push({ ...line, load: loadavg()[0] ?? 0 })
      print(line.what, line.measured, line.baseline, `× ${line.ratio.toPrecision(3)}`)
    },
    say(text) {
      said.push(text)
      console.log(text)
    },
    save,
    close() {
      const end = machine()
      console.log(`\nload at the end ${end.load.toFixed(1)}; written to bench/results`)
      save(`${name}.json`, { ...start, loadAtEnd: end.load, lines, said })
    },
  }
}

function print(what: string, measured: string, baseline: string, ratio: string): void {
  console.log(`${what.padEnd(60)}${measured.padStart(24)}   ${baseline.padEnd(44)}${ratio.padStart(10)}`)
}
