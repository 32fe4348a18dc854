/** Milliseconds of one run: the median of `times`, after one that does not count. */
export function medianMs(times: number, run: () => void): number {
  run()
  const each = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return each.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}
