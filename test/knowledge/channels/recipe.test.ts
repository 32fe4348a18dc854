import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InvalidInput, Malformed, Refused } from '#core/errors.ts'
import type { Net, Pages } from '#core/ports.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { recipe } from '#knowledge/channels/recipe.ts'
import { recipes } from '#knowledge/recipes/index.ts'
import { createNet } from '#worker/net/http.ts'
import { createPages } from '#worker/net/pages.ts'
import { startGallery } from '../../peers/gallery.ts'
import { type Figure, startListing, type TestListing } from '../../peers/listing.ts'
import { channelContract, follow, type Peer } from './contract.ts'

const folder = fileURLToPath(new URL('../../../node_modules/.cache/vigie-chromium', import.meta.url))
let pages: Pages & AsyncDisposable
let net: Net & AsyncDisposable
beforeAll(async () => {
  net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  const hurried: Net = { ...net, ask: (url, options) => net.ask(url, { ...options, timeoutMs: 700 }) }
  const deps = { userAgent: 'Vigie-test/1', folder, chosen: process.env.VIGIE_CHROMIUM }
  pages = createPages({ ...deps, net: hurried })
  await using site = await startGallery()
  await pages.read(site.publish('/', ''), {}, async () => {}) // the browser is there
}, 60_000)
afterAll(async () => {
  await pages[Symbol.asyncDispose]()
  await net[Symbol.asyncDispose]()
})

/** Read through the browser that all of these share. */
const throughBrowser = () => ({ options: { recipe: 'gallery' }, outside: { pages } })
const readerOf = (listing: Pick<TestListing, 'url'>, text = 'gallery') =>
  follow(recipe, { url: listing.url, options: { recipe: text }, outside: { pages } })

async function start(): Promise<Peer> {
  const listing = await startListing()
  return {
    url: listing.url,
    ...throughBrowser(),
    publish: async (all) => listing.add(...all.map((name) => ({ name })).reverse()),
    retract: async (digest) => listing.remove(digest),
    spoil: async () => listing.add({ name: 'spoilt', html: '<figure><a href="mailto:a@b.example">x</a></figure>' }),
    misbehave: (how) => listing.misbehave(how),
    heard: () => listing.site.heard(),
    [Symbol.asyncDispose]: () => listing[Symbol.asyncDispose](),
  }
}

channelContract(recipe, start, {
  many: 14,
  said: ({ locations }) => locations.map((place) => place.slice(-64)),
})

async function readOne(figure: Partial<Figure>, page: Partial<TestListing['page']> = {}) {
  await using listing = await startListing()
  Object.assign(listing.page, page)
  listing.add({ name: 'one', ...figure })
  await using reader = readerOf(listing)
  await reader.poll()
  const notice = [...reader.notices.values()].find(({ locations }) => locations[0] !== listing.url)
  return { notice, reader, listing }
}

