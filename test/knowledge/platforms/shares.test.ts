import { describe } from 'vitest'
import { namesEach, namesNone } from './pastes.ts'

const uuid = '7d4a1b0e-52c3-4f8d-9a61-0c2b7e5f1d38'
const group = 'KxPq7RtVwY2ZaBcDeFgHiJ'
const key = 'Q0zXc9vBn7mLkJhGfDsApOiUyTrEwQ1a2S3d4F5g6H8'

describe('Discord', () => {
  namesEach([
    [
      'discord|invite:wXyZ7q2',
      'https://discord.gg/wXyZ7q2',
      [
        'discord.gg/wXyZ7q2',
        'http://discord.gg/wXyZ7q2/',
        'https://www.discord.gg/wXyZ7q2',
        'DISCORD.GG/wXyZ7q2',
        'https://discord.com/invite/wXyZ7q2',
        'https://discord.com/invite/wXyZ7q2?utm_source=Discord%20Widget&utm_medium=Connect',
        'https://discordapp.com/invite/wXyZ7q2',
        'https://www.discordapp.com/invite/wXyZ7q2',
        'https://ptb.discord.com/invite/wXyZ7q2',
        'https://canary.discord.com/invite/wXyZ7q2#x',
        'https://discord.gg/invite/wXyZ7q2',
        'https://discord.gg/wXyZ7q2?event=1173400000000000001',
        'discord://-/invite/wXyZ7q2',
        'discord:///invite/wXyZ7q2',
        'discord://discord.com/invite/wXyZ7q2',
        'https://discord.gg:443/wXyZ7q2',
        'https://user:pass@discord.gg/wXyZ7q2',
        'discord.gg./wXyZ7q2',
        'https://ｄｉｓｃｏｒｄ.gg/wXyZ7q2',
        'https://discord。gg/wXyZ7q2',
        '_https://discord.gg/wXyZ7q2_',
        '_zie https://discord.gg/wXyZ7q2_',
      ],
    ],
    ['discord|invite:wxyz7q2', 'https://discord.gg/wxyz7q2', []],
    ['discord|invite:some-server', 'https://discord.gg/some-server', ['https://discord.com/invite/some-server']],
    [
      'discord|message:1173400000000000003',
      'https://discord.com/channels/1173400000000000001/1173400000000000002/1173400000000000003',
      [
        'https://canary.discord.com/channels/1173400000000000001/1173400000000000002/1173400000000000003',
        'https://discordapp.com/channels/1173400000000000001/1173400000000000002/1173400000000000003/',
        'discord://-/channels/1173400000000000001/1173400000000000002/1173400000000000003',
        'ptb.discord.com/channels/1173400000000000001/1173400000000000002/1173400000000000003?x=1',
      ],
    ],
    [
      'discord|channel:1173400000000000005',
      'https://discord.com/channels/1173400000000000001/1173400000000000005',
      [
        'https://discord.com/channels/1173400000000000001/1173400000000000002/threads/1173400000000000005',
        'discord.com/channels/1173400000000000001/1173400000000000005/',
      ],
    ],
    [
      'discord|guild:1173400000000000001',
      'https://discord.com/channels/1173400000000000001',
      ['www.discord.com/channels/1173400000000000001'],
    ],
    ['discord|channel:88', 'https://discord.com/channels/@me/88', ['discordapp.com/channels/@me/88']],
    ['discord|message:99', 'https://discord.com/channels/@me/88/99', ['https://discordapp.com/channels/@me/88/99']],
    [
      'discord|attachment:1173400000000000007',
      'https://cdn.discordapp.com/attachments/1173400000000000002/1173400000000000007/IMG_2041.jpg',
      [
        'https://cdn.discordapp.com/attachments/1173400000000000002/1173400000000000007/IMG_2041.jpg?ex=65a1b2c3&is=659f4d43&hm=0123abcd&',
        'https://media.discordapp.net/attachments/1173400000000000002/1173400000000000007/IMG_2041.jpg?ex=65a1b2c3&amp;is=659f4d43&amp;hm=0123&amp;=&amp;format=webp&amp;width=550&amp;height=310',
        'https://cdn.discordapp.com/ephemeral-attachments/1173400000000000002/1173400000000000007/IMG_2041.jpg',
      ],
    ],
    ['discord|user:77', 'https://discord.com/users/77', ['discord.com/users/77?x']],
  ])
  namesNone('Discord', [
    'https://discord.com/',
    'https://discord.com/download',
    'https://support.discord.com/hc/en-us/articles/1',
    'https://discord.gg.evil.example/wXyZ7q2',
    'https://evil.example/discord.gg/wXyZ7q2',
    'https://evil.example/?next=https://discord.gg/wXyZ7q2',
    'https://discord.gg@evil.example/wXyZ7q2',
    'https://discоrd.gg/wXyZ7q2', // a Cyrillic о
    'https://dlscord.gg/wXyZ7q2',
    'https://discord.com/channels/@me',
  ])
})

