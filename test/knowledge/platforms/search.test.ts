import { describe, expect, it } from 'vitest'
import { locateOne } from '#knowledge/platforms/index.ts'
import { namesEach, namesNone } from './pastes.ts'

describe('google-search', () => {
  namesEach([
    [
      'google-search|query:lotte peeters gent',
      'https://www.google.com/search?q=lotte+peeters+gent',
      [
        'https://www.google.be/search?q=lotte+peeters+gent&rlz=1C1&sourceid=chrome',
        'google.nl/search?q=lotte%20peeters%20%20gent',
        'https://www.google.co.uk/search?hl=en&q=+lotte+peeters+gent+&tbm=',
        'https://google.com.br/search?q=lotte+peeters+gent',
      ],
    ],
    [
      'google-search|image-query:lotte peeters',
      'https://www.google.com/search?q=lotte+peeters&udm=2',
      [
        'https://www.google.fr/search?tbm=isch&q=lotte+peeters',
        'https://www.google.com/search?udm=2&q=lotte%20peeters&sa=X',
        'https://images.google.de/search?q=lotte+peeters',
      ],
    ],
    [
      'google-search|query:été à gand',
      'https://www.google.com/search?q=%C3%A9t%C3%A9+%C3%A0+gand',
      ['https://www.google.fr/search?q=%c3%a9t%c3%a9%20%c3%a0%20gand'],
    ],
    [
      'google-search|query:a&b "c"',
      'https://www.google.com/search?q=a%26b+%22c%22',
      ['https://www.google.be/search?q=a%26b+%22c%22'],
    ],
    [
      'google-search|result:https://forum.example/t/12',
      'https://www.google.com/imgres?imgurl=https://img.example/a.jpg&imgrefurl=https://forum.example/t/12',
      [
        'https://www.google.nl/imgres?imgurl=https%3A%2F%2Fimg.example%2Fa.jpg&imgrefurl=https%3A%2F%2Fforum.example%2Ft%2F12&h=1&tbnid=q',
      ],
    ],
  ])
  namesNone('google-search', [
    'https://www.google.com/',
    'https://www.google.com/search?tbs=sbi:a',
    'https://www.google.com/maps/place/Gent',
    'https://google.evil.example/search?q=a',
    'https://www.google.com/search?q=+',
  ])

  it('keeps capitals in the address and not in the identity', () => {
    expect(locateOne('https://www.google.be/search?q=Lotte+PEETERS')).toMatchObject({
      id: 'query:lotte peeters',
      url: 'https://www.google.com/search?q=Lotte+PEETERS',
    })
  })

  it('writes a page with a query of its own so that it is read back whole', () => {
    const pasted =
      'https://www.google.com/imgres?imgurl=https%3A%2F%2Fi.example%2Fa.jpg%3Fx%3D1%26y%3D2&imgrefurl=https%3A%2F%2Ff.example%2F%3Fa%3D1%26b%3D2%23c'
    const place = locateOne(pasted)!

    expect(place.id).toBe('result:https://f.example/?a=1&b=2#c')
    expect(locateOne(place.url)).toEqual(place)
  })
})

describe('bing-search', () => {
  namesEach([
    [
      'bing-search|query:lotte peeters',
      'https://www.bing.com/search?q=lotte+peeters',
      ['bing.com/search?q=lotte+peeters&form=QBLH&sp=-1', 'https://www.bing.com/search?form=x&q=lotte%20%20peeters'],
    ],
    [
      'bing-search|image-query:lotte peeters',
      'https://www.bing.com/images/search?q=lotte+peeters',
      [
        'https://www.bing.com/images/search?view=detailV2&ccid=a&id=B&q=lotte+peeters&simid=6',
        'https://m.bing.com/images/search?q=lotte+peeters',
      ],
    ],
  ])
  namesNone('bing-search', [
    'https://www.bing.com/',
    'https://www.bing.com/maps?q=a',
    'https://bing.com.example/search?q=a',
  ])
})
