/**
 * Mail that comes in, read once: reports of abuse (ARF, XARF), bounces, automatic answers, answers. Pictures and other
 * attachments are let go of unseen; of what is left, text alone goes on.
 */
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { Malformed } from '#core/errors.ts'
import { hex, sha256 } from '#core/fingerprint/index.ts'
import { type InboundAnswer, type InboundMail, replyToken } from '#core/request/inbound.ts'
import { replyKindOf } from './replies.ts'

export const longestMail = 1 << 20

const bounds = {
  headerBytes: 128 << 10,
  nesting: 20,
  reports: 20,
  reportLength: 40_000,
  fieldsOfReport: 60,
  textLength: 8_000,
  subjectLength: 200,
  markup: 200_000,
}

export interface Envelope {
  /** Where it was sent to, as the mail server was told. */
  recipients?: readonly string[]
  /** The server was told no sender: only bounces and automatic answers have none (RFC 5321 §4.5.5). */
  noSender?: boolean
}

/**
 * Reads one mail as it travels (RFC 5322).
 *
 * @throws Malformed when it is too long, or nested beyond reason
 */
export async function readInbound(bytes: Uint8Array, envelope: Envelope = {}): Promise<InboundMail> {
  if (bytes.length > longestMail) throw new Malformed('The mail is longer than 1 MiB: nothing of it was kept')
  let mail: Email
  try {
    mail = await PostalMime.parse(bytes, {
      attachmentEncoding: 'utf8',
      rfc822Attachments: true,
      forceRfc822Attachments: true,
      maxNestingDepth: bounds.nesting,
      maxHeadersSize: bounds.headerBytes,
    })
  } catch (cause) {
    throw new Malformed('The mail cannot be taken apart: nothing of it was kept', { cause })
  }
  const id = hex(sha256(new TextEncoder().encode(mail.messageId ?? hex(sha256(bytes)))))
  const sender = domainOf(mail)
  const reports = readReports(mail, { id, sender })
  if (reports.length > 0) return { id, sender, sort: 'report', reports }
  return { id, sender, ...readAnswer(mail, envelope) }
}

// ---- reports

/** ARF's fields (RFC 5965 §3), and XARF's JSON in whichever part it travels. */
function readReports(mail: Email, of: { id: string; sender: string | null }): string[] {
  const seen = { id: of.id, author: of.sender ?? 'unknown' }
  const reports: string[] = []
  const json: Attachment[] = []
  let arf: Record<string, string[]> | null = null
  for (const part of mail.attachments.slice(0, 200)) {
    if (part.mimeType === 'message/feedback-report') arf ??= readFields(textOf(part))
    else if (isJson(part)) json.push(part)
  }
  for (const part of json.slice(0, bounds.reports)) {
    const text = textOf(part)
    if (looksLikeXarf(text) || arf) reports.push(JSON.stringify({ form: 'xarf', ...seen, ...withoutPayloads(text) }))
  }
  const bare = (mail.text ?? '').trim()
  if (reports.length === 0 && bare.startsWith('{') && looksLikeXarf(bare))
    reports.push(JSON.stringify({ form: 'xarf', ...seen, ...withoutPayloads(bare) }))
  // Where both say the same, XARF says more.
  if (arf && reports.length === 0) reports.push(JSON.stringify({ form: 'arf', ...seen, fields: arf }))
  return reports.map((report) => (report.length <= 60_000 ? report : JSON.stringify({ form: 'too long', ...seen })))
}

function isJson({ mimeType, filename }: Attachment): boolean {
  return /[/+]json$/.test(mimeType) || /\.json$/i.test(filename ?? '')
}

function looksLikeXarf(text: string): boolean {
  return /"xarf_version"|"ReporterInfo"/.test(text.slice(0, bounds.reportLength))
}

/** Evidence is what nobody here may hold: samples, screenshots, anything long. */
function withoutPayloads(text: string): { report: unknown } | { text: string } {
  const kept = (key: string, value: unknown) =>
    /^(?:evidence|samples|payload|attachments?|_internal)$/i.test(key) ||
    (typeof value === 'string' && value.length > 4_000)
      ? undefined
      : value
  try {
    return { report: JSON.parse(text, kept) }
  } catch {
    return { text: text.slice(0, 2_000) }
  }
}

/** `Name: value` lines, folded ones put together; names in lower case. */
function readFields(text: string): Record<string, string[]> {
  const fields = new Map<string, string[]>()
  const lines = text
    .slice(0, bounds.reportLength)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  for (const line of lines.slice(0, bounds.fieldsOfReport)) {
    const [, name, value] = line.match(/^([\w-]{1,60}):\s*(.{0,2048})/) ?? []
    if (name && value !== undefined)
      fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value.trim()])
  }
  return Object.fromEntries(fields)
}

/** With `attachmentEncoding: 'utf8'` every part's content is text; a picture's is not looked at. */
function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : ''
}

