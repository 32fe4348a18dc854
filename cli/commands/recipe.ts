import { InvalidInput } from '#core/errors.ts'
import type { Entry } from '#knowledge/channels/channel.ts'
import type { Command, Context, ExitStatus } from '../command.ts'
import { readSettings } from '../config.ts'

export const recipe: Command = {
  usage: 'list | show NAME | try FILE [URL]',
  summary: 'Shows what a recipe would read of a site’s pages, and keeps nothing. Needs no running service.',
  details: [
    '`list` names the recipes that come with Vigie, one JSON line each; `show` prints one, to begin your own with.',
    '`try` reads the listing at URL (without one, at the recipe’s `start`) as the channel would, and prints a JSON line for each item: {"locations","titles","pictures"}, a picture with whether its label says that it is for adults; or {"malformed"} with the reason.',
    'A file of yours is named as FILE, or lies in the folder `recipes` of the data folder as NAME.yaml. How to write one: docs/how-to/write-a-recipe.md',
  ],
  example: 'npx vigie recipe try gallery https://gallery.example.org/new',
  takes: { least: 1, most: 3 },

  async run({ positionals: [action, name, url] }, context): Promise<ExitStatus> {
    if (action === 'list') await list(context)
    else if (action === 'show' && name) await show(name, context)
    else if (action === 'try' && name) await tryOut(name, url, context)
    else throw new InvalidInput('Write recipe list, recipe show NAME, or recipe try FILE URL.')
    return 0
  },
}

async function list({ print }: Context): Promise<void> {
  const { recipes } = await import('#knowledge/recipes/index.ts')
  await print(...Object.entries(recipes).map(([name, { describes }]) => ({ recipe: name, describes })))
}

async function show(name: string, { environment, printText }: Context): Promise<void> {
  const { readRecipe } = await import('../recipe-file.ts')
  await printText(await readRecipe(name, readSettings(environment).VIGIE_DATA))
}

async function tryOut(name: string, url: string | undefined, context: Context): Promise<void> {
  const settings = readSettings(context.environment)
  const [{ readRecipe }, { parseRecipe }, { recipe: channel }, { createNet }, { createPages }, { join }] =
    await Promise.all([
      import('../recipe-file.ts'),
      import('#knowledge/recipes/recipe.ts'),
      import('#knowledge/channels/recipe.ts'),
      import('#worker/net/http.ts'),
      import('#worker/net/pages.ts'),
      import('node:path'),
    ])
  const read = parseRecipe(await readRecipe(name, settings.VIGIE_DATA))
  const start = url ?? read.start
  if (start === undefined || !/^https?:/.test(start))
    throw new InvalidInput('Name the address of a listing, such as https://gallery.example.org/new.')
  const userAgent = `Vigie/1 (+${settings.PUBLIC_URL ?? 'trying a recipe'})`
  await using net = createNet({ allowNets: settings.VIGIE_ALLOW_NETS, userAgent })
  const chromium = { chosen: settings.VIGIE_CHROMIUM, folder: join(settings.VIGIE_DATA, 'chromium') }
  await using pages = createPages({ net, userAgent, ...chromium })
  const source = { url: start, options: { recipe: read }, secrets: {} }
  const { signal } = context
  const unasked = () => Promise.reject(new Error('A recipe asks for pages alone.'))
  const deps = { net, pages, signal, now: () => Date.now(), live: false, git: { changes: unasked }, intake: unasked }
  let count = 0
  for await (const page of channel.poll(source, null, deps)) {
    count++
    await context.print(...page.entries.map(shown))
    if (page.warning) context.say(page.warning)
  }
  context.say(`${count} pages were read, and nothing of them is kept.`)
}

function shown(entry: Entry): unknown {
  if (entry.type !== 'notice') return entry.type === 'malformed' ? { malformed: entry.reason } : {}
  const { locations, titles, pictures } = entry.notice
  return { locations, titles, pictures }
}
