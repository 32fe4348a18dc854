import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidInput } from '#core/errors.ts'
import type { Command, Context } from '../command.ts'
import { readSettings } from '../config.ts'

export const who: Command = {
  usage: 'URL [--minor] | --refresh',
  summary: 'Finds out who can remove something from a site: its own contact, its network, its registrar.',
  details: [
    'Prints {"who","address","from","source","sure"} a line, the best first. `from` is platform, page, delivery-network, address-register, domain-register, number-register, security.txt or common-address; `sure` is published, reported or unconfirmed. What could not be asked is said on stderr.',
    'The site is asked as a stranger would ask it; public registers (RDAP) learn its domain and its address, never the page. Needs no running service; VIGIE_ALLOW_NETS holds here as well.',
    '`--refresh` fetches the lists of registers from IANA into the data folder, where the service reads them at its next start.',
  ],
  options: {
    minor: { type: 'boolean', describes: 'As for a picture of somebody under 18: no page is opened.' },
    refresh: { type: 'boolean', describes: 'Fetches the lists that say which register to ask.' },
  },
  example: 'npx vigie who https://forum.example.org/viewtopic.php?t=42',
  takes: { least: 0, most: 1 },

  async run({ values, positionals: [pasted] }, context) {
    if (values.refresh === true) return refresh(context)
    const [{ locateOne }, { netFor }, { findResponsible }, { readFacts }, { createNet }, { createResolver }] =
      await Promise.all([
        import('#knowledge/platforms/index.ts'),
        import('#knowledge/platforms/look.ts'),
        import('#knowledge/responsible/index.ts'),
        import('../facts.ts'),
        import('#worker/net/http.ts'),
        import('#worker/net/resolve.ts'),
      ])
    const location = pasted === undefined ? null : locateOne(pasted)
    if (!location) throw new InvalidInput('Give one address in full, such as https://example.org/page')
    const { VIGIE_ALLOW_NETS: allowNets, VIGIE_DATA, PUBLIC_URL } = readSettings(context.environment)
    await using net = createNet({ allowNets, userAgent: `Vigie/1${PUBLIC_URL ? ` (+${PUBLIC_URL})` : ''}` })
    const { found, missing } = await findResponsible(location, {
      ...(await readFacts(VIGIE_DATA)),
      net: netFor(location, { net, pasted }),
      resolve: createResolver(allowNets),
      now: () => Date.now(),
      signal: context.signal,
      mayOpenPages: values.minor !== true,
    })
    await context.print(...found)
    for (const { from, why } of missing) context.say(`${from}: ${reasons[why]}`)
    return 0
  },
}

const reasons = {
  'no-register': 'there is no public register for it that we know.',
  'not-found': 'the register does not know it.',
  unavailable: 'the register does not answer now: try again later.',
}

async function refresh(context: Context): Promise<0> {
  const [{ bootstrapFacts, parseBootstrapFile }, { createNet }] = await Promise.all([
    import('#knowledge/responsible/bootstrap.ts'),
    import('#worker/net/http.ts'),
  ])
  const { VIGIE_ALLOW_NETS: allowNets, VIGIE_DATA } = readSettings(context.environment)
  await using net = createNet({ allowNets, userAgent: 'Vigie/1' })
  const folder = join(VIGIE_DATA, 'rdap')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const list of ['dns', 'ipv4', 'ipv6', 'asn']) {
    const { text } = await net.get(`${bootstrapFacts.source}${list}.json`, {
      maxBytes: 5_000_000,
      signal: context.signal,
    })
    const services = parseBootstrapFile(text)
    await writeFile(join(folder, `${list}.json`), text, { mode: 0o600 })
    await context.print({ list, services: services.length })
  }
  return 0
}
