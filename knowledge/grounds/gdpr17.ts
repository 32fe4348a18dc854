/**
 * EU General Data Protection Regulation, Articles 17 and 21: whoever decides about the data must erase them. The reasons
 * stand in the law and need no answer from her; no proof of who she is goes with the letter (Article 12(6)).
 */
import { isMinor } from '#core/case/types.ts'
import { isEea } from '../countries.ts'
import type { BlockPlan, Element, Ground, RecipientKind, SectionPlan } from './ground.ts'

const checked = '2026-11-24'

const sender: SectionPlan = { heading: 'sender', blocks: [{ say: 'person', answer: 'gdpr17.subject' }] }
const where: SectionPlan = { heading: 'where', blocks: [{ part: 'locations', fills: ['gdpr17.data'] }] }
const data: BlockPlan = { say: 'data', fills: ['gdpr17.data'] }
const unlawful: readonly BlockPlan[] = [
  { say: 'reason.unlawful', fills: ['gdpr17.reason'] },
  { say: 'reason.life', fills: ['gdpr17.reason'] },
]

export const gdpr17: Ground = {
  id: 'gdpr17',
  invokers: [{ who: 'self' }, { who: 'parent' }, { who: 'agent' }, { who: 'organisation' }],
  against: ['platform', 'host', 'archive', 'uploader'],
  // Nothing in it forbids a controller to say who asked; the letter asks for silence.
  tells: ['uploader'],

  elements({ ageBand, voice }) {
    // The law prescribes no form. An adult gives a name, so that they know whom to answer; a minor is not named.
    const subject: Element =
      isMinor(ageBand) && voice === 'self'
        ? { id: 'gdpr17.subject', need: 'required' }
        : { id: 'gdpr17.subject', need: 'required', asked: 'text', check: 'name' }
    return [
      subject,
      { id: 'gdpr17.data', need: 'required' },
      { id: 'gdpr17.reason', need: 'required' },
      { id: 'gdpr17.controller', need: 'helpful' },
      { id: 'gdpr17.recipients', need: 'helpful' },
      { id: 'gdpr17.term', need: 'helpful' },
      { id: 'gdpr17.identityproof', need: 'absent' },
    ]
  },

  // The uploader is bound as well, and is never written to. A bare host mostly processes for somebody else: it is asked
  // to pass the request on. Outside the EEA only where the place itself names a way for this law.
  offered({ recipient, country }) {
    const orders: Partial<Record<RecipientKind, number>> = { platform: 30, archive: 36, host: 38 }
    const order = orders[recipient.kind]
    const named = recipient.routes.find(({ grounds }) => grounds.includes('gdpr17'))
    if (order === undefined || (!isEea(country) && !named)) return null
    const sure = isEea(country) && recipient.kind !== 'host' && named !== undefined && named.sure !== 'unconfirmed'
    return { order: isEea(country) ? order : order + 15, sure }
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
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'reminder.late', fills: ['gdpr17.term'] }] },
        where,
        { heading: 'data', blocks: [data] },
        { heading: 'why', blocks: unlawful },
        {
          heading: 'ask',
          blocks: [{ say: 'reminder.ask' }, { say: 'reminder.reasons' }, { say: 'silence' }, { say: 'reply' }],
        },
      ],
    },
    {
      id: 'authority',
      after: ['refused', 'silent'],
      to: 'data-protection-authority',
      openFor: null,
      // Article 78(2): after three months without a word from the authority she may go to court.
      answerIn: { unit: 'months', count: 3 },
      letter: [
        sender,
        { heading: 'what', blocks: [{ say: 'authority.what' }] },
        where,
        { heading: 'data', blocks: [data] },
        { heading: 'why', blocks: unlawful },
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'authority.still' }] },
        {
          heading: 'ask',
          blocks: [{ say: 'authority.ask' }, { say: 'authority.pass' }, { say: 'authority.privacy' }, { say: 'reply' }],
        },
        // An authority may want a signature; a minor's complaint names nobody.
        { heading: 'signature', blocks: [{ part: 'signature', when: 'adult', fills: ['gdpr17.subject'] }] },
      ],
    },
    { id: 'court', after: ['refused', 'silent'], to: 'court', openFor: null, answerIn: null },
  ],

  letter: [
    sender,
    where,
    { heading: 'data', blocks: [data, { part: 'found' }, { part: 'earlier' }] },
    {
      heading: 'why',
      blocks: [
        ...unlawful,
        { part: 'crime', when: 'adult' },
        { say: 'reason.consent', fills: ['gdpr17.reason'] },
        { say: 'reason.objection', fills: ['gdpr17.reason'] },
        { say: 'reason.child', when: 'minor', fills: ['gdpr17.reason'] },
        { say: 'russmedia', when: 'adult' },
      ],
    },
    {
      heading: 'ask',
      blocks: [
        { say: 'controller', fills: ['gdpr17.controller'] },
        { say: 'erase' },
        { say: 'recipients', fills: ['gdpr17.recipients'] },
        { say: 'term', fills: ['gdpr17.term'] },
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
      title: 'Regulation (EU) 2016/679, Articles 9, 12, 17, 19, 21, 27, 77 and 78',
      checked,
      read: 'unread',
    },
    {
      url: 'https://curia.europa.eu/juris/liste.jsf?num=C-492/23',
      title: 'Court of Justice, C-492/23 Russmedia, 2 December 2025: how far it reaches beyond marketplaces is open',
      checked,
      read: 'note',
    },
  ],
}