describe('MEGA', () => {
  namesEach([
    [
      'mega|file:x7Yz12Ab',
      `https://mega.nz/file/x7Yz12Ab#${key}`,
      [
        `https://mega.nz/#!x7Yz12Ab!${key}`,
        `http://www.mega.nz/#!x7Yz12Ab!${key}`,
        `mega.co.nz/#!x7Yz12Ab!${key}`,
        `https://mega.io/file/x7Yz12Ab#${key}`,
        `https://mega.nz/embed/x7Yz12Ab#${key}`,
        `https://mega.nz/embed#!x7Yz12Ab!${key}`,
        `https://mega.nz/embed/#!x7Yz12Ab!${key}`,
        `https://mega.nz/#%21x7Yz12Ab%21${key}`,
        `https://mega.nz/%23!x7Yz12Ab!${key}`,
        `https://mega.nz/file/x7Yz12Ab?utm_source=x#${key}`,
        `https://mega.nz/file/x7Yz12Ab/#${key}`,
        `https://mega.nz/file/x7Yz12Ab%23${key}`,
        `https://l.facebook.com/l.php?u=https%3A%2F%2Fmega.nz%2Ffile%2Fx7Yz12Ab%23${key}&h=AT0`,
        `https%3A%2F%2Fmega.nz%2Ffile%2Fx7Yz12Ab%23${key}`,
        `mega.nz%2Ffile%2Fx7Yz12Ab%23${key}`,
        `(https://mega.nz/file/x7Yz12Ab#${key})`,
      ],
    ],
    ['mega|file:noKey123', 'https://mega.nz/file/noKey123', ['https://mega.nz/#!noKey123', 'mega.nz/embed/noKey123']],
    [
      'mega|folder:q9Wx34Cd',
      'https://mega.nz/folder/q9Wx34Cd#aBcDeFgHiJkLmNoPqRsTuA',
      ['https://mega.nz/#F!q9Wx34Cd!aBcDeFgHiJkLmNoPqRsTuA', 'mega[.]nz/folder/q9Wx34Cd#aBcDeFgHiJkLmNoPqRsTuA.'],
    ],
    [
      'mega|folder:q9Wx34Cd/file:kL78mN90',
      'https://mega.nz/folder/q9Wx34Cd#aBcDeFgHiJkLmNoPqRsTuA/file/kL78mN90',
      ['https://mega.nz/#F!q9Wx34Cd!aBcDeFgHiJkLmNoPqRsTuA?kL78mN90'],
    ],
    [
      'mega|folder:q9Wx34Cd/folder:kL78mN90',
      'https://mega.nz/folder/q9Wx34Cd#aBcDeFgHiJkLmNoPqRsTuA/folder/kL78mN90',
      ['https://mega.nz/#F!q9Wx34Cd!aBcDeFgHiJkLmNoPqRsTuA!kL78mN90'],
    ],
    ['mega|folder:q9Wx34C_', 'https://mega.nz/folder/q9Wx34C_', ['https://mega.nz/#F!q9Wx34C_']],
    ['mega|chat:c0Ch4t12', 'https://mega.nz/chat/c0Ch4t12#aBcDeFgHiJkL', ['https://mega.nz/#C!c0Ch4t12!aBcDeFgHiJkL']],
    ['mega|album:aLbUm123', 'https://mega.nz/collection/aLbUm123#aBcDeFgHiJkL', []],
    [
      'mega|filerequest:rEq12345xyz',
      'https://mega.nz/filerequest/rEq12345xyz',
      ['mega.nz/filerequest/rEq12345xyz?x=1'],
    ],
    ['mega|protected:AgBcDeFgHi', 'https://mega.nz/#P!AgBcDeFgHi', ['https://mega.co.nz/#P!AgBcDeFgHi']],
  ])
  namesNone('MEGA', [
    'https://mega.nz/',
    'https://mega.nz/fm',
    'https://mega.nz/pro',
    'https://help.mega.io/security',
    'https://mega.nz.evil.example/file/x7Yz12Ab',
    'https://rnega.nz/file/x7Yz12Ab',
  ])
})

