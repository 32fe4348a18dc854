import { describe } from 'vitest'
import { namesEach, namesNone } from './pastes.ts'

describe('imgur', () => {
  namesEach([
    [
      'imgur|image:aB3dE5f',
      'https://imgur.com/aB3dE5f',
      [
        'imgur.com/aB3dE5f',
        'https://m.imgur.com/aB3dE5f',
        'https://imgur.io/aB3dE5f',
        'https://i.imgur.com/aB3dE5f.jpg',
        'https://i.imgur.com/aB3dE5fh.png',
        'https://i.imgur.com/aB3dE5fs.jpg?fb',
        'https://i.imgur.com/aB3dE5f.gifv',
        'https://imgur.com/een-lange-titel-aB3dE5f',
        'https://imgur.com/r/somesub/aB3dE5f',
        'https://i.imgur.com/aB3dE5f_d.webp?maxwidth=640&shape=thumb',
        'https://imgur.com/aB3dE5f.jpg',
      ],
    ],
    [
      'imgur|image:aB3dE',
      'https://imgur.com/aB3dE',
      ['https://i.imgur.com/aB3dE.jpg', 'https://i.imgur.com/aB3dEm.jpg', 'i.imgur.com/aB3dEl.png'],
    ],
    [
      'imgur|image:aB3dE5s',
      'https://imgur.com/aB3dE5s',
      ['https://i.imgur.com/aB3dE5s.jpg', 'https://i.imgur.com/aB3dE5st.jpg'],
    ],
    [
      'imgur|album:xY1zW',
      'https://imgur.com/a/xY1zW',
      ['https://imgur.com/a/een-titel-xY1zW', 'imgur.com/a/xY1zW#3', 'https://m.imgur.com/a/xY1zW/embed?pub=true'],
    ],
    ['imgur|album:xY1zW5q', 'https://imgur.com/a/xY1zW5q', []],
    [
      'imgur|gallery:xY1zW5q',
      'https://imgur.com/gallery/xY1zW5q',
      [
        'https://imgur.com/gallery/een-titel-xY1zW5q',
        'https://imgur.com/t/funny/xY1zW5q',
        'https://imgur.com/t/funny/een-titel-xY1zW5q/',
      ],
    ],
    [
      'imgur|profile:some1',
      'https://imgur.com/user/some1',
      ['https://imgur.com/user/Some1', 'https://imgur.com/user/some1/submitted'],
    ],
  ])
  namesNone('imgur', [
    'https://imgur.com/',
    'https://imgur.com/upload',
    'https://imgur.com/privacy',
    'https://i.imgur.com/removed.png',
    'https://i.stack.imgur.com/aB3dE.png',
    'https://imgur.com/gallery',
  ])
})

describe('pornhub', () => {
  namesEach([
    [
      'pornhub|video:ph5f0a1b2c3d4e5',
      'https://www.pornhub.com/view_video.php?viewkey=ph5f0a1b2c3d4e5',
      [
        'https://nl.pornhub.com/view_video.php?viewkey=ph5f0a1b2c3d4e5',
        'pornhub.com/view_video.php?viewkey=ph5f0a1b2c3d4e5&pkey=1#t=3',
        'https://www.pornhub.org/view_video.php?x=1&viewkey=ph5f0a1b2c3d4e5',
        'https://rt.pornhub.com/video/show?viewkey=ph5f0a1b2c3d4e5',
        'https://www.pornhub.net/embed/ph5f0a1b2c3d4e5',
        'https://www.pornhubpremium.com/view_video.php?viewkey=ph5f0a1b2c3d4e5',
        'https://www.thumbzilla.com/video/ph5f0a1b2c3d4e5/een-titel',
        'https://m.pornhub.com/view_video.php?viewkey=ph5f0a1b2c3d4e5&utm_source=x',
      ],
    ],
    ['pornhub|video:65a1b2c3d4e5f', 'https://www.pornhub.com/view_video.php?viewkey=65a1b2c3d4e5f', []],
    [
      'pornhub|album:71122334',
      'https://www.pornhub.com/album/71122334',
      ['https://de.pornhub.com/album/71122334?page=2'],
    ],
    ['pornhub|photo:811223344', 'https://www.pornhub.com/photo/811223344', ['pornhub.com/photo/811223344']],
    ['pornhub|gif:911223', 'https://www.pornhub.com/gif/911223', []],
    [
      'pornhub|profile:users/some_one',
      'https://www.pornhub.com/users/some_one',
      ['https://fr.pornhub.com/users/some_one/videos/public'],
    ],
    [
      'pornhub|profile:model/some-one',
      'https://www.pornhub.com/model/some-one',
      ['https://www.pornhub.com/model/some-one/videos?o=mr'],
    ],
    ['pornhub|profile:pornstar/some-one', 'https://www.pornhub.com/pornstar/some-one', []],
    ['pornhub|profile:channels/some-one', 'https://www.pornhub.com/channels/some-one', []],
  ])
  namesNone('pornhub', [
    'https://www.pornhub.com/',
    'https://www.pornhub.com/video/search?search=a',
    'https://www.pornhub.com/content-removal',
    'https://pornhub.com.example/view_video.php?viewkey=ph1',
  ])
})

