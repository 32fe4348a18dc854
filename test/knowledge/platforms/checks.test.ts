/** What each place's own check makes of what answers. The addresses are those that the services or their users name. */
import { randomBytes } from 'node:crypto'
import { noteEncode } from 'nostr-tools/nip19'
import { finalizeEvent, generateSecretKey } from 'nostr-tools/pure'
import { describe, expect, it, test } from 'vitest'
import { locateOne, platformOf, platforms } from '#knowledge/platforms/index.ts'
import type { Liveness, Sight } from '#knowledge/platforms/platform.ts'
import { startNostrRelay } from '../../peers/nostr-relay.ts'
import { type Places, startPlaces } from '../../peers/social.ts'

type Page = Parameters<Places['set']>[1]
type Answers = Record<string, Page>

const elsewhere: Sight = { state: 'unknown', sign: 'left to the check of any page' }

async function lookAmong(places: Places, pasted: string, isKnownAsPasted = true) {
  const location = locateOne(pasted)!
  const kind = location.id.split(':', 1)[0]!
  const check = platformOf(location.platform).checks!.find(({ kinds }) => kinds.includes(kind))!
  return await check.look(location, {
    net: places.net,
    now: () => Date.UTC(2026, 10, 24),
    random: (n) => new Uint8Array(randomBytes(n)),
    general: async () => elsewhere,
    ...(isKnownAsPasted && { pasted }),
  })
}

/** One look, where these addresses answer so and all others are out of order. */
async function look(pasted: string, answers: Answers, isKnownAsPasted = true): Promise<Sight> {
  await using places = await startPlaces()
  for (const [url, page] of Object.entries(answers)) places.set(url, page)
  return await lookAmong(places, pasted, isKnownAsPasted)
}

function reads(pasted: string, rows: [what: string, answers: Answers, state: Liveness][]): void {
  it.each(rows)(`${pasted}: %s`, async (_, answers, state) => {
    expect((await look(pasted, answers)).state).toBe(state)
  })
}

