/**
 * Listen: channels that can stay connected are heard live, each by one worker at a time. Their polls go on at their own
 * pace besides, and find what a cut connection missed.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { ChannelId } from '#core/ids.ts'
import type { Net } from '#core/ports.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { markConnected, markDisconnected, markFailed, readChannel, readChannels } from '#store/channels.ts'
import { readPages } from './poll.ts'
import type { StageDeps } from './stage.ts'

const lockClass = 7_415_003
const lookEveryMs = 5000
const heardEveryMs = 20_000

/** Listens until the signal; resolves when every stream is closed. Without the database it waits until it is back. */
export async function listen(deps: StageDeps): Promise<void> {
  const { store, signal, log } = deps
  while (!signal.aborted) {
    const client = await store.connect().catch(() => null)
    if (client) {
      await listenWith(client, deps).catch(() => log.warn('listen.connection-lost'))
      await client.end().catch(() => {})
    }
    await wait(1000, null, { signal }).catch(() => {})
  }
}

/** Listens while `client` is connected: it holds the locks of the streams that are this worker's. */
async function listenWith(client: pg.Client, deps: StageDeps): Promise<void> {
  const { store, signal, log } = deps
  let wake = new AbortController()
  const lost = new AbortController()
  client.on('error', () => {}) // 'end' follows
  client.on('end', () => lost.abort())
  client.on('notification', () => wake.abort())
  const over = AbortSignal.any([signal, lost.signal])
  const streams = new Map<ChannelId, { stop: AbortController; ended: Promise<void> }>()
  try {
    await client.query('listen vigie_channels')
    while (!over.aborted) {
      wake = new AbortController()
      const rows = await readChannels(store)
      const wanted = new Set(rows.filter((row) => !row.paused && findChannel(row.kind)?.live).map((row) => row.id))
      for (const [id, stream] of streams) if (!wanted.has(id)) stream.stop.abort()
      for (const id of wanted) {
        if (streams.has(id) || !(await lock(id))) continue
        const stop = new AbortController()
        const ended = stream(id, { ...deps, signal: AbortSignal.any([over, stop.signal]) })
          .catch(() => log.error('listen.ended', { channel: id }))
          .finally(async () => {
            streams.delete(id)
            await unlock(id)
          })
        streams.set(id, { stop, ended })
      }
      await wait(lookEveryMs, null, { signal: AbortSignal.any([over, wake.signal]) }).catch(() => {})
    }
  } finally {
    for (const { stop } of streams.values()) stop.abort()
    await Promise.all([...streams.values()].map(({ ended }) => ended))
  }

  async function lock(id: ChannelId): Promise<boolean> {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as held', [
      lockClass,
      id,
    ])
    return rows[0]?.held ?? false
  }

  async function unlock(id: ChannelId): Promise<void> {
    await client.query('select pg_advisory_unlock($1, hashtext($2))', [lockClass, id]).catch(() => {})
  }
}

async function stream(id: ChannelId, deps: StageDeps): Promise<void> {
  const { store, signal, random, now } = deps
  for (let pauseMs = 1000; !signal.aborted; pauseMs = Math.min(pauseMs * 2, 60_000)) {
    const row = await readChannel(store, id)
    const openedAt = now()
    await using pulse = heartbeat(id, deps)
    const { failure } = await readPages(row, { ...deps, net: pulse.net, live: true })
    if (signal.aborted) return
    if (failure) await markFailed(store.db, id, failure instanceof Error ? failure.message : 'The connection was lost.')
    if (now() - openedAt > 60_000 || !failure) pauseMs = 1000
    const jitter = 0.5 + (random(1)[0] ?? 0) / 255
    await wait(failure ? pauseMs * jitter : 100, null, { signal }).catch(() => {})
  }
}

/** While the socket is open the channel counts as heard: a dead peer is found by ping within a minute. */
function heartbeat(id: ChannelId, { store, net, now }: StageDeps): { net: Net } & AsyncDisposable {
  let open = false
  const heard = async () => {
    if (open) await markConnected(store.db, id, new Date(now()))
  }
  const opening = async <T>(connecting: Promise<T>): Promise<T> => {
    const socket = await connecting
    open = true
    await heard()
    return socket
  }
  const timer = setInterval(() => void heard().catch(() => {}), heardEveryMs)
  return {
    net: {
      ...net,
      connect: (url, options) => opening(net.connect(url, options)),
      connectBinary: (url, options) => opening(net.connectBinary(url, options)),
    },
    async [Symbol.asyncDispose]() {
      open = false
      clearInterval(timer)
      await markDisconnected(store.db, id)
    },
  }
}
