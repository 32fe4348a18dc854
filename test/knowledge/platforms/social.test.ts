import { naddrEncode, neventEncode, noteEncode, nprofileEncode, npubEncode } from 'nostr-tools/nip19'
import { describe, expect, it } from 'vitest'
import { locate } from '#knowledge/platforms/index.ts'
import { namesEach, namesNone } from './pastes.ts'

describe('facebook', () => {
  namesEach([
    [
      'facebook|photo:10158112233445566',
      'https://www.facebook.com/photo?fbid=10158112233445566',
      [
        'https://www.facebook.com/photo.php?fbid=10158112233445566&set=a.101&type=3&theater',
        'https://www.facebook.com/photo/?fbid=10158112233445566&set=pcb.10158112233440000',
        'm.facebook.com/photo.php?fbid=10158112233445566&id=100044&set=a.1',
        'kijk dit: https://nl-nl.facebook.com/lotte.peeters.7/photos/a.101.102/10158112233445566/?type=3&theater !!',
        'https://mbasic.facebook.com/lotte.peeters.7/photos/10158112233445566',
        'FB.com/photo?fbid=10158112233445566',
        'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fphoto%2F%3Ffbid%3D10158112233445566&h=AT1',
        'hxxps://www[.]facebook[.]com/photo/?fbid=10158112233445566&__cft__[0]=AZX&__tn__=EH-R',
      ],
    ],
    [
      'facebook|post:pfbid02XyZabcDEF',
      'https://www.facebook.com/lotte.peeters.7/posts/pfbid02XyZabcDEF',
      [
        'https://web.facebook.com/lotte.peeters.7/posts/pfbid02XyZabcDEF?comment_id=12&__tn__=R',
        'https://www.facebook.com/lotte.peeters.7/posts/een-titel-hier/pfbid02XyZabcDEF/',
        '(facebook.com/lotte.peeters.7/posts/pfbid02XyZabcDEF)',
      ],
    ],
    [
      'facebook|post:10224',
      'https://www.facebook.com/DeKrant.be/posts/10224',
      ['http://fb.com/DeKrant.be/posts/10224/'],
    ],
    [
      'facebook|post:777',
      'https://www.facebook.com/permalink.php?story_fbid=777&id=888',
      [
        'https://m.facebook.com/story.php?story_fbid=777&id=888&eav=AfY&paipv=0&_rdr',
        'https://www.facebook.com/permalink.php?id=888&story_fbid=777',
      ],
    ],
    [
      'facebook|post:314159',
      'https://www.facebook.com/groups/buurt.groep/posts/314159',
      [
        'https://www.facebook.com/groups/buurt.groep/permalink/314159/?mibextid=Nif5oz',
        'https://m.facebook.com/groups/buurt.groep/?multi_permalinks=314159&hoisted_section_header_type=x',
        'https://www.facebook.com/groups/buurt.groep?multi_permalinks=314159%2C314160',
      ],
    ],
    [
      'facebook|group:99887766',
      'https://www.facebook.com/groups/99887766',
      ['fb.com/groups/99887766/?ref=bookmarks', 'https://www.facebook.com/groups/99887766/media'],
    ],
    [
      'facebook|video:5550001',
      'https://www.facebook.com/watch?v=5550001',
      [
        'https://www.facebook.com/watch/?v=5550001&ref=sharing',
        'https://fr-fr.facebook.com/video.php?v=5550001',
        'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fvideo.php%3Fv%3D5550001&width=500',
        'https://www.facebook.com/iemand/videos/5550001/',
        'https://www.facebook.com/iemand/videos/een-filmpje/5550001/?extid=NS',
        'https://www.facebook.com/watch/live/?ref=watch_permalink&v=5550001',
      ],
    ],
    ['facebook|video:6660001', 'https://www.facebook.com/reel/6660001', ['m.facebook.com/reel/6660001/?s=single_unit']],
    [
      'facebook|share:1AbCdEfGhI',
      'https://www.facebook.com/share/p/1AbCdEfGhI',
      ['https://www.facebook.com/share/p/1AbCdEfGhI/?mibextid=wwXIfr'],
    ],
    ['facebook|share:1BbCdEfGhI', 'https://www.facebook.com/share/v/1BbCdEfGhI', ['facebook.com/share/v/1BbCdEfGhI/']],
    ['facebook|share:1CbCdEfGhI', 'https://www.facebook.com/share/r/1CbCdEfGhI', []],
    ['facebook|share:K1g', 'https://www.facebook.com/share/g/K1g', ['https://m.facebook.com/share/g/K1g/']],
    [
      'facebook|share:1DbCdEfGhI',
      'https://www.facebook.com/share/1DbCdEfGhI',
      ['https://www.facebook.com/share/1DbCdEfGhI/?mibextid=LQQJ4d'],
    ],
    [
      'facebook|short:aB3_x-YzQ',
      'https://fb.watch/aB3_x-YzQ',
      ['fb.watch/aB3_x-YzQ/', 'Zie http://www.fb.watch/aB3_x-YzQ/.'],
    ],
    ['facebook|short:Q1w2E3', 'https://fb.me/Q1w2E3', ['fb.me/Q1w2E3']],
    [
      'facebook|album:a.101.55',
      'https://www.facebook.com/media/set?set=a.101.55',
      [
        'https://www.facebook.com/media/set/?set=a.101.55&type=3',
        'm.facebook.com/media/set/?vanity=iemand&set=a.101.55',
      ],
    ],
    [
      'facebook|profile:100044556677',
      'https://www.facebook.com/profile.php?id=100044556677',
      [
        'https://www.facebook.com/profile.php?id=100044556677&sk=photos',
        'https://www.facebook.com/people/Jan-Modaal/100044556677/?mibextid=ZbWKwL',
        'm.facebook.com/profile.php?v=timeline&id=100044556677',
      ],
    ],
    [
      'facebook|profile:lotte.peeters.7',
      'https://www.facebook.com/lotte.peeters.7',
      [
        'facebook.com/Lotte.Peeters.7',
        'https://m.facebook.com/lotte.peeters.7/?locale=nl_BE',
        'https://www.facebook.com/lotte.peeters.7/photos',
        '"https://www.facebook.com/LOTTE.peeters.7"',
      ],
    ],
  ])
  namesNone('facebook', [
    'https://www.facebook.com/',
    'https://www.facebook.com/login/?next=x',
    'https://www.facebook.com/help/contact/634636250523119',
    'https://developers.facebook.com/docs',
    'https://facebook.com.evil.example/photo?fbid=1',
    'https://www.facebook.com/marketplace/item/123',
    'https://www.facebook.com/share/reel/1DbCdEfGhI',
    'https://notfacebook.com/photo?fbid=1',
  ])
})

