import { langs } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { ageBandOf, ageOption } from '../age.ts'
import { type Command, choice, text } from '../command.ts'
import { readSettings } from '../config.ts'

export const plan: Command = {
  usage: 'URL [--country CC] [--age BAND] [--lang L] [--ask]',
  summary: 'Says who can be asked to remove something, in which order, under which law, and why.',
  details: [
    'Prints {"order","when","recipient","phone","route","ground","title","why","exposes","rule","asks","sure","source"} a line. `when` is first, now, if-silent or after-removal; `ground` is null where no letter goes; `sure` is false where it is not certain that this law binds them, or that this address is right.',
    'Asks nobody anything. With `--ask` the host and the registrar of a site are looked up first, as `vigie who` does.',
  ],
  options: {
    country: { type: 'string', value: 'CC', describes: 'Where the person lives, such as BE. Default: BE.' },
    age: ageOption,
    lang: { type: 'string', value: 'L', describes: `${langs.join(', ')}. Default: en.` },
    'on-behalf': { type: 'boolean', describes: 'As when somebody writes for the person shown.' },
    ask: { type: 'boolean', describes: 'Looks up who hosts the site, and who registered its name.' },
  },
  example: 'npx vigie plan https://forum.example.org/viewtopic.php?t=42 --country BE --lang nl',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const [{ locateOne }, { planRecipients }, { parseCountry }, { readFacts }] = await Promise.all([
      import('#knowledge/platforms/index.ts'),
      import('#knowledge/plan.ts'),
      import('#knowledge/countries.ts'),
      import('../facts.ts'),
    ])
    const location = locateOne(args.positionals[0] ?? '')
    if (!location) throw new InvalidInput('This is no address: give it in full, such as https://example.org/page')
    const ageBand = ageBandOf(args)
    const settings = readSettings(context.environment)
    const facts = await readFacts(settings.VIGIE_DATA)
    const inquiry = args.values.ask === true ? await ask() : null
    const steps = planRecipients({
      location,
      ageBand,
      country: parseCountry(text(args, 'country') ?? 'BE'),
      lang: choice(args, 'lang', langs),
      voice: args.values['on-behalf'] !== true ? 'self' : ageBand === 'adult' ? 'agent' : 'parent',
      routes: facts.routes,
      inquiry,
    })
    await context.print(...steps.map(({ routeId, ...step }) => ({ ...step, route: routeId })))
    return 0

    async function ask() {
      const [{ netFor }, { findResponsible }, { createNet }, { createResolver }] = await Promise.all([
        import('#knowledge/platforms/look.ts'),
        import('#knowledge/responsible/index.ts'),
        import('#worker/net/http.ts'),
        import('#worker/net/resolve.ts'),
      ])
      const { VIGIE_ALLOW_NETS: allowNets, PUBLIC_URL } = settings
      await using net = createNet({ allowNets, userAgent: `Vigie/1${PUBLIC_URL ? ` (+${PUBLIC_URL})` : ''}` })
      if (!location) return null
      return await findResponsible(location, {
        ...facts,
        net: netFor(location, { net, pasted: args.positionals[0] }),
        resolve: createResolver(allowNets),
        now: () => Date.now(),
        signal: context.signal,
        mayOpenPages: ageBand === 'adult',
      })
    }
  },
}
