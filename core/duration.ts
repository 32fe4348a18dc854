import { InvalidInput } from './errors.ts'

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * A span of time as people write it in settings: a whole number and `s`, `m`, `h` or `d`.
 *
 * @returns milliseconds, at least one second
 * @throws InvalidInput where the text is no such span
 */
export function parseDuration(text: string): number {
  const [, count = '', unit = ''] = text.trim().match(/^(\d{1,6})([smhd])$/i) ?? []
  const ms = Number(count) * (units[unit.toLowerCase()] ?? 0)
  if (ms === 0) throw new InvalidInput(`"${text.slice(0, 40)}" is not a duration: write it as 30s, 10m, 6h or 2d`)
  return ms
}
