import { randomBytes } from 'node:crypto'
import { InvalidInput } from '#core/errors.ts'
import type { Command } from '../command.ts'
import { readSettings } from '../config.ts'

export const alive: Command = {
  usage: 'URL [--minor]',
  summary: 'Looks once, from outside, whether what is at an address is still there.',
  details: [
    'Prints {"platform","id","url","state","sign"}. `state` is up, gone, not-public (a login or a password is asked) or unknown: whatever is not clearly one of the others, a timeout, a block or a login wall among it.',
    'One look is one sign and no proof. That something is gone is told only when it was seen twice, at least an hour apart: look again later. The service does that by itself for watched places.',
    'Asks that place and nobody else, as a stranger would. Needs no running service; VIGIE_ALLOW_NETS holds here as well.',
  ],
  options: {
    minor: {
      type: 'boolean',
      describes: 'As for a picture of somebody under 18: only metadata is asked for, no page is opened.',
    },
  },
  example: 'npx vigie alive https://discord.gg/AbCdEf',
  takes: { least: 1, most: 1 },

  async run({ values, positionals: [pasted = ''] }, context) {
    const [{ locateOne }, { look }, { createNet }] = await Promise.all([
      import('#knowledge/platforms/index.ts'),
      import('#knowledge/platforms/look.ts'),
      import('#worker/net/http.ts'),
    ])
    const location = locateOne(pasted)
    if (!location) throw new InvalidInput('This is no address: give it in full, such as https://example.org/page')
    const { VIGIE_ALLOW_NETS: allowNets, PUBLIC_URL } = readSettings(context.environment)
    await using net = createNet({ allowNets, userAgent: `Vigie/1${PUBLIC_URL ? ` (+${PUBLIC_URL})` : ''}` })
    const { state, sign } = await look(location, {
      net,
      pasted,
      metadataOnly: values.minor === true,
      absences: { recall: async () => null, keep: async () => {} },
      now: () => Date.now(),
      random: (n) => new Uint8Array(randomBytes(n)),
      signal: context.signal,
    })
    await context.print({ platform: location.platform, id: location.id, url: location.url, state, sign })
    if (state === 'gone')
      context.say('One sign that it is gone. Look again in an hour: only two signs, an hour apart, count.')
    return 0
  },
}
