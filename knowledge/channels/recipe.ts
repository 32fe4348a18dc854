/** Recipe: the listings of galleries, forums and file hosts that have no interface for programs (knowledge/recipes). */

import { z } from 'zod'
import { mayShowMinor } from '#core/case/young.ts'
import { InvalidInput, Malformed, Refused } from '#core/errors.ts'
import { sha256 } from '#core/fingerprint/index.ts'
import type { OpenPage } from '#core/ports.ts'
import { recipes } from '../recipes/index.ts'
import { type Place, parseRecipe, printRecipe, type Recipe } from '../recipes/recipe.ts'
import { defineChannel, type Entry, type PollDeps } from './channel.ts'

const bounds = {
  /** Items on one page. */
  items: 100,
  addressLength: 2_048,
  titleLength: 400,
  keyLength: 11, // 64 bits in base64: told apart, not kept secret
  seen: 1_200, // as many as 12 pages of 100
}

export const recipe = defineChannel({
  id: 'recipe',
  title: 'Pages read by a recipe',
  summary:
    'Reads the listing of a gallery, forum thread or file folder as a recipe says: finds watched addresses, folders filed under a name and, with look=on, pictures with an age label for adults.',
  sources: [
    { url: 'https://www.rfc-editor.org/rfc/rfc9309', checked: '2026-11-24' },
    { url: 'https://www.rtalabel.org/', checked: '2026-11-24' },
  ],
  address: { schemes: ['https:', 'http:'], example: 'https://gallery.example.org/new' },
  toldTo: 'everybody',
  options: z.strictObject({
    recipe: z
      .string()
      .transform((text, context) => {
        try {
          return parseRecipe(writtenAs(text))
        } catch (error) {
          context.addIssue({ code: 'custom', message: error instanceof InvalidInput ? error.message : 'no recipe' })
          return z.NEVER
        }
      })
      .describe(
        `how to read its pages: ${Object.keys(recipes).join(', ')}, or a file of yours (\`vigie recipe try FILE URL\` shows what it would read)`,
      ),
  }),
  looks: true,
  suggestions: [],
  live: false,
  everyMs: 3_600_000,

  /**
   * The listing from its first page on, each time: what is new is told once, and where its last page was reached, what
   * is no longer there is taken back.
   */
  async *poll({ url, options }, cursor, { pages, now, signal }) {
    const walk: Walk = { start: url, recipe: options.recipe, pages, now, signal }
    const before = readCursor(cursor)
    const known = new Set(before)
    const here = new Set<string>()
    const circle = new Set<string>()
    let address: string | null = url
    for (let count = 1; address !== null; count++) {
      if (circle.has(address)) throw new Malformed(`The pages of ${hostOf(url)} lead in a circle`)
      circle.add(address)
      const { items, next, isCut } = await readListing(walk, address)
      if (count === 1 && items.length === 0 && before.length > 0)
        throw new Malformed(
          `The recipe finds nothing on ${hostOf(url)} any more: its pages have changed, or ask for something first`,
        )
      const entries: Entry[] = []
      for (const { key, raw } of items) {
        if (!known.has(key) && !here.has(key)) entries.push(readItem(raw, now()))
        here.add(key)
      }
      const isWhole = next === null && !isCut
      const left = before.filter((key) => !here.has(key))
      if (isWhole) entries.push(...left.map((key): Entry => ({ type: 'retraction', id: idOf(key) })))
      const isEnough = count >= options.recipe.pages && next !== null
      const warning = warningOf({ isEnough, isCut, pages: options.recipe.pages })
      yield { entries, cursor: print([...here, ...(isWhole ? [] : left)]), ...(warning && { warning }) }
      address = isEnough ? null : next
    }
  },

  reread: (raw, { now }) => [readItem(raw, now)],
})

/** A name of ours, or a recipe's own text. */
function writtenAs(text: string): string {
  const ours = Object.hasOwn(recipes, text) ? recipes[text] : undefined
  if (ours) return printRecipe(ours)
  if (!text.includes('\n') && !text.includes(':'))
    throw new InvalidInput(`There is no recipe "${text.slice(0, 40)}": there are ${Object.keys(recipes).join(', ')}`)
  return text
}

interface Walk extends Pick<PollDeps, 'pages' | 'now' | 'signal'> {
  start: string
  recipe: Recipe
}

interface Listing {
  items: { key: string; raw: string }[]
  /** The next page; null: this is the last. */
  next: string | null
  /** It holds more items than are read of one page. */
  isCut: boolean
}

async function readListing({ start, recipe, pages, signal }: Walk, address: string): Promise<Listing> {
  const { scripts, items: selector, link, picture, title, age, folder, pageAge, next } = recipe
  return pages.read(address, { scripts, signal }, async (page) => {
    if (page.status !== 200) throw new Malformed(`${hostOf(start)} answers ${page.status} where a listing should be`)
    const [whole] = await page.items('html', placed({ folder, pageAge, next }), 1)
    const read = await page.items(selector, placed({ link, picture, title, age }), bounds.items + 1)
    const items = read.slice(0, bounds.items).map((item) => toItem(item, { whole, recipe }))
    if (whole?.folder && address === start)
      items.push(toItem({ link: address, title: whole.folder, folder: whole.folder }, { whole, recipe }))
    return { items, next: nextOf(whole?.next ?? null, start), isCut: read.length > bounds.items }
  })
}

