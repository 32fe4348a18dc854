/**
 * New Zealand, Harmful Digital Communications Act 2015, section 24: the home law of MEGA. The host passes a notice of
 * complaint to the author within 48 hours; the author has 48 more; without an answer the host takes it down.
 */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

export const hdca24: Ground = {
  id: 'hdca24',
  invokers: [{ who: 'anyone' }, { who: 'organisation' }],
  against: ['platform', 'host'],
  // The notice goes to the author; her personal information only if she allows it.
  tells: ['uploader'],

  elements: () => [
    { id: 'hdca24.complainant', need: 'required', asked: 'text', check: 'name-and-mail' },
    { id: 'hdca24.content', need: 'required' },
    { id: 'hdca24.reason', need: 'required' },
    { id: 'hdca24.disclosure', need: 'required', asked: 'one-of', choices: ['no', 'yes'], otherwise: 'no' },
    { id: 'hdca24.agency', need: 'helpful', asked: 'one-of', choices: ['no', 'yes'] },
  ],

  offered({ recipient, country, location, ageBand }) {
    if (!hdca24.against.includes(recipient.kind)) return null
    const isNamed = recipient.routes.some(({ grounds }) => grounds.includes('hdca24'))
    if (!isNamed && country !== 'NZ') return null
    // For somebody under 18 later: the one who posted it is told that there is a complaint.
    const order = country === 'NZ' ? 2 : 25
    return { order: isMinor(ageBand) ? 50 : order, sure: isNamed || location.platform === 'mega' }
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
        { heading: 'where', blocks: [{ part: 'locations', fills: ['hdca24.content'] }] },
        {
          heading: 'ask',
          blocks: [
            { say: 'reminder.ask' },
            { say: 'disclosure', answer: 'hdca24.disclosure', fills: ['hdca24.disclosure'] },
          ],
        },
        {
          heading: 'sender',
          blocks: [{ say: 'complainant', answer: 'hdca24.complainant', fills: ['hdca24.complainant'] }],
        },
      ],
    },
    {
      id: 'netsafe',
      after: ['refused', 'silent'],
      to: 'netsafe',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'what', blocks: [{ say: 'netsafe.what' }, { part: 'sent-before' }] },
        { heading: 'where', blocks: [{ part: 'locations', fills: ['hdca24.content'] }] },
        { heading: 'why', blocks: [{ say: 'reason', fills: ['hdca24.reason'] }] },
        { heading: 'ask', blocks: [{ say: 'netsafe.ask' }, { say: 'netsafe.privacy' }] },
        {
          heading: 'sender',
          blocks: [{ say: 'complainant', answer: 'hdca24.complainant', fills: ['hdca24.complainant'] }],
        },
      ],
    },
  ],

  letter: [
    { heading: 'where', blocks: [{ part: 'locations', fills: ['hdca24.content'] }] },
    {
      heading: 'what',
      blocks: [
        { say: 'what' },
        { part: 'acting', when: 'agent' },
        { part: 'acting', when: 'parent' },
        { part: 'found' },
        { part: 'earlier' },
      ],
    },
    { heading: 'why', blocks: [{ say: 'reason', fills: ['hdca24.reason'] }, { say: 'harm' }] },
    {
      heading: 'ask',
      blocks: [
        { say: 'remove' },
        { say: 'process' },
        { say: 'disclosure', answer: 'hdca24.disclosure', fills: ['hdca24.disclosure'] },
        { say: 'receipt' },
      ],
    },
    {
      heading: 'sender',
      blocks: [
        { say: 'agency', answer: 'hdca24.agency', fills: ['hdca24.agency'] },
        { say: 'complainant', answer: 'hdca24.complainant', fills: ['hdca24.complainant'] },
      ],
    },
  ],

  sources: [
    {
      url: 'https://www.legislation.govt.nz/act/public/2015/0063/latest/whole.html',
      title: 'Harmful Digital Communications Act 2015, sections 22A, 24 and 25',
      checked: '2026-11-24',
      read: 'law',
    },
  ],
}
