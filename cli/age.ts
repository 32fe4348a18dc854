/** `--age`: the band, or a number of years from which it follows. */
import { type AgeBand, ageBands } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Arguments, text } from './command.ts'

export const ageOption = {
  type: 'string',
  value: 'AGE',
  describes: `Age in the picture: ${ageBands.join(', ')}, or years. Default: adult.`,
} as const

/** Her age in the picture, by the option; a minor whose age is not said counts as the youngest. */
export function ageBandOf(args: Arguments): AgeBand {
  const given = text(args, 'age') ?? 'adult'
  const band = ageBands.find((each) => each === given)
  if (band) return band
  if (given === 'minor') return 'under-16'
  const years = /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN
  if (Number.isNaN(years)) throw new InvalidInput(`--age is one of ${ageBands.join(', ')}, or a number of years.`)
  return years >= 18 ? 'adult' : years >= 16 ? '16-17' : 'under-16'
}