describe('xvideos', () => {
  namesEach([
    [
      'xvideos|video:12345678',
      'https://www.xvideos.com/video12345678',
      [
        'https://www.xvideos.com/video12345678/een_titel',
        'fr.xvideos.com/video12345678/',
        'https://www.xvideos2.com/video12345678/0/een_titel',
        'https://www.xvideos.es/embedframe/12345678',
        'https://flashservice.xvideos.com/embedframe/12345678',
      ],
    ],
    [
      'xvideos|video:kabcd12e3f4',
      'https://www.xvideos.com/video.kabcd12e3f4',
      [
        'https://xvideos.com/video.kabcd12e3f4/een_titel',
        'https://www.xvideos.com/embedframe/kabcd12e3f4',
        'nl.xvideos.com/video.kabcd12e3f4/123/0/een_titel',
      ],
    ],
    [
      'xvideos|profile:profiles/some_one',
      'https://www.xvideos.com/profiles/some_one',
      ['https://www.xvideos.com/profiles/some_one#_tabPhotos'],
    ],
    [
      'xvideos|profile:amateurs/some_one',
      'https://www.xvideos.com/amateurs/some_one',
      ['https://de.xvideos.com/amateurs/some_one'],
    ],
    ['xvideos|profile:models/some-one', 'https://www.xvideos.com/models/some-one', []],
  ])
  namesNone('xvideos', [
    'https://www.xvideos.com/',
    'https://www.xvideos.com/tags/a',
    'https://www.xvideos.com/videos-i-like',
    'https://xvideos.com.example/video1234',
  ])
})

describe('xhamster', () => {
  namesEach([
    [
      'xhamster|video:xhAb1Cd',
      'https://xhamster.com/videos/xhAb1Cd',
      [
        'https://xhamster.com/videos/een-titel-met-woorden-xhAb1Cd',
        'nl.xhamster.com/videos/een-titel-xhAb1Cd?from=x',
        'https://xhamster19.com/videos/titel-xhAb1Cd',
        'https://ge.xhamster3.desi/videos/titel-xhAb1Cd',
        'https://m.xhamster.desi/videos/xhAb1Cd',
        'https://xhamster.one/embed/xhAb1Cd',
        'https://xhvid.com/xembed.php?video=xhAb1Cd',
        'https://xhms.pro/videos/titel-xhAb1Cd',
        'https://xhday.com/videos/titel-xhAb1Cd/',
      ],
    ],
    [
      'xhamster|video:1509445',
      'https://xhamster.com/videos/1509445',
      [
        'https://xhamster.com/movies/1509445/een_titel.html',
        'https://xhamster46.desi/videos/titel-1509445',
        'xhamster2.com/movies/1509445/a.html',
      ],
    ],
    [
      'xhamster|gallery:15099',
      'https://xhamster.com/photos/gallery/15099',
      [
        'https://xhamster.com/photos/gallery/een-titel-15099',
        'https://xhamster.com/photos/gallery/een-titel-15099/7',
        'https://fr.xhamster.com/photos/gallery/15099',
      ],
    ],
    [
      'xhamster|profile:users/some_one',
      'https://xhamster.com/users/some_one',
      ['https://xhamster.com/users/some_one/videos', 'https://de.xhamster7.com/users/some_one'],
    ],
    ['xhamster|profile:creators/some-one', 'https://xhamster.com/creators/some-one', []],
  ])
  namesNone('xhamster', [
    'https://xhamster.com/',
    'https://xhamster.com/videos/best',
    'https://xhamster.com/categories/a',
    'https://xhamsterx.com/videos/a-1509445',
    'https://xhamster3.desi.example/videos/a-1509445',
  ])
})