describe('Dropbox', () => {
  namesEach([
    [
      'dropbox|file:u1v2w3x4y5z6a7b',
      'https://www.dropbox.com/s/u1v2w3x4y5z6a7b/holiday%20photo%20(1).jpg',
      [
        'https://www.dropbox.com/s/u1v2w3x4y5z6a7b/holiday%20photo%20(1).jpg?dl=0',
        'dropbox.com/s/u1v2w3x4y5z6a7b/holiday%20photo%20(1).jpg?raw=1&utm_medium=x',
        'https://dl.dropboxusercontent.com/s/u1v2w3x4y5z6a7b/holiday%20photo%20(1).jpg?token_hash=AAH',
        'https://dl.dropbox.com/s/u1v2w3x4y5z6a7b/holiday%20photo%20(1).jpg',
        'https://www.dropbox.com/s/dl/u1v2w3x4y5z6a7b/holiday%20photo%20(1).jpg',
      ],
    ],
    [
      'dropbox|folder:k1l2m3n4o5p6q7r',
      'https://www.dropbox.com/sh/k1l2m3n4o5p6q7r/AADbCdEf_gHi-JkLm',
      [
        'https://www.dropbox.com/sh/k1l2m3n4o5p6q7r/AADbCdEf_gHi-JkLm?dl=0',
        'https://www.dropbox.com/sh/k1l2m3n4o5p6q7r/AADbCdEf_gHi-JkLm/2024/a.jpg?dl=0&preview=a.jpg',
      ],
    ],
    [
      'dropbox|file:9h8g7f6e5d4c3b2a1z0y',
      'https://www.dropbox.com/scl/fi/9h8g7f6e5d4c3b2a1z0y/clip.mp4?rlkey=abc123def456',
      [
        'https://www.dropbox.com/scl/fi/9h8g7f6e5d4c3b2a1z0y/clip.mp4?rlkey=abc123def456&e=1&st=q1w2&dl=0',
        'https://www.dropbox.com/scl/fi/9h8g7f6e5d4c3b2a1z0y/clip.mp4?dl=1&st=q1w2&rlkey=abc123def456',
        'https://www.dropbox.com/e/scl/fi/9h8g7f6e5d4c3b2a1z0y/clip.mp4?rlkey=abc123def456',
        'dl.dropboxusercontent.com/scl/fi/9h8g7f6e5d4c3b2a1z0y/clip.mp4?rlkey=abc123def456&amp;dl=0',
      ],
    ],
    [
      'dropbox|folder:0a9b8c7d6e5f4g3h',
      'https://www.dropbox.com/scl/fo/0a9b8c7d6e5f4g3h/AKx_1-yZ?rlkey=zzz111yyy222',
      [
        'https://www.dropbox.com/scl/fo/0a9b8c7d6e5f4g3h/AKx_1-yZ?rlkey=zzz111yyy222&st=aa&dl=0',
        'https://www.dropbox.com/scl/fo/0a9b8c7d6e5f4g3h/AKx_1-yZ/map/a.jpg?rlkey=zzz111yyy222&dl=0',
      ],
    ],
    ['dropbox|folder:0a9b8c7d6e5f4g3i', 'https://www.dropbox.com/scl/fo/0a9b8c7d6e5f4g3i/h?rlkey=zzz', []],
    ['dropbox|transfer:AAAAtrAnSfEr01', 'https://www.dropbox.com/t/AAAAtrAnSfEr01', ['dropbox.com/t/AAAAtrAnSfEr01/']],
    ['dropbox|filerequest:rEqUeSt01', 'https://www.dropbox.com/request/rEqUeSt01', []],
    ['dropbox|short:aBcD12', 'https://db.tt/aBcD12', ['http://db.tt/aBcD12']],
  ])
  namesNone('Dropbox', [
    'https://www.dropbox.com/home',
    'https://help.dropbox.com/share',
    'https://dropbox.com.evil.example/s/a1/b',
  ])
})

