/**
 * Delisting: a search for a name no longer leads to the page (Articles 17 and 21 GDPR, CJEU C-131/12). The page itself
 * stays up, so a request to whoever runs it always goes beside this one.
 */
import { isMinor } from '#core/case/types.ts'
import { isEea } from '../countries.ts'
import type { BlockPlan, Element, Ground, SectionPlan } from './ground.ts'

const checked = '2026-11-24'

const sender: SectionPlan = { heading: 'sender', blocks: [{ say: 'person', answer: 'gdpr17s.subject' }] }
const data: SectionPlan = {
  heading: 'data',
  blocks: [
    { say: 'query', answer: 'gdpr17s.query' },
    { say: 'results' },
    { part: 'locations', fills: ['gdpr17s.urls'] },
  ],
}
const reasons: readonly BlockPlan[] = [
  { say: 'reason.what', fills: ['gdpr17s.reason'] },
  { say: 'reason.unlawful', fills: ['gdpr17s.reason'] },
]

export const gdpr17s: Ground = {
  id: 'gdpr17s',
  invokers: [{ who: 'self' }, { who: 'parent' }, { who: 'agent' }, { who: 'organisation' }],
  against: ['search-engine'],
  // A search engine may tell the site that a result of it was removed, and so that somebody asked.
  tells: ['uploader'],

  elements({ ageBand, voice }) {
    const subject: Element =
      isMinor(ageBand) && voice === 'self'
        ? { id: 'gdpr17s.subject', need: 'required' }
        : { id: 'gdpr17s.subject', need: 'required', asked: 'text', check: 'name' }
    return [
      // Without the searched name there is nothing to delist. It is the one ground that cannot do without it.
      { id: 'gdpr17s.query', need: 'required', asked: 'text', check: 'words' },
      { id: 'gdpr17s.urls', need: 'required' },
      { id: 'gdpr17s.reason', need: 'required' },
      subject,
      { id: 'gdpr17s.identityproof', need: 'absent' },
    ]
  },

  // Later for a minor: the search engines' own forms for intimate images do without the name.
  offered({ recipient, country, ageBand }) {
    if (recipient.kind !== 'search-engine' || !isEea(country)) return null
    return { order: isMinor(ageBand) ? 55 : 32, sure: true }
  },

  deadline: { period: { unit: 'months', count: 1 }, from: 'received' },
  remindAfterDays: null,
  homeState: null,
  extension: { unit: 'months', count: 3 },

  steps: [
    {
      id: 'reminder',
      after: ['silent'],
      to: 'same',
      openFor: null,
      answerIn: null,
      letter: [
        sender,
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'reminder.late' }] },
        data,
        { heading: 'why', blocks: reasons },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }, { say: 'refusal' }, { say: 'silence' }, { say: 'reply' }] },
      ],
    },
    {
      id: 'authority',
      after: ['refused', 'silent'],
      to: 'data-protection-authority',
      openFor: null,
      answerIn: { unit: 'months', count: 3 },
      letter: [
        sender,
        { heading: 'what', blocks: [{ say: 'authority.what' }] },
        data,
        { heading: 'why', blocks: reasons },
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'authority.still' }] },
        {
          heading: 'ask',
          blocks: [{ say: 'authority.ask' }, { say: 'authority.pass' }, { say: 'authority.privacy' }, { say: 'reply' }],
        },
        // An authority may want a signature; a minor's complaint names nobody.
        { heading: 'signature', blocks: [{ part: 'signature', when: 'adult', fills: ['gdpr17s.subject'] }] },
      ],
    },
    { id: 'court', after: ['refused', 'silent'], to: 'court', openFor: null, answerIn: null },
  ],

  letter: [
    sender,
    data,
    {
      heading: 'why',
      blocks: [
        ...reasons,
        { part: 'crime', when: 'adult' },
        { say: 'reason.consent', fills: ['gdpr17s.reason'] },
        { say: 'reason.objection', fills: ['gdpr17s.reason'] },
        { say: 'reason.public', fills: ['gdpr17s.reason'] },
      ],
    },
    {
      heading: 'ask',
      blocks: [
        { say: 'delist' },
        { say: 'term' },
        { say: 'refusal' },
        { say: 'identity' },
        { say: 'silence' },
        { say: 'reply' },
      ],
    },
  ],

  sources: [
    {
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
      title: 'Regulation (EU) 2016/679, Articles 9, 12, 17, 21, 77 and 78',
      checked,
      read: 'unread',
    },
    {
      url: 'https://curia.europa.eu/juris/liste.jsf?num=C-131/12',
      title: 'Court of Justice, C-131/12 Google Spain: results of a search for a name',
      checked,
      read: 'unread',
    },
  ],
}
