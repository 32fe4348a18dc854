/** A stage takes a page of work, reads its rows, decides, and writes its result with the next stage's work. */
import type { Git, Log, Net, Now, Pages, Random } from '#core/ports.ts'
import type { Facts } from '#knowledge/facts.ts'
import type { Store } from '#store/store.ts'
import type { StageName } from '#store/work.ts'
import type { Follower } from './follower.ts'
import type { Looker } from './net/look.ts'
import type { Mailer } from './net/mail.ts'

export interface Stage {
  name: StageName
  /** Most rows in one batch. */
  page: number
  /** Batches at a time in one process. */
  concurrency: number
  /** Failures after which a batch is parked, for the operator to see. */
  giveUpAfter: number
  /** Runs again after any crash, so it must be harmless to run twice. Throws: the whole batch is tried again later. */
  run(ids: string[], deps: StageDeps): Promise<void>
}

export interface StageDeps {
  store: Store
  facts: Facts
  net: Net
  /** A host's addresses, of those that may be reached. */
  resolve(host: string): Promise<string[]>
  git: Git
  pages: Pages
  looker: Looker
  /** Null: the installation has no mail server, mails wait. */
  mailer: Mailer | null
  /** Where answers to letters come in; null: nowhere, so no letter is sent for anybody. */
  mailDomain: string | null
  follower: Follower
  coverName: string
  /** Length of the window in which later alerts of a case are gathered. */
  digestMs: number
  now: Now
  random: Random
  log: Log
  /** Aborted when the process is asked to stop. */
  signal: AbortSignal
}
