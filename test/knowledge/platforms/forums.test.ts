import { describe, expect, it } from 'vitest'
import { locate } from '#knowledge/platforms/index.ts'
import { namesEach, namesNone } from './pastes.ts'

describe('xenforo', () => {
  namesEach([
    [
      'xenforo|topic:praat.example/4455',
      'https://praat.example/threads/4455',
      [
        'https://praat.example/threads/meisjes-uit-gent.4455/',
        'https://praat.example/threads/meisjes-uit-gent.4455/page-12',
        'praat.example/threads/4455/',
        'https://praat.example/threads/v1.2-release.4455/unread',
        'https://praat.example/threads/%D0%B4%D0%B5%D0%B2.4455/latest',
      ],
    ],
    [
      'xenforo|topic:praat.example/4456',
      'https://www.praat.example/forum/threads/4456',
      ['https://www.praat.example/forum/threads/titel.4456/?utm_source=x'],
    ],
    [
      'xenforo|topic:praat.example/4457',
      'https://praat.example/xf/index.php?threads/4457',
      [
        'https://praat.example/xf/index.php?threads/titel.4457/',
        'https://praat.example/xf/index.php?threads/titel.4457/page-3&x=1',
      ],
    ],
    [
      'xenforo|post:praat.example/990011',
      'https://praat.example/posts/990011',
      [
        'https://praat.example/threads/titel.4455/post-990011',
        'https://praat.example/threads/titel.4455/page-2#post-990011',
        'https://praat.example/posts/990011/',
        'https://praat.example/threads/titel.4455/#post-990011',
      ],
    ],
    [
      'xenforo|post:praat.example/990012',
      'https://praat.example/xf/index.php?posts/990012',
      [
        'https://praat.example/xf/index.php?threads/titel.4457/#post-990012',
        'https://praat.example/xf/index.php?threads/titel.4457/post-990012',
        'https://praat.example/xf/index.php?posts/990012/',
      ],
    ],
    [
      'xenforo|attachment:praat.example/3131',
      'https://praat.example/attachments/3131',
      [
        'https://praat.example/attachments/img_2021-jpg.3131/',
        'https://praat.example/attachments/img.2021.jpg.3131/?hash=0a1b',
      ],
    ],
    [
      'xenforo|media:praat.example/42',
      'https://praat.example/community/media/42',
      ['https://praat.example/community/media/een-foto.42/', 'https://praat.example/community/media/een-foto.42/full'],
    ],
  ])
  namesNone('xenforo', [
    'https://praat.example/threads/',
    'https://praat.example/forums/algemeen.7/',
    'https://praat.example/members/jan.12/',
    'https://praat.example/media/albums/zomer.5/',
  ])
})

describe('vbulletin', () => {
  namesEach([
    [
      'vbulletin|topic:oud.example/778',
      'https://oud.example/vb/showthread.php?t=778',
      [
        'https://oud.example/vb/showthread.php?t=778',
        'https://oud.example/vb/showthread.php?s=0123456789abcdef0123456789abcdef&t=778&page=3',
        'oud.example/vb/showthread.php?778-Meisjes-uit-Gent',
        'https://oud.example/vb/showthread.php/778-Meisjes-uit-Gent',
        'https://oud.example/vb/showthread.php?778-Meisjes/page4&highlight=x',
        'https://oud.example/vb/showthread.php?threadid=778',
      ],
    ],
    [
      'vbulletin|post:oud.example/61001',
      'https://oud.example/vb/showthread.php?p=61001',
      [
        'https://oud.example/vb/showthread.php?p=61001#post61001',
        'https://oud.example/vb/showthread.php?t=778&p=61001&viewfull=1#post61001',
        'https://oud.example/vb/showpost.php?p=61001&postcount=12',
        'https://oud.example/vb/showthread.php?778-Meisjes#post61001',
        'https://oud.example/vb/threads/778-meisjes?p=61001&viewfull=1#post61001',
      ],
    ],
    [
      'vbulletin|attachment:oud.example/505',
      'https://oud.example/vb/attachment.php?attachmentid=505',
      ['https://oud.example/vb/attachment.php?attachmentid=505&d=1612345678&stc=1'],
    ],
  ])
  namesNone('vbulletin', [
    'https://oud.example/showthread.php?tid=55',
    'https://oud.example/vb/member.php?u=3',
    'https://oud.example/vb/showthread.php',
  ])

  // Read again, the address is XenForo's as well: the two make the same one, and nothing in it tells them apart.
  it('a friendly address keeps its form, without the title', () => {
    const place = { platform: 'vbulletin', id: 'topic:oud.example/778', url: 'https://oud.example/vb/threads/778' }

    for (const paste of [
      'https://oud.example/vb/threads/778-Meisjes-uit-Gent',
      'oud.example/vb/threads/778-meisjes/page5',
      'https://oud.example/vb/threads/778-%C3%A9t%C3%A9/',
    ]) {
      expect(locate(paste)).toEqual([place])
    }
    expect(locate(place.url)).toMatchObject([{ id: place.id, url: place.url }])
  })
})

