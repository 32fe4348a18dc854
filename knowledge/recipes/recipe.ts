/**
 * A recipe says where on the pages of a site without an interface for programs its items stand: one declarative file, in
 * YAML, checked when it is given (docs/how-to/write-a-recipe.md).
 */

import { parse as parseYaml, stringify } from 'yaml'
import { z } from 'zod'
import { InvalidInput } from '#core/errors.ts'

/** Where a value stands: `h2` the text, `img@src` an attribute, `.` and `@href` those of the item itself. */
export interface Place {
  selector?: string
  attribute?: string
}

const place = z
  .string()
  .max(200, 'a place has at most 200 characters')
  .regex(/\S/, 'write a selector, or `.` for the item itself')
  .transform((text): Place => {
    const [, before = text, attribute] = text.match(/^(.*)@([a-z][a-z0-9-]*)$/s) ?? []
    const selector = before.trim()
    return { ...(selector !== '' && selector !== '.' && { selector }), ...(attribute && { attribute }) }
  })

const Recipe = z.strictObject({
  describes: z.string().max(200),
  start: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  items: z.string().min(1).max(200),
  link: place,
  picture: place.optional(),
  title: place.optional(),
  age: place.optional(),
  folder: place.optional(),
  pageAge: place.optional(),
  next: place.optional(),
  adult: z
    .array(z.string().min(2, 'a word of an age label has at least two characters').max(60))
    .min(1)
    .max(20)
    .default(['18+', '18 +', 'nsfw', 'adult', 'explicit', 'rta-5042-1996-1400-1577-rta']),
  pages: z.int().min(1).max(12, 'at most 12 pages are read in one go').default(5),
  scripts: z.boolean().default(false),
})

/**
 * - `items`: what there is one of for each item; the other places are looked for in it
 * - `link`, `picture`, `title`, `age`: of an item; `age` is its age label
 * - `folder`, `pageAge`, `next`: of the whole page; its title, its age label, the link to the next page
 * - `adult`: words that an age label has where it is for adults alone; without one no picture is looked at
 * - `pages`: most pages that are read in one go; `scripts`: the page builds itself with scripts
 * - `start`: the listing that it was written for, where `vigie recipe try` is given no other
 */
export type Recipe = z.output<typeof Recipe>

/** A recipe as it is written in a file. */
export type WrittenRecipe = z.input<typeof Recipe>

const mostCharacters = 20_000

/** @throws InvalidInput naming each line that is wrong, and how to write it */
export function parseRecipe(text: string): Recipe {
  const { success, data, error } = Recipe.safeParse(readYaml(text))
  if (success) return data
  const told = error.issues.map(({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`)
  throw new InvalidInput(`This is no recipe: ${told.join('; ')}`)
}

function readYaml(text: string): unknown {
  if (text.length > mostCharacters)
    throw new InvalidInput(`A recipe has at most ${mostCharacters} characters: this is something else`)
  try {
    return parseYaml(text, { maxAliasCount: 0 })
  } catch (cause) {
    throw new InvalidInput('This is no recipe: it is not YAML. `vigie recipe show gallery` shows one', { cause })
  }
}

/** As text, without what was only said to its reader. */
export function printRecipe(recipe: WrittenRecipe): string {
  return stringify(recipe, { lineWidth: 0 })
}

/** The same without its comments. Throws as `parseRecipe` does. */
export function shortenRecipe(text: string): string {
  parseRecipe(text)
  return printRecipe(readYaml(text) as WrittenRecipe)
}
