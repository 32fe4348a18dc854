/**
 * The facts that an installation goes by: ours, as they were checked, and what its operator has put over them. A value that
 * is built once at the start and handed on; nothing reads it from anywhere else.
 */
import { z } from 'zod'
import { langs } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { platforms } from './platforms/index.ts'
import type { Route } from './platforms/platform.ts'
import { type Bootstrap, shippedBootstrap } from './responsible/bootstrap.ts'

export interface Facts {
  /** Removal routes of a platform, best first; those that the operator switched off are among them, marked. */
  routes(platform: string): readonly Route[]
  /** Which public register answers for what. */
  bootstrap: Bootstrap
}

export const shippedRoutes: Facts['routes'] = (platform) => platforms.find(({ id }) => id === platform)?.routes ?? []

export const shippedFacts: Facts = { routes: shippedRoutes, bootstrap: shippedBootstrap }

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'write the day as 2027-01-31')
const inEach = z.strictObject(
  Object.fromEntries(langs.map((lang) => [lang, z.string().min(1).max(1000)])) as Record<
    (typeof langs)[number],
    z.ZodString
  >,
  `give it in each language: ${langs.join(', ')}`,
)

/** Every field may be left out of a route that is ours; a new one needs `recipient`, `grounds`, `form` or `email`, and `source`. */
const RouteOverride = z
  .strictObject({
    form: z.url({ protocol: /^https$/, error: 'give the form as an https address' }).max(500),
    email: z
      .string()
      .regex(/^[^\s@<>]{1,64}@[^\s@<>]{1,200}$/, 'give the address as name@example.org')
      .max(254),
    recipient: z.union([z.string().min(1).max(200), inEach]),
    grounds: z.array(z.string().max(40)).min(1).max(20),
    asks: inEach,
    exposes: inEach,
    sure: z.enum(['published', 'reported', 'unconfirmed'], 'write published, reported or unconfirmed'),
    source: z.url({ protocol: /^https$/, error: 'give the source as an https address' }).max(500),
    checked: day,
    off: z.boolean('write true or false'),
  })
  .partial()
  .refine(({ form, email }) => !(form && email), 'give form or email, not both')

const Overrides = z.strictObject({
  routes: z.record(
    z.string().max(40),
    z.record(z.string().regex(/^[a-z0-9-]{1,60}$/, 'is no name of a route'), RouteOverride),
  ),
})

/**
 * Reads what an operator has written over our routes.
 *
 * @param grounds ids of the grounds that there are
 * @throws InvalidInput with one line per mistake, each with its place in the file
 */
export function overrideRoutes(text: string, grounds: readonly string[]): Facts['routes'] {
  const { routes } = parseOverrides(text)
  const mistakes: string[] = []
  const made = new Map<string, Route[]>()
  for (const [platform, given] of Object.entries(routes)) {
    const own = shippedRoutes(platform)
    if (!platforms.some(({ id }) => id === platform)) {
      mistakes.push(`routes.${platform}: there is no such platform. \`vigie platforms\` lists them.`)
      continue
    }
    for (const [id, { grounds: named = [] }] of Object.entries(given))
      for (const ground of named)
        if (!grounds.includes(ground))
          mistakes.push(`routes.${platform}.${id}.grounds: there is no ground "${ground}": ${grounds.join(', ')}.`)
    const changed = own.map((route) => ({ ...route, ...fieldsOf(given[route.id] ?? {}) }))
    const added = Object.entries(given).flatMap(([id, fields]) => {
      if (own.some((route) => route.id === id)) return []
      const { recipient, grounds, source, form, email, checked } = fields
      if (recipient && grounds && source && checked && (form || email))
        return [{ sure: 'reported' as const, ...fieldsOf(fields), id } as Route]
      mistakes.push(
        `routes.${platform}.${id}: this route is new, so it needs recipient, grounds, source, checked, and form or email. Ours are: ${own.map((route) => route.id).join(', ')}.`,
      )
      return []
    })
    made.set(platform, [...added, ...changed])
  }
  if (mistakes.length > 0) throw new InvalidInput(mistakes.join('\n'))
  return (platform) => made.get(platform) ?? shippedRoutes(platform)
}

function parseOverrides(text: string): z.infer<typeof Overrides> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new InvalidInput('this is no JSON: look for a comma or a quotation mark too many or too few.', { cause })
  }
  const { success, data, error } = Overrides.safeParse(json)
  if (success) return data
  throw new InvalidInput(
    error.issues
      .slice(0, 20)
      .map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}.`)
      .join('\n'),
  )
}

function fieldsOf({ form, email, off, ...rest }: z.infer<typeof RouteOverride>): Partial<Route> {
  const to = form ? { to: { form } } : email ? { to: { email } } : {}
  return { ...(rest as Partial<Route>), ...to, ...(off && { off: true as const }) }
}
