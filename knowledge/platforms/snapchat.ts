/** Snapchat: public profiles, their stories and Spotlight. */
import { segmentsOf } from './pieces.ts'
import type { Platform, Recognised } from './platform.ts'
import { privacyRoute } from './rights.ts'
import { askPage, gone, landing, unknown, untold, up } from './sights.ts'

export const snapchat: Platform = {
  id: 'snapchat',
  name: 'Snapchat',
  hosts: ['snapchat.com'],
  examples: [
    ['https://www.snapchat.com/add/Some.one?share_id=x', 'https://www.snapchat.com/add/some.one', 'profile:some.one'],
    ['snapchat.com/u/some-one', 'https://www.snapchat.com/add/some-one', 'profile:some-one'],
    ['https://www.snapchat.com/@some_one', 'https://www.snapchat.com/add/some_one', 'profile:some_one'],
    ['https://story.snapchat.com/u/some_one', 'https://www.snapchat.com/add/some_one', 'profile:some_one'],
    [
      'https://www.snapchat.com/add/Some.one/W7_aBc-1',
      'https://www.snapchat.com/add/some.one/W7_aBc-1',
      'story:W7_aBc-1',
    ],
    [
      'https://www.snapchat.com/spotlight/W7_aBc-1?x=1',
      'https://www.snapchat.com/spotlight/W7_aBc-1',
      'spotlight:W7_aBc-1',
    ],
    ['https://www.snapchat.com/o/W7_aBc-1', 'https://www.snapchat.com/spotlight/W7_aBc-1', 'spotlight:W7_aBc-1'],
    ['https://t.snapchat.com/aBc1XyZ2', 'https://t.snapchat.com/aBc1XyZ2', 'short:aBc1XyZ2'],
    ['https://www.snapchat.com/t/aBc1XyZ2', 'https://t.snapchat.com/aBc1XyZ2', 'short:aBc1XyZ2'],
  ],

  recognise(url) {
    const [first = '', second = '', third = '', fourth = ''] = segmentsOf(url)
    if (url.hostname === 't.snapchat.com') return second === '' ? short(first) : null
    if (!/^(?:(?:www|m|web|story)\.)?snapchat\.com$/.test(url.hostname)) return null
    if (first === 't') return short(second)
    if (first === 'spotlight' || first === 'o') return spotlight(second)
    if (first.startsWith('@')) {
      if (second === 'spotlight') return spotlight(third)
      return second === 'highlight' ? null : ofName(first.slice(1), second)
    }
    return (first === 'add' || first === 'u') && fourth === '' ? ofName(second.replace(/^@/, ''), third) : null
  },

  routes: [
    {
      id: 'help-form',
      recipient: 'Snapchat Trust & Safety',
      to: { form: 'https://help.snapchat.com' },
      grounds: ['dsa16', 'tida', 'terms'],
      asks: {
        en: 'Choose that somebody shared a Snap of you without your consent. It asks for the user name or link of the account.',
        fr: 'Choisir l’option qui dit qu’un Snap a été partagé sans consentement. Le formulaire demande le nom d’utilisateur ou le lien du compte.',
        nl: 'Kies dat iemand zonder jouw toestemming een Snap van je deelde. Het formulier vraagt de gebruikersnaam of de link van het account.',
        de: 'Wählen, dass ein Snap ohne Zustimmung geteilt wurde. Das Formular fragt nach dem Benutzernamen oder dem Link des Kontos.',
      },
      source: 'https://help.snapchat.com',
      checked: '2026-11-24',
      sure: 'unconfirmed',
    },
    {
      id: 'in-app',
      recipient: 'Snapchat Trust & Safety',
      to: { unknown: true },
      grounds: ['dsa16', 'terms'],
      asks: {
        en: 'In the app: press and hold on the Snap or the story, then Report, then nudity or sexual content of you.',
        fr: 'Dans l’application, appuyer longuement sur le Snap ou la story, puis Signaler, puis contenu nu ou sexuel.',
        nl: 'In de app: houd de Snap of het verhaal ingedrukt, kies Rapporteren en dan naaktheid of seksuele inhoud van jou.',
        de: 'In der App: den Snap oder die Story gedrückt halten, dann Melden, dann Nacktheit oder sexuelle Inhalte.',
      },
      source: 'https://values.snap.com/safety/safety-reporting',
      checked: '2026-11-24',
      sure: 'published',
    },
    privacyRoute({
      recipient: 'Snap B.V.',
      to: { email: 'dpo@snap.com' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'yes', takeitdown: 'yes' },

  checks: [
    {
      kinds: ['profile'],
      metadata: true, // a name is there or not; no Snap comes with the answer
      async look({ url }, deps) {
        const answer = await askPage(url, deps)
        const { status, text } = answer
        if (landing(answer, url) !== 'there' && !/^\/(?:@|u\/)/.test(new URL(answer.url).pathname))
          return unknown('a redirect')
        if (status === 404) return gone('404')
        if (status !== 200) return unknown(`${status}`)
        return text.includes('NOT_FOUND') ? gone('200 NOT_FOUND') : up('200')
      },
      source: 'https://github.com/WebBreacher/WhatsMyName',
      checked: '2026-11-24',
    },
    untold(['story', 'spotlight'], {
      sign: 'seen in the app alone',
      source: 'https://help.snapchat.com',
      checked: '2026-11-24',
    }),
  ],
}

const id = /^[\w-]{2,200}$/

function ofName(who: string, story: string): Recognised {
  const name = who.toLowerCase()
  if (!/^[\w.-]{2,30}$/.test(name)) return null
  const address = `https://www.snapchat.com/add/${name}`
  if (story === '') return { id: `profile:${name}`, url: address }
  return id.test(story) ? { id: `story:${story}`, url: `${address}/${story}` } : null
}

function spotlight(which: string): Recognised {
  return id.test(which) ? { id: `spotlight:${which}`, url: `https://www.snapchat.com/spotlight/${which}` } : null
}

function short(code: string): Recognised {
  return id.test(code) ? { id: `short:${code}`, url: `https://t.snapchat.com/${code}` } : null
}