describe('instagram', () => {
  namesEach([
    [
      'instagram|post:CxYz-1_aBcD',
      'https://www.instagram.com/p/CxYz-1_aBcD',
      [
        'https://www.instagram.com/p/CxYz-1_aBcD/?igsh=MzRlODBiNWFlZA==&img_index=3',
        'instagram.com/reel/CxYz-1_aBcD',
        'https://m.instagram.com/reels/CxYz-1_aBcD/',
        'https://instagr.am/tv/CxYz-1_aBcD/',
        'https://www.instagram.com/de.buurvrouw/p/CxYz-1_aBcD/',
        'https://www.instagram.com/de.buurvrouw/reel/CxYz-1_aBcD/?hl=fr',
        'https://www.ddinstagram.com/reel/CxYz-1_aBcD/',
        'https://kkinstagram.com/p/CxYz-1_aBcD',
        'https://www.instagram.com/p/CxYz-1_aBcD/embed/captioned/',
        '[foto](https://www.instagram.com/p/CxYz-1_aBcD/)',
        'https://web.archive.org/web/20250102030405/https://www.instagram.com/p/CxYz-1_aBcD/',
      ],
    ],
    [
      'instagram|story:3141592653589793',
      'https://www.instagram.com/stories/de.buurvrouw/3141592653589793',
      ['instagram.com/stories/De.Buurvrouw/3141592653589793/?utm_source=ig_story_item_share&igsh=x'],
    ],
    [
      'instagram|highlight:17900001112223334',
      'https://www.instagram.com/stories/highlights/17900001112223334',
      [
        'https://www.instagram.com/stories/highlights/17900001112223334/?hl=nl',
        `https://www.instagram.com/s/${btoa('highlight:17900001112223334')}?story_media_id=31_7&igsh=a`,
        `https://www.instagram.com/s/${btoa('highlight:17900001112223334').replaceAll('=', '')}`,
      ],
    ],
    [
      'instagram|share:BALxyz_12',
      'https://www.instagram.com/share/reel/BALxyz_12',
      ['https://www.instagram.com/share/reel/BALxyz_12/?igsh=q'],
    ],
    ['instagram|share:BAMxyz_12', 'https://www.instagram.com/share/p/BAMxyz_12', ['instagram.com/share/p/BAMxyz_12']],
    ['instagram|share:_aNxyz_12', 'https://www.instagram.com/share/_aNxyz_12', []],
    [
      'instagram|profile:de.buurvrouw_',
      'https://www.instagram.com/de.buurvrouw_',
      [
        'instagram.com/De.Buurvrouw_',
        'https://www.instagram.com/de.buurvrouw_/?igsh=abc%3D%3D&utm_source=qr',
        'https://instagr.am/de.buurvrouw_/',
        'https://www.instagram.com/de.buurvrouw_/tagged/',
      ],
    ],
  ])
  namesNone('instagram', [
    'https://www.instagram.com/',
    'https://www.instagram.com/explore/tags/zomer/',
    'https://help.instagram.com/contact/504521742987441',
    'https://www.instagram.com/accounts/login/',
    'https://www.instagram.com/s/notbase64!',
    'https://instagram.evil.example/p/CxYz-1_aBcD',
  ])
})

