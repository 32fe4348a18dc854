/**
 * US 17 U.S.C. 512(c)(3): a notice by the owner of the copyright. It tells her name and contact to the uploader and often
 * to the public, and is made under penalty of perjury: so it comes last, for adults, and only once she has confirmed that
 * she holds the rights and has accepted what it shows.
 */
import { isMinor } from '#core/case/types.ts'
import type { Ground } from './ground.ts'

export const dmca: Ground = {
  id: 'dmca',
  invokers: [{ who: 'self', from: 18 }, { who: 'agent' }, { who: 'organisation' }],
  against: ['platform', 'host', 'search-engine'],
  tells: ['uploader', 'public'],

  elements: () => [
    { id: 'dmca.signature', need: 'required', asked: 'text', check: 'name' },
    { id: 'dmca.work', need: 'required' },
    { id: 'dmca.material', need: 'required' },
    { id: 'dmca.contact', need: 'required', asked: 'text', check: 'contact' },
    { id: 'dmca.goodfaith', need: 'required' },
    { id: 'dmca.accuracy', need: 'required', asked: 'yes' },
    { id: 'dmca.owner', need: 'helpful', asked: 'yes' },
    { id: 'dmca.exposure', need: 'helpful', asked: 'yes' },
  ],

  // Her name goes to the one who posted it: never in a minor's case.
  offered({ recipient, ageBand }) {
    if (isMinor(ageBand) || !dmca.against.includes(recipient.kind)) return null
    const sure = recipient.routes.some(({ grounds, sure }) => grounds.includes('dmca') && sure === 'published')
    return { order: 90, sure }
  },

  // "Expeditiously": no number. What is put back after a counter-notice comes 10 to 14 business days later.
  deadline: null,
  remindAfterDays: 7,
  homeState: 'US',
  counterNotice: { unit: 'business-days', least: 10, most: 14 },

  steps: [
    {
      id: 'reminder',
      after: ['silent'],
      to: 'same',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'reminder.still' }] },
        { heading: 'where', blocks: [{ part: 'locations', fills: ['dmca.material'] }] },
        { heading: 'ask', blocks: [{ say: 'reminder.ask' }] },
        {
          heading: 'signature',
          blocks: [
            { say: 'contact', answer: 'dmca.contact', fills: ['dmca.contact'] },
            { say: 'signature', answer: 'dmca.signature', fills: ['dmca.signature'] },
          ],
        },
      ],
    },
  ],

  letter: [
    { heading: 'where', blocks: [{ say: 'material' }, { part: 'locations', fills: ['dmca.material'] }] },
    {
      heading: 'what',
      blocks: [
        { say: 'work', fills: ['dmca.work'] },
        { say: 'owner', answer: 'dmca.owner', fills: ['dmca.owner'] },
        { part: 'earlier' },
      ],
    },
    { heading: 'ask', blocks: [{ say: 'remove' }, { say: 'receipt' }] },
    {
      heading: 'statement',
      blocks: [
        { say: 'goodFaith', fills: ['dmca.goodfaith'] },
        { say: 'accuracy', answer: 'dmca.accuracy', fills: ['dmca.accuracy'] },
        { say: 'exposure', answer: 'dmca.exposure', fills: ['dmca.exposure'] },
      ],
    },
    {
      heading: 'signature',
      blocks: [
        { say: 'contact', answer: 'dmca.contact', fills: ['dmca.contact'] },
        { say: 'signature', answer: 'dmca.signature', fills: ['dmca.signature'] },
      ],
    },
  ],

  sources: [
    {
      url: 'https://www.law.cornell.edu/uscode/text/17/512',
      title: '17 U.S.C. 512(c)(3), 512(d), 512(f) and 512(g)',
      checked: '2026-11-24',
      read: 'law',
    },
  ],
}
