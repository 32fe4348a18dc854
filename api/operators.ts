/** What an installation's operator asks: channels, their quarantine, and what is wrong. */
import { setTimeout as wait } from 'node:timers/promises'
import { createRoute, z } from '@hono/zod-openapi'
import { InvalidInput, Unavailable } from '#core/errors.ts'
import type { Channel } from '#knowledge/channels/channel.ts'
import { channels as kinds } from '#knowledge/channels/index.ts'
import { listOptions, parseOptions, parseSecrets } from '#knowledge/channels/options.ts'
import { listFacts, staleFacts } from '#knowledge/freshness.ts'
import {
  type ChannelRow,
  countChannels,
  insertChannel,
  nextPolls,
  notifyChannels,
  readChannel,
  readChannels,
  readQuarantine,
  removeChannel,
  setPaused,
} from '#store/channels.ts'
import { practiceChannelId } from '#store/practice.ts'
import { readWorkers } from '#store/presence.ts'
import { addWork, isUnderWay, replayOf } from '#store/work.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { examine } from './health.ts'
import { channelState } from './present.ts'
import { ChannelBody, ChannelKind, ChannelView, Check, PollResult, Quarantined, StaleFact } from './schema.ts'
import { operatorOnly } from './session.ts'

const security = [{ operator: [] }]
const params = z.object({ channel: z.string().max(80) })

const list = createRoute({
  method: 'get',
  path: '/channels',
  summary: 'Every channel, how it is, and when it was last heard from',
  security,
  responses: { 200: json(z.object({ channels: z.array(ChannelView) }), 'The channels'), ...problems },
})

const listKinds = createRoute({
  method: 'get',
  path: '/channels/kinds',
  summary: 'The kinds of channel, their options, and well-known public sources; none is contacted before it is added',
  security,
  responses: { 200: json(z.object({ kinds: z.array(ChannelKind) }), 'The kinds'), ...problems },
})

const add = createRoute({
  method: 'post',
  path: '/channels',
  summary: 'Add a channel; it is polled at once',
  security,
  request: { body: jsonBody(ChannelBody) },
  responses: { 201: json(z.object({ channel: z.string() }), 'The new channel'), ...problems },
})

