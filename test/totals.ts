/**
 * The last line of a run, for people and for machines: `N passed, N failed, N skipped`. Before it, `flaky: …` for each
 * test that passed at its second try, with what went wrong at its first; it counts as passed.
 */
import type { Reporter, TestModule } from 'vitest/node'

export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]) {
    const totals = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      totals.failed += module.errors().length // a file that could not be read, a hook that broke
      for (const test of module.children.allTests()) {
        const { state, errors = [] } = test.result()
        totals[state === 'pending' ? 'skipped' : state] += 1
        if (test.diagnostic()?.flaky) {
          const [why = ''] = errors[0]?.message.split('\n') ?? []
          process.stdout.write(`flaky: ${module.relativeModuleId} > ${test.fullName}: ${why}\n`)
        }
      }
      for (const suite of module.children.allSuites()) totals.failed += suite.errors().length
    }
    process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`)
  }
}
