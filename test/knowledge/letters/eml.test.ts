import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { eml, type Letter } from '#knowledge/letters/index.ts'

const letter: Letter = {
  subject: 'Notification de contenu illicite, article 16 du DSA (référence VG-é)',
  text: 'À : é\n\n1. Où\nhttps://mega.nz/folder/aBcD1234#k\n',
  to: 'abuse@mega.io',
  missing: [],
  present: [],
}
const date = Date.UTC(2026, 10, 24, 10, 5)

describe('a letter as a mail draft', () => {
  it('is read by another mail program as it was written', async () => {
    const mail = await simpleParser(eml({ letter, from: 'help@example.org', date }))

    expect(mail.subject).toBe(letter.subject)
    expect(mail.text).toBe(letter.text)
    expect(mail.date?.getTime()).toBe(date)
    expect(mail.to).toMatchObject({ text: 'abuse@mega.io' })
    expect(mail.from).toMatchObject({ text: 'help@example.org' })
    expect(mail.headers.get('x-unsent')).toBe('1')
  })

  it('has no header that tells who made it, and none for a recipient that is not known', () => {
    const [head = ''] = eml({ letter: { ...letter, to: null }, date }).split('\r\n\r\n')
    const names = head
      .split('\r\n')
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.split(':')[0])

    expect(names).toEqual(['Subject', 'Date', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'X-Unsent'])
    expect(head).toContain('Date: Tue, 24 Nov 2026 10:05:00 +0000')
  })

  it('carries any subject and text, in short lines, and lets no header in', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(words, words, async (subject, text) => {
        const raw = eml({ letter: { ...letter, subject: `x${subject}\r\nBcc: a@b.org`, text: `x${text}` }, date })

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
