import { PollResult } from '#api/schema.ts'
import type { Command } from '../command.ts'

export const poll: Command = {
  usage: 'CHANNEL',
  summary: 'Asks a channel once, now, and prints what came: notices, retractions, malformed entries, pages.',
  details: ['Ends with status 1 when the channel could not be read; `problem` says why.'],
  example: 'npx vigie poll nostr-3k9a',
  takes: { least: 1, most: 1 },

  async run({ positionals: [channel = ''] }, context) {
    const { openOperatorClient } = await import('../client.ts')
    const client = await openOperatorClient(context)
    const path = `/api/channels/${encodeURIComponent(channel)}/poll`
    const result = await client.ask(path, { method: 'POST', answer: PollResult })
    await context.print({ channel, ...result })
    if (result.problem) context.say(result.problem)
    return result.problem ? 1 : 0
  },
}
