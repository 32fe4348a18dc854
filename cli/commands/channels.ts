import { z } from 'zod'
import { ChannelView, PollResult } from '#api/schema.ts'
import { InvalidInput } from '#core/errors.ts'
import type { Channel } from '#knowledge/channels/channel.ts'
import { type Arguments, type Command, type Context, describeCommand, text, texts } from '../command.ts'
import { readSettings } from '../config.ts'

const Channels = z.object({ channels: z.array(ChannelView) })
const Added = z.object({ channel: z.string() })
const First = z.object({ first: PollResult.nullable() })

/** What may follow `channels`, by its first word. */
const actions: Record<string, (args: Arguments, context: Context) => Promise<void>> = {
  add,
  remove: (args, context) => change(args, context, { method: 'DELETE', path: '', state: 'removed' }),
  pause: (args, context) => change(args, context, { method: 'POST', path: '/pause', state: 'paused' }),
  resume: (args, context) => change(args, context, { method: 'POST', path: '/resume', state: 'resumed' }),
}

export const channels: Command = {
  usage:
    '[add KIND [URL] [--option NAME=VALUE…] [--secret NAME=VARIABLE…] [--name NAME] | remove CHANNEL | pause CHANNEL | resume CHANNEL]',
  summary: 'Lists the channels that are listened to, one JSON line each; adds, removes, pauses and resumes them.',
  details: [
    '`add` polls the channel at once and prints {"channel","first"}: what came, or null where that takes longer than 20 seconds. `channels add --help` lists the kinds and well-known public sources; `channels add KIND --help` lists a kind’s options.',
    'Needs the operator’s token: on the machine of the service it is found by itself, elsewhere set VIGIE_TOKEN.',
  ],
  options: {
    option: {
      type: 'string',
      multiple: true,
      greedy: true,
      value: 'NAME=VALUE…',
      describes: 'A setting of the channel, such as every=30s.',
    },
    secret: {
      type: 'string',
      multiple: true,
      greedy: true,
      value: 'NAME=VARIABLE…',
      describes: 'A key that the source asks for, read from that environment variable, and sealed.',
    },
    name: { type: 'string', value: 'NAME', describes: 'What people read. Default: the host of the address.' },
  },
  example: 'npx vigie channels add nostr wss://relay.example.org --option every=30s',
  takes: { least: 0, most: 3 },

  async help([action, kind]) {
    return action === 'add' ? describeKinds(kind) : undefined
  },

  async run(args, context) {
    const [action] = args.positionals
    if (action === undefined) {
      const client = await openOperator(context)
      const listed = (await client.ask('/api/channels', { answer: Channels })).channels
      if (listed.length === 0) context.say(await suggestSources())
      await context.print(...listed)
      return 0
    }
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!act) throw new InvalidInput(`"${action}" is nothing that channels can do: ${Object.keys(actions).join(', ')}.`)
    await act(args, context)
    return 0
  },
}

async function openOperator(context: Context) {
  const { openOperatorClient } = await import('../client.ts')
  return openOperatorClient(context)
}

async function add(args: Arguments, context: Context): Promise<void> {
  const [, kind, url] = args.positionals
  if (!kind) throw new InvalidInput('Name the kind and the address: channels add KIND URL')
  const name = text(args, 'name')
  const given = Object.fromEntries(texts(args, 'option').map((written) => readPair(written, 'options', 'every=30s')))
  const { fillRecipe } = await import('../recipe-file.ts')
  const options = await fillRecipe(kind, given, readSettings(context.environment).VIGIE_DATA)
  const secrets = Object.fromEntries(texts(args, 'secret').map((written) => readSecret(written, context.environment)))
  const client = await openOperator(context)
  const body = { kind, options, secrets, ...(url ? { url } : {}), ...(name ? { name } : {}) }
  const { channel } = await client.ask('/api/channels', { method: 'POST', body, answer: Added })
  const first = await client.ask(`/api/channels/${channel}/first`, { answer: First })
  if (first.first?.problem) context.say(first.first.problem)
  await context.print({ channel, ...first })
}

