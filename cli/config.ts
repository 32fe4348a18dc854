/**
 * The settings: every variable of the environment that Vigie reads, once. docs/reference/settings.md is made from it.
 * Nothing else in the project reads the environment.
 */
import { resolve } from 'node:path'
import ip from 'ipaddr.js'
import { z } from 'zod'
import { parseDuration } from '#core/duration.ts'
import { InvalidInput } from '#core/errors.ts'

/** Where a value is read from text, `read` throws what to write instead. */
const read = <Value>(parse: (text: string) => Value, instead: string) =>
  z.string().transform((text, context): Value => {
    try {
      return parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: instead })
      return z.NEVER
    }
  })

const address = (schemes: string[], instead: string) =>
  read((text) => {
    const url = new URL(text)
    // PostgreSQL may be behind a socket: postgres:///database?host=/run/postgresql
    if (!schemes.includes(url.protocol) || !(url.hostname || url.searchParams.has('host'))) throw new TypeError()
    return text
  }, instead)

const check = (holds: (text: string) => boolean, instead: string) =>
  read((text) => {
    if (!holds(text)) throw new TypeError()
    return text
  }, instead)

const list = (text: string) => text.split(/[\s,]+/).filter(Boolean)

/** `10.0.0.0/8`, or one address. */
function parseNet(text: string): string {
  if (text.includes('/')) {
    ip.parseCIDR(text)
    return text
  }
  return `${text}/${ip.parse(text).kind() === 'ipv4' ? 32 : 128}`
}