const remove = createRoute({
  method: 'delete',
  path: '/channels/{channel}',
  summary: 'Remove a channel and forget what it published; what a case was told stays with the case',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

const pause = createRoute({
  method: 'post',
  path: '/channels/{channel}/pause',
  summary: 'Stop asking it',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})
const resume = createRoute({
  method: 'post',
  path: '/channels/{channel}/resume',
  summary: 'Go on asking it, at once',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

const pollNow = createRoute({
  method: 'post',
  path: '/channels/{channel}/poll',
  summary: 'Ask it once, now, and wait for the counts',
  security,
  request: { params },
  responses: { 200: json(PollResult, 'What came'), ...problems },
})

const first = createRoute({
  method: 'get',
  path: '/channels/{channel}/first',
  summary: 'What its first poll brought; waits for it up to 20 seconds, then answers null',
  security,
  request: { params },
  responses: { 200: json(z.object({ first: PollResult.nullable() }), 'What came'), ...problems },
})

const quarantine = createRoute({
  method: 'get',
  path: '/channels/{channel}/quarantine',
  summary: 'What it published that breaks its own format, the latest first',
  security,
  request: { params },
  responses: { 200: json(z.object({ quarantined: z.array(Quarantined) }), 'The entries'), ...problems },
})

const replay = createRoute({
  method: 'post',
  path: '/channels/{channel}/quarantine/replay',
  summary: 'Read what is in quarantine once more; what can be read now becomes notices',
  security,
  request: { params },
  responses: {
    200: json(z.object({ read: z.int(), left: z.int() }), 'How many could be read, and how many not'),
    ...problems,
  },
})

const doctor = createRoute({
  method: 'get',
  path: '/doctor',
  summary: 'What is wrong, and how to mend it',
  security,
  responses: { 200: json(z.object({ checks: z.array(Check) }), 'The checks'), ...problems },
})

const stale = createRoute({
  method: 'get',
  path: '/knowledge/stale',
  summary: 'Facts of the world that were checked more than 180 days ago, the oldest first',
  security,
  responses: { 200: json(z.object({ facts: z.int(), stale: z.array(StaleFact) }), 'The facts'), ...problems },
})

const pollWithinMs = 120_000
const firstWithinMs = 20_000
const publicKinds: readonly Channel[] = kinds.filter((kind) => !kind.own)

export function operators(deps: ApiDeps) {
  const { store, now, random } = deps
  const router = createRouter()
  for (const path of ['/channels', '/channels/*', '/doctor', '/knowledge/*'] as const)
    router.use(path, operatorOnly(deps))

  return router
    .openapi(list, async (c) => {
      const [rows, counts, next] = await Promise.all([readChannels(store), countChannels(store), nextPolls(store)])
      const shown = rows.filter((row) => row.id !== practiceChannelId)
      return c.json({ channels: shown.map((row) => show(row, counts.get(row.id), next.get(row.id) ?? null)) }, 200)
    })

    .openapi(listKinds, (c) =>
      c.json(
        {
          kinds: publicKinds.map((kind) => ({
            kind: kind.id,
            title: kind.title,
            summary: kind.summary,
            example: kind.address?.example ?? '',
            options: listOptions(kind),
            secrets: Object.entries(kind.secrets ?? {}).map(([name, secret]) => ({ name, ...secret })),
            suggestions: kind.suggestions,
          })),
        },
        200,
      ),
    )

    .openapi(add, async (c) => {
      const { kind: id, url, name, options, secrets: given } = c.req.valid('json')
      const kind = publicKinds.find((candidate) => candidate.id === id)
      if (!kind)
        throw new InvalidInput(
          `There is no kind of channel "${id}". There are: ${publicKinds.map((each) => each.id).join(', ')}.`,
        )
      const address = checkAddress(kind, url)
      parseOptions(kind, options)
      const secrets = parseSecrets(kind, given)
      const channel = `${kind.id}-${[...random(4)].map((byte) => (byte % 32).toString(32)).join('')}`
      await store.transaction(async (tx) => {
        await insertChannel(store, tx, {
          secrets,
          id: channel,
          kind: kind.id,
          name: name ?? address?.host ?? kind.title,
          url: address?.href ?? '',
          options,
          at: new Date(now()),
        })
        await addWork(tx, 'poll', [channel], now())
        await notifyChannels(tx, channel)
      })
      return c.json({ channel }, 201)
    })

    .openapi(remove, async (c) => {
      const { id } = await known(c.req.valid('param').channel)
      await store.transaction((tx) => removeChannel(tx, id))
      return c.body(null, 204)
    })

    .openapi(pause, async (c) => {
      const { id } = await known(c.req.valid('param').channel)
      await store.transaction((tx) => setPaused(tx, id, true))
      return c.body(null, 204)
    })

    .openapi(resume, async (c) => {
      const { id } = await known(c.req.valid('param').channel)
      await store.transaction(async (tx) => {
        await setPaused(tx, id, false)
        await addWork(tx, 'poll', [id], now())
      })
      return c.body(null, 204)
    })

    .openapi(pollNow, async (c) => {
      const before = await known(c.req.valid('param').channel)
      if (before.paused) throw new InvalidInput('This channel is paused. Resume it first.')
      if (!(await readWorkers(store)).some((worker) => worker.stages.split(',').includes('poll')))
        throw new Unavailable('No worker is running that polls channels. Start one: npm run worker.')
      await addWork(store.db, 'poll', [before.id], now())
      const result = await polledAfter(before, pollWithinMs)
      if (result) return c.json(result, 200)
      throw new Unavailable(
        'The poll has not ended within two minutes. It goes on; `vigie channels` tells how it ended.',
      )
    })

    .openapi(first, async (c) => {
      const row = await known(c.req.valid('param').channel)
      return c.json({ first: await polledAfter({ ...row, polledAt: null }, firstWithinMs) }, 200)
    })

    .openapi(quarantine, async (c) => {
      const { id } = await known(c.req.valid('param').channel)
      const rows = await readQuarantine(store, id, 1000)
      return c.json({ quarantined: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }, 200)
    })

    .openapi(replay, async (c) => {
      const { id } = await known(c.req.valid('param').channel)
      const count = async () => (await countChannels(store)).get(id)?.quarantined ?? 0
      const before = await count()
      const ids = [replayOf(id)]
      await addWork(store.db, 'poll', ids, now())
      for (const until = performance.now() + pollWithinMs; performance.now() < until; await wait(50)) {
        if (await isUnderWay(store, 'poll', { ids, nowMs: now() })) continue
        const left = await count()
        return c.json({ read: Math.max(0, before - left), left }, 200)
      }
      throw new Unavailable(
        'It has not ended within two minutes, and goes on. Is a worker running that polls channels?',
      )
    })

    .openapi(doctor, async (c) => c.json({ checks: await examine(deps) }, 200))

    .openapi(stale, (c) => {
      const facts = listFacts(deps.facts)
      return c.json({ facts: facts.length, stale: staleFacts(facts, now()) }, 200)
    })

  /**
   * What the channel's poll has brought, when one has ended since the row was read and none is due or runs: one that ran
   * already when it was asked for saw what was there before. Null: that was not so within `ms`.
   */
  async function polledAfter(before: ChannelRow, ms: number) {
    for (const until = performance.now() + ms; performance.now() < until; await wait(50)) {
      if (await isUnderWay(store, 'poll', { ids: [before.id], nowMs: now() })) continue
      const after = await readChannel(store, before.id)
      if (after.pollResult && after.polledAt && after.polledAt.getTime() > (before.polledAt?.getTime() ?? 0))
        return { ...after.pollResult, problem: after.problem }
    }
    return null
  }

  async function known(id: string): Promise<ChannelRow> {
    return readChannel(store, id === practiceChannelId ? '' : id)
  }

  function show(row: ChannelRow, counts: { notices: number; quarantined: number } | undefined, next: Date | null) {
    return {
      channel: row.id,
      kind: row.kind,
      name: row.name,
      url: row.url === '' ? null : row.url,
      options: row.options,
      state: channelState(row, now()),
      connected: row.connectedAt !== null,
      heardAt: row.heardAt?.toISOString() ?? null,
      nextAt: row.paused ? null : (next?.toISOString() ?? null),
      failures: row.failures,
      problem: row.problem,
      warning: row.warning,
      secrets: Object.keys(row.secrets),
      notices: counts?.notices ?? 0,
      quarantined: counts?.quarantined ?? 0,
    }
  }
}

function checkAddress(kind: Channel, given: string | undefined): URL | null {
  const text = given ?? kind.address?.default
  if (!kind.address) {
    if (text !== undefined)
      throw new InvalidInput(`A channel ${kind.id} has no address: what it reads is handed to this installation.`)
    return null
  }
  if (text === undefined)
    throw new InvalidInput(`Name the address of the channel ${kind.id}, e.g. ${kind.address.example}.`)
  const url = URL.canParse(text) ? new URL(text) : null
  const schemes = kind.address?.schemes ?? []
  if (!url || !schemes.some((scheme) => scheme === url.protocol))
    throw new InvalidInput(
      `The address of a channel ${kind.id} begins with ${schemes.map((s) => `${s}//`).join(' or ')}, e.g. ${kind.address?.example}.`,
    )
  if (url.username || url.password) throw new InvalidInput('Leave user name and password out of the address.')
  return url
}
