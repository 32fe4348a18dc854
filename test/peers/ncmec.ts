/**
 * An NCMEC hash-sharing server of this process, after the published client: XML pages of a range of time, not in the
 * order of time, each naming the next one relative to the list's root.
 */
import { type Answer, type Asked, type ExchangeServer, startExchangeServer } from './exchange-server.ts'

export const ncmecKeys = { user: 'ngo-user', password: 'pa5s-5ecr3t' }

export interface NcmecEntry {
  tag: 'image' | 'video' | 'deletedImage' | 'deletedVideo'
  member: string
  id: string
  /** Elements inside `fingerprints`, as XML. */
  prints?: string
  /** Further elements, as XML. */
  more?: string
}

export interface TestNcmec extends ExchangeServer {
  /** The list's root, as the operator gives it: not the root of the host. */
  url: string
  /** Writes an entry at this instant, and moves the clock on by ten seconds. */
  put(entry: NcmecEntry): void
  /** The clock of both sides, in milliseconds. */
  clock: number
  pageSize: number
  /** Next pages given so far are refused from now on. */
  expireNext(): void
  /** Changes the XML that is answered. */
  twist: ((xml: string, asked: Asked) => string) | null
}

export const anImage = (member: string, id: string, prints: string): NcmecEntry => ({
  tag: 'image',
  member,
  id,
  prints,
})

export async function startNcmec(): Promise<TestNcmec> {
  const entries: (NcmecEntry & { at: number })[] = []
  let era = 1

  const answer = (asked: Asked): Answer => {
    const right = `Basic ${Buffer.from(`${ncmecKeys.user}:${ncmecKeys.password}`).toString('base64')}`
    if (asked.headers.authorization !== right) return { status: 401, body: '' }
    if (!asked.path.startsWith('/csam/list/v2/entries?')) return { status: 404, body: '' }
    const { query } = asked
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
    if (query.has('start') && query.get('era') !== String(era)) return { status: 400, body: 'expired' }
    const start = Number(query.get('start') ?? 1)
    const inRange = entries
      .filter(({ at }) => at >= Date.parse(from) && at < Date.parse(to))
      .toSorted((one, other) => turned(one.id).localeCompare(turned(other.id))) // any order but that of time
    const page = inRange.slice(start - 1, start - 1 + peer.pageSize)
    const after = start + peer.pageSize
    const range = `from=${encodeURIComponent(from)}&amp;to=${encodeURIComponent(to)}`
    const next =
      after <= inRange.length
        ? `<paging><next>/v2/entries?${range}&amp;start=${after}&amp;size=${peer.pageSize}&amp;max=${inRange.length}&amp;era=${era}</next></paging>`
        : ''
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<queryResult xmlns="https://hashsharing.ncmec.org/hashsharing/v2">
${group(
  'images',
  page.filter(({ tag }) => /image$/i.test(tag)),
)}
${group(
  'videos',
  page.filter(({ tag }) => /video$/i.test(tag)),
)}
${next}</queryResult>`
    return { headers: { 'content-type': 'application/xml' }, body: peer.twist ? peer.twist(xml, asked) : xml }
  }

  const server = await startExchangeServer(answer)
  const peer: TestNcmec = {
    ...server,
    url: `${server.origin}/csam/list`,
    clock: Date.UTC(2026, 2, 1),
    pageSize: 10,
    twist: null,
    put(entry) {
      const at = entries.findIndex(({ member, id }) => member === entry.member && id === entry.id)
      if (at >= 0) entries.splice(at, 1)
      entries.push({ ...entry, at: peer.clock })
      peer.clock += 10_000
    },
    expireNext() {
      era++
    },
  }
  return peer
}

const turned = (id: string) => [...id].reverse().join('')

function group(name: string, entries: (NcmecEntry & { at: number })[]): string {
  if (entries.length === 0) return `<${name} count="0"/>`
  const newest = Math.max(...entries.map(({ at }) => at))
  return `<${name} count="${entries.length}" maxTimestamp="${instant(newest)}">${entries.map(show).join('\n')}</${name}>`
}

function show({ tag, member, id, prints, more = '', at }: NcmecEntry & { at: number }): string {
  const shown = tag.startsWith('deleted') ? '' : `<fingerprints>${prints}</fingerprints>`
  return `<${tag}><member id="${member}">Example</member><timestamp>${instant(at)}</timestamp><id>${id}</id>${more}${shown}</${tag}>`
}

const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