type Values = Awaited<ReturnType<OpenPage['items']>>[number]

function placed(places: Record<string, Place | undefined>): Record<string, Place> {
  return Object.fromEntries(Object.entries(places).flatMap(([name, place]) => (place ? [[name, place]] : [])))
}

/** The page's own account of one item, and the key by which it is known again. */
function toItem(
  values: Values,
  { whole, recipe }: { whole: Values | undefined; recipe: Recipe },
): Listing['items'][number] {
  const label = `${values.age ?? ''} ${whole?.pageAge ?? ''}`.toLowerCase()
  const link = values.link ? withoutSession(values.link) : null
  const raw = {
    link,
    ...(values.picture && { picture: values.picture.slice(0, bounds.addressLength) }),
    ...(values.title && { title: values.title.slice(0, bounds.titleLength) }),
    ...(values.folder && { isFolder: true }),
    // A label must say that it is for adults; that nothing says otherwise is no label.
    adult:
      recipe.adult.some((word) => label.includes(word.toLowerCase())) &&
      !mayShowMinor(`${values.title ?? ''} ${label} ${whole?.folder ?? ''}`),
  }
  const identity = values.folder ? `folder ${values.folder}` : (link ?? JSON.stringify(values))
  return { key: keyOf(identity), raw: JSON.stringify(raw).slice(0, 4_000) }
}

/** Forums write a visit's number into each link, another one each time. */
function withoutSession(link: string): string {
  if (!URL.canParse(link)) return link
  const url = new URL(link)
  for (const [name, value] of [...url.searchParams])
    if (/^(?:sid|phpsessid|jsessionid|session_?id)$/i.test(name) || (name === 's' && /^[0-9a-f]{32}$/i.test(value)))
      url.searchParams.delete(name)
  return url.href
}

function keyOf(text: string): string {
  return sha256(new TextEncoder().encode(text)).slice(0, 8).toBase64({ alphabet: 'base64url', omitPadding: true })
}

const idOf = (key: string) => `item/${key}`

/** Only pages of the same origin are read, and no address of one is kept or told: it may carry a token. */
function nextOf(address: string | null, start: string): string | null {
  if (address === null || address === '') return null
  const next = URL.canParse(address, start) ? new URL(address, start) : null
  if (!next || next.origin !== new URL(start).origin || next.username || next.href.length > bounds.addressLength)
    throw new Refused(`${hostOf(start)} names a next page that is not its own: only pages of the same host are read`)
  next.hash = ''
  return next.href
}

const Item = z.object({
  link: z.string('link: missing').max(bounds.addressLength, 'link: longer than 2,048 characters'),
  picture: z.string().max(bounds.addressLength).optional().catch(undefined),
  title: z.string().max(bounds.titleLength).optional().catch(undefined),
  isFolder: z.boolean().optional(),
  adult: z.boolean(),
})

/** One item, one entry. Never throws. */
function readItem(raw: string, now: number): Entry {
  try {
    const { link, picture, title, isFolder, adult } = Item.parse(JSON.parse(raw))
    const place = webAddress(link)
    if (!place) throw new SyntaxError('link: no address of the web')
    const shown = picture === undefined ? null : webAddress(picture)
    const name = lastSegment(place)
    return {
      type: 'notice',
      notice: {
        id: idOf(keyOf(isFolder ? `folder ${title}` : link)),
        at: now,
        kind: 'listing',
        fingerprints: [],
        locations: [place],
        titles: [...(title ? [title] : []), ...(isFolder || name === '' ? [] : [name])],
        pictures: shown ? [{ url: shown, adult: adult && !mayShowMinor(name) }] : [],
      },
    }
  } catch (error) {
    return { type: 'malformed', raw, reason: sayWhy(error) }
  }
}

function sayWhy(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('; ')
  return error instanceof Error ? error.message : 'cannot be read'
}

function webAddress(text: string): string | null {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : null
}

/** Files and folders are named in their address, too: `…/Anna_Berg/` and `…/IMG%201.jpg`. */
function lastSegment(address: string): string {
  const segment = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function warningOf({ isEnough, isCut, pages }: { isEnough: boolean; isCut: boolean; pages: number }): string | null {
  if (isCut) return `One of its pages lists more than ${bounds.items} items: the rest of it is not read.`
  if (isEnough) return `It has more than ${pages} pages: of what is further back, nothing is noticed when it goes.`
  return null
}

/** Keys without anything between them, newest first. */
const State = z.object({
  seen: z
    .string()
    .regex(/^(?:[\w-]{11})*$/)
    .max(bounds.seen * bounds.keyLength),
})

/** One that is not ours, or of another version, is begun anew: the same items again change nothing. */
function readCursor(cursor: string | null): string[] {
  try {
    return cursor === null ? [] : (State.parse(JSON.parse(cursor)).seen.match(/.{11}/g) ?? [])
  } catch {
    return []
  }
}

function print(keys: readonly string[]): string {
  return JSON.stringify({ seen: keys.slice(0, bounds.seen).join('') })
}

function hostOf(url: string): string {
  return new URL(url).host
}
