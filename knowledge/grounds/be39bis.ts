/** Belgium, Code of Criminal Procedure Article 39bis § 6: after a complaint, the prosecutor can have it made inaccessible. */
import { isMinor } from '#core/case/types.ts'
import type { Ground, SectionPlan } from './ground.ts'

const checked = '2026-11-24'

const report: SectionPlan = { heading: 'before', blocks: [{ say: 'complaint', answer: 'be39bis.complaint' }] }
const where: SectionPlan = { heading: 'where', blocks: [{ part: 'locations', fills: ['be39bis.urls'] }] }

export const be39bis: Ground = {
  id: 'be39bis',
  invokers: [{ who: 'self' }, { who: 'parent' }, { who: 'agent' }, { who: 'organisation' }],
  against: ['platform', 'host', 'delivery-network', 'search-engine', 'registrar'],
  tells: ['authority'],

  elements: () => [
    { id: 'be39bis.complaint', need: 'required', asked: 'text', check: 'words' },
    { id: 'be39bis.urls', need: 'required' },
    { id: 'be39bis.preserve', need: 'helpful' },
  ],

  // Goes to the prosecutor, through the police. For a minor the police come early.
  offered({ recipient, country, ageBand }) {
    if (country !== 'BE' || recipient.kind !== 'authority') return null
    return { order: isMinor(ageBand) ? 20 : 75, sure: true }
  },

  deadline: null,
  remindAfterDays: 14,
  homeState: 'BE',

  steps: [
    {
      id: 'reminder',
      after: ['silent'],
      to: 'same',
      openFor: null,
      answerIn: null,
      letter: [
        report,
        { heading: 'what', blocks: [{ part: 'sent-before' }, { say: 'reminder.still' }] },
        where,
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }, { say: 'answer' }] },
        { heading: 'sender', blocks: [{ say: 'sender' }] },
      ],
    },
  ],

  letter: [
    report,
    { heading: 'what', blocks: [{ say: 'what' }, { part: 'found' }, { part: 'earlier' }] },
    where,
    { heading: 'why', blocks: [{ say: 'offence' }, { say: 'spreading' }] },
    {
      heading: 'ask',
      blocks: [{ say: 'preserve', fills: ['be39bis.preserve'] }, { say: 'remove' }, { say: 'answer' }],
    },
    { heading: 'sender', blocks: [{ say: 'sender' }] },
  ],

  sources: [
    {
      url: 'https://www.ejustice.just.fgov.be',
      title: 'Belgian Code of Criminal Procedure, Article 39bis § 6',
      checked,
      read: 'note',
    },
    {
      url: 'https://www.ejustice.just.fgov.be',
      title:
        'Belgian Criminal Code, Articles 136, 143, 144 and 170 to 174 (law of 29 February 2024, in force 1 September 2026)',
      checked,
      read: 'law',
    },
  ],
}
