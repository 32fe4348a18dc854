/**
 * A platform's matcher, as the published client of NCMEC's hash sharing reads: whole ranges of time, page by page, each
 * entry known by member and id, a deletion by the same. It keeps what it has read as a matcher's bank would.
 */
import { SaxesParser } from 'saxes'

interface Held {
  media: string
  prints: Record<string, string>
}

export interface HashReader {
  /** What its bank holds now, by `member-id`. */
  bank: Map<string, Held>
  /** Ids that it was told to delete. */
  deleted: string[]
  /** Hashes of one type that it holds. */
  holds(type: string): string[]
  /** Reads what changed since the last time, up to `to`. */
  fetch(to: Date): Promise<void>
  /** Every answer that it was given. */
  answers: Response[]
  /** All that it was ever told, as text. */
  heard(): string
  /** Says of an entry that it blocks it, or that it does not; the status of the answer. */
  say(entry: string, type: string, sentiment: 'affirmative' | 'negative'): Promise<number>
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>

/** @param ask asks a path below the application root */
export function openHashReader(ask: Fetch, { user, key }: { user: string; key: string }): HashReader {
  const headers = { authorization: `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}` }
  const texts: string[] = []
  let from = new Date(0)

  const reader: HashReader = {
    bank: new Map(),
    deleted: [],
    answers: [],
    holds: (type) => [...reader.bank.values()].flatMap(({ prints }) => prints[type] ?? []),
    heard: () => texts.join('\n'),

    async fetch(to) {
      const seconds = (at: Date) => encodeURIComponent(`${at.toISOString().slice(0, 19)}Z`)
      let next = `/v2/entries?from=${seconds(from)}&to=${seconds(to)}`
      while (next !== '') {
        const answer = await ask(next, { headers })
        reader.answers.push(answer.clone())
        const text = await answer.text()
        texts.push(text)
        if (!answer.ok) throw new Error(`${answer.status}: ${text}`)
        next = apply(text, reader)
      }
      from = new Date(`${to.toISOString().slice(0, 19)}Z`)
    },

    async say(entry, type, sentiment) {
      const body = `<feedbackSubmission xmlns="https://hashsharing.ncmec.org/hashsharing/v2"><${sentiment}/></feedbackSubmission>`
      const answer = await ask(`/v2/entries/1/${entry}/${type}/feedback`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/xml; charset=utf-8' },
        body,
      })
      texts.push(await answer.text())
      return answer.status
    },
  }
  return reader
}

/** Takes a page over, and says which is next. */
function apply(text: string, reader: HashReader): string {
  const parser = new SaxesParser({ xmlns: true })
  const path: string[] = []
  let [next, words] = ['', '']
  let entry = { member: '', id: '', prints: {} as Record<string, string> }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, attributes, uri }) => {
    if (uri !== 'https://hashsharing.ncmec.org/hashsharing/v2') throw new Error('another namespace')
    if (/^(images|videos)$/.test(local) && attributes.count?.value !== '0') {
      // The published client reads exactly this form, and fails on any other.
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(attributes.maxTimestamp?.value ?? ''))
        throw new Error('maxTimestamp')
    }
    if (path.length === 2) entry = { member: '', id: '', prints: {} }
    if (local === 'member') entry.member = String(Number(attributes.id?.value))
    path.push(local)
    words = ''
  })
  parser.on('text', (more) => {
    words += more
  })
  parser.on('closetag', ({ local }) => {
    path.pop()
    const parent = path.at(-1)
    if (local === 'next' && parent === 'paging') next = words
    if (local === 'id') entry.id = words
    if (parent === 'fingerprints') entry.prints[local] = words
    if (parent !== 'images' && parent !== 'videos') return
    const key = `${entry.member}-${entry.id}`
    if (local.startsWith('deleted')) {
      reader.bank.delete(key)
      reader.deleted.push(entry.id)
    } else reader.bank.set(key, { media: local, prints: entry.prints })
  })
  parser.write(text).close()
  return next
}