describe('Google Drive', () => {
  const id = '1Zy-Xw_Vu9TsRqPo8NmLkJi7HgFeDc6Ba'
  namesEach([
    [
      `google-drive|file:${id}`,
      `https://drive.google.com/file/d/${id}/view`,
      [
        `https://drive.google.com/file/d/${id}`,
        `https://drive.google.com/file/d/${id}/view?usp=drivesdk`,
        `https://drive.google.com/file/d/${id}/edit?pli=1`,
        `https://drive.google.com/file/u/2/d/${id}/view`,
        `https://drive.google.com/a/school.example.org/file/d/${id}/view`,
        `https://drive.google.com/open?id=${id}&authuser=0`,
        `drive.google.com/uc?id=${id}&export=download`,
        `https://drive.google.com/u/0/uc?export=view&id=${id}`,
        `https://docs.google.com/uc?export=open&id=${id}`,
        `https://docs.google.com/file/d/${id}/edit`,
        `https://drive.usercontent.google.com/download?id=${id}&export=download&authuser=0&confirm=t&uuid=x`,
        `https://drive.google.com/thumbnail?id=${id}&sz=w1000`,
        `https://www.google.com/url?q=https://drive.google.com/file/d/${id}/view%3Fusp%3Dsharing&sa=D`,
      ],
    ],
    [
      'google-drive|file:0B1aBcDeFgHiJ',
      'https://drive.google.com/file/d/0B1aBcDeFgHiJ/view?resourcekey=0-aB_c1',
      ['https://drive.google.com/open?id=0B1aBcDeFgHiJ&resourcekey=0-aB_c1&usp=sharing'],
    ],
    [
      'google-drive|folder:1FoLdEr_9-x',
      'https://drive.google.com/drive/folders/1FoLdEr_9-x',
      [
        'https://drive.google.com/drive/folders/1FoLdEr_9-x?usp=share_link',
        'https://drive.google.com/drive/u/0/folders/1FoLdEr_9-x',
        'https://drive.google.com/drive/mobile/folders/1FoLdEr_9-x',
        'drive.google.com/folderview?id=1FoLdEr_9-x&usp=drive_web',
        'https://drive.google.com/embeddedfolderview?id=1FoLdEr_9-x#grid',
      ],
    ],
    [
      'google-drive|folder:0B2oLdFoLdEr',
      'https://drive.google.com/drive/folders/0B2oLdFoLdEr?resourcekey=0-q',
      ['https://drive.google.com/drive/u/1/folders/0B2oLdFoLdEr?resourcekey=0-q&sort=13&direction=a'],
    ],
    [
      'google-drive|file:1DocDocDoc',
      'https://docs.google.com/document/d/1DocDocDoc',
      ['https://docs.google.com/document/d/1DocDocDoc/edit?usp=sharing#heading=h.1'],
    ],
    [
      'google-drive|file:1SheetSheet',
      'https://docs.google.com/spreadsheets/d/1SheetSheet',
      ['https://docs.google.com/spreadsheets/u/0/d/1SheetSheet/edit#gid=0'],
    ],
    [
      'google-drive|file:1SlideSlide',
      'https://docs.google.com/presentation/d/1SlideSlide',
      ['docs.google.com/a/example.org/presentation/d/1SlideSlide/present'],
    ],
    [
      'google-drive|file:1FormForm',
      'https://docs.google.com/forms/d/1FormForm',
      ['https://docs.google.com/forms/d/1FormForm/viewform'],
    ],
    ['google-drive|short:QwErTy123', 'https://photos.app.goo.gl/QwErTy123', ['photos.app.goo.gl/QwErTy123?x=1']],
    [
      'google-drive|photos-share:AF1QipMxYz',
      'https://photos.google.com/share/AF1QipMxYz?key=c2VjcmV0',
      [
        'https://photos.google.com/share/AF1QipMxYz/photo/AF1QipNaBc?key=c2VjcmV0',
        'https://photos.google.com/u/1/share/AF1QipMxYz?key=c2VjcmV0&pli=1',
      ],
    ],
  ])
  namesNone('Google Drive', [
    'https://drive.google.com/drive/my-drive',
    'https://docs.google.com/document/u/0/',
    'https://photos.google.com/',
  ])
})

