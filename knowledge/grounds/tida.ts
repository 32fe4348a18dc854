/** US TAKE IT DOWN Act, 47 U.S.C. 223a: a covered platform must remove within 48 hours of a valid request. */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

const checked = '2026-11-24'

export const tida: Ground = {
  id: 'tida',
  invokers: [{ who: 'self', from: 18 }, { who: 'parent' }, { who: 'agent' }, { who: 'organisation' }],
  against: ['platform'],
  tells: [],

  elements({ ageBand, voice }) {
    // A minor's request is signed by an adult, who says in what role; she herself is not named.
    const acts = isMinor(ageBand) || voice === 'agent'
    return [
      { id: 'tida.signature', need: 'required', asked: 'text', check: 'name' },
      { id: 'tida.identification', need: 'required' },
      { id: 'tida.location', need: 'required' },
      { id: 'tida.statement', need: 'required' },
      { id: 'tida.contact', need: 'required', asked: 'text', check: 'contact' },
      voice === 'parent'
        ? { id: 'tida.authority', need: 'required' }
        : acts
          ? { id: 'tida.authority', need: 'required', asked: 'text', check: 'words' }
          : { id: 'tida.authority', need: 'helpful' },
      // Both are covered. Somebody under 18 is not asked which.
      isMinor(ageBand)
        ? { id: 'tida.digitalforgery', need: 'helpful' }
        : { id: 'tida.digitalforgery', need: 'helpful', asked: 'one-of', choices: ['real', 'made'] },
    ]
  },

  // A covered platform mainly serves as a forum for what its users post. Certain where the place itself publishes a
  // route for this Act. The text asks for no residence in the US; some forms do.
  offered({ recipient, country, ageBand }) {
    if (recipient.kind !== 'platform') return null
    const sure = recipient.routes.some(({ grounds, sure }) => grounds.includes('tida') && sure === 'published')
    // An adult signs for somebody under 18: it comes after the notice that names nobody.
    return { order: country === 'US' && !isMinor(ageBand) ? 0 : 20, sure }
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
        { heading: 'where', blocks: [{ part: 'locations', fills: ['tida.location'] }] },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }, { say: 'reminder.next' }] },
        {
          heading: 'signature',
          blocks: [
            { say: 'contact', answer: 'tida.contact', fills: ['tida.contact'] },
            { say: 'signature', answer: 'tida.signature', fills: ['tida.signature'] },
          ],
        },
      ],
    },
    {
      id: 'ftc',
      after: ['refused', 'silent'],
      to: 'ftc',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'what', blocks: [{ say: 'ftc.what' }, { part: 'sent-before' }] },
        { heading: 'where', blocks: [{ part: 'locations', fills: ['tida.location'] }] },
        { heading: 'ask', blocks: [{ say: 'ftc.ask' }, { say: 'ftc.privacy' }] },
        {
          heading: 'signature',
          blocks: [
            { say: 'contact', answer: 'tida.contact', fills: ['tida.contact'] },
            { say: 'ftc.name', answer: 'tida.signature', fills: ['tida.signature'] },
          ],
        },
      ],
    },
  ],

  letter: [
    { heading: 'where', blocks: [{ part: 'locations', fills: ['tida.location'] }] },
    {
      heading: 'what',
      blocks: [
        { say: 'what', fills: ['tida.identification'] },
        { say: 'authority.parent', when: 'parent', fills: ['tida.authority'] },
        { say: 'authority', when: 'agent', answer: 'tida.authority', fills: ['tida.authority'] },
        { say: 'authority', when: 'self', answer: 'tida.authority', fills: ['tida.authority'] },
        { say: 'forgery', fills: ['tida.digitalforgery'] },
        { say: 'forgery.kind', when: 'adult', answer: 'tida.digitalforgery' },
        { part: 'found' },
        { part: 'earlier' },
      ],
    },
    { heading: 'statement', blocks: [{ say: 'goodFaith', fills: ['tida.statement'] }] },
    { heading: 'ask', blocks: [{ say: 'remove' }, { say: 'copies' }, { say: 'receipt' }] },
    {
      heading: 'signature',
      blocks: [
        { say: 'contact', answer: 'tida.contact', fills: ['tida.contact'] },
        // "/s/ Name" is how an electronic signature is typed in the United States.
        { say: 'signature', answer: 'tida.signature', fills: ['tida.signature'] },
      ],
    },
  ],

  sources: [
    {
      url: 'https://www.law.cornell.edu/uscode/text/47/223a',
      title: '47 U.S.C. 223a (TAKE IT DOWN Act, section 3), in force for platforms since 19 May 2026',
      checked,
      read: 'law',
    },
    {
      url: 'https://takeitdown.ftc.gov',
      title: 'Federal Trade Commission: complaints under the Act, and its letters to 15 firms of 11 May 2026',
      checked,
      read: 'note',
    },
  ],
}
