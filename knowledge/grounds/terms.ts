/** A platform's own rules on intimate images: not a law, often the fastest. Nothing is asked but where it is. */
import type { Ground } from './ground.ts'

export const terms: Ground = {
  id: 'terms',
  invokers: [{ who: 'anyone' }],
  against: ['platform', 'search-engine', 'archive'],
  tells: [],

  elements: () => [
    { id: 'terms.location', need: 'helpful' },
    { id: 'terms.rule', need: 'helpful' },
    { id: 'terms.nocopy', need: 'absent' },
  ],

  // Only where the place has a form or an address of its own for this: then it comes first, together with the law.
  offered({ recipient }) {
    if (!terms.against.includes(recipient.kind)) return null
    const routes = recipient.routes.filter(({ grounds }) => grounds.includes('terms'))
    if (routes.length === 0) return null
    return { order: 1, sure: routes.some(({ sure }) => sure !== 'unconfirmed') }
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
        { heading: 'where', blocks: [{ part: 'locations', fills: ['terms.location'] }] },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }] },
      ],
    },
  ],

  letter: [
    { heading: 'where', blocks: [{ part: 'locations', fills: ['terms.location'] }] },
    {
      heading: 'what',
      blocks: [
        { say: 'what' },
        { say: 'rule', fills: ['terms.rule'] },
        { part: 'acting', when: 'agent' },
        { part: 'acting', when: 'parent' },
        { part: 'found' },
        { part: 'earlier' },
        { part: 'category' },
      ],
    },
    { heading: 'ask', blocks: [{ say: 'remove' }, { say: 'copies' }, { say: 'silence' }, { say: 'receipt' }] },
  ],

  sources: [
    {
      // The rules themselves are each platform's own; their pages are the sources of its routes.
      url: 'https://transparency.dsa.ec.europa.eu/page/api-documentation',
      title: 'EU transparency database: how platforms word their reasons, by law or by their own terms',
      checked: '2026-11-24',
      read: 'note',
    },
  ],
}