describe('OneDrive', () => {
  namesEach([
    [
      'onedrive|share:s!AkBcDeFgHiJkLm',
      'https://1drv.ms/f/s!AkBcDeFgHiJkLm',
      ['https://1drv.ms/f/s!AkBcDeFgHiJkLm?e=aBcDeF', '1drv.ms/f/s%21AkBcDeFgHiJkLm'],
    ],
    [
      'onedrive|share:IQRsTuVwXyZ_1-2',
      'https://1drv.ms/i/c/0123456789abcdef/IQRsTuVwXyZ_1-2',
      ['https://1drv.ms/i/c/0123456789abcdef/IQRsTuVwXyZ_1-2?e=aBcDeF'],
    ],
    [
      'onedrive|item:0123456789ABCDEF!1234',
      'https://onedrive.live.com/?resid=0123456789ABCDEF!1234&authkey=!AMnOpQ-r_s',
      [
        'https://onedrive.live.com/redir?resid=0123456789abcdef!1234&authkey=!AMnOpQ-r_s&ithint=file%2cjpg',
        'https://onedrive.live.com/?authkey=%21AMnOpQ-r_s&cid=0123456789ABCDEF&id=0123456789ABCDEF%211234&parId=root&o=OneUp',
        'onedrive.live.com/download?cid=0123456789ABCDEF&resid=0123456789ABCDEF%211234&authkey=%21AMnOpQ-r_s',
      ],
    ],
    [
      'onedrive|item:AB12!77',
      'https://onedrive.live.com/?resid=AB12!77',
      ['https://onedrive.live.com/view.aspx?resid=AB12!77&cid=ab12'],
    ],
    [
      'onedrive|share:EuVwXyZ_1-2',
      'https://school-my.sharepoint.com/:i:/g/personal/an_peeters_school_example/EuVwXyZ_1-2',
      [
        'https://school-my.sharepoint.com/:i:/g/personal/an_peeters_school_example/EuVwXyZ_1-2?e=4%3AaBcDeF&at=9',
        'school-my.sharepoint.com/%3Ai%3A/g/personal/an_peeters_school_example/EuVwXyZ_1-2',
      ],
    ],
  ])
  namesNone('OneDrive', [
    'https://onedrive.live.com/',
    'https://onedrive.live.com/?id=root&cid=ABCDEF',
    'https://school.sharepoint.com/sites/x',
    'https://school-my.sharepoint.com.evil.example/:i:/g/personal/a/EuVw',
  ])
})