const page = (title: string, body = '', head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`
const asJson = (value: unknown, status = 200): Page => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
const to = (location: string, status = 302): Page => ({ status, headers: { location } })
const og = (title: string) => `<meta property="og:title" content="${title}">`

describe('profiles', () => {
  const facebook = 'https://www.facebook.com/some.one'
  reads(facebook, [
    ['a profile', { [facebook]: page('Some One', '{"__isProfile":"User"}') }, 'up'],
    ['a page without one', { [facebook]: page('Facebook') }, 'gone'],
    ['a page that asks for a login', { [facebook]: page('Log in to Facebook') }, 'unknown'],
    [
      'a redirect to the login',
      {
        [facebook]: to('https://www.facebook.com/login/?next=x'),
        'https://www.facebook.com/login/?next=x': page('Facebook'),
      },
      'unknown',
    ],
    ['404', { [facebook]: { status: 404 } }, 'unknown'],
    ['503', { [facebook]: { status: 503 } }, 'unknown'],
  ])

  const instagram = 'https://www.instagram.com/some.one'
  reads(instagram, [
    ['a profile', { [instagram]: page('Some One (@some.one) • Posts - See Instagram photos and videos') }, 'up'],
    ['a page without a route', { [instagram]: page('Instagram', '{"routePath":null}') }, 'gone'],
    [
      'a redirect to the login',
      {
        [instagram]: to('https://www.instagram.com/accounts/login/'),
        'https://www.instagram.com/accounts/login/': page('Login', '{"routePath":null}'),
      },
      'unknown',
    ],
    ['a page that says neither', { [instagram]: page('Instagram') }, 'unknown'],
    ['429', { [instagram]: { status: 429 } }, 'unknown'],
  ])

  const snapchat = 'https://www.snapchat.com/add/some.one'
  reads(snapchat, [
    ['a profile', { [snapchat]: page('Some One') }, 'up'],
    ['404', { [snapchat]: { status: 404 } }, 'gone'],
    ['200 that says NOT_FOUND', { [snapchat]: page('Snapchat', '{"status":"NOT_FOUND"}') }, 'gone'],
    ['403', { [snapchat]: { status: 403 } }, 'unknown'],
  ])

  const vk = 'https://vk.com/some.one'
  reads(vk, [
    ['a profile', { [vk]: page('Some One') }, 'up'],
    ['404', { [vk]: { status: 404 } }, 'gone'],
    [
      'a login that is not there',
      { [vk]: to('https://vk.com/login?u=2'), 'https://vk.com/login?u=2': { status: 404 } },
      'unknown',
    ],
    ['418', { [vk]: { status: 418 } }, 'unknown'],
  ])
})

describe('posts', () => {
  const tweet = 'https://cdn.syndication.twimg.com/tweet-result?id=1745000000000000001&token=48a2um8uwn4'
  const tombstone = (text: string) => asJson({ __typename: 'TweetTombstone', tombstone: { text: { text } } })
  reads('https://x.com/a/status/1745000000000000001', [
    ['a post', { [tweet]: asJson({ __typename: 'Tweet', text: 'x' }) }, 'up'],
    ['404', { [tweet]: { status: 404 } }, 'gone'],
    ['a tombstone', { [tweet]: tombstone('This Post was deleted by the Post author.') }, 'gone'],
    [
      'a tombstone of an account for some',
      { [tweet]: tombstone('This account owner limits who can view their Posts.') },
      'not-public',
    ],
    ['an answer of another form', { [tweet]: asJson({ __typename: 'Advertisement' }) }, 'unknown'],
    ['no JSON', { [tweet]: '{' }, 'unknown'],
    ['429', { [tweet]: { status: 429 } }, 'unknown'],
  ])

  const thread = 'https://www.reddit.com/comments/1abc2d.json'
  const listing = (post: object): Page => asJson([{ data: { children: [{ data: post }] } }, { data: { children: [] } }])
  reads('https://redd.it/1abc2d', [
    ['a post', { [thread]: listing({ author: 'some', removed_by_category: null }) }, 'up'],
    [
      'a post behind its full address',
      {
        [thread]: to('https://www.reddit.com/r/s/comments/1abc2d/a.json'),
        'https://www.reddit.com/r/s/comments/1abc2d/a.json': listing({ author: 'some', removed_by_category: null }),
      },
      'up',
    ],
    ['removed', { [thread]: listing({ author: 'some', removed_by_category: 'moderator' }) }, 'gone'],
    ['deleted', { [thread]: listing({ author: '[deleted]', removed_by_category: null }) }, 'gone'],
    ['404', { [thread]: { status: 404 } }, 'gone'],
    ['private', { [thread]: asJson({ reason: 'private', error: 403 }, 403) }, 'not-public'],
    ['403 without a reason', { [thread]: { status: 403, body: page('Blocked') } }, 'unknown'],
    ['wrong types', { [thread]: asJson([{ data: { children: 7 } }]) }, 'unknown'],
    ['a page', { [thread]: page('Please wait for verification') }, 'unknown'],
  ])

  const pasted = 'https://www.tiktok.com/@some.one/video/7123?_t=8'
  const oembed = (url: string) => `https://www.tiktok.com/oembed?url=${encodeURIComponent(url)}`
  const named = oembed('https://www.tiktok.com/@some.one/video/7123')
  reads(pasted, [
    ['an author', { [named]: asJson({ author_url: 'https://www.tiktok.com/@some.one' }) }, 'up'],
    ['400', { [named]: asJson({ code: 400 }, 400) }, 'gone'],
    ['400 of a proxy', { [named]: { status: 400, body: 'bad request' } }, 'unknown'],
    ['200 without an author', { [named]: asJson({}) }, 'unknown'],
    ['403', { [named]: { status: 403 } }, 'unknown'],
  ])

  const nameless = 'https://www.tiktok.com/@/video/7123'
  const refused = { [oembed(nameless)]: asJson({ code: 400 }, 400) }
  const state = (statusCode: number) =>
    page('TikTok', `{"webapp.video-detail":{"itemInfo":1,"statusCode":${statusCode}}}`)
  it.each([
    ['a post', 0, 'up'],
    ['not found', 10_204, 'gone'],
    ['no such user', 10_221, 'gone'],
    ['a private post', 10_216, 'not-public'],
    ['a private account', 10_222, 'not-public'],
    ['a test for robots', 10_000, 'unknown'],
  ])('tiktok: where the form without a name is refused, the page says: %s', async (_, code, expected) => {
    expect((await look(pasted, { ...refused, [nameless]: state(code) }, false)).state).toBe(expected)
  })

  it('tiktok: not found by the page alone may be a block of one country', async () => {
    const blocked = { [oembed(nameless)]: { status: 403 }, [nameless]: state(10_204) }

    expect(await look(pasted, blocked, false)).toMatchObject({ state: 'unknown' })
  })

  it('tiktok: 400 to the form without a name may speak of the form', async () => {
    expect(await look(pasted, refused, false)).toMatchObject({ state: 'unknown' })
  })

  const api = 'https://public.api.bsky.app/xrpc'
  const uri = encodeURIComponent('at://did:plc:abc234/app.bsky.feed.post/3kabc')
  const handle = {
    [`${api}/com.atproto.identity.resolveHandle?handle=some.one.example`]: asJson({ did: 'did:plc:abc234' }),
  }
  const posts = `${api}/app.bsky.feed.getPosts?uris=${uri}`
  const itsThread = `${api}/app.bsky.feed.getPostThread?uri=${uri}&depth=0&parentHeight=0`
  reads('https://bsky.app/profile/some.one.example/post/3kabc', [
    [
      'a post',
      { ...handle, [posts]: asJson({ posts: [{ uri: 'at://did:plc:abc234/app.bsky.feed.post/3kabc' }] }) },
      'up',
    ],
    [
      'not found',
      { ...handle, [posts]: asJson({ posts: [] }), [itsThread]: asJson({ error: 'NotFound' }, 400) },
      'gone',
    ],
    [
      'a thread without it',
      {
        ...handle,
        [posts]: asJson({ posts: [] }),
        [itsThread]: asJson({ thread: { $type: 'app.bsky.feed.defs#notFoundPost' } }),
      },
      'gone',
    ],
    [
      'blocked',
      {
        ...handle,
        [posts]: asJson({ posts: [] }),
        [itsThread]: asJson({ thread: { $type: 'app.bsky.feed.defs#blockedPost' } }),
      },
      'unknown',
    ],
    ['left out, and the thread out of order', { ...handle, [posts]: asJson({ posts: [] }) }, 'unknown'],
    [
      'a handle that was given up',
      { [Object.keys(handle)[0]!]: asJson({ error: 'InvalidRequest', message: 'Unable to resolve handle' }, 400) },
      'unknown',
    ],
    ['wrong types', { ...handle, [posts]: asJson({ posts: 'none' }) }, 'unknown'],
  ])

  const account = `${api}/app.bsky.actor.getProfile?actor=did%3Aplc%3Aabc234`
  reads('https://bsky.app/profile/did:plc:abc234', [
    ['an account', { [account]: asJson({ did: 'did:plc:abc234' }) }, 'up'],
    [
      'taken down',
      { [account]: asJson({ error: 'AccountTakedown', message: 'Account has been suspended' }, 400) },
      'gone',
    ],
    ['no such account', { [account]: asJson({ error: 'InvalidRequest', message: 'Profile not found' }, 400) }, 'gone'],
    [
      'another mistake',
      { [account]: asJson({ error: 'InvalidRequest', message: 'Error: actor must be valid' }, 400) },
      'unknown',
    ],
    ['502', { [account]: { status: 502 } }, 'unknown'],
  ])

  const status = 'https://social.example/api/v1/statuses/1123456'
  reads('https://social.example/@some_one/1123456', [
    ['a post', { [status]: asJson({ id: '1123456' }) }, 'up'],
    ['record not found', { [status]: asJson({ error: 'Record not found' }, 404) }, 'gone'],
    ['410', { [status]: { status: 410 } }, 'gone'],
    ['404 of other software', { [status]: { status: 404, body: page('Not found') } }, 'unknown'],
    ['only for members', { [status]: asJson({ error: 'This method requires an authenticated user' }, 401) }, 'unknown'],
  ])

  const picture = 'https://i.imgur.com/aBc1234.jpg'
  reads('https://imgur.com/aBc1234', [
    ['a picture', { [picture]: { type: 'image/jpeg' } }, 'up'],
    ['a picture that says it was removed', { [picture]: to('https://i.imgur.com/removed.png') }, 'gone'],
    ['another redirect', { [picture]: to('https://imgur.com/aBc1234') }, 'unknown'],
    ['404', { [picture]: { status: 404 } }, 'unknown'],
  ])

  test('of a picture host the picture itself is never fetched', async () => {
    await using places = await startPlaces()
    places.set(picture, { type: 'image/jpeg', body: 'picture' })

    await lookAmong(places, 'https://imgur.com/aBc1234')

    expect(places.asked()).toEqual([`HEAD ${picture}`])
  })
})

