/** EU Digital Services Act, Article 16: anybody may tell a hosting service of illegal content, and must be answered. */
import { isMinor } from '#core/case/types.ts'
import { isEea } from '../countries.ts'
import type { BlockPlan, Element, Ground, RecipientKind, SectionPlan, Situation } from './ground.ts'

const checked = '2026-11-24'

const where: SectionPlan = { heading: 'where', blocks: [{ part: 'locations', fills: ['dsa16.location'] }] }
const explanation: BlockPlan = { say: 'what', fills: ['dsa16.explanation'] }

/** A minor's letter says in what role an adult acts, and names nobody. */
const sender = (anonymous: string): SectionPlan => ({
  heading: 'sender',
  blocks: [
    { part: 'acting', when: 'minor' },
    { part: 'identity', fills: ['dsa16.identity'] },
    { say: anonymous, when: 'minor' },
  ],
})

export const dsa16: Ground = {
  id: 'dsa16',
  // An organisation too, in its own name; as a trusted flagger it comes first (Article 22).
  invokers: [{ who: 'anyone' }, { who: 'organisation' }],
  against: ['platform', 'host', 'search-engine', 'archive'],
  // Article 17(3)(b) lets them name the notifier to whoever posted it, where that is strictly necessary.
  tells: ['uploader'],

  elements({ ageBand }) {
    // Article 16(2)(c) spares name and e-mail where the notice is about child sexual abuse material.
    const identity: Element = isMinor(ageBand)
      ? { id: 'dsa16.identity', need: 'absent' }
      : { id: 'dsa16.identity', need: 'required', asked: 'text', check: 'name-and-mail' }
    return [
      { id: 'dsa16.explanation', need: 'required' },
      { id: 'dsa16.location', need: 'required' },
      identity,
      { id: 'dsa16.bonafide', need: 'required' },
      { id: 'dsa16.channel', need: 'helpful' },
      { id: 'dsa16.reply', need: 'helpful' },
      { id: 'dsa16.category', need: 'helpful' },
      { id: 'dsa16.rule', need: 'helpful' },
      { id: 'dsa16.nocopy', need: 'absent' },
    ]
  },

  // Every place we know hosts for people in the EU. Of a site we do not know, that is likely and not certain; of a search
  // engine it is in doubt (recital 28), and a mere cache or conduit has no such duty.
  offered(of) {
    const orders: Partial<Record<RecipientKind, number>> = { platform: 0, host: 5, archive: 5, 'search-engine': 6 }
    const order = orders[of.recipient.kind]
    return order === undefined ? null : { order: order + (isEea(of.country) ? 0 : 10), sure: isBound(of) }
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
        where,
        { heading: 'what', blocks: [explanation] },
        {
          heading: 'ask',
          blocks: [{ say: 'reminder.ask' }, { say: 'reminder.decide' }, { say: 'silence', when: 'adult' }],
        },
        { heading: 'statement', blocks: [{ say: 'bonaFide', fills: ['dsa16.bonafide'] }] },
        sender('anonymous'),
      ],
    },
    {
      // Article 20 does not bind micro and small firms (Article 19), and asks for a decision to complain about.
      id: 'complaint',
      after: ['refused'],
      to: 'same',
      openFor: { unit: 'months', count: 6 },
      answerIn: null,
      letter: [
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'complaint.wrong' }] },
        where,
        { heading: 'what', blocks: [explanation] },
        { heading: 'why', blocks: [{ part: 'crime', fills: ['dsa16.rule'] }] },
        {
          heading: 'ask',
          blocks: [
            { say: 'complaint.ask' },
            { say: 'complaint.people' },
            { say: 'complaint.reasons' },
            { say: 'silence', when: 'adult' },
          ],
        },
        { heading: 'statement', blocks: [{ say: 'complaint.bonaFide', fills: ['dsa16.bonafide'] }] },
        sender('complaint.anonymous'),
      ],
    },
    { id: 'out-of-court', after: ['refused'], to: 'out-of-court-body', openFor: null, answerIn: null },
    {
      id: 'coordinator',
      after: ['silent', 'refused'],
      to: 'coordinator',
      openFor: null,
      answerIn: null,
      letter: [
        { heading: 'what', blocks: [{ say: 'coordinator.what' }, explanation] },
        where,
        { heading: 'before', blocks: [{ part: 'sent-before' }, { say: 'coordinator.still' }] },
        {
          heading: 'ask',
          blocks: [{ say: 'coordinator.ask' }, { say: 'coordinator.pass' }, { say: 'coordinator.privacy' }],
        },
        sender('coordinator.anonymous'),
      ],
    },
    { id: 'court', after: ['refused', 'silent'], to: 'court', openFor: null, answerIn: null },
  ],

  letter: [
    where,
    { heading: 'what', blocks: [explanation, { part: 'found' }, { part: 'earlier' }] },
    {
      heading: 'why',
      blocks: [
        { part: 'crime', fills: ['dsa16.rule'] },
        { part: 'category', fills: ['dsa16.category'] },
      ],
    },
    {
      heading: 'ask',
      blocks: [
        { say: 'remove' },
        { say: 'receipt', fills: ['dsa16.reply'] },
        { say: 'decision' },
        { say: 'silence', when: 'adult' },
      ],
    },
    {
      heading: 'statement',
      blocks: [
        { say: 'bonaFide', fills: ['dsa16.bonafide'] },
        { say: 'channel', fills: ['dsa16.channel'] },
      ],
    },
    sender('anonymous'),
  ],

  sources: [
    {
      url: 'https://eur-lex.europa.eu/eli/reg/2022/2065/oj',
      title: 'Regulation (EU) 2022/2065, Articles 16, 17, 20, 21 and 53',
      checked,
      read: 'law',
    },
  ],
}

function isBound({ recipient }: Situation): boolean {
  const first = recipient.routes.find(({ grounds, at }) => !at && grounds.includes('dsa16'))
  return recipient.kind !== 'search-engine' && first !== undefined && first.sure !== 'unconfirmed'
}
