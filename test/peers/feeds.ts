/** A publisher of feeds on loopback: JSON Feed, RSS or Atom, newest first, cut into pages. */
import { startHttpList, type TestList } from './http-list.ts'

export interface FeedItem {
  id: string
  sha256?: string
  md5?: string
  url?: string
  deleted?: boolean
  /** What stands there instead of an item. */
  broken?: true
}

type FeedForm = 'json' | 'rss' | 'atom'

export interface TestFeed extends AsyncDisposable {
  url: string
  list: TestList
  /** Adds items, or says something else of those that are there. */
  publish(items: FeedItem[]): void
  /** Lets the oldest go, as feeds do. */
  forget(count: number): void
}

const types: Record<FeedForm, string> = {
  json: 'application/feed+json',
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
}

export async function startFeed(form: FeedForm = 'json', perPage = 10): Promise<TestFeed> {
  const list = await startHttpList()
  const items: FeedItem[] = []
  const write = () => {
    for (let page = 0; page === 0 || page * perPage < items.length; page++) {
      const next = (page + 1) * perPage < items.length ? `${list.origin}/feed?page=${page + 1}` : undefined
      const content = writers[form](items.slice(page * perPage, (page + 1) * perPage), next)
      list.publish({ content, type: types[form] }, page === 0 ? '/feed' : `/feed?page=${page}`)
    }
  }
  write()
  return {
    url: `${list.origin}/feed`,
    list,
    publish(published) {
      for (const item of published) {
        const at = items.findIndex(({ id }) => id === item.id)
        if (at >= 0) items[at] = item
        else items.unshift(item)
      }
      write()
    },
    forget(count) {
      items.splice(-count)
      write()
    },
    [Symbol.asyncDispose]: () => list[Symbol.asyncDispose](),
  }
}

const writers: Record<FeedForm, (items: FeedItem[], next: string | undefined) => string> = {
  json: (items, next) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Removed',
      ...(next && { next_url: next }),
      items: items.map(({ id, url, sha256, md5, deleted, broken }) =>
        broken
          ? { title: 'no id' }
          : { id, url, date_published: '2026-11-20T10:00:00Z', _vigie: { action: 'removed', sha256, md5, deleted } },
      ),
    }),

  rss: (items, next) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Removed</title>${next ? `<atom:link rel="next" href="${next}"/>` : ''}
${items
  .map(({ id, url = '', md5, broken }) =>
    broken
      ? '<item><title>no id</title></item>'
      : `<item><guid isPermaLink="false">${id}</guid><link>${url}</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
         <media:content url="${url}"><media:hash>${md5}</media:hash></media:content></item>`,
  )
  .join('\n')}
</channel></rss>`,

  atom: (items, next) => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Removed</title>
${next ? `<link rel="next" href="${next}"/>` : ''}
${items
  .map(({ id, url = '', deleted, broken }) => {
    if (broken) return '<entry><title>no id</title></entry>'
    if (deleted) return `<at:deleted-entry ref="${id}" when="2026-11-21T10:00:00Z"/>`
    return `<entry><id>${id}</id><updated>2026-11-20T10:00:00Z</updated><link href="${url}"/></entry>`
  })
  .join('\n')}
</feed>`,
}
