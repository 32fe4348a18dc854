/** The worker: every stage this process runs, the channels it listens to, and what they need. */

import { join } from 'node:path'
import { InvalidInput } from '#core/errors.ts'
import type { Log, Now, Random } from '#core/ports.ts'
import type { Facts } from '#knowledge/facts.ts'
import { waitingDeliveries } from '#store/alerts.ts'
import { sweepWithdrawn } from '#store/cases.ts'
import { readChannels } from '#store/channels.ts'
import { listAsking } from '#store/consents.ts'
import { waitingSendings } from '#store/sendings.ts'
import type { Store } from '#store/store.ts'
import { addWork, type StageName } from '#store/work.ts'
import { alert } from './alert.ts'
import { ask } from './ask.ts'
import { deliver } from './deliver.ts'
import { findOut } from './find-out.ts'
import { followUp } from './follow-up.ts'
import { startFollower } from './follower.ts'
import { daily, forget } from './forget.ts'
import { listen } from './listen.ts'
import { lookBack } from './look-back.ts'
import { match } from './match.ts'
import { createGit } from './net/git.ts'
import { createNet } from './net/http.ts'
import { createLooker } from './net/look.ts'
import { createMailer } from './net/mail.ts'
import { createPages } from './net/pages.ts'
import { createResolver } from './net/resolve.ts'
import { poll } from './poll.ts'
import { type Queue, startQueue } from './queue.ts'
import { send } from './send.ts'
import type { Stage, StageDeps } from './stage.ts'
import { watch } from './watch.ts'

/** In the order in which a notice flows through them. */
const stages: readonly Stage[] = [poll, match, lookBack, ask, alert, deliver, send, watch, followUp, findOut, forget]
export const stageNames = stages.map((stage) => stage.name)
const matching: StageName[] = ['match', 'look-back']

export interface WorkerOptions {
  store: Store
  facts: Facts
  redisUrl?: string | undefined
  smtpUrl?: string | undefined
  mailFrom: string
  /** The domain whose mail comes in: letters that are sent for somebody come from an address there. */
  mailDomain?: string | undefined
  coverName: string
  /** Where this installation answers: it tells the places we ask who is asking. */
  publicUrl: string
  allowNets: string[]
  /** A Chromium to read pages with; undefined: one that is found. */
  chromium?: string | undefined
  /** Which stages to run; undefined: all. */
  stages?: string[] | undefined
  digestMs: number
  now: Now
  random: Random
  log: Log
}

export type Worker = Pick<Queue, 'idle'> & AsyncDisposable

/**
 * Starts the stages and resolves when they take work. Disposing it lets what runs finish and takes nothing new.
 *
 * @throws InvalidInput for an unknown stage or a mistyped SMTP_URL; Unavailable when Redis does not answer
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { store, facts, smtpUrl, mailFrom, coverName, publicUrl, allowNets, digestMs, now, random, log } = options
  const chosen = stages.filter((stage) => options.stages?.includes(stage.name) ?? true)
  const unknown = options.stages?.find((name) => !stageNames.includes(name as StageName))
  if (unknown !== undefined || chosen.length === 0)
    throw new InvalidInput(
      `VIGIE_STAGES names no such stage as "${unknown ?? ''}". There are: ${stageNames.join(', ')}.`,
    )

  await using opened = new AsyncDisposableStack()
  const stopping = new AbortController()
  const userAgent = `Vigie/1 (+${publicUrl})`
  const net = opened.use(createNet({ allowNets, log, userAgent }))
  const mailer = smtpUrl ? opened.use(createMailer({ url: smtpUrl, from: mailFrom, name: coverName })) : null
  const worker = { stages: chosen.map((stage) => stage.name).join(','), mail: mailer !== null }
  const holdsIndex = chosen.some((stage) => matching.includes(stage.name))
  await sweepWithdrawn(store)
  const follower = opened.use(await startFollower({ store, log, worker, holdsIndex }))
  const deps: StageDeps = {
    store,
    facts,
    net,
    resolve: createResolver(allowNets),
    git: createGit({ allowNets, folder: join(store.dataFolder, 'git') }),
    pages: opened.use(
      createPages({ net, userAgent, log, chosen: options.chromium, folder: join(store.dataFolder, 'chromium') }),
    ),
    looker: opened.use(createLooker({ allowNets, userAgent, log })),
    mailer,
    mailDomain: options.mailDomain ?? null,
    follower,
    coverName,
    digestMs,
    now,
    random,
    log,
    signal: stopping.signal,
  }
  await begin(deps)
  const queue = opened.use(
    await startQueue(chosen, { ...deps, databaseUrl: store.databaseUrl, redisUrl: options.redisUrl }),
  )
  const listening = chosen.includes(poll) ? listen(deps) : Promise.resolve()
  opened.defer(() => listening)
  opened.defer(() => stopping.abort()) // runs first
  log.info('worker.ready')
  const held = opened.move()
  return { idle: queue.idle, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/** What every start makes sure of: each channel is polled, mails that waited for a server go, and the day's tidying is due. */
async function begin({ store, mailer, now }: StageDeps): Promise<void> {
  const channels = await readChannels(store)
  await store.transaction(async (tx) => {
    await addWork(
      tx,
      'poll',
      channels.filter((channel) => !channel.paused).map((channel) => channel.id),
      now(),
    )
    await addWork(tx, 'ask', await listAsking(tx), now())
    await addWork(tx, 'forget', [daily], now() + 60_000)
    if (mailer) await addWork(tx, 'deliver', await waitingDeliveries(store), now())
    if (mailer) await addWork(tx, 'send', await waitingSendings(store), now())
  })
}
