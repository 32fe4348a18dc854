/**
 * BUD-03: authors publish on which Blossom servers they keep their files. A file that its author shows at a Blossom
 * address may then be on the others as well. Those are named as further places; nobody asks them for it.
 */
import { getEventHash, verifyEvent } from 'nostr-tools/pure'
import { hex } from '#core/fingerprint/index.ts'
import type { PublishedNotice } from '../../channels/channel.ts'
import type { Event, Read } from './event.ts'

export interface Servers {
  /** Adds what is known by now to the notices of `read`; and gives those read before to which something is added. */
  follow(read: readonly Read[]): PublishedNotice[]
}

const bounds = { authors: 20_000, notices: 5_000, perFile: 4 }

export function followServers(): Servers {
  const lists = new Map<string, Event>()
  const shown = new Map<string, PublishedNotice>()
  return {
    follow(read) {
      const touched = new Set<string>()
      for (const { servers } of read) {
        if (!servers || (lists.get(servers.pubkey)?.created_at ?? -1) >= servers.created_at) continue
        keep(lists, servers.pubkey, servers, bounds.authors)
        touched.add(servers.pubkey)
      }
      const notices = read.flatMap(({ entries }) => entries.flatMap((e) => (e.type === 'notice' ? e.notice : [])))
      const own = notices.filter(({ kind, author }) => kind === 'listing' && author !== undefined)
      for (const notice of own) keep(shown, notice.id, notice, bounds.notices)
      for (const notice of own) extend(notice, lists)
      const before = touched.size === 0 ? [] : [...shown.values()].filter(({ author }) => touched.has(author ?? ''))
      return before.filter((notice) => !own.includes(notice) && extend(notice, lists))
    },
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}

/** Adds the author's other servers to each file that is at a Blossom address. False: nothing to add. */
function extend(notice: PublishedNotice, lists: Map<string, Event>): boolean {
  const files = notice.fingerprints.flatMap((print) => {
    const name = hex(print.value)
    const at = (print.locations ?? notice.locations).find((place) => fileNameOf(place)?.startsWith(name))
    return at === undefined ? [] : [{ print, name: fileNameOf(at) ?? name }]
  })
  if (files.length === 0) return false
  const servers = serversOf(lists, notice.author ?? '')
  let added = false
  for (const { print, name } of files)
    for (const server of servers) {
      const place = `${server}/${name}`
      if (notice.locations.includes(place)) continue
      notice.locations.push(place)
      print.locations?.push(place)
      added = true
    }
  return added
}

/** A Blossom address ends in the file's SHA-256, perhaps with an extension. */
function fileNameOf(address: string): string | null {
  return URL.parse(address)?.pathname.match(/\/([0-9a-f]{64}(?:\.\w{1,10})?)$/)?.[1] ?? null
}

/** Checked only now: of many lists few are of authors who show a file here. */
function serversOf(lists: Map<string, Event>, author: string): string[] {
  const list = lists.get(author)
  if (!list) return []
  if (getEventHash(list) !== list.id || !verifyEvent(list)) {
    lists.delete(author)
    return []
  }
  const origins = list.tags.flatMap(([name, address = '']) => {
    const url = name === 'server' && address.length < 500 ? URL.parse(address) : null
    return url?.protocol === 'https:' || url?.protocol === 'http:' ? [url.origin] : []
  })
  return [...new Set(origins)].slice(0, bounds.perFile)
}
