/**
 * Spain, the AEPD's Canal Prioritario: the authority asks for urgent removal of sexual or violent content, where the
 * provider's own route failed or the case is exceptional.
 */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

export const esaepd: Ground = {
  id: 'esaepd',
  invokers: [{ who: 'anyone' }, { who: 'self', from: 14 }],
  against: ['authority'],
  tells: ['authority'],

  elements: ({ ageBand, voice }) => [
    { id: 'esaepd.locations', need: 'required' },
    // In her own words, or one of two sentences.
    { id: 'esaepd.tried', need: 'required', asked: 'text', choices: ['tried', 'exceptional'], check: 'words' },
    // From 14 to 17 she may stay anonymous. Who acts for somebody gives a contact.
    {
      id: 'esaepd.contact',
      need: isMinor(ageBand) && voice === 'self' ? 'helpful' : 'required',
      asked: 'text',
      check: 'contact',
    },
  ],

  offered({ country, recipient, ageBand }) {
    if (country !== 'ES') return null
    if (recipient.kind !== 'authority' && recipient.kind !== 'platform') return null
    return { order: isMinor(ageBand) ? 8 : 15, sure: true }
  },

  deadline: null,
  remindAfterDays: 7,
  homeState: 'ES',

  steps: [
    {
      id: 'reminder',
      after: ['silent'],
      to: 'same',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'reminder.still' }] },
        { heading: 'where', blocks: [{ part: 'locations', fills: ['esaepd.locations'] }] },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }] },
        { heading: 'sender', blocks: [{ say: 'contact', answer: 'esaepd.contact', fills: ['esaepd.contact'] }] },
      ],
    },
  ],

  letter: [
    { heading: 'where', blocks: [{ part: 'locations', fills: ['esaepd.locations'] }] },
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
    { heading: 'before', blocks: [{ say: 'tried', answer: 'esaepd.tried', fills: ['esaepd.tried'] }] },
    { heading: 'ask', blocks: [{ say: 'order' }, { say: 'nocopy' }, { say: 'receipt' }] },
    {
      heading: 'sender',
      blocks: [
        { say: 'contact', answer: 'esaepd.contact', fills: ['esaepd.contact'] },
        { say: 'anonymous', when: 'minor' },
      ],
    },
  ],

  sources: [
    {
      url: 'https://www.aepd.es/canalprioritario',
      title: 'Agencia Española de Protección de Datos: Canal Prioritario',
      checked: '2026-11-24',
      read: 'note',
    },
  ],
}