describe('what an item says', () => {
  test('its place, its names and its picture', async () => {
    const { notice, listing } = await readOne({ name: 'Anna%20Berg', title: 'Holiday  2019', age: 'Adults 18+' })

    expect(notice).toMatchObject({
      kind: 'listing',
      fingerprints: [],
      locations: [`${listing.site.origin}/item/Anna%20Berg`],
      titles: ['Holiday 2019', 'Anna Berg'],
      pictures: [{ url: `${listing.site.origin}/files/Anna%20Berg.jpg`, adult: true }],
    })
  })

  test.each<[string, Partial<Figure>, Partial<TestListing['page']>, boolean]>([
    ['of its own', { age: 'NSFW' }, {}, true],
    ['of its page', {}, { head: '<meta name="rating" content="RTA-5042-1996-1400-1577-RTA">' }, true],
    ['it has none', {}, {}, false],
    ['another one', { age: 'for everybody' }, {}, false],
    ['in its title alone', { title: 'adult' }, {}, false],
    ['and a title that speaks of somebody under age', { age: '18+', title: '16 yo' }, {}, false],
    ['and a file so named', { age: '18+', name: 'teen-girl' }, {}, false],
    ['and a page so headed', { age: '18+' }, { heading: 'Jailbait' }, false],
  ])('a picture is for adults alone by its label: %s', async (_, figure, page, adult) => {
    expect((await readOne(figure, page)).notice?.pictures).toMatchObject([{ adult }])
  })

  test.each(['data:image/png;base64,AAAA', 'javascript:alert(1)', 'ftp://a.example/1.jpg'])(
    'a picture at %s is none',
    async (picture) => {
      expect((await readOne({ picture })).notice?.pictures).toEqual([])
    },
  )

  test('a visit’s number in a link is no part of it', async () => {
    const html = '<figure><a href="/t?p=7&sid=0123456789abcdef0123456789abcdef">x</a></figure>'

    expect((await readOne({ html })).notice?.locations[0]).toMatch(/\/t\?p=7$/)
  })

  test('the page itself is an item where it has a heading: folders are filed by name', async () => {
    await using listing = await startListing()
    listing.page.heading = 'Berg, Anna'
    listing.add({ name: 'one' })
    await using reader = readerOf(listing)

    await reader.poll()

    const whole = [...reader.notices.values()].find(({ locations }) => locations[0] === listing.url)
    expect(whole).toMatchObject({ titles: ['Berg, Anna'], pictures: [] })
  })

  test('what is quarantined can be read again', async () => {
    const { reader } = await readOne({ html: '<figure><a>no address</a></figure>' })

    expect(reader.quarantine).toMatchObject([{ reason: 'link: missing' }])
    const [raw = ''] = reader.quarantine.map((entry) => entry.raw)
    expect(recipe.reread?.(raw, { url: 'https://a.example', now: 5 })).toEqual([reader.quarantine[0]])
  })
})

test('only pages of the same origin are read, and where another leads is told to nobody', async () => {
  await using listing = await startListing()
  await using other = await startGallery()
  listing.page.next = () => `${other.origin}/next?token=t0ken`
  listing.add({ name: 'one' })
  await using reader = readerOf(listing)

  const failure = await reader.poll().catch((error: unknown) => error)

  expect(failure).toBeInstanceOf(Refused)
  expect(String(failure)).not.toContain('t0ken')
  expect(other.requests).toEqual([])
})

test('pages in a circle end in an error', async () => {
  await using listing = await startListing()
  listing.page.next = () => '/new?page=1'
  listing.add(...Array.from({ length: 8 }, (_, i) => ({ name: `n${i}` })))
  await using reader = readerOf(listing)

  await expect(reader.poll()).rejects.toBeInstanceOf(Malformed)
})

test('no more pages are read than the recipe says, and of what is further back nothing is taken back', async () => {
  await using listing = await startListing()
  listing.add(...Array.from({ length: 14 }, (_, i) => ({ name: `n${i}` })))
  await using reader = readerOf(
    listing,
    'describes: two\nitems: figure\nlink: a@href\nnext: a[rel=next]@href\npages: 2',
  )
  await reader.poll()
  const first = reader.notices.size

  listing.add(...Array.from({ length: 5 }, (_, i) => ({ name: `m${i}` })))
  await reader.poll()

  expect(first).toBe(10)
  expect(reader.notices.size).toBe(15)
  expect(reader.warning).toMatch(/more than 2 pages/)
})

test('a page on which nothing is found any more takes nothing back', async () => {
  await using listing = await startListing()
  listing.add({ name: 'one' })
  await using reader = readerOf(listing)
  await reader.poll()

  listing.site.publish('/new', '<form>Are you over 18?</form>')

  await expect(reader.poll()).rejects.toThrow(/finds nothing/)
  expect(reader.notices.size).toBe(1)
})

test('an item that was seen is not offered for a look again', async () => {
  await using listing = await startListing()
  listing.add({ name: 'one', age: '18+' })
  await using reader = readerOf(listing)
  await reader.poll()
  reader.notices.clear()

  await reader.poll()

  expect(reader.notices.size).toBe(0)
})