// ---- answers

function readAnswer(mail: Email, { recipients = [], noSender = false }: Envelope): InboundAnswer {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim()
  const own = plain(mail.text ?? stripMarkup(mail.html ?? ''))
  const status = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  const subject = plain(mail.subject ?? '')
    .replace(/\s+/g, ' ')
    .slice(0, bounds.subjectLength)
  const places = [
    ...recipients,
    ...['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'in-reply-to', 'references'].map(header),
    // A bounce quotes the headers of what did not arrive.
    ...mail.attachments.filter(({ mimeType }) => /^(?:message|text)\/rfc822/.test(mimeType)).map(textOf),
  ]
  const found = places.flatMap((text) => [...(text ?? '').slice(0, 20_000).matchAll(replyToken)])
  const isAutomatic =
    noSender ||
    isTold(header('auto-submitted'), /^(?!no\b)/i) ||
    isTold(header('precedence'), /^(?:auto_reply|bulk|junk)/i) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => header(name) !== undefined) ||
    header('return-path') === '<>'
  const text = withoutQuotes(own).slice(0, bounds.textLength)
  const sort = status ? bounceOf(textOf(status)) : isFromDaemon(mail) ? 'bounce' : isAutomatic ? 'automatic' : 'answer'
  return {
    sort,
    tokens: [...new Set(found.map(([, token = '']) => token.toLowerCase()))].slice(0, 20),
    ticket: ticketIn(subject),
    subject,
    text,
    proposes: sort === 'answer' ? replyKindOf(text) : null,
  }
}

function isTold(value: string | undefined, pattern: RegExp): boolean {
  return value !== undefined && pattern.test(value)
}

/** RFC 3464 §2.3.3: a group a recipient. What was delivered or passed on is no bounce. */
function bounceOf(status: string): InboundAnswer['sort'] {
  const actions = readFields(status).action ?? []
  if (actions.some((action) => /^failed/i.test(action))) return 'bounce'
  return actions.some((action) => /^delayed/i.test(action)) ? 'delayed' : 'automatic'
}

function isFromDaemon({ from }: Email): boolean {
  return /^mailer-daemon@/i.test(from?.address ?? '')
}

/** The numbers that ticket systems put into subjects; the shapes are common, and none is a standard. */
const tickets = [
  /\[#(\d{4,12})\]/,
  /\[Ticket\s?#:?\s?(\d{4,20})\]/i,
  /\((?:Case|Ticket)\s#?(\d{4,20})\)/i,
  /\bref:(_?[\w!.]{6,60}):ref\b/,
  /\[([A-Z]{2,8}-\d{2,8}(?:-\d{2,10})?)\]/,
  /\b(?:case|ticket|request)\s?(?:id|no\.?|number)?\s?[:#]\s?(\d{5,20})\b/i,
]

function ticketIn(subject: string): string | null {
  for (const shape of tickets) {
    const [, ticket] = subject.match(shape) ?? []
    if (ticket) return ticket
  }
  return null
}

/** Her own letter comes back below most answers. */
function withoutQuotes(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Of markup its text, in one pass: what is drawn, fetched or run is gone, and so is what is quoted, unless all is. */
function stripMarkup(html: string): string {
  const source = html.slice(0, bounds.markup)
  const text = { own: '', all: '' }
  let end = 0
  /** Inside of what is no text: the tag, or `-->`, that ends it. */
  let until: string | null = null
  let quotes = 0
  const add = (piece: string) => {
    text.all += piece
    if (quotes === 0) text.own += piece
  }
  for (const { index, 0: tag, 1: name = '' } of source.matchAll(
    /<!--|-->|<(\/?[a-z][a-z0-9]{0,15})(?=[\s/>])[^<>]*>/gi,
  )) {
    if (until === null) add(source.slice(end, index))
    const what = name.toLowerCase()
    if (until === null && tag === '<!--') until = '-->'
    else if (until === null && /^(?:script|style|head|title)$/.test(what)) until = `/${what}`
    else if (until === tag || until === what) until = null
    else if (until === null && what === 'blockquote') quotes++
    else if (until === null && what === '/blockquote') quotes = Math.max(0, quotes - 1)
    if (/^(?:br|\/(?:p|div|tr|li|h\d|blockquote))$/.test(what)) add('\n')
    end = index + tag.length
  }
  if (until === null) add(source.slice(end))
  return (text.own.trim() === '' ? text.all : text.own)
    .replace(/&(nbsp|amp|lt|gt|quot|#39|apos);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/[ \t]+/g, ' ')
}

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" }

/** Text as it may be shown: no control characters, and none that turn the reading direction around. */
function plain(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .toWellFormed()
  )
}

function domainOf({ from, sender }: Email): string | null {
  const [, domain] = (from?.address ?? sender?.address ?? '').match(/@([a-z0-9.-]{3,253})$/i) ?? []
  return domain?.toLowerCase() ?? null
}