describe('snapchat', () => {
  namesEach([
    [
      'snapchat|profile:sam-v.2001',
      'https://www.snapchat.com/add/sam-v.2001',
      [
        'snapchat.com/add/Sam-V.2001',
        'https://www.snapchat.com/add/sam-v.2001?share_id=aBc&locale=nl-BE',
        'https://www.snapchat.com/u/sam-v.2001',
        'https://www.snapchat.com/@sam-v.2001',
        'https://story.snapchat.com/u/sam-v.2001',
        'https://www.snapchat.com/%40sam-v.2001',
      ],
    ],
    [
      'snapchat|story:W7_EDlXWTBiXAEEniNoMPwAAY',
      'https://www.snapchat.com/add/sam_v/W7_EDlXWTBiXAEEniNoMPwAAY',
      [
        'https://www.snapchat.com/u/Sam_V/W7_EDlXWTBiXAEEniNoMPwAAY/',
        'https://story.snapchat.com/u/sam_v/W7_EDlXWTBiXAEEniNoMPwAAY?x=1',
      ],
    ],
    [
      'snapchat|spotlight:W7_EDlXWTBiXAEEniNo',
      'https://www.snapchat.com/spotlight/W7_EDlXWTBiXAEEniNo',
      [
        'https://snapchat.com/o/W7_EDlXWTBiXAEEniNo',
        'https://www.snapchat.com/spotlight/W7_EDlXWTBiXAEEniNo?locale=fr-BE&utm_source=COPY_LINK',
        'https://www.snapchat.com/@sam_v/spotlight/W7_EDlXWTBiXAEEniNo',
      ],
    ],
    [
      'snapchat|short:Qw3rTy12',
      'https://t.snapchat.com/Qw3rTy12',
      ['t.snapchat.com/Qw3rTy12', 'https://www.snapchat.com/t/Qw3rTy12/'],
    ],
  ])
  namesNone('snapchat', [
    'https://www.snapchat.com/',
    'https://accounts.snapchat.com/accounts/login',
    'https://snapchat.com.example/add/sam',
  ])
})