describe('phpbb', () => {
  namesEach([
    [
      'phpbb|topic:bb.example/321',
      'https://bb.example/forum/viewtopic.php?t=321',
      [
        'https://bb.example/forum/viewtopic.php?f=4&t=321',
        'https://bb.example/forum/viewtopic.php?f=4&amp;t=321&amp;start=40',
        'bb.example/forum/viewtopic.php?t=321&sid=0123456789abcdef0123456789abcdef',
        'http://bb.example:80/forum/viewtopic.php?t=321&view=unread#unread',
      ],
    ],
    [
      'phpbb|topic:bb.example/322',
      'https://www.bb.example/viewtopic.php?t=322',
      ['www.bb.example/viewtopic.php?t=322&hilit=naam'],
    ],
    [
      'phpbb|post:bb.example/9001',
      'https://bb.example/forum/viewtopic.php?p=9001',
      [
        'https://bb.example/forum/viewtopic.php?f=4&t=321&p=9001#p9001',
        'https://bb.example/forum/viewtopic.php?t=321#p9001',
        'https://bb.example/forum/viewtopic.php?p=9001&sid=0a1b',
      ],
    ],
    [
      'phpbb|attachment:bb.example/66',
      'https://bb.example/forum/download/file.php?id=66',
      [
        'https://bb.example/forum/download/file.php?id=66&mode=view',
        'https://bb.example/forum/download/file.php?mode=view&id=66&sid=a',
      ],
    ],
  ])
  namesNone('phpbb', [
    'https://bb.example/forum/viewforum.php?f=4',
    'https://bb.example/forum/viewtopic.php',
    'https://bb.example/file.php?id=66',
  ])
})

describe('discourse', () => {
  namesEach([
    [
      'discourse|topic:dis.example/5150',
      'https://dis.example/t/5150',
      [
        'https://dis.example/t/een-lang-onderwerp/5150',
        'dis.example/t/een-lang-onderwerp/5150?u=jan',
        'https://dis.example/t/-/5150/',
        'https://dis.example/t/2024-review/5150',
      ],
    ],
    [
      'discourse|post:dis.example/5150/7',
      'https://dis.example/t/5150/7',
      ['https://dis.example/t/een-lang-onderwerp/5150/7?u=jan'],
    ],
    ['discourse|topic:dis.example/5151', 'https://www.dis.example/t/5151', []],
  ])
  namesNone('discourse', [
    'https://dis.example/t/',
    'https://dis.example/t/onderwerp',
    'https://dis.example/c/algemeen/4',
    'https://dis.example/x/t/12',
  ])
})

describe('any host', () => {
  it('software is not looked for on hosts of known places', () => {
    expect(locate('https://www.reddit.com/threads/a.12 https://support.discord.com/t/12')).toMatchObject([
      { platform: 'website' },
      { platform: 'website' },
    ])
  })

  it('with and without www. is one place, another port is not', () => {
    expect(
      new Set(
        locate('https://www.a.example/t/12 https://a.example/t/12 https://a.example:8080/t/12').map(({ id }) => id),
      ),
    ).toEqual(new Set(['topic:a.example/12', 'topic:a.example:8080/12']))
  })
})
