import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { PracticeView } from '#api/schema.ts'
import { Unavailable } from '#core/errors.ts'
import type { Client } from '../client.ts'
import type { Command, Context } from '../command.ts'

const Enrolled = z.object({ case: z.string(), passphrase: z.string() })

/** A healthy installation takes about a second. */
const patienceMs = 60_000

export const practice: Command = {
  usage: '[CASE]',
  summary:
    'Sends a made-up notice of a made-up picture through the whole pipeline, and prints each step as it happens.',
  details: [
    'With a case, its alert goes the way that real ones go, so that a person sees one before she needs it; the secret words come from VIGIE_PASSPHRASE, or are asked for. Without one, it opens a case of its own and erases it at the end.',
    'Ends with status 1 when the alert does not come. Practice is marked everywhere and counted nowhere.',
  ],
  example: 'npx vigie practice',
  takes: { least: 0, most: 1 },

  async run({ positionals: [caseNumber] }, context) {
    const { openCase } = await import('../client.ts')
    if (caseNumber === undefined) {
      await using session = await openOwnCase(context)
      await follow(session, context)
    } else {
      await using session = await openCase(caseNumber, context)
      await follow(session, context)
    }
    return 0
  },
}

/** A case that is erased when it is disposed of, whatever happened in between. */
async function openOwnCase(context: Context): Promise<Client & AsyncDisposable> {
  const { nothing, openClient, signIn } = await import('../client.ts')
  const client = openClient(context)
  const body = { statement: true, ageBand: 'adult', country: 'BE', lang: 'en', mail: null, pictures: [], locations: [] }
  // From here on Ctrl-C is a wish, not the end: what is opened is erased.
  void context.signal
  const credentials = await client.ask('/api/cases', { method: 'POST', body, answer: Enrolled })
  await context.print({ step: 'case opened', case: credentials.case })
  const session = await signIn(client, credentials)
  return {
    ...session,
    async [Symbol.asyncDispose]() {
      await session.ask('/api/case', { method: 'DELETE', answer: nothing })
      await context.print({ step: 'case erased', case: credentials.case })
    },
  }
}

async function follow(session: Client, { print, say, signal }: Context): Promise<void> {
  const path = '/api/case/practice'
  let view = await session.ask(path, { method: 'POST', answer: PracticeView })
  const deadline = performance.now() + patienceMs
  for (let told = 0; ; ) {
    await print(...view.steps.slice(told))
    told = Math.max(told, view.steps.length)
    if (view.alert) break
    if (signal.aborted) throw new Unavailable('Stopped before the alert came.')
    if (performance.now() > deadline)
      throw new Unavailable('The alert has not come within a minute: `vigie doctor` says what is wrong.')
    await wait(100, undefined, { signal }).catch(() => undefined)
    view = await session.ask(path, { answer: PracticeView })
  }
  await print({ step: 'delivery', alert: view.alert, delivery: view.delivery })
  say('The alert came: this installation works.')
}