describe('vk', () => {
  namesEach([
    [
      'vk|photo:-22822305_457239018',
      'https://vk.com/photo-22822305_457239018',
      [
        'https://m.vk.com/photo-22822305_457239018?list=album-22822305_00',
        'https://vk.com/wall-22822305_1?z=photo-22822305_457239018%2Falbum-22822305_00%2Frev',
        'https://vk.ru/club1?z=photo-22822305_457239018/wall-1_2',
        'vkontakte.ru/photo-22822305_457239018',
        'https://vk.com/feed?z=photo-22822305_457239018%252Ffeed',
        'https://new.vk.com/id5?w=wall5_1&z=photo-22822305_457239018',
      ],
    ],
    ['vk|photo:5_6', 'https://vk.com/photo5_6', ['https://vk.com/albums5?z=photo5_6%2Fphotos5']],
    [
      'vk|wall:-1_395554',
      'https://vk.com/wall-1_395554',
      [
        'https://vk.com/team?w=wall-1_395554',
        'https://m.vk.com/wall-1_395554?reply=3#reply3',
        'https://vk.ru/wall-1_395554',
      ],
    ],
    ['vk|album:-11_00', 'https://vk.com/album-11_00', ['vk.com/album-11_00?rev=1']],
    ['vk|topic:-11_22', 'https://vk.com/topic-11_22', ['https://vk.com/topic-11_22?offset=20']],
    ['vk|doc:11_22', 'https://vk.com/doc11_22', ['https://vk.com/doc11_22?hash=aBcD&dl=XyZ&api=1']],
    [
      'vk|video:-33_44',
      'https://vk.com/video-33_44',
      [
        'https://vkvideo.ru/video-33_44',
        'https://vk.com/clip-33_44',
        'https://m.vkvideo.ru/clip-33_44?from=x',
        'https://vk.com/video_ext.php?oid=-33&id=44&hash=0a1b&hd=2',
        'https://vk.com/videos-33?z=video-33_44%2Fclub33%2Fpl_-33_-2',
        'https://vk.com/video/playlist/-33_1/video-33_44',
        'https://vksport.vkvideo.ru/video-33_44',
        'https://vk.com/video-33_44_a1b2c3',
        'https://vk.com/video?z=video-33_44',
      ],
    ],
    ['vk|profile:id123', 'https://vk.com/id123', ['vk.com/ID123', 'http://m.vk.com/id123?from=search']],
    ['vk|profile:club77', 'https://vk.com/club77', ['https://vk.ru/club77']],
    ['vk|profile:public78', 'https://vk.com/public78', []],
    ['vk|profile:event79', 'https://vk.com/event79', []],
    ['vk|profile:albums-80', 'https://vk.com/albums-80', ['https://m.vk.com/albums-80?act=x']],
    [
      'vk|profile:masha_ivanova.99',
      'https://vk.com/masha_ivanova.99',
      ['vk.com/Masha_Ivanova.99', 'https://vkontakte.ru/masha_ivanova.99/'],
    ],
    ['vk|short:cAbC12', 'https://vk.cc/cAbC12', ['vk.cc/cAbC12']],
  ])
  namesNone('vk', [
    'https://vk.com/',
    'https://vk.com/feed',
    'https://vk.com/support?act=new',
    'https://dev.vk.com/ru/api',
    'https://vk.com/share.php?url=x',
    'https://vk.com.example/photo1_2',
  ])

  it('what it links to is where the link leads', () => {
    expect(locate('https://vk.com/away.php?to=https%3A%2F%2Fx.com%2Fi%2Fstatus%2F12&cc_key=')).toMatchObject([
      { platform: 'x', id: 'post:12' },
    ])
  })
})

