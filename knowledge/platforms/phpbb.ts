/** phpBB forums, on any host: topics, posts and attachments. */
import { forumCheck, placeOn, sameThread } from './forums.ts'
import { parameterOf } from './pieces.ts'
import type { Platform } from './platform.ts'
import { website } from './website.ts'

export const phpbb: Platform = {
  id: 'phpbb',
  name: 'phpBB',
  hosts: [],
  anyHost: true,
  examples: [
    [
      'https://forum.example/board/viewtopic.php?f=2&t=123&start=15&sid=0123456789abcdef0123456789abcdef',
      'https://forum.example/board/viewtopic.php?t=123',
      'topic:forum.example/123',
    ],
    [
      'www.forum.example/viewtopic.php?t=123',
      'https://www.forum.example/viewtopic.php?t=123',
      'topic:forum.example/123',
    ],
    [
      'https://forum.example/viewtopic.php?f=2&t=123&p=456#p456',
      'https://forum.example/viewtopic.php?p=456',
      'post:forum.example/456',
    ],
    [
      'https://forum.example/viewtopic.php?t=123#p456',
      'https://forum.example/viewtopic.php?p=456',
      'post:forum.example/456',
    ],
    [
      'https://forum.example/board/download/file.php?id=77&mode=view',
      'https://forum.example/board/download/file.php?id=77',
      'attachment:forum.example/77',
    ],
  ],

  recognise(url) {
    if (url.protocol !== 'https:' || !url.pathname.endsWith('.php')) return null
    const [, dir = '', script] = url.pathname.match(/^(.*?)\/(viewtopic|download\/file)\.php$/) ?? []
    if (script === 'download/file') {
      const file = parameterOf(url, ['id'], number)
      return file === undefined ? null : placeOn(url, 'attachment', file, `${dir}/download/file.php?id=${file}`)
    }
    if (!script) return null

    const post = parameterOf(url, ['p'], number) ?? url.hash.match(/^#p?(\d{1,15})$/)?.[1]
    if (post) return placeOn(url, 'post', post, `${dir}/viewtopic.php?p=${post}`)
    const topic = parameterOf(url, ['t'], number)
    return topic === undefined ? null : placeOn(url, 'topic', topic, `${dir}/viewtopic.php?t=${topic}`)
  },

  routes: website.routes,

  checks: [
    forumCheck({
      post: /\b(?:id|name)=["']p(\d{1,15})["']/gi,
      recognise: (url) => phpbb.recognise(url),
      source: 'https://github.com/phpbb/phpbb/blob/3.3.x/phpBB/styles/prosilver/template/viewtopic_body.html',
      checked: '2026-11-24',
    }),
  ],
  successor: sameThread,
}

const number = /^\d{1,15}$/
