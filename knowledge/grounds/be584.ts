/**
 * Belgium, Judicial Code Article 584: the president of the court orders the poster and any intermediary to withdraw
 * intimate images within six hours of service. Vigie prepares the file for her lawyer or the Institute, and files nothing.
 * An incomplete list of addresses is no reason to wait; a gap that is not explained makes the application void.
 */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

const checked = '2026-11-24'

export const be584: Ground = {
  id: 'be584',
  // Of a minor her legal representative; successors too. The Institute (IEFH/IGVM) with her consent, for adults.
  invokers: [{ who: 'self', from: 18 }, { who: 'parent' }, { who: 'organisation' }],
  against: ['platform', 'host', 'delivery-network', 'search-engine', 'uploader'],
  // The other side of proceedings reads who has applied.
  tells: ['uploader', 'authority'],

  elements: () => [
    { id: 'be584.applicant', need: 'required', asked: 'text', check: 'name' },
    { id: 'be584.court', need: 'required' },
    { id: 'be584.content', need: 'required' },
    { id: 'be584.urls', need: 'required' },
    { id: 'be584.missing', need: 'required', asked: 'text', check: 'words', otherwise: 'missing.none' },
    { id: 'be584.addressee', need: 'required', asked: 'text', check: 'words' },
    { id: 'be584.measure', need: 'required' },
    { id: 'be584.nonconsent', need: 'helpful' },
    { id: 'be584.rule', need: 'helpful' },
  ],

  // The file goes to whoever applies to the court. It is for when a host is silent or the harm is spreading.
  offered({ recipient, country, ageBand }) {
    if (country !== 'BE' || (recipient.kind !== 'court' && recipient.kind !== 'organisation')) return null
    return { order: isMinor(ageBand) ? 85 : 80, sure: true }
  },

  deadline: { period: { unit: 'hours', count: 6 }, from: 'served' },
  remindAfterDays: null,
  homeState: 'BE',

  steps: [{ id: 'court', after: ['silent', 'refused'], to: 'court', openFor: null, answerIn: null }],

  letter: [
    {
      heading: 'what',
      blocks: [
        { say: 'prepared' },
        { say: 'content', fills: ['be584.content'] },
        { part: 'found' },
        { part: 'earlier' },
      ],
    },
    { heading: 'sender', blocks: [{ say: 'applicant', answer: 'be584.applicant' }] },
    {
      heading: 'where',
      blocks: [
        { say: 'nullity' },
        { part: 'locations', fills: ['be584.urls'] },
        { say: 'missing', answer: 'be584.missing' },
        { say: 'production' },
      ],
    },
    {
      heading: 'why',
      blocks: [
        { say: 'nonconsent', fills: ['be584.nonconsent'] },
        { say: 'rule', fills: ['be584.rule'] },
      ],
    },
    {
      heading: 'ask',
      blocks: [
        { say: 'court', fills: ['be584.court'] },
        { say: 'addressee', answer: 'be584.addressee' },
        { say: 'poster' },
        { say: 'measure', fills: ['be584.measure'] },
        { say: 'discreet' },
      ],
    },
  ],

  sources: [
    {
      url: 'https://www.ejustice.just.fgov.be',
      title: 'Belgian Judicial Code, Article 584 (laws of 4 May 2020, Art. 9, and of 31 July 2023, Art. 6)',
      checked,
      read: 'law',
    },
    {
      url: 'https://www.ejustice.just.fgov.be',
      title: 'Belgian Criminal Code, Articles 136, 137, 143 and 144 (law of 29 February 2024)',
      checked,
      read: 'law',
    },
  ],
}
