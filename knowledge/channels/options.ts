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
  quality: wholeNumber(0, 100)
    .default(50)
    .describe('published PDQ quality below which a hash matches only what is nearly identical'),
  quota: wholeNumber(1, 100_000_000).default(200_000).describe('most notices taken in a day'),
  trust: z
    .enum(['high', 'low'], 'write high or low')
    .default('high')
    .describe('low: anybody may publish there, so a place that it alone names is never asked for by itself'),
  told: z
    .enum(['confirmed'], 'write confirmed, or leave it out')
    .optional()
    .describe(
      'confirmed: a match is told only to cases that an organisation has confirmed, as of a list that is not public',
    ),
  look: z
    .enum(['off', 'on'], 'write on or off')
    .default('off')
    .describe('on: every picture it labels as adult content is fetched, fingerprinted in memory and dropped'),
})

export type CommonOptions = z.infer<typeof commonOptions>

/**
 * Splits and reads what the operator gave as `--option name=value`.
 *
 * @throws InvalidInput naming the option and how to write it; an unknown one, with the names that are known
 */
export function parseOptions<Own>(
  channel: Pick<Channel<Own>, 'id' | 'options' | 'looks'>,
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
export function listOptions(channel: Pick<Channel, 'options' | 'looks'>): { name: string; description: string }[] {
  const own = channel.options instanceof z.ZodObject ? channel.options.shape : {}
  return Object.entries({ ...own, ...commonOptions.shape })
    .filter(([name]) => name !== 'look' || channel.looks)
    .map(([name, schema]) => ({ name, description: schema.description ?? '' }))
}

const longestSecret = 4_000

/**
 * The secrets that a channel is given, by name.
 *
 * @throws InvalidInput naming a secret that is unknown, missing, or no text for a header
 */
export function parseSecrets(
  { id, secrets = {} }: Pick<Channel, 'id' | 'secrets'>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = Object.keys(secrets)
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(secrets, name))
      throw new InvalidInput(
        `The channel ${id} takes no secret "${name.slice(0, 40)}"${names.length > 0 ? `: it takes ${names.join(', ')}` : ''}`,
      )
    if (value.length > longestSecret || !/^[\x20-\x7e]+$/.test(value))
      throw new InvalidInput(`The secret ${name} is empty, too long, or holds characters that no key has`)
  }
  for (const [name, { required, describes }] of Object.entries(secrets))
    if (required && given[name] === undefined)
      throw new InvalidInput(
        `The channel ${id} needs the secret ${name} (${describes}): give it as --secret ${name}=ENVIRONMENT_VARIABLE`,
      )
  return { ...given }
}

function read<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const told = result.error.issues.map((issue) => `option ${issue.path.join('.')}: ${issue.message}`)
  throw new InvalidInput(told.join('; '))
}
