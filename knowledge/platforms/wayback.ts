/** Copies in the Wayback Machine: whether one is still kept, and where to ask that it goes. */
import { z } from 'zod'
import type { LivenessCheck, Route } from './platform.ts'
import { ask, gone, json, unknown, up } from './sights.ts'
import { unwrap, wayback } from './wrappers.ts'

const Availability = z.object({
  archived_snapshots: z.object({ closest: z.object({ available: z.boolean() }).optional() }),
})

export const waybackCheck: LivenessCheck = {
  kinds: ['url'],
  fits: ({ url }) => wayback.includes(new URL(url).hostname),
  metadata: true,

  // The archive is asked about its own copy. That it knows none counts only where its full index knows none either.
  async look({ url }, deps) {
    const original = unwrap(new URL(url), () => true)
    if (original === null) return unknown('no copy of a page')
    const of = encodeURIComponent(original)
    const short = await ask(`https://archive.org/wayback/available?url=${of}`, deps)
    const told = short.status === 200 ? Availability.safeParse(json(short.text)).data : undefined
    if (!told) return unknown(`${short.status}, in another form`)
    const { closest } = told.archived_snapshots
    if (closest) return closest.available ? up('200, kept') : unknown('200, kept and not available')
    const index = await ask(`https://web.archive.org/cdx/search/cdx?url=${of}&limit=1&output=json`, deps)
    const rows = index.status === 200 ? json(index.text) : undefined
    return Array.isArray(rows) && rows.length === 0 ? gone('200, no copy in the index') : unknown('200, told otherwise')
  },

  source: 'https://archive.org/help/wayback_api.php',
  checked: '2026-11-24',
}

export const waybackRoute: Route = {
  id: 'wayback-mail',
  recipient: 'Internet Archive',
  at: wayback,
  to: { email: 'info@archive.org' },
  grounds: ['dsa16', 'tida', 'gdpr17'],
  asks: {
    en: 'This is a copy in the Wayback Machine. They want the exact addresses, the days from first to last, and what you have to do with the page: that you are shown. A person reads it, which may take a while.',
    fr: 'C’est une copie dans la Wayback Machine. Il faut les adresses exactes, les jours (du premier au dernier), et ce qui vous lie à la page, c’est-à-dire que l’image vous montre. Une personne lit la demande, cela peut prendre du temps.',
    nl: 'Dit is een kopie in de Wayback Machine. Ze willen de precieze adressen, van welke dag tot welke dag, en wat jij met de pagina te maken hebt: dat jij te zien bent. Een mens leest het, dat kan even duren.',
    de: 'Das ist eine Kopie in der Wayback Machine. Nötig sind die genauen Adressen, die Tage vom ersten bis zum letzten, und der Bezug zur Seite: dass die Person, die schreibt, dort zu sehen ist. Ein Mensch liest das, es kann etwas dauern.',
  },
  exposes: {
    en: 'They see the email address that the mail comes from.',
    fr: 'Ils voient l’adresse d’où vient l’e-mail.',
    nl: 'Ze zien van welk adres de mail komt.',
    de: 'Dort ist zu sehen, von welcher Adresse die Mail kommt.',
  },
  source: 'https://help.archive.org/help/how-do-i-request-to-remove-something-from-archive-org/',
  checked: '2026-11-24',
  sure: 'reported',
}