/** `Name <name@example.org>`, or the address alone. */
function parseSender(text: string): { name: string | undefined; address: string } {
  const [, name, bracketed, bare] =
    /^(?:([^<>\r\n]{0,80}?)\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/.exec(text) ?? []
  const address = bracketed ?? bare
  if (!address) throw new TypeError()
  return { name: name?.replace(/^"(.*)"$/, '$1') || undefined, address }
}

/** `127.0.0.1:2525`, `[::1]:2525`. */
function parseListening(text: string): { host: string; port: number } {
  const [, bracketed, bare, port] = /^(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? []
  const host = bracketed ?? bare
  if (!host || Number(port) > 65_535) throw new TypeError()
  return { host, port: Number(port) }
}

export const settings = z.object({
  PORT: check(
    (text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536,
    'Give a port from 0 to 65535; 0 takes a free one.',
  )
    .transform(Number)
    .default(8787)
    .describe('The port of pages and API. `0` takes a free one, which the ready line names.'),
  HOST: check((text) => /^[\w.:-]+$/.test(text), 'Give a host name or an address, such as 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1')
    .describe('The address to listen on. Anything but the loopback belongs behind a proxy that speaks HTTPS.'),
  PUBLIC_URL: address(
    ['http:', 'https:'],
    'Give the address at which people reach Vigie, such as https://vigie.example.org.',
  )
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe(
      'Where people reach it: with https, cookies are bound to it; the places we ask are told it. Default: the address it listens on.',
    ),
  VIGIE_DATA: z
    .string()
    .default('./data')
    .transform((text) => resolve(text))
    .describe('The data folder: keys, the operator’s token, the embedded database. Only its owner may read it.'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'Write it as postgres://user:password@host:5432/database.')
    .optional()
    .describe('A PostgreSQL server (14 or later). Unset: `npm start` runs one of its own in the data folder.'),
  REDIS_URL: address(['redis:', 'rediss:'], 'Write it as redis://host:6379.')
    .optional()
    .describe(
      'A Redis or Valkey server for the queues (`maxmemory-policy noeviction`). Unset: they are in PostgreSQL.',
    ),
  SMTP_URL: address(['smtp:', 'smtps:'], 'Write it as smtp://user:password@host:587 or smtps://….')
    .optional()
    .describe('The mail server. Unset: mails wait in the outbox, and the pages and `vigie doctor` say so.'),
  MAIL_FROM: read(parseSender, 'Write it as Name <name@example.org>.')
    .optional()
    .describe(
      'The sender of mails, as `Name <name@example.org>`. Default: the cover name at the host of `PUBLIC_URL`.',
    ),
  VIGIE_MAIL_DOMAIN: check(
    (text) => /^(?=.{3,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text),
    'Give a domain such as in.vigie.example.org.',
  )
    .transform((text) => text.toLowerCase())
    .optional()
    .describe(
      'The domain whose mail comes in: each request then has an address of reply there, and what is answered to it is shown beside the request. Unset: there are none.',
    ),
  VIGIE_MAIL_IN: read(parseListening, 'Write it as 127.0.0.1:2525.')
    .optional()
    .describe(
      'Where to listen for mail (SMTP) that your mail server passes on, as `HOST:PORT`. Unset: pipe it to `vigie mail`.',
    ),
  VIGIE_NAME: check((text) => /^[^\r\n<>"]{1,40}$/.test(text), 'Give a name of 1 to 40 characters.')
    .default('Vigie')
    .describe('The cover name: what titles, senders and subjects say. Choose one that means nothing to who looks on.'),
  VIGIE_STAGES: read((text) => {
    const stages = list(text)
    if (stages.length === 0 || !stages.every((stage) => /^[a-z][a-z-]*$/.test(stage))) throw new TypeError()
    return stages
  }, 'List the stages with commas, such as poll,match.')
    .optional()
    .describe('The stages that this worker runs, with commas. Default: all.'),
  VIGIE_ALLOW_NETS: read(
    (text) => list(text).map(parseNet),
    'List networks with commas, such as 10.0.0.0/8,127.0.0.0/8.',
  )
    .default([])
    .describe('Private networks that channels may be reached in all the same, with commas. Default: none.'),
  VIGIE_DIGEST: read(parseDuration, 'Write a duration such as 30s, 10m or 1h.')
    .default(3_600_000)
    .describe('A case’s first alert goes at once; later ones are gathered for this long. Default: `1h`.'),
  VIGIE_URL: address(['http:', 'https:'], 'Give the address of the service, such as http://127.0.0.1:8787.')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe('Where the command line finds the service. Default: this machine, at `PORT`.'),
  VIGIE_PASSPHRASE: z
    .string()
    .optional()
    .describe('The passphrase of a case, for the command line. Unset: it asks for it.'),
  VIGIE_TOKEN: check(
    (text) => /^[\w-]{20,100}$/.test(text),
    'Give the operator’s token: 20 to 100 letters, digits, - and _.',
  )
    .optional()
    .describe('The operator’s token. On the machine of the service it is found in the data folder.'),
  VIGIE_TIMESTAMP_URL: address(
    ['http:', 'https:'],
    'Give the address of a timestamp authority (RFC 3161), such as https://tsa.example.org/tsr.',
  )
    .optional()
    .describe(
      'A timestamp authority (RFC 3161): packs of evidence carry its time. It is told a digest, and nothing else. Unset: they carry the time of this service alone.',
    ),
  VIGIE_CHROMIUM: z.string().optional().describe('A Chromium to use instead of the one from npm.'),
  VIGIE_LOG: z
    .enum(['info', 'warn', 'error', 'silent'], 'Choose info, warn, error or silent.')
    .optional()
    .describe('How much to log, as JSON lines on stderr. Default: `warn` for `start`, `info` for `api` and `worker`.'),
})

export type Settings = z.output<typeof settings>

/**
 * Reads the settings from an environment. An empty variable counts as unset.
 *
 * @throws InvalidInput with one line per mistake, each of which says what to write instead.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.entries(environment).filter(([name, value]) => name in settings.shape && value?.trim())
  const { success, data, error } = settings.safeParse(
    Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])),
  )
  if (success) return data
  // The value is not repeated: an address may carry a password.
  throw new InvalidInput(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}
