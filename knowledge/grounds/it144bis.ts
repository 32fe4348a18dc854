/**
 * Italy, Privacy Code, Article 144-bis: a report to the Garante, which decides within 48 hours. Its own form wants the
 * content: if at all, she gives it there with her own hand, and nobody under 18 does. So for adults alone.
 */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

export const it144bis: Ground = {
  id: 'it144bis',
  invokers: [{ who: 'self', from: 14 }, { who: 'parent' }],
  against: ['authority'],
  tells: ['authority'],

  elements: () => [
    { id: 'it144bis.person', need: 'required', asked: 'text', check: 'name' },
    { id: 'it144bis.platforms', need: 'required', asked: 'text', check: 'words' },
    { id: 'it144bis.locations', need: 'required' },
    { id: 'it144bis.declaration', need: 'required' },
  ],

  offered({ country, recipient, ageBand }) {
    if (country !== 'IT' || isMinor(ageBand)) return null
    return recipient.kind === 'authority' || recipient.kind === 'platform' ? { order: 12, sure: true } : null
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
        { heading: 'where', blocks: [{ part: 'locations', fills: ['it144bis.locations'] }] },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }] },
        { heading: 'sender', blocks: [{ say: 'person', answer: 'it144bis.person', fills: ['it144bis.person'] }] },
      ],
    },
  ],

  letter: [
    {
      heading: 'where',
      blocks: [
        { say: 'platforms', answer: 'it144bis.platforms', fills: ['it144bis.platforms'] },
        { part: 'locations', fills: ['it144bis.locations'] },
      ],
    },
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
    { heading: 'ask', blocks: [{ say: 'order' }, { say: 'nocopy' }, { say: 'receipt' }] },
    { heading: 'statement', blocks: [{ say: 'declaration', fills: ['it144bis.declaration'] }] },
    { heading: 'sender', blocks: [{ say: 'person', answer: 'it144bis.person', fills: ['it144bis.person'] }] },
  ],

  sources: [
    {
      url: 'https://www.garanteprivacy.it/temi/revengeporn',
      title: 'Garante per la protezione dei dati personali: Article 144-bis of the Privacy Code',
      checked: '2026-11-24',
      read: 'note',
    },
  ],
}
