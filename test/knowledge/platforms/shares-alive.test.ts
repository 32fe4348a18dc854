/** Whether an object of a chat or file share is still there: answers as each place publishes them, and wrong ones. */
import { describe, expect, it, test } from 'vitest'
import type { AskOptions } from '#core/ports.ts'
import { locateOne, platformOf } from '#knowledge/platforms/index.ts'
import type { Liveness, LivenessCheck, Marks, Sight } from '#knowledge/platforms/platform.ts'
import { type Places, startPlaces } from '../../peers/social.ts'

type Page = Parameters<Places['set']>[1]

const code = 'KxPq7RtVwY2ZaBcDeFgHiJ'
const digest = 'c0ffee'.padEnd(64, '0')

const api = {
  discord: 'https://discord.com/api/v10/invites/aBc123?with_counts=true',
  megaFile: 'https://g.api.mega.co.nz/cs?id=0',
  megaFolder: 'https://g.api.mega.co.nz/cs?id=0&n=aBcD1234',
  file: 'https://pixeldrain.com/api/file/aBcD1234/info',
  list: 'https://pixeldrain.com/api/list/aBcD1234',
  group: `https://chat.whatsapp.com/${code}`,
  channel: 'https://www.whatsapp.com/channel/0029VaAbC1',
  chat: 'https://t.me/some_chat',
  message: 'https://t.me/some_chat/42?embed=1',
  dropbox: 'https://www.dropbox.com/scl/fi/aBc123/a.mp4?rlkey=k1k1&dl=0',
  drive: 'https://drive.google.com/file/d/1aBcDeF/view',
  onedrive: `https://api.onedrive.com/v1.0/shares/u!${btoa('https://1drv.ms/f/s!AbC').replace(/=+$/, '')}/driveItem`,
}
const pasted = {
  discord: 'https://discord.gg/aBc123',
  megaFile: 'https://mega.nz/file/aBcD1234#kkk',
  megaFolder: 'https://mega.nz/folder/aBcD1234#kkk',
  file: 'https://pixeldrain.com/u/aBcD1234',
  list: 'https://pixeldrain.com/l/aBcD1234',
  group: `https://chat.whatsapp.com/${code}`,
  channel: 'https://whatsapp.com/channel/0029VaAbC1',
  chat: 'https://t.me/some_chat',
  message: 'https://t.me/some_chat/42',
  dropbox: 'https://www.dropbox.com/scl/fi/aBc123/a.mp4?rlkey=k1k1&st=z&dl=1',
  drive: 'https://drive.google.com/open?id=1aBcDeF',
  onedrive: 'https://1drv.ms/f/s!AbC?e=1',
}
type Place = keyof typeof api

const asJson = (value: unknown, status = 200): Page => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
const html = (body: string, head = ''): Page => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const og = (title: string, image = '') =>
  `<meta property="og:title" content="${title}">${image && `<meta property="og:image" content="${image}">`}`
const to = (location: string): Page => ({ status: 302, headers: { location } })

function checkOf(address: string): { location: NonNullable<ReturnType<typeof locateOne>>; check: LivenessCheck } {
  const location = locateOne(address)!
  const kind = location.id.slice(0, location.id.indexOf(':'))
  return { location, check: platformOf(location.platform).checks!.find(({ kinds }) => kinds.includes(kind))! }
}

interface Looked extends Sight {
  asked: string[]
  bodies: string[]
}

/** One look, where these addresses answer so and every other one is out of order. */
async function look(address: string, answers: Record<string, Page> = {}): Promise<Looked> {
  await using places = await startPlaces()
  for (const [url, page] of Object.entries(answers)) places.set(url, page)
  const bodies: string[] = []
  const net = {
    ...places.net,
    ask(url: string, options: AskOptions) {
      if (options.body !== undefined) bodies.push(`${options.body}`)
      return places.net.ask(url, options)
    },
  }
  const { location, check } = checkOf(address)
  const sight = await check.look(location, { net, now: () => 0, random: (n) => new Uint8Array(n) })
  return { ...sight, asked: places.asked(), bodies }
}

