/**
 * The tables, as Kysely sees them. One table per arrow of the path:
 * channels → notices → finds (with their matches) → alerts → deliveries, and requests beside them.
 *
 * `sealed` columns hold what only the case's key opens (store/keys.ts). `*_ref` columns are keyed digests: they join
 * rows without saying to a reader of the database what they join.
 */

import type { Generated, JSONColumnType } from 'kysely'
import type { AgeBand, Lang } from '#core/case/types.ts'
import type { Location } from '#core/location/types.ts'
import type { RequestState } from '#core/request/index.ts'
import type { SendingState } from './sendings.ts'

export interface Database {
  installation: InstallationTable
  cases: CaseTable
  consents: ConsentTable
  exchange_readers: ExchangeReaderTable
  shares: ShareTable
  share_answers: ShareAnswerTable
  asked: AskedTable
  sessions: SessionTable
  items: ItemTable
  index_log: IndexLogTable
  index_followers: IndexFollowerTable
  channels: ChannelTable
  intake: IntakeTable
  notices: NoticeTable
  retractions: RetractionTable
  quarantine: QuarantineTable
  finds: FindTable
  matches: MatchTable
  alerts: AlertTable
  requests: RequestTable
  request_places: RequestPlaceTable
  records: RecordTable
  audit: AuditTable
  audit_head: AuditHeadTable
  mandates: MandateTable
  sendings: SendingTable
  outcomes: OutcomeTable
  watches: WatchTable
  tidings: TidingTable
  hosts: HostTable
  absences: AbsenceTable
  responsibles: ResponsibleTable
  request_events: RequestEventTable
  mails: MailTable
  partners: PartnerTable
  partner_messages: PartnerMessageTable
  deliveries: DeliveryTable
  practices: PracticeTable
  work: WorkTable
  workers: WorkerTable
  figures: FigureTable
}

/** One row: which folder of keys this database belongs to. */
interface InstallationTable {
  one: Generated<boolean>
  ref: string
}

interface CaseTable {
  id: string
  /** Keyed digest of the file number. */
  number_ref: Buffer
  passphrase: Buffer
  age_band: AgeBand
  country: string
  lang: Lang
  /** `{ number, mail }` */
  sealed: Buffer
  created_at: Date
  /** When an organisation said that it knows the person behind it. */
  confirmed_at: Date | null
  /** `{ organisation }`, sealed. */
  confirmation: Buffer | null
  /** A list of abuse of children knows one of its pictures: it goes the minors' path, whatever its age band. */
  protected: Generated<boolean>
  /** The same, known before an organisation has confirmed the case: nobody is told, and nothing is fetched for it. */
  listed: Generated<boolean>
}

interface ConsentTable {
  case_id: string
  /** `ask:<channel>`, `share`, or `send:<platform>:<route>`. */
  purpose: string
  granted_at: Date
  /** What exactly she agreed to, as the purpose needs it. */
  sealed: Buffer
}

interface AskedTable {
  case_id: string
  channel_id: string
  /** Keyed digest of a picture or a place of the case. */
  subject_ref: Buffer
  asked_at: Date
  /** When it is to be asked again. */
  due_at: Date
}

interface SessionTable {
  token_ref: Buffer
  case_id: string
  seen_at: Date
}

interface ItemTable {
  id: string
  case_id: string
  /** A picture's fingerprints, or a watched place: `Item` of store/items.ts. */
  sealed: Buffer
  practice: boolean
  created_at: Date
}

interface IndexLogTable {
  seq: Generated<string>
  case_id: string
  item_id: string | null
  op: 'enrolled' | 'withdrawn'
}

interface IndexFollowerTable {
  id: number
  applied: string
}

interface ChannelTable {
  id: string
  kind: string
  name: string
  url: string
  options: JSONColumnType<Record<string, string>>
  cursor: string | null
  paused: boolean
  removed: boolean
  created_at: Date
  /** Last time it answered as it should. */
  heard_at: Date | null
  /** Pings of an open stream move it too; null: no stream is open. */
  connected_at: Date | null
  failures: number
  problem: string | null
  polled_at: Date | null
  poll_result: JSONColumnType<{ notices: number; retractions: number; malformed: number; pages: number }> | null
  quota_day: string | null
  quota_used: number
  /** Sealed by the installation. */
  secrets: Buffer | null
  /** What the operator should know although nothing failed. */
  warning: string | null
  /** A source that is asked one by one: no question before this. */
  ask_after: Date | null
}