describe('nostr', () => {
  const event = finalizeEvent({ kind: 1, created_at: 1_760_000_000, tags: [], content: 'x' }, generateSecretKey())
  const address = `nostr:${noteEncode(event.id)}`
  const hosts = ['wss://relay.damus.io', 'wss://nos.lol', 'wss://relay.nostr.band', 'wss://relay.primal.net']

  it('an event is up while one relay holds it, and gone when none of them does', async () => {
    await using places = await startPlaces()
    await using relay = await startNostrRelay()
    for (const host of hosts) places.relays.set(host, relay.url)

    expect(await lookAmong(places, address)).toEqual({ state: 'gone', sign: 'held by none of 4 relays' })
    await relay.publish(event)
    expect(await lookAmong(places, address)).toEqual({ state: 'up', sign: 'held by a relay' })
  })

  it('a relay that cannot be reached, or closes the request, says nothing', async () => {
    await using places = await startPlaces()
    await using relay = await startNostrRelay()
    for (const host of hosts.slice(1)) places.relays.set(host, relay.url)

    expect((await lookAmong(places, address)).state).toBe('unknown')
    relay.misbehave('closed: auth-required: members only')
    expect((await lookAmong(places, address)).state).toBe('unknown')
    relay.misbehave('oversized')
    expect((await lookAmong(places, address)).state).toBe('unknown')
  })
})