const invite = (guild: object) => asJson({ type: 0, code: 'aBc123', guild, channel: { id: '2', name: 'x', type: 0 } })
const guild = {
  id: '1173400000000000001',
  name: 'Lake House',
  icon: 'a1',
  splash: null,
  banner: null,
  features: [],
  nsfw_level: 0,
}
const node = (h: string, s: number) => ({ h, p: 'r', t: 0, s, ts: 1, a: 'x', k: 'y' })
const nodes = [
  { h: 'root1234', p: '', t: 1, ts: 1, a: 'x', k: 'y' },
  ...[1, 2, 3, 4, 5].map((n) => node(`file000${n}`, n * 1000)),
]
const card = html(
  '<div class="tgme_page"><div class="tgme_page_title" dir="auto"><span dir="auto">Lake House</span></div><div class="tgme_page_extra">1 234 subscribers</div><div class="tgme_page_description" dir="auto">Pictures of the lake, every week new ones.</div></div>',
)

describe('says what the place says', () => {
  it.each<[place: Place, answer: Page, state: Liveness]>([
    ['discord', invite(guild), 'up'],
    ['discord', asJson({ type: 1, code: 'aBc123', channel: { id: '2', type: 3 } }), 'up'],
    ['discord', asJson({ message: 'Unknown Invite', code: 10006 }, 404), 'gone'],
    ['discord', asJson({ message: '404: Not Found', code: 0 }, 404), 'unknown'],
    ['discord', html('not found'), 'unknown'],
    ['discord', asJson({ message: 'You are being rate limited.', retry_after: 1 }, 403), 'unknown'],

    ['megaFile', asJson([{ s: 1234, at: 'x' }]), 'up'],
    ['megaFile', asJson(-9), 'gone'],
    ['megaFile', asJson([-9]), 'gone'],
    ['megaFile', asJson([-16]), 'gone'],
    ['megaFile', asJson([-11]), 'not-public'],
    ...[-2, -3, -4, -17, -18, -1, 0].map((n): [Place, Page, Liveness] => ['megaFile', asJson([n]), 'unknown']),
    ['megaFile', { status: 402, headers: { 'x-hashcash': '1:2:3' } }, 'unknown'],
    ['megaFile', { headers: { 'x-hashcash': '1:2:3' }, body: '[-9]' }, 'unknown'],
    ['megaFolder', asJson([{ f: nodes, sn: 'x' }]), 'up'],
    ['megaFolder', asJson(-9), 'gone'],
    ['megaFolder', asJson([{ f: 'many' }]), 'unknown'],

    ['file', asJson({ success: true, name: 'a.mp4', availability: '', hash_sha256: digest }), 'up'],
    ['file', asJson({ success: true, name: 'a.mp4', availability: '', abuse_type: 'doxing' }), 'gone'],
    ['file', asJson({ success: true, availability: 'removed' }), 'gone'],
    ['file', asJson({ success: true, availability: 'file_rate_limited_captcha_required' }), 'unknown'],
    ['file', asJson({ success: false, value: 'not_found' }, 404), 'gone'],
    ['file', asJson({ success: false, value: 'internal' }), 'unknown'],
    ['list', asJson({ success: true, title: 'x', files: [{ hash_sha256: digest }] }), 'up'],
    ['list', asJson({ success: false, value: 'not_found' }, 404), 'gone'],
    ['list', asJson({ success: true, files: 7 }), 'unknown'],

    ['group', html('', og('Lake House', 'https://pps.whatsapp.net/v/t61/1_n.jpg?oh=1')), 'up'],
    ['group', html('', og('Lake House')), 'up'],
    ['group', html('WhatsApp', og('WhatsApp Group Invite', 'https://static.whatsapp.net/x.png')), 'gone'],
    ['group', html('WhatsApp', og('')), 'gone'],
    ['group', html('Checking your browser'), 'unknown'],
    ['group', to('https://www.whatsapp.com/'), 'unknown'],
    ['group', { status: 404 }, 'unknown'],
    ['channel', html('', og('Lake House | WhatsApp Channel')), 'up'],
    ['channel', html('WhatsApp', og('WhatsApp Channel')), 'gone'],

    ['chat', card, 'up'],
    [
      'chat',
      html(
        '<div class="tgme_page"><div class="tgme_page_icon"></div></div>',
        '<meta name="robots" content="noindex, nofollow">',
      ),
      'gone',
    ],
    ['chat', html('<p>hello</p>'), 'unknown'],
    ['chat', html('<div class="tgme_page"></div>'), 'unknown'],
    ['chat', html('<p>hello</p>', '<meta name="robots" content="noindex, nofollow">'), 'unknown'],
    ['message', html('<div class="tgme_widget_message_text js-message_text" dir="auto">x</div>'), 'up'],
    ['message', html('<a class="tgme_widget_message_author accent_color">x</a>'), 'up'],
    ['message', html('<div class="tgme_widget_message_error">Post not found</div>'), 'gone'],
    ['message', html('<div class="tgme_widget_message_error">Please open Telegram to view this post</div>'), 'unknown'],
    ['message', html('<p>hello</p>'), 'unknown'],

    ['dropbox', html('Dropbox'), 'up'],
    ['dropbox', { status: 404, body: 'x' }, 'gone'],
    ['dropbox', html('<h1>This item was deleted</h1> Dropbox'), 'gone'],
    ['dropbox', to('https://www.dropbox.com/sm/password?cont=x'), 'not-public'],
    ['dropbox', to('https://www.dropbox.com/login?cont=x'), 'unknown'],
    ['dropbox', html('One moment'), 'unknown'],

    ['drive', html('x'), 'up'],
    ['drive', { status: 404 }, 'gone'],
    ['drive', to('https://accounts.google.com/v3/signin'), 'not-public'],
    ['drive', to('https://www.google.com/sorry'), 'unknown'],

    ['onedrive', asJson({ id: 'X!1', name: 'x' }), 'up'],
    ['onedrive', asJson({ error: { code: 'itemNotFound' } }, 404), 'gone'],
    ['onedrive', asJson({ error: { code: 'accessDenied' } }, 403), 'unknown'],
    ['onedrive', asJson({}, 404), 'unknown'],
  ])('%s %j: %s', async (place, answer, state) => {
    expect((await look(pasted[place], { [api[place]]: answer })).state).toBe(state)
  })

  const everyPlace = Object.keys(api) as Place[]

  it.each(everyPlace)('%s: nothing is concluded from errors, garbage or another form', async (place) => {
    const answers: Page[] = [
      { status: 500 },
      { status: 401 },
      { status: 403 },
      { status: 429 },
      { status: 451 },
      '',
      'null',
      '[]',
      '{"a":[[[',
      '\u0000\u0001',
    ]
    if (place === 'drive') answers.splice(5) // its headers are all that is read

    for (const answer of answers) expect((await look(pasted[place], { [api[place]]: answer })).state).toBe('unknown')
  })

  it.each(everyPlace.filter((place) => place !== 'drive'))('%s: a body without end is cut off', async (place) => {
    await expect(look(pasted[place], { [api[place]]: { fault: 'endless' } })).rejects.toThrow(
      /longer|larger|more|bytes/i,
    )
  })

  it.each(everyPlace)('%s: how long to stay away is passed on', async (place) => {
    if (place.startsWith('mega')) return // it says so by a number in its answer

    await expect(
      look(pasted[place], { [api[place]]: { status: 429, headers: { 'retry-after': '90' } } }),
    ).rejects.toMatchObject({ name: 'Unavailable', retryAfterMs: 90_000 })
  })
})

