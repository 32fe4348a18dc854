/** Facebook: photos, videos, posts, groups, albums, profiles and pages. */
import { parseAddress } from '#core/location/index.ts'
import { metaRoutes } from './meta.ts'
import { parameterOf, segmentsOf, subdomainOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { askPage, gone, landing, unknown, untold, up } from './sights.ts'

const own = ['facebook.com', 'fb.com']
const shorteners = ['fb.watch', 'fb.me']

export const facebook: Platform = {
  id: 'facebook',
  name: 'Facebook',
  hosts: [...own, ...shorteners],
  examples: [
    ['https://m.facebook.com/photo.php?fbid=11&set=a.22', 'https://www.facebook.com/photo?fbid=11', 'photo:11'],
    ['https://nl-nl.facebook.com/photo/?fbid=11&set=a.22', 'https://www.facebook.com/photo?fbid=11', 'photo:11'],
    ['facebook.com/some.one/photos/a.22.33/11/?type=3', 'https://www.facebook.com/photo?fbid=11', 'photo:11'],
    ['https://fb.com/Some.One/posts/11', 'https://www.facebook.com/Some.One/posts/11', 'post:11'],
    [
      'https://www.facebook.com/some.one/posts/what-a-day/pfbid0aBc?__cft__[0]=x',
      'https://www.facebook.com/some.one/posts/pfbid0aBc',
      'post:pfbid0aBc',
    ],
    [
      'https://mbasic.facebook.com/story.php?id=22&story_fbid=11&refid=17',
      'https://www.facebook.com/permalink.php?story_fbid=11&id=22',
      'post:11',
    ],
    [
      'https://www.facebook.com/permalink.php?story_fbid=pfbid0aBc&id=22',
      'https://www.facebook.com/permalink.php?story_fbid=pfbid0aBc&id=22',
      'post:pfbid0aBc',
    ],
    [
      'https://www.facebook.com/groups/some.group/permalink/11/',
      'https://www.facebook.com/groups/some.group/posts/11',
      'post:11',
    ],
    [
      'https://www.facebook.com/groups/22/?multi_permalinks=11&ref=share',
      'https://www.facebook.com/groups/22/posts/11',
      'post:11',
    ],
    ['https://web.facebook.com/groups/22/?ref=share', 'https://www.facebook.com/groups/22', 'group:22'],
    ['https://www.facebook.com/watch/?v=11&extid=a', 'https://www.facebook.com/watch?v=11', 'video:11'],
    ['https://www.facebook.com/some.one/videos/a-title/11/', 'https://www.facebook.com/watch?v=11', 'video:11'],
    ['https://www.facebook.com/video.php?v=11', 'https://www.facebook.com/watch?v=11', 'video:11'],
    ['https://www.facebook.com/reel/11?fs=e', 'https://www.facebook.com/reel/11', 'video:11'],
    ['https://www.facebook.com/share/p/aBc1/?mibextid=x', 'https://www.facebook.com/share/p/aBc1', 'share:aBc1'],
    ['https://www.facebook.com/share/aBc1/', 'https://www.facebook.com/share/aBc1', 'share:aBc1'],
    ['https://fb.watch/aBc-1_/', 'https://fb.watch/aBc-1_', 'short:aBc-1_'],
    ['fb.me/aBc1', 'https://fb.me/aBc1', 'short:aBc1'],
    [
      'https://www.facebook.com/media/set/?set=a.11&type=3',
      'https://www.facebook.com/media/set?set=a.11',
      'album:a.11',
    ],
    [
      'https://www.facebook.com/profile.php?id=22&sk=photos',
      'https://www.facebook.com/profile.php?id=22',
      'profile:22',
    ],
    ['https://www.facebook.com/people/Some-One/22/', 'https://www.facebook.com/profile.php?id=22', 'profile:22'],
    ['https://www.facebook.com/Some.One?locale=nl_NL', 'https://www.facebook.com/some.one', 'profile:some.one'],
  ],

  recognise(url) {
    const code = segmentsOf(url)
    if (subdomainOf(url, shorteners) === '') return short(url.hostname, code)
    const language = subdomainOf(url, own)
    return language === null || elsewhere.has(language) ? null : inside(url, code)
  },

  routes: metaRoutes,
  hashServices: { stopncii: 'yes', takeitdown: 'yes' },

  checks: [
    {
      kinds: ['profile'],
      metadata: false,
      // Both signs are relied on by tools that look for names (WhatsMyName).
      async look({ url }, deps) {
        const answer = await askPage(url, deps)
        if (answer.status !== 200) return unknown(`${answer.status}`)
        if (landing(answer, url) !== 'there') return unknown('a login')
        if (answer.text.includes('__isProfile')) return up('a profile')
        return /<title[^>]{0,200}>\s*Facebook\s*<\/title>/i.test(answer.text)
          ? gone('200 without a profile')
          : unknown('200 without a sign')
      },
      source: 'https://github.com/WebBreacher/WhatsMyName',
      checked: '2026-11-24',
    },
    untold(['photo', 'post', 'video', 'album', 'group'], {
      sign: 'seen with an account alone',
      source: 'https://www.facebook.com/help',
      checked: '2026-11-24',
    }),
  ],
}

/** Hosts of theirs that hold no person's content. */
const elsewhere = new Set([
  'about',
  'ads',
  'ai',
  'api',
  'developers',
  'engineering',
  'graph',
  'l',
  'lm',
  'research',
  'tech',
])

/** First words of a path that are theirs and nobody's name. */
const theirs = new Set(
  `about ads ajax album.php business campaign careers checkpoint dialog directory events events_manager explore flx friends
  games gaming groups hashtag help home index.php legal lite l.php login logout marketplace me media messages notes
  notifications pages permalink.php people pg photo photo.php photos plugins policies policy posts privacy profile.php
  public recover reel reels saved search settings share share.php sharer sharer.php stories story.php terms tr video
  video.php videos watch`.split(/\s+/),
)

/** Parts of a profile or group, not objects of their own. */
const tabs = new Set(
  `about albums announcements community discussion featured files followers following friends info media members mentions
  photos photos_albums photos_all photos_by photos_of posts reels reels_tab reviews timeline videos`.split(/\s+/),
)

const number = /^\d{1,25}$/
/** A post has a number, or `pfbid…`, which is made for one reader and may differ for the next. */
const post = /^(?:\d{1,25}|pfbid\w{1,120})$/
const name = /^[\w.%-]{1,120}$/

function inside(url: URL, path: string[]): Recognised {
  const [first = '', second = '', third = ''] = path
  const last = path.at(-1) ?? ''
  const word = first.toLowerCase()
  switch (word) {
    case 'photo':
    case 'photo.php':
      return photo(parameterOf(url, ['fbid'], number)) ?? video(parameterOf(url, ['v'], number))
    case 'permalink.php':
    case 'story.php':
      return permalink(url)
    case 'watch':
    case 'video.php':
    case 'video':
      return video(parameterOf(url, ['v', 'video_id'], number))
    case 'reel':
    case 'reels':
      return number.test(second) ? { id: `video:${second}`, url: `https://www.facebook.com/reel/${second}` } : null
    case 'groups':
      return group(url, path.slice(1))
    case 'share':
      return shared(path.slice(1))
    case 'media':
      return second === 'set' ? album(url) : null
    case 'profile.php':
      return profile(parameterOf(url, ['id'], post) ?? '')
    case 'people':
      return post.test(third) ? profile(third) : null
    case 'pages': // `/pages/NAME/N`, `/pages/category/KIND/NAME-N`
      return profile(last.match(/(?:^|-)(\d{5,25})$/)?.[1] ?? '')
    case 'p': // new pages: `/p/NAME-N`
      return path.length === 2 ? profile(second.match(/(?:^|-)(\d{5,25})$/)?.[1] ?? '') : null
    case 'plugins': // embedded in another site: `/plugins/post.php?href=…`
      return embedded(url)
    case 'pg':
      return ofName(url, path.slice(1))
  }
  return theirs.has(word) ? null : ofName(url, path)
}

function embedded(url: URL): Recognised {
  const inner = parseAddress(url.searchParams.get('href') ?? '')
  const path = inner ? segmentsOf(inner) : []
  return inner && path[0] !== 'plugins' && subdomainOf(inner, own) !== null ? inside(inner, path) : null
}

function ofName(url: URL, path: string[]): Recognised {
  const [who = '', part = '', ...rest] = path
  if (!name.test(who) || who.toLowerCase().endsWith('.php')) return null
  const last = rest.at(-1) ?? ''
  if (part === 'media_set') return album(url)
  if (part === 'photos' && number.test(last)) return photo(last)
  if (part === 'videos' && number.test(last)) return video(last)
  if (part === 'posts' && post.test(last)) {
    return { id: `post:${last}`, url: `https://www.facebook.com/${who}/posts/${last}` }
  }
  return part === '' || (rest.length === 0 && tabs.has(part)) ? profile(who) : null
}

function group(url: URL, [id = '', part = '', ...rest]: string[]): Recognised {
  if (!name.test(id)) return null
  const last = rest.at(-1) ?? ''
  const [shown] = (url.searchParams.get('multi_permalinks') ?? '').split(',')
  const old = url.searchParams.get('view') === 'permalink' ? parameterOf(url, ['id'], post) : undefined
  const object = ['posts', 'permalink'].includes(part) ? last : shown || old
  const address = `https://www.facebook.com/groups/${id}`
  if (object) return post.test(object) ? { id: `post:${object}`, url: `${address}/posts/${object}` } : null
  return part === '' || (rest.length === 0 && tabs.has(part)) ? { id: `group:${id}`, url: address } : null
}

function photo(id: string | undefined): Recognised {
  return id === undefined ? null : { id: `photo:${id}`, url: `https://www.facebook.com/photo?fbid=${id}` }
}

function video(id: string | undefined): Recognised {
  return id === undefined ? null : { id: `video:${id}`, url: `https://www.facebook.com/watch?v=${id}` }
}

function permalink(url: URL): Recognised {
  const id = parameterOf(url, ['story_fbid'], post)
  const author = parameterOf(url, ['id'], post)
  if (id === undefined) return null
  const by = author === undefined ? '' : `&id=${author}`
  return { id: `post:${id}`, url: `https://www.facebook.com/permalink.php?story_fbid=${id}${by}` }
}

function album(url: URL): Recognised {
  const id = parameterOf(url, ['set'], /^[\w.-]{1,120}$/)
  return id === undefined ? null : { id: `album:${id}`, url: `https://www.facebook.com/media/set?set=${id}` }
}

/** What is behind a share is seen only by following it. */
function shared(path: string[]): Recognised {
  const [, kind = '', code] = path.join('/').match(/^([a-z]\/)?([\w-]{2,80})$/) ?? []
  return code ? { id: `share:${code}`, url: `https://www.facebook.com/share/${kind}${code}` } : null
}

function short(host: string, path: string[]): Recognised {
  const code = path.join('/')
  if (!/^(?:[a-z]\/)?[\w.-]{2,80}$/.test(code)) return null
  return { id: `short:${code}`, url: `https://${host.replace(/^www\./, '')}/${code}` }
}

function profile(id: string): Recognised {
  if (post.test(id)) return { id: `profile:${id}`, url: `https://www.facebook.com/profile.php?id=${id}` }
  const lower = id.toLowerCase()
  return name.test(id) ? { id: `profile:${lower}`, url: `https://www.facebook.com/${lower}` } : null
}
