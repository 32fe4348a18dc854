/** XenForo forums, on any host: threads, posts, attachments and media. */
import { forumCheck, placeOn, sameThread } from './forums.ts'
import type { Platform } from './platform.ts'
import { website } from './website.ts'

export const xenforo: Platform = {
  id: 'xenforo',
  name: 'XenForo',
  hosts: [],
  anyHost: true,
  examples: [
    [
      'https://forum.example/threads/some-title.123/page-4',
      'https://forum.example/threads/123',
      'topic:forum.example/123',
    ],
    ['https://www.forum.example/threads/123/', 'https://www.forum.example/threads/123', 'topic:forum.example/123'],
    [
      'forum.example/board/index.php?threads/some-title.123/',
      'https://forum.example/board/index.php?threads/123',
      'topic:forum.example/123',
    ],
    [
      'https://forum.example/board/threads/some-title.123/post-456',
      'https://forum.example/board/posts/456',
      'post:forum.example/456',
    ],
    [
      'https://forum.example/threads/some-title.123/page-2#post-456',
      'https://forum.example/posts/456',
      'post:forum.example/456',
    ],
    ['https://forum.example/posts/456/', 'https://forum.example/posts/456', 'post:forum.example/456'],
    [
      'https://forum.example/index.php?threads/some-title.123/#post-456',
      'https://forum.example/index.php?posts/456',
      'post:forum.example/456',
    ],
    [
      'https://forum.example/attachments/a-name-jpg.77/',
      'https://forum.example/attachments/77',
      'attachment:forum.example/77',
    ],
    ['https://forum.example/media/some-title.88/', 'https://forum.example/media/88', 'media:forum.example/88'],
  ],

  recognise(url) {
    if (url.protocol !== 'https:' || !/\b(?:threads|posts|attachments|media)\//.test(url.href)) return null
    // Without rewriting, the board's own path stands in the query, without a name: `index.php?threads/…`.
    const [, dir] = url.pathname.match(/^(.*?)\/(?:index\.php)?$/) ?? []
    const [, query] = url.search.match(/^\?\/?([a-z]+\/[^&?]*)/) ?? []
    const plain = dir !== undefined && query !== undefined ? inside(`/${query}`, url.hash) : null
    if (plain) return placeOn(url, plain.kind, plain.id, `${dir}/index.php?${words[plain.kind]}/${plain.id}`)

    const found = inside(url.pathname, url.hash)
    return found && placeOn(url, found.kind, found.id, `${found.dir}/${words[found.kind]}/${found.id}`)
  },

  routes: website.routes,

  checks: [
    forumCheck({
      post: /\b(?:id|data-content)=["'](?:js-)?post-(\d{1,15})["']/gi,
      recognise: (url) => xenforo.recognise(url),
      source: 'https://xenforo.com/docs/xf2/',
      checked: '2026-11-24',
    }),
  ],
  successor: sameThread,
}

interface Found {
  /** What stands before the board's own path. */
  dir: string
  kind: 'topic' | 'post' | 'attachment' | 'media'
  id: string
}

const words = { topic: 'threads', post: 'posts', attachment: 'attachments', media: 'media' }

const thread = /^(.*?)\/threads\/(?:[^/]*\.)?(\d{1,15})(?:\/(.*))?$/
const views = /^(?:page-\d+|last-post|latest|reply|unread|watch)?\/?$/
const post = /^(.*?)\/posts\/(\d{1,15})(?:\/.*)?$/
const file = /^(.*?)\/(attachments|media)\/(?:[^/]*\.)?(\d{1,15})(?:\/(?:full|preview)?)?$/

function inside(path: string, hash: string): Found | null {
  const [, dir = '', id, rest = ''] = path.match(thread) ?? []
  const shown = rest.match(/^(?:.*\/)?post-(\d{1,15})\/?$/)?.[1] ?? hash.match(/^#(?:js-)?post-(\d{1,15})$/)?.[1]
  if (id && shown) return { dir, kind: 'post', id: shown }
  if (id) return views.test(rest) ? { dir, kind: 'topic', id } : null

  const [, board = '', single] = path.match(post) ?? []
  if (single) return { dir: board, kind: 'post', id: single }

  const [, at = '', word, number] = path.match(file) ?? []
  return number ? { dir: at, kind: word === 'media' ? 'media' : 'attachment', id: number } : null
}