describe('asks for nothing more', () => {
  test('than the one call of each place', async () => {
    for (const place of Object.keys(api) as Place[]) {
      const { asked } = await look(pasted[place], { [api[place]]: { status: 404 } })

      expect(asked.map((line) => line.replace(/^\w+ /, ''))).toEqual([api[place]])
    }
  })

  test('of MEGA, which is never asked for a download, nor told a key', async () => {
    const file = await look(pasted.megaFile, { [api.megaFile]: asJson(-9) })
    const folder = await look(`${pasted.megaFolder}/file/file0001`, { [api.megaFolder]: asJson([{ f: nodes }]) })

    expect(file.bodies.map((body) => JSON.parse(body))).toEqual([[{ a: 'g', p: 'aBcD1234' }]])
    expect(folder.bodies.map((body) => JSON.parse(body))).toEqual([[{ a: 'f', c: 1, ca: 1, r: 1 }]])
    expect(JSON.stringify([file, folder])).not.toContain('kkk')
  })

  test('of a folder’s part than whether the folder lists it', async () => {
    const answers = { [api.megaFolder]: asJson([{ f: nodes }]) }

    expect((await look(`${pasted.megaFolder}/file/file0001`, answers)).state).toBe('up')
    expect((await look(`${pasted.megaFolder}/file/file0009`, answers)).state).toBe('unknown')
  })

  test.each([
    'https://discord.com/channels/11',
    'https://discord.com/channels/11/22',
    'https://discord.com/channels/11/22/33',
    'https://discord.com/users/11',
    'https://cdn.discordapp.com/attachments/22/44/a.jpg?ex=1&is=1&hm=1',
    'https://mega.nz/chat/aBcD1234#kkk',
    'https://mega.nz/collection/aBcD1234#kkk',
    'https://mega.nz/filerequest/aBcD1234',
    'https://wa.me/32470123456',
    'https://www.whatsapp.com/channel/0029VaAbC1/7',
    'https://t.me/c/1234567/42',
    'https://t.me/addlist/aBcDeF12',
    'https://t.me/some_chat/s/4',
    'https://www.dropbox.com/request/aBc123',
    'https://www.dropbox.com/scl/fi/aBc123/a.mp4',
    'https://1drv.ms/i/c/0123456789abcdef/IQAbC',
    'https://onedrive.live.com/?resid=AB12!77',
    'https://gofile.io/d/aBc123',
    'https://photos.google.com/share/AF1Qip?key=k',
  ])('of %s than nothing at all, and claims nothing', async (address) => {
    expect(await look(address)).toMatchObject({ state: 'unknown', asked: [] })
  })

  test('for a minor’s case than what is metadata', () => {
    const isMetadata = (place: Place) => checkOf(pasted[place]).check.metadata

    expect((Object.keys(api) as Place[]).filter((place) => !isMetadata(place))).toEqual([
      'message',
      'dropbox',
      'drive',
      'onedrive',
    ])
  })
})