describe('gofile', () => {
  namesEach([
    [
      'gofile|folder:Qw3rTy',
      'https://gofile.io/d/Qw3rTy',
      [
        'gofile.io/d/Qw3rTy/',
        'http://www.gofile.io/d/Qw3rTy?x=1',
        'https://gofile.io/?c=Qw3rTy',
        'gofile[.]io/d/Qw3rTy',
      ],
    ],
    [`gofile|folder:${uuid}`, `https://gofile.io/d/${uuid}`, []],
    [
      `gofile|file:${uuid}`,
      `https://store9.gofile.io/download/web/${uuid}/My%20video.mp4`,
      [`https://store9.gofile.io/download/web/${uuid}/My%20video.mp4?token=1`],
    ],
    [
      'gofile|file:8d4a1b0e-52c3-4f8d-9a61-0c2b7e5f1d38',
      'https://file-eu-par-1.gofile.io/download/direct/8d4a1b0e-52c3-4f8d-9a61-0c2b7e5f1d38/a.jpg',
      [],
    ],
  ])
  namesNone('gofile', ['https://gofile.io/', 'https://gofile.io/premium', 'https://store1.gofile.io/download/a/b'])
})

describe('pixeldrain', () => {
  namesEach([
    [
      'pixeldrain|file:Ab3dEf9h',
      'https://pixeldrain.com/u/Ab3dEf9h',
      [
        'pixeldrain.com/u/Ab3dEf9h?embed',
        'https://www.pixeldrain.com/u/Ab3dEf9h/',
        'https://pixeldrain.com/api/file/Ab3dEf9h',
        'https://pixeldrain.com/api/file/Ab3dEf9h?download',
        'https://pixeldrain.com/api/file/Ab3dEf9h/info',
        'https://pixeldrain.com/api/file/Ab3dEf9h/thumbnail?width=128',
      ],
    ],
    [
      'pixeldrain|list:Zy8xWv7u',
      'https://pixeldrain.com/l/Zy8xWv7u',
      ['https://pixeldrain.com/l/Zy8xWv7u#item=12', 'https://pixeldrain.com/api/list/Zy8xWv7u/zip'],
    ],
    [
      'pixeldrain|folder:Fo1dEr2x',
      'https://pixeldrain.com/d/Fo1dEr2x',
      ['https://pixeldrain.com/d/Fo1dEr2x/sub/clip%202.mp4', 'pixeldrain.com/api/filesystem/Fo1dEr2x/sub?stat'],
    ],
  ])
  namesNone('pixeldrain', [
    'https://pixeldrain.com/',
    'https://pixeldrain.com/user/files',
    'https://pixeldrain.com/abuse',
  ])
})