describe('tubes', () => {
  const pornhub = 'https://www.pornhub.com/view_video.php?viewkey=ph0a1b2c'
  reads(pornhub, [
    ['a video', { [pornhub]: page('A title - Pornhub.com', '', og('A title')) }, 'up'],
    ['404', { [pornhub]: { status: 404 } }, 'gone'],
    ['410', { [pornhub]: { status: 410 } }, 'gone'],
    [
      'a page that says it was removed',
      { [pornhub]: page('A title', '<div id="x" class="removed"><p>gone</p></div>', og('A title')) },
      'gone',
    ],
    [
      'a message in its place',
      { [pornhub]: page('A title', '<div id="y" class="userMessageSection"><p>gone</p></div>', og('A title')) },
      'gone',
    ],
    ['flagged', { [pornhub]: page('A title', 'This video has been flagged for verification.', og('A title')) }, 'gone'],
    [
      'kept from one country',
      { [pornhub]: page('A title', '<div class="geoBlocked">removed</div>', og('A title')) },
      'unknown',
    ],
    [
      'sent to the start',
      { [pornhub]: to('https://www.pornhub.com/'), 'https://www.pornhub.com/': page('Pornhub', '', og('Pornhub')) },
      'unknown',
    ],
    ['no title', { [pornhub]: page('') }, 'unknown'],
    ['451', { [pornhub]: { status: 451 } }, 'unknown'],
  ])

  const xvideos = 'https://www.xvideos.com/video1234/a_title'
  reads(`${xvideos}?x=1`, [
    ['a video', { [xvideos]: page('A title', '', og('A title')) }, 'up'],
    [
      'an error in its place',
      { [xvideos]: page('x', '<h1 id="z" class="inlineError">Sorry</h1>', og('A title')) },
      'gone',
    ],
    ['404', { [xvideos]: { status: 404 } }, 'gone'],
  ])
  const xhamster = 'https://xhamster.com/videos/a-title-xhAbC1d'
  reads(xhamster, [
    ['a video', { [xhamster]: page('A title', '', og('A title')) }, 'up'],
    ['closed', { [xhamster]: page('x', '<div class="a" id="videoClosed">x</div>', og('A title')) }, 'gone'],
  ])

  it('404 to a short form that a site may not know is no sign', async () => {
    const answers = { 'https://xhamster.com/videos/xhAbC1d': { status: 404 } }

    expect(await look(xhamster, answers, false)).toMatchObject({ state: 'unknown' })
  })

  it('a video is known again by its title and length, weakly by who shows it', async () => {
    const { successor } = platformOf('pornhub')
    const html = (title: string, seconds: number, by: string) =>
      page(
        title,
        `<script>{"author" : "${by}"}</script>`,
        `${og(title)}<meta property="video:duration" content="${seconds}">`,
      )
    const marks = async (...of: Parameters<typeof html>) => (await look(pornhub, { [pornhub]: html(...of) })).marks!

    const first = await marks('Summer at the Lake!', 312, 'some one')

    expect(first).toEqual({ title: 'summer at the lake', duration: '312', uploader: 'some one' })
    expect(successor!(first, await marks('SUMMER at the lake', 312, 'another'))).toBe('strong')
    expect(successor!(first, await marks('Winter at the lake', 12, 'some one'))).toBe('weak')
    expect(successor!(first, await marks('Summer at the lake', 99, 'another'))).toBeNull()
    expect(successor!({}, {})).toBeNull()
  })
})

