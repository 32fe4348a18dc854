import { z } from 'zod'
import { Alert } from '#api/schema.ts'
import type { Command } from '../command.ts'

const Inbox = z.object({ alerts: z.array(Alert) })

export const inbox: Command = {
  usage: 'CASE',
  summary:
    'Prints the alerts of a case, the newest first, one JSON line each, with the requests that are ready to send.',
  details: [
    'The secret words come from VIGIE_PASSPHRASE, or are asked for. `help` says whom to talk to. `missing` names what only she can fill in; in `text` it is a gap such as [your name].',
  ],
  example: 'npx vigie inbox 4821-7730-1956',
  takes: { least: 1, most: 1 },

  async run({ positionals: [caseNumber = ''] }, context) {
    const { openCase } = await import('../client.ts')
    await using session = await openCase(caseNumber, context)
    const { alerts } = await session.ask('/api/case/alerts', { answer: Inbox })
    await context.print(...alerts)
    return 0
  },
}
