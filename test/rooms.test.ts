/** The arrows between the rooms, and what each room may bring in from outside. */
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Room {
  /** Rooms it may import besides itself; `api types`: of the API its types alone. */
  rooms: string[]
  /** Packages of npm. */
  packages: string[]
  /** Whether it may use Node's own modules. */
  node: boolean
}

/** Who may import what. A package stands here once somebody has given a reason for it. */
const rooms: Record<string, Room> = {
  // Timestamps are ASN.1 and X.509, which nobody should write anew; whoever checks a pack may have nothing but core.
  core: { rooms: [], packages: ['asn1js', 'pkijs'], node: false },
  knowledge: {
    rooms: ['core'],
    packages: [
      '@atproto/crypto',
      '@noble/hashes',
      'cborg',
      'csv-parse',
      'date-holidays',
      'feedsmith',
      'fflate',
      'nostr-tools',
      'postal-mime',
      'saxes',
      'tldts',
      'yaml',
      'zod',
    ],
    node: false,
  },
  store: { rooms: ['core'], packages: ['kysely', 'pg'], node: true },
  worker: {
    rooms: ['store', 'knowledge', 'core'],
    packages: [
      '@sparticuz/chromium',
      'bullmq',
      'ioredis',
      'ipaddr.js',
      'kysely',
      'mailauth',
      'nodemailer',
      'pg',
      'playwright',
      'sharp',
      'smtp-server',
      'undici',
      'ws',
    ],
    node: true,
  },
  api: {
    rooms: ['store', 'knowledge', 'core'],
    packages: [
      '@hono/node-server',
      '@hono/zod-openapi',
      'fflate',
      'hono',
      'kysely',
      'pdfkit',
      'prom-client',
      'rate-limiter-flexible',
      'zod',
    ],
    node: true,
  },
  web: { rooms: ['api types', 'knowledge', 'core'], packages: ['fflate', 'hono', 'mediabunny', 'zod'], node: true },
  cli: {
    rooms: ['api', 'worker', 'store', 'knowledge', 'core', 'web'],
    packages: ['@hono/node-server', 'fflate', 'ipaddr.js', 'pino', 'zod'],
    node: true,
  },
}

/** Parts that import nothing outside themselves, so that they can be published. */
const selfContained = ['core/fingerprint', 'core/match']

interface Import {
  from: string
  line: string
  what: string
  typeOnly: boolean
}

const sources = await readSources()
const imports = sources.flatMap(({ path, text }) => importsOf(path, text))

test('a room imports only the rooms that its arrows lead to', () => {
  const wrong = imports.filter(({ from, what, typeOnly }) => {
    const target = roomOf(what)
    const room = rooms[from.split('/')[0] ?? '']
    if (!room || target === null || from.startsWith(`${target}/`)) return false
    return !room.rooms.includes(target) && !(typeOnly && room.rooms.includes(`${target} types`))
  })

  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('inside a room imports are relative, across rooms they begin with #, and no path climbs out of its room', () => {
  const wrong = imports.filter(({ from, what }) => {
    const [own] = from.split('/')
    if (what.startsWith('#')) return what.startsWith(`#${own}/`)
    return what.startsWith('.') && !resolve(from, what).startsWith(`${own}/`)
  })

  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('core/fingerprint and core/match import nothing outside themselves', () => {
  const wrong = imports.filter(({ from, what }) => {
    const part = selfContained.find((folder) => from.startsWith(`${folder}/`))
    return part !== undefined && !(what.startsWith('.') && resolve(from, what).startsWith(`${part}/`))
  })

  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('core and knowledge reach no module of Node, no clock and no chance', () => {
  // A digest and a check of a signature are the platform's own arithmetic: the same bytes, the same answer.
  const ambient =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(?!subtle\.(?:digest|verify|importKey)\()|\bperformance\.|\bprocess\.|\bfetch\(/
  const wrong = imports.filter(
    ({ from, what }) => what.startsWith('node:') && rooms[from.split('/')[0] ?? '']?.node === false,
  )
  const reached = sources
    .filter(({ path }) => /^(?:core|knowledge)\//.test(path))
    .flatMap(({ path, text }) => linesWith(path, withoutComments(text), ambient))

  expect([...wrong.map(({ line }) => line), ...reached]).toEqual([])
})

test('a room brings in the packages of its list and no other', () => {
  const wrong = imports.filter(({ from, what }) => {
    const room = rooms[from.split('/')[0] ?? '']
    return room && /^[@a-z]/.test(what) && !what.startsWith('node:') && !room.packages.includes(packageOf(what))
  })

  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('nothing imports the command line but itself', () => {
  const wrong = imports.filter(({ from, what }) => !from.startsWith('cli/') && roomOf(what) === 'cli')

  expect(wrong.map(({ line }) => line)).toEqual([])
})

test('only the command line reads the environment', () => {
  // They read none of it: PostgreSQL's programs are given ours without the variables that would steer them, git its PATH.
  const handOn = ['store/embedded.ts', 'worker/net/git.ts']
  const wrong = sources
    .filter(({ path }) => !path.startsWith('cli/') && !handOn.includes(path))
    .flatMap(({ path, text }) => linesWith(path, withoutComments(text), /\bprocess\.env\b|\bimport\.meta\.env\b/))

  expect(wrong).toEqual([])
})

test('every package of the lists is in use: none outlives its reason', () => {
  const used = new Set(imports.map(({ from, what }) => `${from.split('/')[0]} ${packageOf(what)}`))
  const unused = Object.entries(rooms).flatMap(([room, { packages }]) =>
    packages.flatMap((name) => (used.has(`${room} ${name}`) ? [] : [`${room}: ${name}`])),
  )

  expect(unused).toEqual([])
})

async function readSources(): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = []
  for (const room of Object.keys(rooms))
    for await (const path of glob(`${room}/**/*.{ts,tsx}`, { cwd: root, exclude: ['**/*.as.ts'] }))
      found.push({ path, text: readFileSync(`${root}${path}`, 'utf8') })
  return found
}

/** Static, re-exporting, side-effect and dynamic imports, with the line to show. */
function importsOf(path: string, text: string): Import[] {
  const code = withoutComments(text)
  const statements = /^(?:import|export)\b([^'"`;]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm
  return [...code.matchAll(statements)].map((match) => {
    const [, clause = '', named, bare, dynamic] = match
    const what = named ?? bare ?? dynamic ?? ''
    const at = code.slice(0, match.index + match[0].indexOf(what)).split('\n').length
    return {
      from: path,
      what,
      typeOnly: /^\s*type\b/.test(clause),
      line: `${path}:${at} ${text.split('\n')[at - 1]?.trim()}`,
    }
  })
}

/** Comments become blanks, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}

function linesWith(path: string, code: string, pattern: RegExp): string[] {
  return code.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : []))
}

function roomOf(what: string): string | null {
  return /^#(\w+)\//.exec(what)?.[1] ?? null
}

function packageOf(what: string): string {
  const [scope = '', name] = what.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

function resolve(from: string, what: string): string {
  return new URL(what, `file:///${from}`).pathname.slice(1)
}