interface IntakeTable {
  position: Generated<string>
  channel_id: string
  raw: string
  received_at: Date
}

interface NoticeTable {
  id: Generated<string>
  channel_id: string
  source_id: string
  author: string | null
  kind: string
  at: Date
  locations: JSONColumnType<Location[]>
  /** Its fingerprints, packed: store/prints.ts. */
  prints: Buffer
  snapshot: string | null
  received_at: Date
  retracted_at: Date | null
  expires_at: Date | null
  /** Grows with each change, so that what was matched of an older one is not written down. */
  turn: Generated<number>
}

interface RetractionTable {
  channel_id: string
  source_id: string
  author: string
}

interface QuarantineTable {
  id: Generated<string>
  channel_id: string
  digest: Buffer
  raw: string
  reason: string
  first_at: Date
  last_at: Date
  times: number
}

interface FindTable {
  id: string
  case_id: string
  item_id: string
  /** Keyed digest of case, item and place (or channel where there is none): what makes it the same find. */
  find_ref: Buffer
  /** Keyed digest of case and place; joins its requests. */
  place_ref: Buffer | null
  alert_id: string | null
  practice: boolean
  answer: 'me' | 'not-me' | 'later' | null
  /** `{ location }` */
  sealed: Buffer
  created_at: Date
}

interface MatchTable {
  id: string
  find_id: string
  case_id: string
  channel_id: string
  /** Keyed digest of the notice's id. */
  notice_ref: Buffer
  kind: 'pdq' | 'vpdq' | 'sha256' | 'md5' | 'cid' | 'url' | 'name' | 'engine'
  distance: number
  /** `{ since }`: when, by the notice's own account. */
  sealed: Buffer
  retracted_at: Date | null
}

interface AlertTable {
  id: string
  case_id: string
  practice: boolean
  created_at: Date
  read_at: Date | null
}

interface RequestTable {
  id: string
  case_id: string
  place_ref: Buffer
  route: string
  ground: string
  practice: boolean
  /** 1, and one more each time that it came back. */
  round: Generated<number>
  state: RequestState
  sent_at: Date | null
  due_at: Date | null
  refused_at: Generated<Date | null>
  /** The last step after refusal or silence, and when it was taken. */
  step: Generated<string | null>
  step_at: Generated<Date | null>
  /** `DueSnapshot` of store/requests.ts. */
  due: Generated<Buffer | null>
  /** `{ location, places, answers, found, earlier, mandate }` */
  sealed: Buffer
  created_at: Date
  /** Keyed digest of the address of reply; null: nobody was given one. */
  reply_ref: Generated<Buffer | null>
  /** What it was counted for, `measure@month`, so that it is counted once. */
  counted: Generated<string[]>
}

/** A place is in one request of each round, route and ground. */
interface RequestPlaceTable {
  case_id: string
  request_id: string
  place_ref: Buffer
  route: string
  ground: string
  round: number
  gone_at: Date | null
}

/** The record of a case. Rows are added, and go with the case. */
interface RecordTable {
  case_id: string
  seq: number
  /** SHA-256, bound to the entry before. */
  hash: Buffer
  /** The link of the installation's chain that carries the hash. */
  audit_seq: string
  sealed: Buffer
}

/** The installation's chain: that something was written down, and nothing of what. Rows are added, and stay. */
interface AuditTable {
  seq: string
  at: Date
  digest: Buffer
  hash: Buffer
}

/** One row: the end of the chain. */
interface AuditHeadTable {
  one: Generated<boolean>
  seq: string
  hash: Buffer
}

interface MandateTable {
  id: string
  case_id: string
  sealed: Buffer
  created_at: Date
  ended_at: Date | null
}

interface SendingTable {
  id: string
  case_id: string
  request_id: string
  step: string | null
  state: SendingState
  claim: Generated<string | null>
  claimed_by: Generated<number | null>
  attempts: number
  code: Generated<string | null>
  sealed: Buffer
  created_at: Date
  settled_at: Generated<Date | null>
}

