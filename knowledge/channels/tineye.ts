/**
 * TinEye: pages that show the same picture as a public address. It fetches the picture from there, so it is asked only
 * about addresses that an adult has confirmed and agreed to show to it.
 */
import { z } from 'zod'
import { readAnswer } from '../answers.ts'
import { type AskAnswer, defineChannel, type Source } from './channel.ts'

const bounds = { answerBytes: 4 << 20, timeoutMs: 60_000, pages: 100 }
const day = 24 * 3_600_000

const Remaining = z.object({ results: z.object({ total_remaining_searches: z.number().nullish() }).nullish() })

const Found = z.object({
  results: z
    .object({
      matches: z
        .array(
          z.object({
            image_url: z.string().nullish(),
            backlinks: z
              .array(z.object({ backlink: z.string().nullish(), crawl_date: z.string().nullish() }))
              .nullish(),
          }),
        )
        .max(1000)
        .nullish(),
    })
    .nullish(),
})

export const tineye = defineChannel({
  id: 'tineye',
  title: 'TinEye',
  summary:
    'Asks TinEye about public addresses that an adult agreed to show to it: finds pages that it has seen the same picture on.',
  sources: [{ url: 'https://services.tineye.com/developers/tineyeapi/', checked: '2026-11-24' }],
  address: {
    schemes: ['https:', 'http:'],
    example: 'https://api.tineye.com/rest',
    default: 'https://api.tineye.com/rest',
  },
  toldTo: 'everybody',
  options: z.strictObject({}),
  secrets: { key: { describes: 'the key of your TinEye API account; each question costs one search', required: true } },
  suggestions: [],
  live: false,
  everyMs: day,

  /** How many searches are left: that costs none, and names nothing. */
  async *poll(source, _cursor, { net, now, signal }) {
    const asked = await net.ask(addressOf(source, 'remaining_searches'), question(source, signal))
    const left = readAnswer(asked, Remaining, now()).results?.total_remaining_searches
    const warning =
      typeof left === 'number' && left < 100 ? `${left} searches are left of those that were paid for.` : ''
    yield { entries: [], cursor: 'asked only where a case agrees', warning }
  },

  asking: {
    hands: 'address',
    adultsOnly: true,
    everyMs: 7 * day,
    perDay: 100,
    consent: {
      en: 'TinEye, a company in Canada, receives the address and fetches the picture from there. It may keep the picture. The website may see that TinEye comes. TinEye answers with pages that show the same picture, or one that looks like it.',
      fr: 'TinEye, une entreprise au Canada, reçoit l’adresse et va y chercher l’image. Elle peut garder l’image. Le site peut voir que TinEye vient. TinEye répond avec des pages qui montrent la même image, ou une image qui lui ressemble.',
      nl: 'TinEye, een bedrijf in Canada, krijgt het adres en haalt de foto daar op. Het kan de foto bewaren. De website kan zien dat TinEye komt. TinEye antwoordt met pagina’s waarop dezelfde foto staat, of een die erop lijkt.',
      de: 'TinEye, eine Firma in Kanada, bekommt die Adresse und holt das Bild dort ab. TinEye kann das Bild behalten. Die Website kann sehen, dass TinEye kommt. TinEye antwortet mit Seiten, die dasselbe Bild zeigen oder ein ähnliches.',
    },

    async ask(source, subject, { net, now, signal }) {
      if (!('address' in subject)) return { answers: [], isWhole: false }
      const address = addressOf(source, 'search', {
        image_url: subject.address,
        offset: '0',
        limit: String(bounds.pages),
        sort: 'score',
        order: 'desc',
        backlink_limit: String(bounds.pages),
      })
      const asked = await net.ask(address, question(source, signal))
      if (asked.status === 400 || asked.status === 404) return { answers: [], isWhole: false } // it found no picture there
      const { results } = readAnswer(asked, Found, now())
      const pages = new Map<string, AskAnswer>()
      for (const { image_url, backlinks } of results?.matches ?? [])
        for (const { backlink, crawl_date } of backlinks?.length
          ? backlinks
          : [{ backlink: image_url, crawl_date: null }]) {
          if (!backlink || backlink.length > 2000 || pages.size === bounds.pages) continue
          const at = Date.parse(crawl_date ?? '')
          pages.set(backlink, {
            id: backlink.slice(0, 512),
            kind: 'engine',
            distance: 0,
            locations: [backlink],
            ...(at > 0 && at <= now() && { at }),
          })
        }
      return { answers: [...pages.values()], isWhole: false }
    },
  },
})

function addressOf({ url }: Pick<Source<unknown>, 'url'>, call: string, query: Record<string, string> = {}): string {
  const base = new URL(`${url.replace(/\/+$/, '')}/${call}/`)
  base.search = new URLSearchParams(query).toString()
  return base.href
}

function question({ secrets }: Pick<Source<unknown>, 'secrets'>, signal: AbortSignal) {
  return {
    maxBytes: bounds.answerBytes,
    timeoutMs: bounds.timeoutMs,
    signal,
    headers: { accept: 'application/json', 'x-api-key': secrets.key ?? '' },
  }
}
