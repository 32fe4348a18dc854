import { z } from 'zod'
import { PartnerView } from '#api/schema.ts'
import { InvalidInput } from '#core/errors.ts'
import type { Command } from '../command.ts'

const Partners = z.object({ partners: z.array(PartnerView) })
const Added = z.object({ partner: z.string(), secret: z.string() })

export const partners: Command = {
  usage: '[add NAME | remove PARTNER]',
  summary: 'Lists who may report sightings, one JSON line each; adds and removes them.',
  details: [
    '`add` prints {"partner","secret"}. The secret is what the partner signs with, and is shown this once: hand it over by a way that nobody else reads. docs/how-to/report-sightings.md is for the partner.',
    '`remove` ends it at once, and forgets what the partner reported. What a case was told stays with the case.',
    'Needs the operator’s token: on the machine of the service it is found by itself, elsewhere set VIGIE_TOKEN.',
  ],
  example: 'npx vigie partners add "Moderators of example.org"',
  takes: { least: 0, most: 2 },

  async run({ positionals: [action, of] }, context) {
    const { openOperatorClient, nothing } = await import('../client.ts')
    if (action !== undefined && action !== 'add' && action !== 'remove')
      throw new InvalidInput(`"${action}" is nothing that partners can do: add, remove.`)
    if (action !== undefined && !of)
      throw new InvalidInput(action === 'add' ? 'Name the partner: partners add NAME' : 'partners remove PARTNER')
    const client = await openOperatorClient(context)
    if (action === undefined) {
      const listed = (await client.ask('/api/partners', { answer: Partners })).partners
      if (listed.length === 0) context.say('Nobody may report sightings yet: npx vigie partners add NAME')
      await context.print(...listed)
    } else if (action === 'add') {
      const added = await client.ask('/api/partners', { method: 'POST', body: { name: of }, answer: Added })
      context.say('This secret is shown once: hand it over by a way that nobody else reads.')
      await context.print(added)
    } else {
      await client.ask(`/api/partners/${encodeURIComponent(of ?? '')}`, { method: 'DELETE', answer: nothing })
      await context.print({ partner: of, state: 'removed' })
    }
    return 0
  },
}
