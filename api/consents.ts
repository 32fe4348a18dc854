/** What she may agree to that is not done otherwise: that a source by name is asked about her pictures or places. */
import { createRoute, z } from '@hono/zod-openapi'
import { isMinor, langs } from '#core/case/types.ts'
import { InvalidInput, NotFound, Refused } from '#core/errors.ts'
import { locationKey } from '#core/location/index.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import { lastAsked } from '#store/asked.ts'
import type { Case } from '#store/cases.ts'
import { type ChannelRow, readChannels } from '#store/channels.ts'
import { askingId, grantAsking, readAskConsents, revokeAsking } from '#store/consents.ts'
import { readTold } from '#store/finds.ts'
import { readItems } from '#store/items.ts'
import { addWork } from '#store/work.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { ConsentBody, Consents } from './schema.ts'

const security = [{ session: [] }]
const params = z.object({ channel: z.string().max(80) })

const list = createRoute({
  method: 'get',
  path: '/case/consents',
  summary: 'Sources that can only be asked one by one, what each receives, and to which she agreed: none, at first',
  security,
  responses: { 200: json(Consents, 'The sources'), ...problems },
})

const agree = createRoute({
  method: 'put',
  path: '/case/consents/{channel}',
  summary: 'She agrees that this source is asked; again: the later addresses stand',
  security,
  request: { params, body: jsonBody(ConsentBody) },
  responses: { 200: json(Consents, 'The sources as they stand now'), ...problems },
})

const stop = createRoute({
  method: 'delete',
  path: '/case/consents/{channel}',
  summary: 'It is not asked any more, from now on; what it answered before stays in the inbox',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

export function consents(deps: ApiDeps) {
  const { store, now } = deps

  return createRouter()
    .openapi(list, async (c) => c.json(await tell(c.get('case'), deps), 200))

    .openapi(agree, async (c) => {
      const of = c.get('case')
      const { words, addresses } = c.req.valid('json')
      const channel = await known(of, c.req.valid('param').channel)
      if (isMinor(of.ageBand) && channel.asking.adultsOnly)
        throw new Refused('This source is never asked about a picture of somebody under 18.')
      if (!channel.isPublic && of.confirmedBy === null)
        throw new Refused('This source is asked only for cases that an organisation has confirmed. Talk to one first.')
      if (!langs.some((lang) => channel.asking.consent[lang] === words))
        throw new InvalidInput('The words have changed since. Read them again, and send them as they are now.')
      const asked = channel.asking.hands === 'address' ? await checkAddresses(of, addresses) : []
      if (channel.asking.hands === 'fingerprints' && addresses.length > 0)
        throw new InvalidInput('This source is given fingerprints and no address. Leave the addresses out.')
      await store.transaction(async (tx) => {
        await grantAsking(tx, of, { channelId: channel.row.id, since: new Date(now()), words, addresses: asked })
        await addWork(tx, 'ask', [askingId(of.id, channel.row.id)], now())
      })
      return c.json(await tell(of, deps), 200)
    })

    .openapi(stop, async (c) => {
      await revokeAsking(store.db, c.get('case'), c.req.valid('param').channel, new Date(now()))
      return c.body(null, 204)
    })

  async function known(of: Case, id: string) {
    const channel = offered(of, await readChannels(store)).find(({ row }) => row.id === id)
    if (channel) return channel
    const hidden = (await readChannels(store)).find((row) => row.id === id)
    if (hidden && findChannel(hidden.kind)?.asking)
      throw new Refused('This source is never asked about a picture of somebody under 18.')
    throw new NotFound('There is no such source. Read the list of sources again.')
  }

  /** @throws InvalidInput naming the address that is not hers to show, or what an address must be */
  async function checkAddresses(of: Case, addresses: readonly string[]): Promise<string[]> {
    if (addresses.length === 0)
      throw new InvalidInput('Name the public address of the picture that this source may fetch.')
    const mine = new Set((await addressesOf(of, deps)).map(keyOf))
    return addresses.map((text) => {
      const url = URL.canParse(text) ? new URL(text) : null
      if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
        throw new InvalidInput(`"${text.slice(0, 80)}" is no public address: write it from https to its end.`)
      url.hash = '' // it may hold a key, and no server is told of it anyway
      if (!mine.has(keyOf(url.href)))
        throw new InvalidInput(
          `"${text.slice(0, 80)}" is none of the addresses that are watched here. Add it first, or say of its message that it is you.`,
        )
      return url.href
    })
  }
}

const keyOf = (address: string) => {
  const place = locateOne(address)
  return place ? locationKey(place) : null
}

/** Sources that may be shown to this case at all, whatever else they need. */
function offered(of: Case, rows: readonly ChannelRow[]) {
  return rows.flatMap((row) => {
    const kind = findChannel(row.kind)
    if (!kind?.asking || (kind.asking.adultsOnly && isMinor(of.ageBand))) return []
    const isPublic = kind.toldTo === 'everybody' && row.options.told === undefined
    return [{ row, title: kind.title, isPublic, asking: kind.asking }]
  })
}

async function tell(of: Case, deps: ApiDeps) {
  const { store } = deps
  const [rows, agreed, asked, addresses] = await Promise.all([
    readChannels(store),
    readAskConsents(store.db, of),
    lastAsked(store.db, of.id),
    addressesOf(of, deps),
  ])
  return {
    confirmedBy: of.confirmedBy,
    sources: offered(of, rows).map(({ row, title, isPublic, asking }) => {
      const consent = agreed.find(({ channelId }) => channelId === row.id)
      return {
        channel: row.id,
        kind: row.kind,
        name: row.name,
        title,
        hands: asking.hands,
        words: asking.consent[of.lang],
        needsConfirmation: !isPublic && of.confirmedBy === null,
        agreed: consent
          ? { since: consent.since.toISOString(), words: consent.words, addresses: consent.addresses }
          : null,
        lastAsked: asked.get(row.id)?.toISOString() ?? null,
      }
    }),
    addresses,
  }
}

/** Public places that she named herself, or of which she said that it is her. None of a minor's. */
async function addressesOf(of: Case, { store }: Pick<ApiDeps, 'store'>): Promise<string[]> {
  if (isMinor(of.ageBand)) return []
  const [items, told] = await Promise.all([readItems(store, of), readTold(store, of, null)])
  const urls = [
    ...items.flatMap((item) => (item.type === 'place' && !item.practice ? [item.location.url] : [])),
    ...told.flatMap(({ location, answer, practice }) =>
      location && answer === 'me' && !practice ? [location.url] : [],
    ),
  ]
  return [...new Set(urls)].filter((url) => /^https?:/.test(url))
}