describe('of an invitation to Telegram', () => {
  test('only a title says something', async () => {
    const url = 'https://t.me/+Qw-Er_Ty12345678'
    const empty = html('<div class="tgme_page"></div>', '<meta name="robots" content="noindex, nofollow">')

    expect((await look(url, { [url]: card })).state).toBe('up')
    expect((await look(url, { [url]: empty })).state).toBe('unknown')
  })
})

describe('back again', () => {
  async function marks(address: string, answers: Record<string, Page>): Promise<Marks> {
    return (await look(address, answers)).marks ?? {}
  }

  async function compare(before: [Place, Page], after: [Place, Page]) {
    const [first, second] = [
      await marks(pasted[before[0]], { [api[before[0]]]: before[1] }),
      await marks(pasted[after[0]], { [api[after[0]]]: after[1] }),
    ]
    return platformOf(checkOf(pasted[before[0]]).location.platform).successor!(first, second)
  }

  const folder = (sizes: number[]) => asJson([{ f: sizes.map((size, at) => node(`new0000${at}`, size)) }])
  const file = (more: object) => asJson({ success: true, availability: '', ...more })
  const chat = (title: string, about = '') =>
    html(`<div class="tgme_page_title"><span>${title}</span></div><div class="tgme_page_description">${about}</div>`)

  it.each<[what: string, place: Place, before: Page, after: Page, sign: 'strong' | 'weak' | null]>([
    ['the same server', 'discord', invite(guild), invite({ ...guild, name: 'Other' }), 'strong'],
    ['a server with its icon', 'discord', invite(guild), invite({ ...guild, id: '9', name: 'Other' }), 'strong'],
    [
      'a server with its name, disguised',
      'discord',
      invite({ ...guild, icon: null }),
      invite({ ...guild, icon: null, id: '9', name: '🔥 L4ke H0use v2 [backup]' }),
      'weak',
    ],
    ['another server', 'discord', invite(guild), invite({ ...guild, id: '9', name: 'Cats', icon: 'b2' }), null],
    [
      'two servers without a picture',
      'discord',
      invite({ ...guild, icon: null }),
      invite({ ...guild, icon: null, id: '9', name: 'Cats' }),
      null,
    ],

    ['the same sizes in another order', 'megaFolder', folder([5, 4, 3, 2, 1]), folder([1, 2, 3, 4, 5]), 'strong'],
    [
      'nearly as many bytes',
      'megaFolder',
      folder([100, 200, 300, 400, 500]),
      folder([100, 200, 300, 400, 510]),
      'weak',
    ],
    ['four files of the same size', 'megaFolder', folder([1, 2, 3, 4]), folder([1, 2, 3, 4]), 'weak'],
    ['other files', 'megaFolder', folder([1, 2, 3, 4, 5]), folder([100, 2]), null],
    ['two empty folders', 'megaFolder', folder([]), folder([]), null],

    [
      'the same bytes',
      'file',
      file({ hash_sha256: digest, name: 'a' }),
      file({ hash_sha256: digest.toUpperCase(), name: 'b' }),
      'strong',
    ],
    ['the same name', 'file', file({ name: 'An at the lake.mp4' }), file({ name: 'an-at-the-lake.mp4' }), 'weak'],
    [
      'another file',
      'file',
      file({ hash_sha256: digest, name: 'lake.mp4' }),
      file({ hash_sha256: '0'.repeat(64), name: 'cats.mp4' }),
      null,
    ],

    [
      'the same picture',
      'group',
      html('', og('A', 'https://pps.whatsapp.net/v/1_n.jpg?oh=1')),
      html('', og('B', 'https://pps.whatsapp.net/v/1_n.jpg?oh=2')),
      'strong',
    ],
    ['the same title', 'group', html('', og('Lake House 😈')), html('', og('lake-house 2')), 'weak'],

    [
      'the same title and words',
      'chat',
      card,
      chat('Lake House', 'Pictures of the lake, every week new ones.'),
      'strong',
    ],
    ['the same title', 'chat', card, chat('Lake House'), 'weak'],
    ['another chat', 'chat', card, chat('Cats'), null],
  ])('%s (%s)', async (_, place, before, after, sign) => {
    expect(await compare([place, before], [place, after])).toBe(sign)
  })

  it('where the old chat says where the new one is', async () => {
    const next = 'https://t.me/lake_two'
    const before = await marks(pasted.chat, { [api.chat]: chat('Closed', 'We moved to @Lake_Two, follow us there!') })
    const after = await marks(next, { [next]: chat('Something else') })

    expect(platformOf('telegram').successor!(before, after)).toBe('strong')
  })

  it('a list that holds a file of the one before', async () => {
    const list = (...digests: string[]) =>
      asJson({ success: true, title: '', files: digests.map((hash_sha256) => ({ hash_sha256 })) })

    expect(await compare(['list', list(digest, '1'.repeat(64))], ['list', list('2'.repeat(64), digest)])).toBe('strong')
    expect(await compare(['list', list(digest)], ['list', list('2'.repeat(64))])).toBe(null)
  })
})