describe('x', () => {
  namesEach([
    [
      'x|post:1745000000000000001',
      'https://x.com/i/status/1745000000000000001',
      [
        'https://x.com/SomeBody/status/1745000000000000001?s=46&t=aBcD',
        'twitter.com/SomeBody/status/1745000000000000001/photo/1',
        'https://mobile.twitter.com/i/web/status/1745000000000000001',
        'https://m.twitter.com/SomeBody/statuses/1745000000000000001',
        'https://www.twitter.com/SomeBody/status/1745000000000000001/video/2',
        'https://fxtwitter.com/SomeBody/status/1745000000000000001',
        'https://vxtwitter.com/i/status/1745000000000000001',
        'https://fixupx.com/SomeBody/status/1745000000000000001/de',
        'https://fixvx.com/SomeBody/status/1745000000000000001',
        'https://nitter.net/SomeBody/status/1745000000000000001#m',
        'https://d.fxtwitter.com/SomeBody/status/1745000000000000001.mp4',
        'https://twitter.com/#!/SomeBody/status/1745000000000000001',
        'https://twitter.com/SomeBody/status/1745000000000000001?ref_src=twsrc%5Etfw%7Ctwcamp%5Etweetembed',
      ],
    ],
    [
      'x|media:GDabcXYZ-_01',
      'https://pbs.twimg.com/media/GDabcXYZ-_01?format=jpg',
      [
        'https://pbs.twimg.com/media/GDabcXYZ-_01?format=jpg&name=4096x4096',
        'https://pbs.twimg.com/media/GDabcXYZ-_01.jpg:orig',
        'pbs.twimg.com/media/GDabcXYZ-_01',
        'https://pbs.twimg.com/media/GDabcXYZ-_01.JPG?name=small',
      ],
    ],
    [
      'x|media:GDabcXYZ-_02',
      'https://pbs.twimg.com/media/GDabcXYZ-_02?format=png',
      [
        'https://pbs.twimg.com/media/GDabcXYZ-_02.png',
        'https://pbs.twimg.com/media/GDabcXYZ-_02?name=large&format=PNG',
      ],
    ],
    [
      'x|profile:some_body1',
      'https://x.com/some_body1',
      [
        'x.com/Some_Body1',
        'https://twitter.com/@Some_Body1?lang=fr',
        'https://nitter.net/some_body1',
        'https://mobile.twitter.com/some_body1/media',
      ],
    ],
    ['x|short:AbCd12Ef', 'https://t.co/AbCd12Ef', ['t.co/AbCd12Ef', 'http://t.co/AbCd12Ef…']],
  ])
  namesNone('x', [
    'https://x.com/home',
    'https://x.com/search?q=a',
    'https://help.x.com/forms/privacy',
    'https://x.com.example/a/status/1',
    'https://fedex.com/a/status/1',
    'https://pbs.twimg.com/profile_images/1/a.jpg',
  ])
})

describe('reddit', () => {
  namesEach([
    [
      'reddit|post:1abc2de',
      'https://www.reddit.com/comments/1abc2de',
      [
        'https://www.reddit.com/r/SomeSub/comments/1abc2de/een_titel_met_tekst/?utm_source=share&utm_medium=web3x',
        'https://old.reddit.com/r/SomeSub/comments/1abc2de/',
        'np.reddit.com/r/SomeSub/comments/1abc2de',
        'https://amp.reddit.com/r/SomeSub/comments/1abc2de/een_titel',
        'https://nl.reddit.com/user/iemand-1/comments/1abc2de/titel/',
        'https://www.reddit.com/gallery/1abc2de',
        'https://redd.it/1abc2de',
        'https://www.reddit.com/r/u_iemand/comments/1abc2de/%C3%A9t%C3%A9/',
      ],
    ],
    [
      'reddit|comment:kq1w2e3',
      'https://www.reddit.com/comments/1abc2de/comment/kq1w2e3',
      [
        'https://www.reddit.com/r/SomeSub/comments/1abc2de/een_titel/kq1w2e3/?context=3',
        'https://www.reddit.com/r/SomeSub/comments/1abc2de/comment/kq1w2e3/',
        'https://new.reddit.com/comments/1abc2de//kq1w2e3',
        'https://www.reddit.com/comments/1abc2de/_/kq1w2e3',
      ],
    ],
    [
      'reddit|image:x1y2z3a4b5c61',
      'https://i.redd.it/x1y2z3a4b5c61.jpg',
      [
        'https://preview.redd.it/x1y2z3a4b5c61.jpg?width=1080&crop=smart&auto=webp&s=0123',
        'https://preview.redd.it/een-mooie-titel-v0-x1y2z3a4b5c61.jpg?width=640&format=pjpg&auto=webp&s=ff',
        'https://www.reddit.com/media?url=https%3A%2F%2Fi.redd.it%2Fx1y2z3a4b5c61.jpg',
      ],
    ],
    ['reddit|image:x1y2z3a4b5c62', 'https://i.redd.it/x1y2z3a4b5c62.png', ['i.redd.it/x1y2z3a4b5c62.png']],
    [
      'reddit|video:v1w2x3y4z5',
      'https://v.redd.it/v1w2x3y4z5',
      ['https://v.redd.it/v1w2x3y4z5/DASH_720.mp4?source=fallback'],
    ],
    [
      'reddit|share:aB3dE5fG7h',
      'https://www.reddit.com/r/SomeSub/s/aB3dE5fG7h',
      ['reddit.com/r/SomeSub/s/aB3dE5fG7h?x=1'],
    ],
    [
      'reddit|community:somesub',
      'https://www.reddit.com/r/somesub',
      ['old.reddit.com/r/SomeSub/', 'https://www.reddit.com/r/SomeSub/top/?t=all'],
    ],
    [
      'reddit|profile:iemand-1',
      'https://www.reddit.com/user/iemand-1',
      ['https://www.reddit.com/u/Iemand-1', 'reddit.com/user/iemand-1/submitted/'],
    ],
  ])
  namesNone('reddit', [
    'https://www.reddit.com/',
    'https://www.reddit.com/settings',
    'https://reddit.com.example/r/a',
    'https://preview.redd.it/award_images/t5_x/a.png',
  ])
})

