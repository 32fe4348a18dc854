import type { Command } from '../command.ts'
import { readSettings } from '../config.ts'

export const platforms: Command = {
  usage: '',
  summary: 'Lists the places that Vigie knows: how each is asked for a removal, and how sure and how fresh that is.',
  details: [
    'Prints {"platform","name","hosts","routes","checks","hashServices"} a line. A route is {"id","to","recipient","grounds","sure","source","checked","stale","off"}: `stale` when it was checked more than 180 days ago, `off` when it was switched off here. Routes are as overrides.json in the data folder has them, if it is there.',
    'Needs no running service.',
  ],
  example: 'npx vigie platforms',
  takes: { least: 0, most: 0 },

  async run(_args, context) {
    const [{ platforms: all }, { isStale }, { readFacts }] = await Promise.all([
      import('#knowledge/platforms/index.ts'),
      import('#knowledge/freshness.ts'),
      import('../facts.ts'),
    ])
    const { routes } = await readFacts(readSettings(context.environment).VIGIE_DATA)
    const now = Date.now()
    await context.print(
      ...all.map(({ id, name, hosts, checks = [], hashServices = {} }) => ({
        platform: id,
        name,
        hosts,
        routes: routes(id).map((route) => ({
          id: route.id,
          to: route.to,
          recipient: typeof route.recipient === 'string' ? route.recipient : route.recipient.en,
          grounds: route.grounds,
          sure: route.sure,
          source: route.source,
          checked: route.checked,
          stale: isStale(route, now),
          off: route.off === true,
        })),
        checks: checks.map((check) => ({
          kinds: check.kinds,
          metadata: check.metadata,
          checked: check.checked,
          stale: isStale(check, now),
        })),
        hashServices,
      })),
    )
    return 0
  },
}
