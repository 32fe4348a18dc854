/** Discourse forums, on any host: topics and the posts in them. */
import { z } from 'zod'
import { linksOf, placeOn, sameThread } from './forums.ts'
import { marksOf } from './marks.ts'
import type { Marks, Platform } from './platform.ts'
import { ask, folded, gone, json, notPublic, unknown, up } from './sights.ts'
import { website } from './website.ts'

export const discourse: Platform = {
  id: 'discourse',
  name: 'Discourse',
  hosts: [],
  anyHost: true,
  examples: [
    ['https://forum.example/t/some-title/123?u=someone', 'https://forum.example/t/123', 'topic:forum.example/123'],
    ['https://forum.example/t/123', 'https://forum.example/t/123', 'topic:forum.example/123'],
    ['forum.example/t/some-title/123/4', 'https://forum.example/t/123/4', 'post:forum.example/123/4'],
    ['https://forum.example/t/123/4', 'https://forum.example/t/123/4', 'post:forum.example/123/4'],
  ],

  recognise(url) {
    if (url.protocol !== 'https:' || !url.pathname.startsWith('/t/')) return null
    const [, topic, post] = url.pathname.match(/^\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d{1,12})(?:\/(\d{1,8}))?$/) ?? []
    if (!topic) return null
    const id = post ? `${topic}/${post}` : topic
    return placeOn(url, post ? 'post' : 'topic', id, `/t/${id}`)
  },

  routes: website.routes,

  checks: [
    {
      kinds: ['topic', 'post'],
      metadata: false,
      // Only an answer in the software's own form says anything: of another site `/t/1.json` is a page like any other.
      async look({ id, url }, deps) {
        const [topic, post] = id.slice(id.indexOf('/') + 1).split('/')
        const path = post ? `/posts/by_number/${topic}/${post}.json` : `/t/${topic}.json`
        const answer = await ask(new URL(path, url).href, deps)
        const { status } = answer
        const body = json(answer.text)
        if (status === 200 && post && Post.safeParse(body).success) return up('200')
        const { data } = Topic.safeParse(body)
        if (status === 200 && data) return up('200', topicMarks(data))
        if (!Fault.safeParse(body).success) return (await deps.general?.()) ?? unknown(`${status} of another form`)
        if (status === 404 || status === 410) return gone(`${status}`)
        return status === 403 ? notPublic('403') : unknown(`${status}`)
      },
      source: 'https://docs.discourse.org/#tag/Topics/operation/getTopic',
      checked: '2026-11-24',
    },
  ],
  successor: sameThread,
}

const Written = z.object({ username: z.string().max(200), cooked: z.string().max(200_000) })
const Topic = z.object({
  id: z.int(),
  title: z.string().max(1_000),
  post_stream: z.object({ posts: z.array(Written).max(100) }),
})
const Post = z.object({ id: z.int(), topic_id: z.int() })
const Fault = z.object({ errors: z.array(z.string().max(1_000)).max(20), error_type: z.string().max(100).optional() })

function topicMarks({ title, post_stream: { posts } }: z.infer<typeof Topic>): Marks {
  const [first] = posts
  return marksOf({ title: folded(title), links: linksOf(first?.cooked ?? ''), author: folded(first?.username ?? '') })
}