describe('tiktok', () => {
  namesEach([
    [
      'tiktok|post:7301234567890123456',
      'https://www.tiktok.com/@/video/7301234567890123456',
      [
        'https://www.tiktok.com/@some.body_1/video/7301234567890123456?is_from_webapp=1&sender_device=pc',
        'tiktok.com/@some.body_1/photo/7301234567890123456',
        'https://m.tiktok.com/v/7301234567890123456.html?u_code=x',
        'https://www.tiktok.com/embed/v2/7301234567890123456?lang=nl',
        'https://www.tiktok.com/embed/7301234567890123456',
        'https://www.tiktok.com/share/video/7301234567890123456',
        'https://www.tiktokv.com/share/video/7301234567890123456/',
        'https://m.tiktok.com/@some.body_1/video/7301234567890123456',
        'https://www.tiktok.com/%40some.body_1/video/7301234567890123456',
      ],
    ],
    ['tiktok|short:ZGeAbCdEf', 'https://vm.tiktok.com/ZGeAbCdEf', ['vm.tiktok.com/ZGeAbCdEf/']],
    ['tiktok|short:ZSeAbCdEf', 'https://vt.tiktok.com/ZSeAbCdEf', ['https://vt.tiktok.com/ZSeAbCdEf/?k=1']],
    ['tiktok|short:ZTeAbCdEf', 'https://www.tiktok.com/t/ZTeAbCdEf', ['tiktok.com/t/ZTeAbCdEf/']],
    [
      'tiktok|profile:some.body_1',
      'https://www.tiktok.com/@some.body_1',
      ['tiktok.com/@Some.Body_1', 'https://m.tiktok.com/@some.body_1?_t=8&_r=1'],
    ],
  ])
  namesNone('tiktok', [
    'https://www.tiktok.com/foryou',
    'https://www.tiktok.com/legal/report/privacy',
    'https://www.tiktok.com/discover/x',
    'https://tiktok.example/@a/video/1',
  ])
})

describe('bluesky', () => {
  namesEach([
    [
      'bluesky|post:some.one.example/3lab2cd',
      'https://bsky.app/profile/some.one.example/post/3lab2cd',
      [
        'bsky.app/profile/Some.One.example/post/3lab2cd',
        'at://some.one.example/app.bsky.feed.post/3lab2cd',
        'https://fxbsky.app/profile/some.one.example/post/3lab2cd',
        'https://vxbsky.app/profile/some.one.example/post/3lab2cd',
        'https://bskyx.app/profile/some.one.example/post/3lab2cd',
        'https://bsyy.app/profile/some.one.example/post/3lab2cd',
        'https://main.bsky.dev/profile/some.one.example/post/3lab2cd/liked-by',
        'https://go.bsky.app/redirect?u=https%3A%2F%2Fbsky.app%2Fprofile%2Fsome.one.example%2Fpost%2F3lab2cd',
      ],
    ],
    [
      'bluesky|post:did:plc:z72i7hdynmk6r22z27h6tvur/3lab2cd',
      'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3lab2cd',
      ['https://bsky.app/profile/did%3Aplc%3Az72i7hdynmk6r22z27h6tvur/post/3lab2cd?ref_src=embed'],
    ],
    [
      'bluesky|profile:some.one.example',
      'https://bsky.app/profile/some.one.example',
      [
        'https://bsky.app/profile/SOME.one.example/',
        'https://staging.bsky.app/profile/some.one.example/followers',
        'at://some.one.example',
      ],
    ],
    [
      'bluesky|profile:did:plc:z72i7hdynmk6r22z27h6tvur',
      'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur',
      [],
    ],
    [
      'bluesky|blob:did:plc:z72i7hdynmk6r22z27h6tvur/bafkreihabc2345',
      'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:z72i7hdynmk6r22z27h6tvur/bafkreihabc2345',
      [
        'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:z72i7hdynmk6r22z27h6tvur/bafkreihabc2345@jpeg',
        'https://cdn.bsky.app/img/feed_fullsize/plain/did%3Aplc%3Az72i7hdynmk6r22z27h6tvur/bafkreihabc2345%40png',
      ],
    ],
  ])
  namesNone('bluesky', [
    'https://bsky.app/',
    'https://bsky.app/search?q=a',
    'https://bsky.app/profile/a.example/feed/x',
    'https://docs.bsky.app/profile/a.example',
    'https://bsky.app.example/profile/a.example/post/3k',
  ])
})

