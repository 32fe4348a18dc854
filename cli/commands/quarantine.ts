import { z } from 'zod'
import { Quarantined } from '#api/schema.ts'
import type { Command } from '../command.ts'

const Quarantine = z.object({ quarantined: z.array(Quarantined) })

export const quarantine: Command = {
  usage: 'CHANNEL',
  summary: 'Prints what a channel published that breaks its own format, the latest first, one JSON line each.',
  details: ['`raw` is a stranger’s text: look at it, and do not paste it anywhere unread.'],
  example: 'npx vigie quarantine nostr-3k9a',
  takes: { least: 1, most: 1 },

  async run({ positionals: [channel = ''] }, context) {
    const { openOperatorClient } = await import('../client.ts')
    const client = await openOperatorClient(context)
    const path = `/api/channels/${encodeURIComponent(channel)}/quarantine`
    await context.print(...(await client.ask(path, { answer: Quarantine })).quarantined)
    return 0
  },
}
