import { z } from 'zod'
import { ExchangeReaderView } from '#api/schema.ts'
import { InvalidInput } from '#core/errors.ts'
import type { Command } from '../command.ts'

const Readers = z.object({ readers: z.array(ExchangeReaderView) })
const Added = z.object({ reader: z.string(), name: z.string(), user: z.string(), key: z.string() })

export const exchange: Command = {
  usage: '[add NAME | remove READER]',
  summary: 'Lists the platforms that may read what people share with them, one JSON line each; adds and removes them.',
  details: [
    '`add` prints {"reader","name","user","key","root"}. The key is shown this once: hand it over by a way that nobody else reads. People see NAME when they choose; nothing is shared before one of them agrees. docs/how-to/share-with-a-platform.md is for the platform.',
    '`remove` ends its key at once. What it has read stays with it until it deletes it: ask it to.',
    'Needs the operator’s token: on the machine of the service it is found by itself, elsewhere set VIGIE_TOKEN.',
  ],
  example: 'npx vigie exchange add "Example Platform"',
  takes: { least: 0, most: 2 },

  async run({ positionals: [action, of] }, context) {
    const { openOperatorClient, nothing } = await import('../client.ts')
    if (action !== undefined && action !== 'add' && action !== 'remove')
      throw new InvalidInput(`"${action}" is nothing that exchange can do: add, remove.`)
    if (action !== undefined && !of)
      throw new InvalidInput(action === 'add' ? 'Name the platform: exchange add NAME' : 'exchange remove READER')
    const client = await openOperatorClient(context)
    if (action === undefined) {
      const { readers } = await client.ask('/api/exchange', { answer: Readers })
      if (readers.length === 0) context.say('No platform reads yet: npx vigie exchange add NAME')
      await context.print(...readers)
    } else if (action === 'add') {
      const added = await client.ask('/api/exchange', { method: 'POST', body: { name: of }, answer: Added })
      context.say('This key is shown once: hand it over by a way that nobody else reads.')
      await context.print({ ...added, root: `${client.url}/api/exchange` })
    } else {
      await client.ask(`/api/exchange/${encodeURIComponent(of ?? '')}`, { method: 'DELETE', answer: nothing })
      context.say('It reads nothing any more. What it had read stays with it until it deletes it: ask it to.')
      await context.print({ reader: of, state: 'removed' })
    }
    return 0
  },
}
