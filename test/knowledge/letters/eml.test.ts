import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { eml, mailto } from '#knowledge/letters/index.ts'

const letter = {
  subject: 'Notification de contenu illicite, article 16 du DSA (référence VG-é)',
  text: 'À : é\n\n1. Où\nhttps://mega.nz/folder/aBcD1234#k\n',
  to: 'abuse@mega.io',
}
const date = Date.UTC(2026, 10, 24, 10, 5)
const words = fc.string({ unit: 'grapheme', maxLength: 300 })

describe('a letter as a mail draft', () => {
  it('is read by another mail program as it was written', async () => {
    const mail = await simpleParser(eml({ letter, from: 'help@example.org', replyTo: 'r-1@in.example', date }))

    expect(mail.subject).toBe(letter.subject)
    expect(mail.text).toBe(letter.text)
    expect(mail.date?.getTime()).toBe(date)
    expect(mail.to).toMatchObject({ text: 'abuse@mega.io' })
    expect(mail.from).toMatchObject({ text: 'help@example.org' })
    expect(mail.replyTo).toMatchObject({ text: 'r-1@in.example' })
    expect(mail.headers.get('x-unsent')).toBe('1')
    expect(mail.attachments).toEqual([])
  })

  it('carries machine copies beside the text, which stays as it was', async () => {
    const reports = [{ url: 'https://mega.nz/é' }, { url: 'https://mega.nz/2' }]
    const mail = await simpleParser(eml({ letter, date, xarf: reports }))

    expect(mail.text).toBe(letter.text)
    expect(mail.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['xarf.json', 'application/json'],
      ['xarf-2.json', 'application/json'],
    ])
    expect(mail.attachments.map(({ content }) => JSON.parse(content.toString()))).toEqual(reports)
  })

  it('has no header that tells who made it, and none for a recipient that is not known', () => {
    const [head = ''] = eml({ letter: { ...letter, to: null }, date }).split('\r\n\r\n')
    const names = head
      .split('\r\n')
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.split(':')[0])

    expect(names).toEqual(['Subject', 'Date', 'MIME-Version', 'X-Unsent', 'Content-Type', 'Content-Transfer-Encoding'])
    expect(head).toContain('Date: Tue, 24 Nov 2026 10:05:00 +0000')
  })

  it('carries any subject and text, in short lines, and lets no header in', () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), (subject, text, withCopy) => {
        const raw = eml({
          letter: { ...letter, subject: `x${subject}\r\nBcc: a@b.org`, text: `x${text}` },
          date,
          xarf: withCopy ? [{ description: text }] : [],
        })

        for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
        expect(raw).not.toMatch(/^Bcc/m)
        expect(raw).toMatch(/^[\x20-\x7E\r\n]*$/)
      }),
    )
  })

  it('lets an address bring no line of its own', () => {
    expect(eml({ letter: { ...letter, to: 'a@b.org\r\nBcc: c@d.org' }, date })).toContain('To: a@b.orgBcc:c@d.org\r\n')
  })
})

describe('a letter as an address to open', () => {
  it('gives back recipient, subject and text, whatever is in them (RFC 6068)', () => {
    fc.assert(
      fc.property(words, words, (subject, text) => {
        const address = mailto({ subject, text, to: 'a+b&c@example.org' }) ?? ''
        const url = new URL(address)

        expect(address).toMatch(/^mailto:[\x21-\x7E]+$/)
        expect(decodeURIComponent(url.pathname)).toBe('a+b&c@example.org')
        const fields = Object.fromEntries(
          url.search
            .slice(1)
            .split('&')
            .map((pair) => pair.split('=')),
        )
        expect(Object.keys(fields)).toEqual(['subject', 'body'])
        expect(decodeURIComponent(fields.subject ?? '')).toBe(subject)
        expect(decodeURIComponent(fields.body ?? '').replace(/\r\n/g, '\n')).toBe(text.replace(/\r\n/g, '\n'))
      }),
    )
  })

  it('is none where there is no address, and takes half a character', () => {
    expect(mailto({ ...letter, to: null })).toBeNull()
    expect(mailto({ ...letter, subject: '\uD800' })).toContain('subject=%EF%BF%BD')
  })
})