function readPair(written: string, what: string, example: string): [string, string] {
  const at = written.indexOf('=')
  if (at < 1) throw new InvalidInput(`Write ${what} as NAME=VALUE, such as ${example}.`)
  return [written.slice(0, at), written.slice(at + 1)]
}

/** A secret is named by a variable, so that it stands in no history of a shell and in no list of processes. */
function readSecret(written: string, env: Readonly<Record<string, string | undefined>>): [string, string] {
  const [name, variable] = readPair(written, 'secrets', 'key=MY_KEY, where MY_KEY is an environment variable')
  const value = env[variable]
  if (!value) throw new InvalidInput(`The environment variable for the secret ${name} is not set, or empty.`)
  return [name, value]
}

async function change(
  args: Arguments,
  context: Context,
  to: { method: 'POST' | 'DELETE'; path: string; state: string },
) {
  const [action, channel, more] = args.positionals
  if (!channel || more) throw new InvalidInput(`Name one channel: channels ${action} CHANNEL`)
  const client = await openOperator(context)
  const { nothing } = await import('../client.ts')
  await client.ask(`/api/channels/${encodeURIComponent(channel)}${to.path}`, { method: to.method, answer: nothing })
  await context.print({ channel, state: to.state })
}

/** What a fresh installation is offered. Nothing of it is contacted before it is added. */
async function suggestSources(): Promise<string> {
  const { channels: all } = await import('#knowledge/channels/index.ts')
  const lines = all.flatMap(({ id, suggestions }) =>
    suggestions.map(({ url, note }) => `  npx vigie channels add ${id} ${url}   ${note}`),
  )
  return [
    'No channel is switched on yet. Well-known public sources, none of them asked before you add it:',
    ...lines,
  ].join('\n')
}

function usageOf({ address, secrets = {} }: Channel): string {
  const url = !address ? '' : address.default ? '[URL] ' : 'URL '
  return `${url}${Object.keys(secrets).length > 0 ? '--secret NAME=VARIABLE… ' : ''}`
}

function exampleOf({ id, address, secrets = {} }: Channel): string {
  const url = address && !address.default ? [address.example] : []
  const needed = Object.entries(secrets).filter(([, { required }]) => required)
  const given = needed.map(([name]) => `--secret ${name}=${name.toUpperCase().replaceAll('-', '_')}`)
  return ['npx vigie channels add', id, ...url, ...given].join(' ')
}

/** From the channels' own descriptions, so that it can be read before anything runs. */
async function describeKinds(id: string | undefined): Promise<string> {
  const [{ channels: all }, { listOptions }] = await Promise.all([
    import('#knowledge/channels/index.ts'),
    import('#knowledge/channels/options.ts'),
  ])
  const kinds = (all as readonly Channel[]).filter((kind) => !kind.own)
  const chosen = id === undefined ? kinds : kinds.filter((kind) => kind.id === id)
  if (chosen.length === 0)
    throw new InvalidInput(`There is no kind of channel "${id}": ${kinds.map((each) => each.id).join(', ')}.`)
  const described = chosen.map((kind) => {
    const command: Command = {
      ...channels,
      usage: `${kind.id} ${usageOf(kind)}[--option NAME=VALUE…] [--name NAME]`,
      summary: `${kind.title}. ${kind.summary}`,
      details: kind.suggestions.map(({ name, url, note }) => `Well known: ${name}, ${url} (${note})`),
      options: Object.fromEntries([
        ...Object.entries(kind.secrets ?? {}).map(([name, { describes, required }]) => [
          `secret ${name}=VARIABLE`,
          { type: 'string', describes: `${describes}${required ? ' (needed)' : ''}` },
        ]),
        ...listOptions(kind).map(({ name, description }) => [
          `option ${name}=…`,
          { type: 'string', describes: description },
        ]),
      ]),
      example: exampleOf(kind),
    }
    return describeCommand('channels add', command)
  })
  return described.join('\n\n')
}
