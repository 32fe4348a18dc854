import { InvalidInput } from '#core/errors.ts'
import { type Command, text } from '../command.ts'
import { readSettings } from '../config.ts'

export const providers: Command = {
  usage: 'CID --ask [--router ADDRESS]',
  summary: 'Asks a public router which computers offer a CID on IPFS; this tells the router what is looked for.',
  details: [
    'Prints {"id","addresses"} a line. Takes a CID, an ipfs:// address or a gateway’s. Without --ask it asks nothing and says what asking means.',
    'Vigie itself never asks this: of everything that is enrolled, nothing is ever named to anybody. Needs no running service; VIGIE_ALLOW_NETS holds here as well.',
  ],
  options: {
    ask: { type: 'boolean', describes: 'I know what the router learns from this, and ask.' },
    router: { type: 'string', value: 'ADDRESS', describes: 'Whom to ask. Default: https://delegated-ipfs.dev.' },
  },
  example: 'npx vigie providers bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e --ask',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const [{ cidIn, findProviders, publicRouter, routingConsent }, { createNet }] = await Promise.all([
      import('#knowledge/ipfs-routing.ts'),
      import('#worker/net/http.ts'),
    ])
    const cid = cidIn(args.positionals[0] ?? '')
    const router = text(args, 'router') ?? publicRouter
    if (!/^https?:$/.test(URL.parse(router)?.protocol ?? '')) throw new InvalidInput('--router is a web address.')
    if (args.values.ask !== true) throw new InvalidInput(`${routingConsent} To ask nevertheless, add --ask.`)
    const { VIGIE_ALLOW_NETS: allowNets, PUBLIC_URL } = readSettings(context.environment)
    await using net = createNet({ allowNets, userAgent: `Vigie/1${PUBLIC_URL ? ` (+${PUBLIC_URL})` : ''}` })
    const found = await findProviders(cid, { router, net, signal: context.signal })
    if (found.length === 0) context.say('Nobody offers it, as far as this router knows.')
    await context.print(...found)
    return 0
  },
}
