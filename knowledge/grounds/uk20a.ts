/**
 * UK Online Safety Act 2023, sections 10(3A) and 20A (27 ff. for search), put in by the Crime and Policing Act 2026:
 * reported intimate image content is taken down within 48 hours, with what is the same or substantially the same. When
 * this duty starts is not confirmed, and regulations may ask for more.
 */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

export const uk20a: Ground = {
  id: 'uk20a',
  invokers: [{ who: 'self' }, { who: 'parent' }, { who: 'agent' }, { who: 'organisation' }],
  against: ['platform', 'search-engine'],
  tells: [],

  elements: () => [
    { id: 'uk20a.present', need: 'required' },
    { id: 'uk20a.standing', need: 'required' },
    { id: 'uk20a.goodfaith', need: 'required' },
    { id: 'uk20a.identify', need: 'required' },
    { id: 'uk20a.contact', need: 'required', asked: 'text', check: 'contact' },
  ],

  // Services with links to the United Kingdom; of somebody who lives there that can be said of what she sees.
  offered({ country, recipient, ageBand }) {
    if (country !== 'GB' || !uk20a.against.includes(recipient.kind)) return null
    return { order: isMinor(ageBand) ? 22 : 5, sure: false }
  },

  deadline: { period: { unit: 'hours', count: 48 }, from: 'received' },
  remindAfterDays: null,
  homeState: null,

  steps: [
    {
      id: 'reminder',
      after: ['silent'],
      to: 'same',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'reminder.late' }] },
        { heading: 'where', blocks: [{ part: 'locations', fills: ['uk20a.identify'] }] },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }] },
        { heading: 'sender', blocks: [{ say: 'contact', answer: 'uk20a.contact', fills: ['uk20a.contact'] }] },
      ],
    },
    {
      id: 'ofcom',
      after: ['refused', 'silent'],
      to: 'ofcom',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'what', blocks: [{ say: 'ofcom.what' }, { part: 'sent-before' }] },
        { heading: 'where', blocks: [{ part: 'locations', fills: ['uk20a.identify'] }] },
        { heading: 'ask', blocks: [{ say: 'ofcom.ask' }] },
        { heading: 'sender', blocks: [{ say: 'contact', answer: 'uk20a.contact', fills: ['uk20a.contact'] }] },
      ],
    },
  ],

  letter: [
    { heading: 'where', blocks: [{ part: 'locations', fills: ['uk20a.identify'] }] },
    {
      heading: 'what',
      blocks: [
        { say: 'present', fills: ['uk20a.present'] },
        { say: 'standing', fills: ['uk20a.standing'] },
        { part: 'found' },
        { part: 'earlier' },
      ],
    },
    { heading: 'ask', blocks: [{ say: 'remove' }, { say: 'same' }, { say: 'receipt' }] },
    { heading: 'statement', blocks: [{ say: 'goodFaith', fills: ['uk20a.goodfaith'] }] },
    { heading: 'sender', blocks: [{ say: 'contact', answer: 'uk20a.contact', fills: ['uk20a.contact'] }] },
  ],

  sources: [
    {
      url: 'https://www.legislation.gov.uk/ukpga/2023/50',
      title: 'Online Safety Act 2023, sections 10(3A) and 20A, as put in by the Crime and Policing Act 2026',
      checked: '2026-11-24',
      read: 'note',
    },
    {
      url: 'https://www.legislation.gov.uk/ukpga/2003/42/section/66B',
      title: 'Sexual Offences Act 2003, section 66B',
      checked: '2026-11-24',
      read: 'note',
    },
  ],
}
