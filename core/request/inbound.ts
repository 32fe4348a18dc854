/** What came in by mail, as data: no picture, no attachment, no markup. */

export type InboundMail = Arrived & (InboundReport | InboundAnswer)

interface Arrived {
  /** The same mail has the same one, however often it arrives. */
  id: string
  /** The sender's domain as the mail says it, which proves nothing; null: it says none. */
  sender: string | null
}

/** An abuse report (ARF, XARF): what the mail channel reads. */
export interface InboundReport {
  sort: 'report'
  /** One text a report, in the form that the channel's reader takes. */
  reports: string[]
}

/** Anything else: it may answer a request. */
export interface InboundAnswer {
  /** `automatic`: no person wrote it. `bounce`: a mail of ours did not arrive. `delayed`: not yet. */
  sort: 'answer' | 'automatic' | 'bounce' | 'delayed'
  /** From addresses of reply that it was sent to, or refers to. */
  tokens: string[]
  /** The recipient's own number, as in `[#123456]`. */
  ticket: string | null
  subject: string
  text: string
  /** What its words seem to say. A proposal: she looks, and decides. */
  proposes: ReplyKind | null
}

/** The local part of an address of reply: `r-` and 128 bits, in base32. */
export const replyToken = /\br-([a-z2-7]{26})@/gi

/** They have it; they ask something; they refuse; it is gone. */
export const replyKinds = ['receipt', 'question', 'refused', 'removed'] as const
export type ReplyKind = (typeof replyKinds)[number]
