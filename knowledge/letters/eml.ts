/**
 * A letter as a message that a mail program opens as a draft (RFC 5322, RFC 2045 and 2047; `X-Unsent` is read by Outlook
 * and others). It holds what is given and nothing of its own: no Message-ID, no program's name, no time zone of hers.
 */
import type { Letter } from './letter.ts'

export interface MailDraft {
  letter: Pick<Letter, 'subject' | 'text' | 'to'>
  from?: string
  /** Where answers go. */
  replyTo?: string
  /** In ms since 1970. */
  date: number
  /** Machine copies for an abuse desk, one a location: attached as `xarf.json`. The letter stays the request. */
  xarf?: readonly object[]
}

/** Pure: runs in a browser too. */
export function eml({ letter, from, replyTo, date, xarf = [] }: MailDraft): string {
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    lines(letter.text.replace(/\r?\n/g, '\r\n')),
  ]
  const headers = [
    ...(from === undefined ? [] : [`From: ${bare(from)}`]),
    ...(letter.to === null ? [] : [`To: ${bare(letter.to)}`]),
    ...(replyTo === undefined ? [] : [`Reply-To: ${bare(replyTo)}`]),
    `Subject: ${encodedWords(letter.subject)}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'X-Unsent: 1',
  ]
  if (xarf.length === 0) return [...headers, ...text].join('\r\n')

  const copies = xarf.flatMap((report, at) => [
    `--${boundary}`,
    `Content-Type: application/json; name="xarf${at === 0 ? '' : `-${at + 1}`}.json"`,
    `Content-Disposition: attachment; filename="xarf${at === 0 ? '' : `-${at + 1}`}.json"`,
    'Content-Transfer-Encoding: base64',
    '',
    lines(JSON.stringify(report, null, 2)),
  ])
  const whole = [`--${boundary}`, ...text, ...copies, `--${boundary}--`, '']
  return [...headers, `Content-Type: multipart/mixed; boundary="${boundary}"`, '', ...whole].join('\r\n')
}

/** A letter as an address that a mail program opens (RFC 6068); null where there is no mail address to write to. */
export function mailto({ subject, text, to }: Pick<Letter, 'subject' | 'text' | 'to'>): string | null {
  if (to === null) return null
  const body = encodeURIComponent(wellFormed(text).replace(/\r?\n/g, '\r\n'))
  const [local = '', domain = ''] = bare(to).split(/@(?=[^@]*$)/)
  const address = `${encodeURIComponent(local)}@${encodeURIComponent(domain)}`
  return `mailto:${address}?subject=${encodeURIComponent(wellFormed(subject))}&body=${body}`
}

/** No base64 has an underscore, so that it ends no part before its end. */
const boundary = '=_letter'

function lines(text: string): string {
  return base64(text)
    .replace(/.{1,76}/g, '$&\r\n')
    .trimEnd()
}

/** Half a character, which no encoding has a place for, becomes U+FFFD. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

/** An address can carry no further header. */
function bare(address: string): string {
  return address.replace(/[^\x21-\x7E]+/g, '')
}

/** RFC 2047: each word of at most 75 characters, never cutting a character in two. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7E]{0,66}$/.test(text)) return text
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (new TextEncoder().encode(word + character).length > 42) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((part) => `=?utf-8?B?${base64(part)}?=`).join('\r\n ')
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}
