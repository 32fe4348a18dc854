/**
 * How the installation is: for a supervisor, for Prometheus, and for the operator in words.
 *
 * What is open to everybody says nothing of cases: a count of matches, alerts or mails that anybody may read would tell
 * a publisher of hashes which of them is enrolled (docs/decisions/0004-open-metrics-say-nothing-of-cases.md).
 */
import { Hono } from 'hono'
import { sql } from 'kysely'
import { Gauge, Registry } from 'prom-client'
import type { z } from 'zod'
import { listFacts, staleFacts } from '#knowledge/freshness.ts'
import { countDeliveries } from '#store/alerts.ts'
import { countChannels, readChannels } from '#store/channels.ts'
import { practiceChannelId } from '#store/practice.ts'
import { readWorkers } from '#store/presence.ts'
import { countSendings } from '#store/sendings.ts'
import { countWork } from '#store/work.ts'
import type { ApiDeps } from './deps.ts'
import { channelState } from './present.ts'
import type { Check } from './schema.ts'
import { isOperator } from './session.ts'

export function health(deps: ApiDeps) {
  const { store, config } = deps
  return new Hono()
    .get('/health/live', (c) => c.json({ live: true }))
    .get('/health/ready', async (c) => {
      const ready = await sql`select 1`.execute(store.db).then(
        () => true,
        () => false,
      )
      return c.json({ ready }, ready ? 200 : 503)
    })
    .get('/metrics', async (c) => {
      const registry = await measure(deps, isOperator(c.req.header('Authorization'), config.operatorToken))
      return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
    })
}

/** @param all with the operator's key: also what a passer-by must not see. */
async function measure({ store, now }: ApiDeps, all: boolean): Promise<Registry> {
  const registry = new Registry()
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const rows = (await readChannels(store)).filter((row) => row.id !== practiceChannelId)
  const counts = await countChannels(store)
  const heard = gauge('vigie_channel_heard_timestamp_seconds', 'When the channel last answered as it should', [
    'channel',
    'kind',
  ])
  const failures = gauge('vigie_channel_failures', 'Failures in a row', ['channel', 'kind'])
  const up = gauge('vigie_channel_listening', '1 while the channel is heard at its pace', ['channel', 'kind'])
  const notices = gauge('vigie_channel_notices', 'Notices kept', ['channel', 'kind'])
  const quarantined = gauge('vigie_channel_quarantined', 'Entries that break their own format', ['channel', 'kind'])
  for (const row of rows) {
    const labels = { channel: row.id, kind: row.kind }
    if (row.heardAt) heard.set(labels, row.heardAt.getTime() / 1000)
    failures.set(labels, row.failures)
    up.set(labels, channelState(row, now()) === 'listening' ? 1 : 0)
    notices.set(labels, counts.get(row.id)?.notices ?? 0)
    quarantined.set(labels, counts.get(row.id)?.quarantined ?? 0)
  }
  gauge('vigie_workers', 'Worker processes that are alive').set((await readWorkers(store)).length)
  const waiting = gauge('vigie_work_waiting', 'Work rows not done yet', ['stage'])
  const parked = gauge('vigie_work_parked', 'Work rows given up, for the operator to see', ['stage'])
  const open = ['poll', 'match']
  for (const row of await countWork(store))
    if (all || open.includes(row.stage)) {
      waiting.set({ stage: row.stage }, row.waiting)
      parked.set({ stage: row.stage }, row.parked)
    }
  if (all) {
    const deliveries = gauge('vigie_deliveries', 'Alert mails, by how far they have come', ['state'])
    for (const row of await countDeliveries(store)) deliveries.set({ state: row.state }, row.count)
    const letters = gauge('vigie_sendings', 'Letters that are sent for somebody, by how far they have come', ['state'])
    for (const row of await countSendings(store)) letters.set({ state: row.state }, row.count)
  }
  return registry
}

type Finding = z.infer<typeof Check>

