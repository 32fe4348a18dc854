/** Recipes by the name of one that comes with Vigie, or from a file of the operator's. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidInput } from '#core/errors.ts'
import { recipes } from '#knowledge/recipes/index.ts'
import { printRecipe, shortenRecipe } from '#knowledge/recipes/recipe.ts'

/**
 * A recipe's text without its comments, as a channel's option takes it: of a name that comes with Vigie, of a file, or of
 * `NAME.yaml` in the folder `recipes` of the data folder.
 *
 * @throws InvalidInput where there is none, or it is no recipe
 */
export async function readRecipe(named: string, dataFolder: string): Promise<string> {
  const ours = Object.hasOwn(recipes, named) ? recipes[named] : undefined
  if (ours) return printRecipe(ours)
  const own = /^[\w-]+$/.test(named) ? [join(dataFolder, 'recipes', `${named}.yaml`)] : []
  for (const path of [named, ...own]) {
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text !== null) return shortenRecipe(text)
  }
  throw new InvalidInput(
    `There is no recipe "${named}": name a file, one in ${join(dataFolder, 'recipes')}, or ${Object.keys(recipes).join(', ')}.`,
  )
}

/** A channel's options as they were given; where one names a recipe of the operator's, with that recipe's text. */
export async function fillRecipe(
  kind: string,
  options: Record<string, string>,
  dataFolder: string,
): Promise<Record<string, string>> {
  const named = options.recipe
  if (kind !== 'recipe' || named === undefined || named.includes('\n') || Object.hasOwn(recipes, named)) return options
  return { ...options, recipe: await readRecipe(named, dataFolder) }
}