describe('mastodon', () => {
  namesEach([
    [
      'mastodon|post:social.example/112233445566778899',
      'https://social.example/@some_one/112233445566778899',
      [
        'social.example/@some_one/112233445566778899',
        'https://social.example/users/some_one/statuses/112233445566778899',
        'https://social.example/web/@some_one/112233445566778899',
        'https://social.example/deck/@some_one/112233445566778899',
        'https://social.example/@some_one/112233445566778899/embed',
        'https://social.example/%40some_one/112233445566778899',
      ],
    ],
    [
      'mastodon|post:mas.to/112233445566778800',
      'https://mas.to/@some_one@other.example/112233445566778800',
      ['https://mas.to/deck/@some_one@other.example/112233445566778800'],
    ],
    ['mastodon|post:social.example/223344', 'https://social.example/web/statuses/223344', []],
    [
      'mastodon|profile:mastodon.social/some_one',
      'https://mastodon.social/@Some_One',
      [
        'mastodon.social/@Some_One',
        'https://mastodon.social/@Some_One/media',
        'https://mastodon.social/users/Some_One',
      ],
    ],
    ['mastodon|profile:fosstodon.org/b', 'https://fosstodon.org/@b', ['https://fosstodon.org/web/@b']],
  ])
  namesNone('mastodon', [
    'https://social.example/@some_one',
    'https://social.example/@some_one/12345',
    'https://social.example/users/some_one/123456',
    'https://medium.example/@some_one/a-title-1a2b3c',
    'https://mastodon.social/about',
  ])
})

describe('nostr', () => {
  const event = '7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e'
  const author = '1234c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d'
  const relays = ['wss://relay.example']
  const note = noteEncode(event)
  const npub = npubEncode(author)
  const nevent = neventEncode({ id: event, relays, author })
  const nprofile = nprofileEncode({ pubkey: author, relays })
  const naddr = naddrEncode({ identifier: 'a page', pubkey: author, kind: 30_023, relays })

  namesEach([
    [
      `nostr|event:${event}`,
      `nostr:${note}`,
      [
        `kijk: nostr:${nevent}!`,
        `https://njump.me/${note}`,
        `https://njump.me/${nevent}?x=1`,
        `primal.net/e/${note}`,
        `https://snort.social/e/${nevent}`,
        `https://iris.to/${note.toUpperCase()}`,
        `https://coracle.social/notes/${nevent}`,
        `https://nostr.band/${note}`,
        `https://yakihonne.com/notes/${nevent}`,
        `https://nostrudel.ninja/#/n/${nevent}`,
      ],
    ],
    [
      `nostr|pubkey:${author}`,
      `nostr:${npub}`,
      [
        `nostr:${nprofile}`,
        `https://njump.me/${npub}`,
        `https://primal.net/p/${nprofile}`,
        `https://snort.social/${npub}`,
      ],
    ],
    [`nostr|address:30023:${author}:a page`, `nostr:${naddr}`, [`https://yakihonne.com/article/${naddr}`]],
  ])
  namesNone('nostr', [
    `https://njump.me/${note.slice(0, -1)}`,
    'https://primal.net/home',
    `https://njump.me.example/${note}`,
  ])

  it('a mistyped name and a secret key name nothing', () => {
    expect(locate(`nostr:${note.slice(0, -2)}qq`)).toEqual([])
    expect(locate(`https://njump.me/nsec1${'q'.repeat(58)}`)).toEqual([])
  })
})