describe('forums', () => {
  const posts = (...ids: number[]) =>
    ids
      .map(
        (id) =>
          `<div id="p${id}" class="post"><p class="author"><a href="/u" class="username">Jan</a></p><div class="content">Look <a href="https://files.example/d/${id}">here</a></div></div>${' '.repeat(500)}`,
      )
      .join('')
  const topic = 'https://bb.example/forum/viewtopic.php?t=321'
  const canonical = (url: string) => `<link rel="canonical" href="${url}">`
  reads(topic, [
    [
      'its posts',
      { [topic]: page('A thread', posts(9, 10), canonical('https://bb.example/forum/viewtopic.php?f=4&amp;t=321')) },
      'up',
    ],
    ['404', { [topic]: { status: 404 } }, 'gone'],
    [
      'the posts of another thread',
      { [topic]: page('A thread', posts(9), canonical('https://bb.example/forum/viewtopic.php?t=9')) },
      'unknown',
    ],
    ['English', { [topic]: page('Information', '<p>The requested topic does not exist.</p>') }, 'gone'],
    ['Dutch', { [topic]: page('Informatie', '<p>Het opgevraagde onderwerp bestaat niet.</p>') }, 'gone'],
    ['French', { [topic]: page('Informations', '<p>Le sujet demandé n’existe pas.</p>') }, 'gone'],
    ['German', { [topic]: page('Information', '<p>Das gewünschte Thema existiert nicht.</p>') }, 'gone'],
    ['Russian', { [topic]: page('Информация', '<p>Запрошенной темы не существует.</p>') }, 'gone'],
    [
      'for members',
      { [topic]: page('Login', '<p>The board requires you to be registered and logged in to view this forum.</p>') },
      'not-public',
    ],
    [
      'for members, in Dutch',
      {
        [topic]: {
          status: 403,
          body: page('Aanmelden', '<p>Je moet geregistreerd en aangemeld zijn om dit forum te lezen.</p>'),
        },
      },
      'not-public',
    ],
    ['403', { [topic]: { status: 403, body: page('Forbidden') } }, 'unknown'],
    ['500', { [topic]: { status: 500 } }, 'unknown'],
    [
      'somebody who writes that a thread does not exist',
      { [topic]: page('A thread', `${posts(9)}<p>The requested topic does not exist.</p>`) },
      'up',
    ],
  ])
  reads('https://bb.example/forum/viewtopic.php?p=10', [
    ['among the posts', { 'https://bb.example/forum/viewtopic.php?p=10': page('A thread', posts(9, 10)) }, 'up'],
    [
      'the thread without it',
      { 'https://bb.example/forum/viewtopic.php?p=10': page('A thread', posts(9, 11)) },
      'unknown',
    ],
  ])

  const old = 'https://oud.example/vb/showthread.php?t=778'
  reads(old, [
    ['its posts', { [old]: page('A thread', '<table id="post61"></table>') }, 'up'],
    ['its posts, of a later version', { [old]: page('A thread', '<li id="post_61"></li>') }, 'up'],
    [
      'English',
      {
        [old]: page(
          'Forum Message',
          '<p>No Thread specified. If you followed a valid link, please notify the administrator</p>',
        ),
      },
      'gone',
    ],
    ['Dutch', { [old]: page('Bericht', '<p>Geen onderwerp gespecificeerd. Meld het de beheerder.</p>') }, 'gone'],
    [
      'French',
      { [old]: page('Message', '<p>Aucune discussion spécifiée. Si vous avez suivi un lien valide, prévenez.</p>') },
      'gone',
    ],
    ['German', { [old]: page('Hinweis', '<p>Kein Thema angegeben. Wenn Sie einem Link gefolgt sind.</p>') }, 'gone'],
    ['Russian', { [old]: page('Сообщение', '<p>Тема не указана. Сообщите администратору.</p>') }, 'gone'],
    [
      'for members',
      { [old]: page('Forum', '<p>You are not logged in or you do not have permission to access this page.</p>') },
      'not-public',
    ],
  ])

  const thread = 'https://praat.example/threads/4455'
  const full = 'https://praat.example/threads/a-title.4455/'
  reads(thread, [
    [
      'its posts behind its full address',
      { [thread]: to(full, 301), [full]: page('A', '<article data-content="post-990"></article>') },
      'up',
    ],
    [
      '404',
      { [thread]: { status: 404, body: page('Oops!', '<p>The requested thread could not be found.</p>') } },
      'gone',
    ],
    ['English', { [thread]: page('Oops!', '<p>The requested thread could not be found.</p>') }, 'gone'],
    ['Dutch', { [thread]: page('Oeps', '<p>De opgevraagde discussie kon niet worden gevonden.</p>') }, 'gone'],
    ['French', { [thread]: page('Oups', "<p>La discussion demandée n'a pas pu être trouvée.</p>") }, 'gone'],
    ['German', { [thread]: page('Hoppla', '<p>Das angeforderte Thema konnte nicht gefunden werden.</p>') }, 'gone'],
    ['Russian', { [thread]: page('Упс', '<p>Запрошенная тема не может быть найдена.</p>') }, 'gone'],
    [
      'a door',
      { [thread]: to('https://praat.example/login/'), 'https://praat.example/login/': page('Log in') },
      'unknown',
    ],
    [
      'another thread',
      {
        [thread]: to('https://praat.example/threads/b.7/'),
        'https://praat.example/threads/b.7/': page('B', '<article data-content="post-1"></article>'),
      },
      'unknown',
    ],
  ])

  const json = 'https://dis.example/t/5150.json'
  const first = { username: 'jan', cooked: '<p><a href="https://files.example/d/1">x</a></p>' }
  reads('https://dis.example/t/5150', [
    ['a topic', { [json]: asJson({ id: 5150, title: 'A topic', post_stream: { posts: [first] } }) }, 'up'],
    ['404', { [json]: asJson({ errors: ['Not found'], error_type: 'not_found' }, 404) }, 'gone'],
    ['410', { [json]: asJson({ errors: ['Gone'] }, 410) }, 'gone'],
    ['403', { [json]: asJson({ errors: ['Sorry'], error_type: 'invalid_access' }, 403) }, 'not-public'],
    ['404 of other software', { [json]: { status: 404, body: page('Not found') } }, 'unknown'],
    ['wrong types', { [json]: asJson({ id: 'x' }) }, 'unknown'],
  ])
  reads('https://dis.example/t/5150/7', [
    ['a post', { 'https://dis.example/posts/by_number/5150/7.json': asJson({ id: 3, topic_id: 5150 }) }, 'up'],
    ['404', { 'https://dis.example/posts/by_number/5150/7.json': asJson({ errors: ['Not found'] }, 404) }, 'gone'],
  ])

  it('what a page leaves open is for the check of any page', async () => {
    for (const answers of [
      { [topic]: page('A thread', '<p>words</p>') },
      { [topic]: to('https://bb.example/'), 'https://bb.example/': page('Home') },
    ]) {
      expect(await look(topic, answers)).toEqual(elsewhere)
    }
    expect(await look('https://dis.example/t/5150', { [json]: page('A shop') })).toEqual(elsewhere)
  })

  it('a thread is known again by its title or its links, weakly by its author', async () => {
    const { successor } = platformOf('phpbb')
    const marks = async (title: string, id: number, author = 'Jan') =>
      (await look(topic, { [topic]: page(title, posts(id).replace('Jan', author)) })).marks!

    const before = await marks('Summer at the lake', 9)

    expect(before).toMatchObject({ title: 'summer at the lake', author: 'jan' })
    expect(successor!(before, await marks('summer AT the lake!', 5, 'Piet'))).toBe('strong')
    expect(successor!(before, await marks('Something else', 9, 'Piet'))).toBe('strong')
    expect(successor!(before, await marks('Something else', 5))).toBe('weak')
    expect(successor!(before, await marks('Something else', 5, 'Piet'))).toBeNull()
    expect(successor!(await marks('Hi', 9), await marks('Hi', 5, 'Piet'))).toBeNull()
  })
})

