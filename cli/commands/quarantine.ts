import { z } from 'zod'
import { Quarantined } from '#api/schema.ts'
import type { Command } from '../command.ts'

const Replayed = z.object({ read: z.int(), left: z.int() })
const Quarantine = z.object({ quarantined: z.array(Quarantined) })

export const quarantine: Command = {
  usage: 'CHANNEL [--replay]',
  summary: 'Prints what a channel published that breaks its own format, the latest first, one JSON line each.',
  details: ['`raw` is a stranger’s text: look at it, and do not paste it anywhere unread.'],
  options: {
    replay: {
      type: 'boolean',
      describes:
        'Reads it once more, e.g. after an update, and prints {"read","left"}: what can be read now is matched.',
    },
  },
  example: 'npx vigie quarantine nostr-3k9a',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const [channel = ''] = args.positionals
    const { openOperatorClient } = await import('../client.ts')
    const client = await openOperatorClient(context)
    const path = `/api/channels/${encodeURIComponent(channel)}/quarantine`
    if (args.values.replay === true) {
      await context.print(await client.ask(`${path}/replay`, { method: 'POST', answer: Replayed }))
      return 0
    }
    await context.print(...(await client.ask(path, { answer: Quarantine })).quarantined)
    return 0
  },
}
