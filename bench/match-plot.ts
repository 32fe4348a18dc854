/** A plot of the match bench: microseconds a query, a bar for each engine, on a scale of powers of ten. */

export interface Bar {
  label: string
  usPerQuery: number
}

export function plotBars(title: string, bars: Bar[]): string {
  const [left, width, height] = [330, 520, 22]
  const highest = Math.max(...bars.map(({ usPerQuery }) => Math.log10(usPerQuery)), 1)
  const scale = (us: number) => (Math.max(0, Math.log10(us) + 1) / (highest + 1)) * width
  const lines = bars.map(({ label, usPerQuery }, i) => {
    const y = 44 + i * height
    return [
      `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${label.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`,
      `<rect x="${left}" y="${y + 2}" width="${scale(usPerQuery).toFixed(1)}" height="${height - 6}" fill="#3b6ea5"/>`,
      `<text x="${left + scale(usPerQuery) + 6}" y="${y + 14}">${usPerQuery.toPrecision(3)} µs</text>`,
    ].join('')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + width + 90}" height="${60 + bars.length * height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/><text x="10" y="22" font-size="15">${title}</text>${lines.join('')}</svg>\n`
}