/** Each part of the installation: whether it is well, and what to do if not. */
export async function examine({ store, facts, now }: ApiDeps): Promise<Finding[]> {
  const [workers, work, channels, deliveries, letters, keys, clock] = await Promise.all([
    readWorkers(store),
    countWork(store),
    readChannels(store),
    countDeliveries(store),
    countSendings(store),
    store.keys.list(),
    sql<{
      now: Date
      cases: number
    }>`select clock_timestamp() as now, (select count(*)::int from cases) as cases`.execute(store.db),
  ])
  const finding = (check: Finding['check'], says: string, todo: string | null = null): Finding => ({
    check,
    ok: todo === null,
    says,
    todo,
  })
  const skewMs = Math.abs(now() - (clock.rows[0]?.now.getTime() ?? 0))
  const cases = clock.rows[0]?.cases ?? 0
  const parked = work.reduce((sum, row) => sum + row.parked, 0)
  const oldestMs = Math.max(0, ...work.map((row) => now() - (row.oldestMs ?? now())))
  // A letter that failed is its recipient's doing, and she knows of it.
  const stuck = [
    ...deliveries.filter((row) => ['failing', 'failed', 'unconfirmed'].includes(row.state)),
    ...letters.filter((row) => ['failing', 'unconfirmed'].includes(row.state)),
  ].reduce((sum, row) => sum + row.count, 0)
  const ill = channels.filter((row) => ['silent', 'failing'].includes(channelState(row, now())))
  const missing = ['poll', 'match', 'look-back', 'ask', 'alert', 'deliver', 'send', 'follow-up', 'forget'].filter(
    (stage) => !workers.some((worker) => worker.stages.split(',').includes(stage)),
  )
  const stale = staleFacts(listFacts(facts), now())
  return [
    finding('database', 'PostgreSQL answers.'),
    missing.length === 0
      ? finding('workers', `${workers.length} ${workers.length === 1 ? 'worker runs' : 'workers run'} every stage.`)
      : finding(
          'workers',
          `No worker runs: ${missing.join(', ')}.`,
          'Start one: npm run worker (or widen VIGIE_STAGES).',
        ),
    oldestMs < 60_000
      ? finding('queue', 'Nothing waits longer than it should.')
      : finding(
          'queue',
          `Work has been due for ${Math.round(oldestMs / 60_000)} minutes.`,
          'Start more workers, or see the log for what fails.',
        ),
    parked === 0
      ? finding('work', 'No work was given up.')
      : finding(
          'work',
          `${parked} pieces of work failed too often and were put aside.`,
          'The log names the stage and the line. After an upgrade they are tried again when their notice or case changes.',
        ),
    !workers.some((worker) => worker.mail)
      ? finding(
          'mail',
          'There is no mail server: alerts wait in the outbox and are seen only after signing in.',
          'Set SMTP_URL and MAIL_FROM, then start again: what waits is sent.',
        )
      : stuck === 0
        ? finding('mail', 'Mails are accepted.')
        : finding(
            'mail',
            `${stuck} mails have not arrived, or nobody knows whether they did.`,
            'See whether the mail server takes mail from MAIL_FROM. They are tried for five days.',
          ),
    skewMs < 5000
      ? finding('clock', 'The clocks of this machine and the database agree.')
      : finding(
          'clock',
          `The clocks of this machine and the database differ by ${Math.round(skewMs / 1000)} seconds.`,
          'Set both by NTP: deadlines are counted from them.',
        ),
    keys.size >= cases
      ? finding('keys', 'Every case has its key.')
      : finding(
          'keys',
          `${cases - keys.size} cases have no key.`,
          'If VIGIE_DATA lost its keys, stop at once and put them back: cases without a key are erased.',
        ),
    ill.length === 0
      ? finding(
          'channels',
          channels.length > 1 ? 'Every channel is heard.' : 'No channel is switched on.',
          channels.length > 1 ? null : 'Add one: vigie channels add --help',
        )
      : finding(
          'channels',
          `Not heard: ${ill.map((row) => row.id).join(', ')}.`,
          '`vigie channels` tells each one’s trouble.',
        ),
    finding(
      'facts',
      stale.length === 0
        ? 'Every fact of the world was checked within 180 days.'
        : `${stale.length} facts of the world were checked more than 180 days ago, such as ${stale
            .slice(0, 3)
            .map(({ fact }) => fact)
            .join(', ')}. \`vigie platforms\` shows the routes; GET /api/knowledge/stale lists all.`,
    ),
  ]
}
