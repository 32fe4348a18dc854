/**
 * A letter as a message that a mail program opens as a draft (RFC 5322, RFC 2045 and 2047; `X-Unsent` is read by Outlook
 * and others). It holds what is given and nothing of its own: no Message-ID, no program's name, no time zone of hers.
 */
import type { Letter } from './letter.ts'

/** `date` in ms since 1970. Pure: runs in a browser too. */
export function eml(message: { letter: Letter; from?: string; replyTo?: string; date: number }): string {
  const { letter, from, replyTo, date } = message
  const headers = [
    ...(from === undefined ? [] : [`From: ${bare(from)}`]),
    ...(letter.to === null ? [] : [`To: ${bare(letter.to)}`]),
    ...(replyTo === undefined ? [] : [`Reply-To: ${bare(replyTo)}`]),
    `Subject: ${encodedWords(letter.subject)}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'X-Unsent: 1',
  ]
  const body = base64(letter.text.replace(/\r?\n/g, '\r\n')).replace(/.{1,76}/g, '$&\r\n')
  return `${headers.join('\r\n')}\r\n\r\n${body}`
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
