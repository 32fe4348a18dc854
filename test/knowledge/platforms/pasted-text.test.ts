/** Whole messages as people paste them, and every place in them, in order. All made up. */
import { nip19 } from 'nostr-tools'
import { describe, expect, it } from 'vitest'
import { locate, locateOne } from '#knowledge/platforms/index.ts'

const found = (text: string) => locate(text).map(({ platform, id }) => `${platform}|${id}`)
const event = '3b'.repeat(32)
const person = 'a7'.repeat(32)
const note = nip19.noteEncode(event)
const npub = nip19.npubEncode(person)
const nsec = nip19.nsecEncode(new Uint8Array(32).fill(5))

describe('a pasted message', () => {
  it.each<[text: string, places: string[]]>([
    // Text around it.
    ['hij heeft het hier gezet: https://discord.gg/qWe12 kan je dat weghalen??', ['discord|invite:qWe12']],
    ['C’est là : https://mega.nz/folder/aBcD1234#kkk… aidez-moi svp', ['mega|folder:aBcD1234']],
    ['regarde «https://gofile.io/d/aBc123»', ['gofile|folder:aBc123']],
    ['„https://gofile.io/d/aBc123“', ['gofile|folder:aBc123']],
    ["'https://gofile.io/d/aBc123'", ['gofile|folder:aBc123']],
    ['“https://gofile.io/d/aBc123”', ['gofile|folder:aBc123']],
    ['‘https://gofile.io/d/aBc123’', ['gofile|folder:aBc123']],
    ['(see https://gofile.io/d/aBc123)', ['gofile|folder:aBc123']],
    ['[https://gofile.io/d/aBc123]', ['gofile|folder:aBc123']],
    ['{https://gofile.io/d/aBc123}', ['gofile|folder:aBc123']],
    ['<https://gofile.io/d/aBc123>', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123!!!', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123?', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123...', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123;', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123:', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123,https://gofile.io/d/dEf456', ['gofile|folder:aBc123', 'gofile|folder:dEf456']],
    ['https://gofile.io/d/aBc123😭😭', ['gofile|folder:aBc123']],
    ['👉https://gofile.io/d/aBc123👈🏽', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123。', ['gofile|folder:aBc123']],
    ['（https://gofile.io/d/aBc123）', ['gofile|folder:aBc123']],
    ['https://gofile.io/d/aBc123—weg ermee', ['website|url:gofile.io/d/aBc123%E2%80%94weg']],
    ['Link:https://gofile.io/d/aBc123', ['gofile|folder:aBc123']],
    ['url=https://gofile.io/d/aBc123', ['gofile|folder:aBc123']],

    // Markup.
    ['[klik hier](https://discord.gg/qWe12)', ['discord|invite:qWe12']],
    ['[a](https://discord.gg/qWe12)[b](https://discord.gg/zZz99)', ['discord|invite:qWe12', 'discord|invite:zZz99']],
    ['[https://discord.gg/qWe12](https://discord.gg/qWe12)', ['discord|invite:qWe12']],
    ['**https://discord.gg/qWe12**', ['discord|invite:qWe12']],
    ['__https://discord.gg/qWe12__', ['discord|invite:qWe12']],
    ['*_https://discord.gg/qWe12_*', ['discord|invite:qWe12']],
    ['~~https://discord.gg/qWe12~~', ['discord|invite:qWe12']],
    ['_discord.gg/qWe12_', ['discord|invite:qWe12']],
    ['||https://discord.gg/qWe12||', ['discord|invite:qWe12']],
    ['`https://discord.gg/qWe12`', ['discord|invite:qWe12']],
    ['> https://discord.gg/qWe12', ['discord|invite:qWe12']],
    ['[url=https://discord.gg/qWe12]hier[/url]', ['discord|invite:qWe12']],
    ['[url]https://discord.gg/qWe12[/url]', ['discord|invite:qWe12']],
    ['[img]https://i.imgur.com/a1B2c3D.jpg[/img]', ['imgur|image:a1B2c3D']],
    ['<a href="https://discord.gg/qWe12">hier</a>', ['discord|invite:qWe12']],
    ["<a href='https://discord.gg/qWe12'>hier</a>", ['discord|invite:qWe12']],
    ['{"url":"https:\\/\\/discord.gg\\/qWe12"}', ['discord|invite:qWe12']],
    ['https://example.org/a\\_b', ['website|url:example.org/a_b']],
    ['https://example.org/?a=1&amp;b=2', ['website|url:example.org/?a=1&b=2']],
    ['https&colon;&sol;&sol;discord&period;gg&sol;qWe12', ['discord|invite:qWe12']],
    ['https:&#47;&#x2f;discord.gg/qWe12', ['discord|invite:qWe12']],

    // Brackets that belong to it, and that do not.
    ['https://en.wikipedia.org/wiki/Lake_(water)', ['website|url:en.wikipedia.org/wiki/Lake_(water)']],
    ['(https://en.wikipedia.org/wiki/Lake_(water))', ['website|url:en.wikipedia.org/wiki/Lake_(water)']],
    ['https://example.org/a?x[]=1', ['website|url:example.org/a?x[]=1']],
    ['(https://example.org/a)b', ['website|url:example.org/a']],

    // Defanged, or hurt on the way.
    ['hxxps://discord[.]gg/qWe12', ['discord|invite:qWe12']],
    ['hXXp://discord(.)gg/qWe12', ['discord|invite:qWe12']],
    ['hxxps[:]//discord(dot)gg/qWe12', ['discord|invite:qWe12']],
    ['https[://]discord[dot]gg/qWe12', ['discord|invite:qWe12']],
    ['discord[.]gg/qWe12', ['discord|invite:qWe12']],
    ['t[.]me/some_chat', ['telegram|chat:some_chat']],
    ['www[.]dropbox[.]com/s/aBc123/a.jpg', ['dropbox|file:aBc123']],
    ['ttps://discord.gg/qWe12', ['discord|invite:qWe12']],
    ['htps://discord.gg/qWe12', ['discord|invite:qWe12']],
    ['https//discord.gg/qWe12', ['discord|invite:qWe12']],
    ['https:/discord.gg/qWe12', ['discord|invite:qWe12']],
    ['//discord.gg/qWe12', ['discord|invite:qWe12']],
    ['https://discord.gg/\u200BqWe12\u200E', ['discord|invite:qWe12']],
    ['https://disc\u00ADord.gg/qWe12', ['discord|invite:qWe12']],
    ['\uFEFFdiscord.gg/qWe12', ['discord|invite:qWe12']],
    ['https%3A%2F%2Fdiscord.gg%2FqWe12', ['discord|invite:qWe12']],
    ['https%3A//discord.gg/qWe12', ['discord|invite:qWe12']],
    ['discord.gg%2FqWe12', ['discord|invite:qWe12']],
    ['HTTPS://DISCORD.GG/qWe12', ['discord|invite:qWe12']],
    ['https://discord.gg:443/qWe12', ['discord|invite:qWe12']],
    ['http://discord.gg:80/qWe12', ['discord|invite:qWe12']],
    ['https://ｇｏｆｉｌｅ．ｉｏ/d/aBc123', ['gofile|folder:aBc123']],
    ['gofile。io/d/aBc123', ['gofile|folder:aBc123']],
    ['ｇｏｆｉｌｅ．ｉｏ/d/aBc123', ['gofile|folder:aBc123']],

    // Two at once.
    ['discord.gg/qWe12 en mega.nz/file/aBcD1234#k', ['discord|invite:qWe12', 'mega|file:aBcD1234']],
    ['https://discord.gg/qWe12https://mega.nz/file/aBcD1234#k', ['discord|invite:qWe12', 'mega|file:aBcD1234']],
    ['https://mega.nz/file/aBcD1234#khttps://discord.gg/qWe12', ['mega|file:aBcD1234', 'discord|invite:qWe12']],
    [
      'discord.gg/qWe12\ndiscord.gg/qWe12?event=1\nhttps://discord.com/invite/zZz99',
      ['discord|invite:qWe12', 'discord|invite:zZz99'],
    ],
    ['mega.nz/file/aBcD1234#k;gofile.io/d/aBc123', ['mega|file:aBcD1234']],
    ['https://a.example/x|https://b.example/y', ['website|url:a.example/x', 'website|url:b.example/y']],

    // Nothing.
    ['foto.jpg', []],
    ['IMG_2041.HEIC en video.mp4', []],
    ['an.peeters@example.org', []],
    ['mailto:an@discord.gg', []],
    ['@an_peeters', []],
    ['Ik weet niet meer wat te doen. Help.', []],
    ['12.30 uur, 1.500 euro, v2.0', []],
    ['', []],

    // Wrapped.
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fgofile.io%2Fd%2FaBc123&h=AT1', ['gofile|folder:aBc123']],
    ['https://lm.facebook.com/l.php?u=https%3A%2F%2Fgofile.io%2Fd%2FaBc123', ['gofile|folder:aBc123']],
    ['https://l.instagram.com/?u=https%3A%2F%2Ft.me%2Fsome_chat&e=AT', ['telegram|chat:some_chat']],
    ['https://www.google.nl/url?q=https://t.me/some_chat&sa=D', ['telegram|chat:some_chat']],
    ['https://www.google.com/url?sa=t&url=https%3A%2F%2Ft.me%2Fsome_chat', ['telegram|chat:some_chat']],
    [
      'https://www.google.com/amp/s/forum.example.org/viewtopic.php%3Ft=12',
      ['website|url:forum.example.org/viewtopic.php%3Ft=12'],
    ],
    ['https://example-org.cdn.ampproject.org/v/s/example.org/a?b=1', ['website|url:example.org/a?b=1']],
    ['https://example-org.cdn.ampproject.org/i/s/example.org/a.jpg', ['website|url:example.org/a.jpg']],
    [
      `https://www.bing.com/ck/a?!&&p=1&u=a1${btoa('https://t.me/some_chat').replaceAll('=', '')}&ntb=1`,
      ['telegram|chat:some_chat'],
    ],
    ['https://m.vk.com/away?to=https%3A%2F%2Ft.me%2Fsome_chat', ['telegram|chat:some_chat']],
    ['https://out.reddit.com/t3_abc?url=https%3A%2F%2Ft.me%2Fsome_chat&token=1', ['telegram|chat:some_chat']],
    ['https://go.bsky.app/redirect?u=https%3A%2F%2Ft.me%2Fsome_chat', ['telegram|chat:some_chat']],
    [
      'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Ft.me%2Fsome_chat&data=05',
      ['telegram|chat:some_chat'],
    ],
    [
      'https://images-ext-2.discordapp.net/external/sIg/%3Fw%3D1/https/i.imgur.com/a1B2c3D.jpg',
      ['imgur|image:a1B2c3D'],
    ],
    ['https://forum-example-org.translate.goog/a?_x_tr_sl=nl&_x_tr_tl=en', ['website|url:forum.example.org/a']],
    ['https://translate.google.com/translate?sl=nl&u=https://example.org/a', ['website|url:example.org/a']],
    ['https://web.archive.org/save/https://t.me/some_chat', ['telegram|chat:some_chat']],
    ['https://web.archive.org/web/20240203040506im_/http://t.me:80/some_chat', ['telegram|chat:some_chat']],
    ['https://web.archive.org/web/https://t.me/some_chat', ['telegram|chat:some_chat']],
    ['web.archive.org/web/2024*/t.me/some_chat', ['telegram|chat:some_chat']],
    ['https://archive.org/wayback/20240203/https://t.me/some_chat', ['telegram|chat:some_chat']],
    ['https://archive.today/20240203/https://t.me/some_chat', ['telegram|chat:some_chat']],
    ['https://archive.is/newest/http://t.me/some_chat', ['telegram|chat:some_chat']],
    ['https://archive.md/aBcDe', ['website|url:archive.md/aBcDe']],
    ['https://web.archive.org/web/2024/about', ['website|url:web.archive.org/web/2024/about']],
    [
      `https://web.archive.org/web/2024/https://l.facebook.com/l.php?u=${encodeURIComponent('https://t.me/some_chat')}`,
      ['telegram|chat:some_chat'],
    ],

    // Nostr, bare or not; a secret key goes no further.
    [note, [`nostr|event:${event}`]],
    [`kijk ${npub}, en nostr:${note}.`, [`nostr|pubkey:${person}`, `nostr|event:${event}`]],
    [`(${note})`, [`nostr|event:${event}`]],
    [`https://njump.me/${note}`, [`nostr|event:${event}`]],
    [`nostr:${nip19.neventEncode({ id: event, relays: ['wss://relay.example'] })}`, [`nostr|event:${event}`]],
    [`${nsec} discord.gg/qWe12`, ['discord|invite:qWe12']],
    [`nostr:${nsec}`, []],
    [`https://primal.net/${nsec}`, []],
    [`https://example.org/?k=${nsec.toUpperCase()}`, []],
    [`https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F${nsec}`, []],
    [`nsec\u200B${nsec.slice(4)}`, []],

    // Other schemes.
    ['at://did:plc:abc234/app.bsky.feed.post/3kabc', ['bluesky|post:did:plc:abc234/3kabc']],
    ['at://an.example.org/app.bsky.feed.post/3kabc', ['bluesky|post:an.example.org/3kabc']],
    ['tg://join?invite=Qw-Er_Ty12345678', ['telegram|invite:Qw-Er_Ty12345678']],
    ['ftp://example.org/a', []],

    // `website`, as it stands.
    ['https://www.example.org/', ['website|url:example.org']],
    ['http://example.org/a/b/?b=2&utm_medium=x&a=1&fbclid=y#top', ['website|url:example.org/a/b?a=1&b=2']],
    ['https://example.org/?UTM_Source=x&PHPSESSID=1&si=2&_gl=3', ['website|url:example.org']],
    ['https://example.org/t?s=0123456789abcdef0123456789abcdef&s2=1', ['website|url:example.org/t?s2=1']],
    ['https://example.org/t?s=beach&sid=12', ['website|url:example.org/t?s=beach&sid=12']],
    ['https://boards.4chan.org/b/thread/912345678#p912345680', ['website|url:boards.4chan.org/b/thread/912345678']],
    ['https://bücher.example/ä', ['website|url:xn--bcher-kva.example/%C3%A4']],
    ['https://amp.example.org/a?amp=1', ['website|url:amp.example.org/a?amp=1']],
  ])('%s', (text, places) => {
    expect(found(text)).toEqual(places)
  })

  it('keeps the copy in an archive beside the original, and nothing of a redirector', () => {
    const copy = 'https://archive.ph/2024.02.03-040506/https://t.me/some_chat'

    expect(locate(copy)[0]).toMatchObject({ id: 'chat:some_chat', via: copy })
    expect(locateOne('http://web.archive.org/web/2024/http://example.org/')?.via).toBe(
      'https://web.archive.org/web/2024/http://example.org/',
    )
    expect(locateOne('https://out.reddit.com/t3_a?url=https%3A%2F%2Ft.me%2Fsome_chat')).not.toHaveProperty('via')
  })

  it('opens five layers and no more', () => {
    const wrapped = (layers: number) =>
      Array.from({ length: layers }).reduce<string>(
        (inner) => `https://l.facebook.com/l.php?u=${encodeURIComponent(inner)}`,
        'https://t.me/some_chat',
      )

    expect(found(wrapped(5))).toEqual(['telegram|chat:some_chat'])
    expect(found(wrapped(6))[0]).not.toContain('telegram')
  })
})
