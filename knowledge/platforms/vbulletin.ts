/** vBulletin forums, on any host: threads, posts and attachments. */
import { forumCheck, placeOn, sameThread } from './forums.ts'
import { parameterOf } from './pieces.ts'
import type { Platform } from './platform.ts'
import { website } from './website.ts'

export const vbulletin: Platform = {
  id: 'vbulletin',
  name: 'vBulletin',
  hosts: [],
  anyHost: true,
  examples: [
    [
      'https://forum.example/board/showthread.php?s=0a1b&t=123&page=2',
      'https://forum.example/board/showthread.php?t=123',
      'topic:forum.example/123',
    ],
    [
      'forum.example/showthread.php?123-some-title',
      'https://forum.example/showthread.php?t=123',
      'topic:forum.example/123',
    ],
    [
      'https://www.forum.example/showthread.php?t=123&p=456#post456',
      'https://www.forum.example/showthread.php?p=456',
      'post:forum.example/456',
    ],
    [
      'https://forum.example/showpost.php?p=456&postcount=7',
      'https://forum.example/showthread.php?p=456',
      'post:forum.example/456',
    ],
    [
      'https://forum.example/board/threads/123-some-title/page2#post456',
      'https://forum.example/board/showthread.php?p=456',
      'post:forum.example/456',
    ],
    [
      'https://forum.example/attachment.php?attachmentid=77&d=1234567890',
      'https://forum.example/attachment.php?attachmentid=77',
      'attachment:forum.example/77',
    ],
  ],

  recognise(url) {
    if (url.protocol !== 'https:' || !/\.php|\/threads\//.test(url.pathname)) return null
    const [, dir = '', script, slug = ''] = url.pathname.match(scripts) ?? []
    const [, board = '', id] = url.pathname.match(friendly) ?? []
    if (!script && !id) return null

    if (script === 'attachment') {
      const file = parameterOf(url, ['attachmentid'], number)
      return file === undefined ? null : placeOn(url, 'attachment', file, `${dir}/attachment.php?attachmentid=${file}`)
    }

    const post = parameterOf(url, ['p', 'postid'], number) ?? url.hash.match(/^#post(\d{1,15})$/)?.[1]
    if (post) return placeOn(url, 'post', post, `${script ? dir : board}/showthread.php?p=${post}`)
    // The friendly form has no number in a query, so the two forms of one thread have two addresses and one identity.
    if (id) return placeOn(url, 'topic', id, `${board}/threads/${id}`)

    const thread =
      parameterOf(url, ['t', 'threadid'], number) ?? `${slug}${url.search}`.match(/^[/?](\d{1,15})(?:[-&?].*)?$/)?.[1]
    return thread && script !== 'showpost' ? placeOn(url, 'topic', thread, `${dir}/showthread.php?t=${thread}`) : null
  },

  routes: website.routes,

  checks: [
    forumCheck({
      post: /\b(?:id|name)=["']post_?(?:message_)?(\d{1,15})["']/gi,
      recognise: (url) => vbulletin.recognise(url),
      source: 'https://www.vbulletin.com/docs/html/',
      checked: '2026-11-24',
    }),
  ],
  successor: sameThread,
}

const number = /^\d{1,15}$/
const scripts = /^(.*?)\/(showthread|showpost|printthread|attachment)\.php(\/[^/]*)?$/
const friendly = /^(.*?)\/threads\/(\d{1,15})-[^/]*(?:\/page\d+)?$/