describe('the recipes that come with Vigie', () => {
  test.each(Object.keys(recipes))('%s is one, and fits an option', (name) => {
    expect(() => parseOptions(recipe, { recipe: name })).not.toThrow()
    expect(JSON.stringify(recipes[name]).length).toBeLessThan(2_000)
  })

  test('forum-thread: each post by its own address, with its first picture', async () => {
    await using site = await startGallery()
    const post = (id: number, inner: string) => `<div id="p${id}" class="post bg2"><div class="postbody">
      <h3><a href="#p${id}">Re: Anna Berg</a></h3>
      <p class="author"><a title="Post" href="./viewtopic.php?p=${id}&amp;sid=${'0a'.repeat(16)}#p${id}">#</a> by x</p>${inner}</div></div>`
    const url = site.publish(
      '/viewtopic.php?t=3',
      `<h2 class="topic-title"><a href="./viewtopic.php?t=3">Anna Berg</a></h2>
      <div class="pagination"><ul><li class="arrow next"><a class="button" rel="next" href="./viewtopic.php?t=3&amp;start=2">Next</a></li></ul></div>
      ${post(11, '<div class="content"><img class="smilies" src="/smile.gif"><img class="postimage" src="https://img.example/1.jpg"></div>')}
      ${post(12, '<dl class="attachbox"><dd><img class="postimage" src="./download/file.php?id=5"></dd></dl>')}`,
    )
    site.publish('/viewtopic.php?t=3&start=2', post(13, '<div class="content">no picture</div>'))
    await using reader = readerOf({ url }, 'forum-thread')

    await reader.poll()

    expect(
      [...reader.notices.values()].map(({ locations, pictures, titles }) => [
        locations[0],
        pictures?.[0]?.url,
        titles?.[0],
      ]),
    ).toEqual([
      [`${site.origin}/viewtopic.php?p=11#p11`, 'https://img.example/1.jpg', 'Re: Anna Berg'],
      [`${site.origin}/viewtopic.php?p=12#p12`, `${site.origin}/download/file.php?id=5`, 'Re: Anna Berg'],
      [url, undefined, 'Anna Berg'],
      [`${site.origin}/viewtopic.php?p=13#p13`, undefined, 'Re: Anna Berg'],
    ])
  })

  test('file-folder: names, as they stand in the listing and whole in the address', async () => {
    await using site = await startGallery()
    const url = site.publish(
      '/f/',
      `<h1>Index of /f</h1><pre><a href="?C=N;O=D">Name</a><hr><a href="../">Parent Directory</a>
<a href="Anna_van_den_Berg_2019_summ/">Anna_van_den_B..&gt;</a>  01-Jan-2026 10:00  -
<a href="IMG%201.jpg">IMG 1.jpg</a> 2M</pre>`,
    )
    await using reader = readerOf({ url }, 'file-folder')

    await reader.poll()

    expect([...reader.notices.values()].map(({ titles }) => titles)).toEqual([
      ['Anna_van_den_B..>', 'Anna_van_den_Berg_2019_summ'],
      ['IMG 1.jpg', 'IMG 1.jpg'],
      ['Index of /f'],
    ])
  })
})

describe('a recipe', () => {
  const good = 'describes: x\nitems: li\nlink: a@href'

  test.each([
    ['gallerie', /There is no recipe "gallerie": there are gallery/],
    ['items: [', /not YAML/],
    ['describes: x\nitems: li', /link/],
    [`${good}\ncolour: red`, /colour/],
    [`${good}\npages: 50`, /at most 12 pages/],
    [`${good}\nadult: [x]`, /at least two characters/],
    [`${good}\ntitle: ''`, /write a selector/],
    ['a: &a [x]\nb: [*a, *a]', /not YAML|a/],
  ])('%j is refused with what to write instead', (text, reason) => {
    expect(() => parseOptions(recipe, { recipe: text })).toThrow(InvalidInput)
    expect(() => parseOptions(recipe, { recipe: text })).toThrow(reason)
  })
})
