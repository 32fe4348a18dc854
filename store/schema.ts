/**
 * The tables, as Kysely sees them. One table per arrow of the path:
 * channels → notices → finds (with their matches) → alerts → deliveries, and requests beside them.
 *
 * `sealed` columns hold what only the case's key opens (store/keys.ts). `*_ref` columns are keyed digests: they join
 * rows without saying to a reader of the database what they join.
 */

import type { Generated, JSONColumnType } from 'kysely'
import type { AgeBand, Lang } from '#core/case/types.ts'
import type { FingerprintType } from '#core/fingerprint/types.ts'
import type { Location } from '#core/location/types.ts'

export interface Database {
  installation: InstallationTable
  cases: CaseTable
  sessions: SessionTable
  items: ItemTable
  index_log: IndexLogTable
  index_followers: IndexFollowerTable
  channels: ChannelTable
  intake: IntakeTable
  notices: NoticeTable
  notice_fingerprints: NoticeFingerprintTable
  retractions: RetractionTable
  quarantine: QuarantineTable
  finds: FindTable
  matches: MatchTable
  alerts: AlertTable
  requests: RequestTable
  deliveries: DeliveryTable
  practices: PracticeTable
  work: WorkTable
  workers: WorkerTable
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
  digest: Buffer
  snapshot: string | null
  received_at: Date
  retracted_at: Date | null
}

interface NoticeFingerprintTable {
  notice_id: string
  type: FingerprintType
  value: Buffer
  quality: number | null
  /** Which of the notice's places it is at, by their numbers; null: all. */
  places: JSONColumnType<number[]> | null
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
  answer: 'not-me' | 'later' | null
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
  kind: 'pdq' | 'sha256' | 'md5' | 'cid' | 'url'
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
  state: 'prepared' | 'sent' | 'acknowledged' | 'removed' | 'refused' | 'overdue'
  sent_at: Date | null
  due_at: Date | null
  /** `{ location, answers, found }` */
  sealed: Buffer
  created_at: Date
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
