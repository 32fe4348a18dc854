/** The table as bars: recall by alteration, the four sets beside each other. */
import type { Row } from './index.ts'
import { SETS } from './worker.ts'

const COLOURS = ['#bbb', '#888', '#3a7bd5', '#12355b']
const HIGH = 22
const LEFT = 330
const WIDE = 420

export function plotOf(rows: Row[]): string {
  const height = HIGH * rows.length + 60
  const bars = rows.map(({ group, name, seen, recall }, i) => {
    const y = 40 + HIGH * i
    const each = recall.map(
      (share, s) =>
        `<rect x="${LEFT}" y="${y + 4.5 * s}" width="${(WIDE * share).toFixed(1)}" height="4" fill="${COLOURS[s]}"/>`,
    )
    const label = `${seen === 'look' ? 'look: ' : ''}${group}: ${name}`.replaceAll('&', '&amp;')
    return `<text x="${LEFT - 8}" y="${y + 13}" text-anchor="end">${label}</text>${each.join('')}`
  })
  const key = SETS.map(
    (set, s) =>
      `<rect x="${LEFT + 100 * s}" y="12" width="12" height="12" fill="${COLOURS[s]}"/><text x="${LEFT + 17 + 100 * s}" y="23">${set}</text>`,
  )
  const lines = [0.9, 0.95, 1].map(
    (share) =>
      `<line x1="${LEFT + WIDE * share}" x2="${LEFT + WIDE * share}" y1="36" y2="${height - 16}" stroke="#d33" stroke-opacity="0.4"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDE + 30}" height="${height}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>${key.join('')}${bars.join('')}${lines.join('')}</svg>\n`
}