describe('WhatsApp', () => {
  namesEach([
    [
      `whatsapp|invite:${group}`,
      `https://chat.whatsapp.com/${group}`,
      [
        `chat.whatsapp.com/${group}`,
        `https://chat.whatsapp.com/${group}?mode=wwt`,
        `https://chat.whatsapp.com/invite/${group}`,
        `whatsapp://chat?code=${group}`,
        `whatsapp://chat/?code=${group}`,
        `Doe mee met mijn WhatsApp-groep: https://chat.whatsapp.com/${group}.`,
        `https://chat.whatsapp.com/${group}_`,
      ],
    ],
    [
      'whatsapp|channel:0029VaQwErTyUiOp',
      'https://www.whatsapp.com/channel/0029VaQwErTyUiOp',
      ['whatsapp.com/channel/0029VaQwErTyUiOp', 'https://whatsapp.com/channel/0029VaQwErTyUiOp?x=1'],
    ],
    [
      'whatsapp|channel-post:0029VaQwErTyUiOp/117',
      'https://www.whatsapp.com/channel/0029VaQwErTyUiOp/117',
      ['https://whatsapp.com/channel/0029VaQwErTyUiOp/117/'],
    ],
    [
      'whatsapp|phone:32470123456',
      'https://wa.me/32470123456',
      [
        'wa.me/32470123456?text=hallo%20daar',
        'https://wa.me/+32470123456',
        'https://api.whatsapp.com/send?phone=32470123456&text=x&type=phone_number&app_absent=0',
        'https://api.whatsapp.com/send/?phone=%2B32470123456',
        'https://web.whatsapp.com/send?phone=32470123456',
        'whatsapp://send?phone=32470123456&text=x',
        'whatsapp:send?phone=32470123456',
      ],
    ],
  ])
  namesNone('WhatsApp', [
    'https://www.whatsapp.com/download',
    'https://faq.whatsapp.com/1',
    'https://chat.whatsapp.com/',
    'https://wa.me/message/ABCDEF123456',
  ])
})

describe('Telegram', () => {
  namesEach([
    [
      'telegram|chat:lekkere_leaks',
      'https://t.me/lekkere_leaks',
      [
        't.me/Lekkere_Leaks',
        'https://t.me/s/Lekkere_Leaks',
        'https://telegram.me/lekkere_leaks?start=x',
        'https://telegram.dog/s/lekkere_leaks?before=120',
        'https://Lekkere_Leaks.t.me',
        'tg://resolve?domain=Lekkere_Leaks',
        'tg:resolve?domain=Lekkere_Leaks',
        'https://t.me/@lekkere_leaks',
        'https://web.telegram.org/a/#@lekkere_leaks',
        'http://www.t.me/lekkere_leaks/',
        'https://t.me/lekkere_leaks_',
      ],
    ],
    [
      'telegram|message:lekkere_leaks/4021',
      'https://t.me/lekkere_leaks/4021',
      [
        'https://t.me/s/lekkere_leaks/4021',
        'https://t.me/Lekkere_Leaks/4021?single',
        'https://t.me/lekkere_leaks/4021?comment=99',
        'https://t.me/lekkere_leaks/7/4021',
        'tg://resolve?domain=lekkere_leaks&post=4021&comment=3',
        'lekkere_leaks.t.me/4021',
        'https://t.me/lekkere_leaks/4021?embed=1&mode=tme',
      ],
    ],
    [
      'telegram|message:c/1987654321/55',
      'https://t.me/c/1987654321/55',
      [
        'https://t.me/c/1987654321/3/55',
        'tg://privatepost?channel=1987654321&post=55',
        't.me/c/1987654321/55?thread=3',
      ],
    ],
    [
      'telegram|invite:Qw-Er_Ty12345678',
      'https://t.me/+Qw-Er_Ty12345678',
      [
        'https://t.me/joinchat/Qw-Er_Ty12345678',
        'tg://join?invite=Qw-Er_Ty12345678',
        'telegram.me/+Qw-Er_Ty12345678',
        'https://t.me/%2BQw-Er_Ty12345678',
      ],
    ],
    ['telegram|folder:LiSt12345', 'https://t.me/addlist/LiSt12345', ['tg://addlist?slug=LiSt12345']],
    [
      'telegram|story:lekkere_leaks/12',
      'https://t.me/lekkere_leaks/s/12',
      ['tg://resolve?domain=lekkere_leaks&story=12'],
    ],
  ])
  namesNone('Telegram', [
    'https://t.me/',
    'https://t.me/+32470123456',
    'https://t.me/share/url?url=https://example.org',
    'https://t.me/addstickers/Animals',
    'https://telegram.org/faq',
    'https://t.me.evil.example/lekkere_leaks',
  ])
})
