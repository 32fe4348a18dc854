/** What an operator may set on a channel: the options that every channel has, and each channel's own. */

import { z } from 'zod'
import { parseDuration } from '#core/duration.ts'
import { InvalidInput } from '#core/errors.ts'
import type { Channel } from './channel.ts'

/** An option's text as a duration in milliseconds, e.g. `10m`. */
export const duration = z.string().transform((text, context) => {
  try {
    return parseDuration(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'not a duration' })
    return z.NEVER
  }
})

/** An option's text as a whole number within bounds. */
export function wholeNumber(least: number, most: number) {
  const told = `write a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, told)
    .transform(Number)
    .pipe(z.number(told).min(least, told).max(most, told))
}

/** Options that the poll and match stages read, whatever the channel. */
const commonOptions = z.strictObject({
  every: duration.optional().describe('how often to ask, e.g. 30s, 10m, 6h; without it, the channel’s own pace'),
  distance: wholeNumber(0, 31).default(31).describe('greatest Hamming distance at which two PDQ hashes match'),
  quality: wholeNumber(0, 100).default(50).describe('least published PDQ quality that is matched'),
  quota: wholeNumber(1, 100_000_000).default(200_000).describe('most notices taken in a day'),
})

export type CommonOptions = z.infer<typeof commonOptions>

/**
 * Splits and reads what the operator gave as `--option name=value`.
 *
 * @throws InvalidInput naming the option and how to write it; an unknown one, with the names that are known
 */
export function parseOptions<Own>(
  channel: Pick<Channel<Own>, 'id' | 'options'>,
  raw: Record<string, string>,
): { own: Own; common: CommonOptions } {
  const known = listOptions(channel).map(({ name }) => name)
  for (const name of Object.keys(raw)) {
    if (known.includes(name)) continue
    throw new InvalidInput(`The channel ${channel.id} has no option "${name.slice(0, 40)}": it has ${known.join(', ')}`)
  }
  const [common, own] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(raw).filter(([name]) => name in commonOptions.shape === wanted)),
  )
  return { own: read(channel.options, own), common: read(commonOptions, common) }
}

/** Every option of a channel with its description, its own first: for the command line, the console and the docs. */
export function listOptions(channel: Pick<Channel, 'options'>): { name: string; description: string }[] {
  const own = channel.options instanceof z.ZodObject ? channel.options.shape : {}
  return Object.entries({ ...own, ...commonOptions.shape }).map(([name, schema]) => ({
    name,
    description: schema.description ?? '',
  }))
}

function read<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const told = result.error.issues.map((issue) => `option ${issue.path.join('.')}: ${issue.message}`)
  throw new InvalidInput(told.join('; '))
}