describe('every check of these places', () => {
  const own = platforms.filter(({ id }) =>
    'facebook instagram snapchat vk x reddit tiktok bluesky mastodon nostr imgur pornhub xvideos xhamster google-search bing-search xenforo vbulletin phpbb discourse'
      .split(' ')
      .includes(id),
  )

  it('of what needs an account, and of searches, asks nobody', async () => {
    const pasted = [
      'facebook.com/photo?fbid=1',
      'instagram.com/p/aBc12',
      'snapchat.com/spotlight/aBc',
      'vk.com/photo1_2',
      'google.com/search?q=a',
      'bing.com/search?q=a',
    ]
    await using places = await startPlaces()

    for (const text of pasted) expect(await lookAmong(places, text)).toMatchObject({ state: 'unknown' })

    expect(places.asked()).toEqual([])
  })

  it.each([
    ['garbage', { body: Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256) }],
    ['a body that claims to be JSON', asJson({ thread: null, posts: {}, data: [], errors: 3 })],
    ['500', { status: 500 }],
    ['451', { status: 451 }],
    ['a redirect to nowhere', to('https://')],
  ] satisfies [string, Page][])('takes %s for nothing', async (_, answer) => {
    await using places = await startPlaces()
    places.otherwise(answer)

    for (const { examples } of own) {
      for (const [pasted] of examples) {
        const location = locateOne(pasted)!
        const fits = platformOf(location.platform).checks?.some(({ kinds }) =>
          kinds.includes(location.id.split(':', 1)[0]!),
        )
        if (!fits || pasted.startsWith('nostr')) continue
        const sight = await lookAmong(places, pasted).catch((error: Error) => ({ state: 'unknown', sign: error.name }))
        expect([pasted, sight.state]).not.toContain('gone')
      }
    }
  })

  it('lets a page without an end and a request to wait be thrown to whoever asked', async () => {
    const url = 'https://www.facebook.com/some.one'

    await expect(look(url, { [url]: { fault: 'endless' } })).rejects.toMatchObject({ name: 'Malformed' })
    await expect(look(url, { [url]: { status: 429, headers: { 'retry-after': '120' } } })).rejects.toMatchObject({
      name: 'Unavailable',
      retryAfterMs: 120_000,
    })
  })

  it.each([
    '<div ',
    '<div class="',
    '<h1 x',
    '<meta property="video:duration" ',
    'class="username" ><<<<>',
    'id="p1" href="https://a.example/x',
    '"author":{',
    'topic ',
    'duration:',
  ])('reads a page of nothing but %s in time', async (piece) => {
    const text = piece.repeat(400_000 / piece.length)
    const hosts = [
      'https://f.example/viewtopic.php?t=1',
      'pornhub.com/view_video.php?viewkey=ph12',
      'xvideos.com/video12',
      'xhamster.com/videos/xh12',
    ]
    for (const pasted of hosts) {
      const { url } = locateOne(pasted)!
      await using places = await startPlaces()
      places.set(url, text)

      const before = performance.now()
      const sight = await lookAmong(places, pasted)

      expect(sight.state).not.toBe('gone')
      expect(performance.now() - before).toBeLessThan(1_500) // milliseconds; a quadratic reader takes minutes
    }
  })

  it('asks for metadata alone where it says so', () => {
    const metadata = own.flatMap(({ id, checks = [] }) =>
      checks.filter((check) => check.metadata).flatMap(({ kinds }) => kinds.map((kind) => `${id} ${kind}`)),
    )

    expect(
      metadata.filter((kind) =>
        /^(?:x|reddit|mastodon|imgur|pornhub|xvideos|xhamster|phpbb|vbulletin|xenforo|discourse) /.test(kind),
      ),
    ).toEqual([])
    expect(metadata).toEqual(expect.arrayContaining(['snapchat profile', 'tiktok post', 'bluesky post', 'nostr event']))
    for (const { checks = [] } of own)
      for (const { source, checked } of checks)
        expect([source, checked]).toEqual([expect.stringMatching(/^https:/), '2026-11-24'])
  })
})