/** Numbers of the whole installation, nothing of a case. */
interface OutcomeTable {
  platform: string
  route: string
  ground: string
  /** Its first day. */
  month: string
  measure: string
  count: string
}

interface RequestEventTable {
  id: string
  case_id: string
  request_id: string
  /** Keyed digest of the mail: the same mail twice is one event. */
  mail_ref: Buffer
  /** Keyed digest of the sender's domain and its ticket: later mails that carry it alone are known by it. */
  ticket_ref: Buffer | null
  /** `RequestAnswer` of store/events.ts. */
  sealed: Buffer
  at: Date
}

/** What arrived by mail, without its words. */
interface MailTable {
  mail_ref: Buffer
  sort: string
  /** It was a request's answer, or a report that a channel takes. */
  known: boolean
  /** The sender's domain, of what was not known. */
  sender: string | null
  received_at: Date
}

interface PartnerTable {
  id: string
  channel_id: string
  /** Sealed by the installation: it signs with it, so it must be opened. */
  secret: Buffer
  created_at: Date
  last_at: Date | null
  sightings: Generated<string>
}

interface PartnerMessageTable {
  partner_id: string
  /** Keyed digest of `webhook-id`. */
  message_ref: Buffer
  at: Date
}

interface WatchTable {
  id: string
  case_id: string
  place_ref: Buffer
  /** Looked at by itself; else only when she asks. */
  scheduled: boolean
  /** The place and what was seen there: `SealedWatch` of store/watches.ts. */
  sealed: Buffer
  created_at: Date
}

interface TidingTable {
  id: string
  case_id: string
  alert_id: string | null
  /** Keyed digest of what happened: the same twice is one. */
  tiding_ref: Buffer
  place_ref: Buffer
  sealed: Buffer
  created_at: Date
}

interface HostTable {
  /** Keyed digest of a host, or of a platform. */
  host_ref: Buffer
  next_at: Date
}

interface AbsenceTable {
  /** Keyed digest of a host and a form of address. */
  form_ref: Buffer
  /** Sealed by the installation. */
  sealed: Buffer
  at: Date
}

interface ResponsibleTable {
  case_id: string
  place_ref: Buffer
  sealed: Buffer
  at: Date
}

interface DeliveryTable {
  id: string
  alert_id: string
  case_id: string
  state: 'waiting' | 'sending' | 'handed' | 'sent' | 'failing' | 'failed' | 'unconfirmed'
  /** Who is at it; a claim that is not its own any more must not go on. */
  claim: string | null
  /** The claiming process (store/presence.ts): when it dies, its claims end. */
  claimed_by: number | null
  attempts: number
  code: string | null
  created_at: Date
  settled_at: Date | null
}

interface PracticeTable {
  id: string
  case_id: string
  started_at: Date
}

interface WorkTable {
  stage: string
  id: string
  due: Date
  /** Work of the match stage: the notices it is about. */
  notices: string[] | null
  /** Grows with each `addWork`, so that work added while it runs is not closed with it. */
  turn: Generated<number>
  /** The queue job that carries this row; null: not handed to the queue yet. */
  batch: string | null
  queued_at: Date | null
  attempts: Generated<number>
  problem: string | null
  parked: Generated<boolean>
}

interface WorkerTable {
  id: number
  started_at: Date
  stages: string
  mail: boolean
}

interface FigureTable {
  channel_id: string
  day: string
  platform: string
  /** A group of reasons, e.g. `intimate-images`, or `all`. */
  subject: string
  measure: string
  count: string
  /** Of the file that was counted. */
  version: string
}

interface ExchangeReaderTable {
  id: string
  name: string
  /** Keyed digest of its key. */
  key_ref: Buffer
  created_at: Date
  read_at: Date | null
  served_to: Date
}

interface ShareTable {
  id: string
  position: Generated<string>
  reader_id: string
  /** Null, as `item_id`, of a share that has ended. */
  case_id: string | null
  item_id: string | null
  media: 'image' | 'video'
  changed_at: Date
}

interface ShareAnswerTable {
  share_id: string
  case_id: string
  /** `{ reader, says, media }` */
  sealed: Buffer
  at: Date
}
