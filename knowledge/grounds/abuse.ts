/** The abuse desk of whoever serves, routes or registered a place: asked to apply its own terms. No law, no name. */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

export const abuse: Ground = {
  id: 'abuse',
  invokers: [{ who: 'anyone' }],
  against: ['platform', 'host', 'delivery-network', 'registrar'],
  // Abuse desks forward what they get to their customer, who may be the one who posted it: so no name is in it.
  tells: ['uploader'],

  elements: () => [
    { id: 'abuse.location', need: 'helpful' },
    { id: 'abuse.terms', need: 'helpful', asked: 'text', check: 'words' },
    // From the public registers, where they name one.
    { id: 'abuse.customer', need: 'helpful' },
    { id: 'abuse.identity', need: 'absent' },
  ],

  // No law binds them to it; what they do with it is in their terms. Of a registrar only those or a court help.
  offered({ recipient, ageBand }) {
    const orders: Partial<Record<typeof recipient.kind, number>> = {
      platform: 40,
      host: isMinor(ageBand) ? 25 : 35,
      'delivery-network': 45,
      registrar: 70,
    }
    const order = orders[recipient.kind]
    return order === undefined ? null : { order, sure: recipient.kind !== 'registrar' }
  },

  deadline: null,
  remindAfterDays: 3,
  homeState: null,

  steps: [
    {
      id: 'reminder',
      after: ['silent'],
      to: 'same',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'reminder.still' }] },
        { heading: 'where', blocks: [{ part: 'locations', fills: ['abuse.location'] }] },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }, { say: 'silence' }] },
        { heading: 'sender', blocks: [{ say: 'sender' }] },
      ],
    },
  ],

  letter: [
    {
      heading: 'where',
      blocks: [
        { part: 'locations', fills: ['abuse.location'] },
        { say: 'customer', answer: 'abuse.customer', fills: ['abuse.customer'] },
      ],
    },
    { heading: 'what', blocks: [{ say: 'what' }, { part: 'found' }, { part: 'earlier' }] },
    {
      heading: 'why',
      blocks: [{ say: 'why' }, { say: 'terms', answer: 'abuse.terms', fills: ['abuse.terms'] }, { part: 'crime' }],
    },
    { heading: 'ask', blocks: [{ say: 'remove' }, { say: 'pass' }, { say: 'silence' }, { say: 'receipt' }] },
    { heading: 'sender', blocks: [{ say: 'sender' }] },
  ],

  sources: [
    {
      url: 'https://www.rfc-editor.org/rfc/rfc9083#section-10.2.4',
      title: 'RFC 9083: the abuse contact that registries name (RDAP)',
      checked: '2026-11-24',
      read: 'unread',
    },
  ],
}
