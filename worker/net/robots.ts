/**
 * Robots: what a host asks of automatic visitors (RFC 9309). Kept to for looks and pages; an interface made for programs
 * has rules of its own.
 */
import { Refused, Unavailable } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'

/** The name by which a host may speak to us (RFC 9309 §2.2.1). */
const token = 'vigie'
/** RFC 9309 §2.5: at least 500 KiB are to be read. */
const mostBytes = 512 * 1024
/** RFC 9309 §2.4: not to be used for longer than a day. */
const keptMs = 6 * 3_600_000
const keptWhenUnreachableMs = 60_000
const mostHosts = 2_000

export interface Robots {
  /** Whether this address may be fetched. Asks its host for the rules, at most every six hours. */
  allows(url: string, signal?: AbortSignal): Promise<boolean>
}

interface Rules {
  untilMs: number
  allows(path: string): boolean
}

export function createRobots({ net, now }: { net: Pick<Net, 'get'>; now: () => number }): Robots {
  const known = new Map<string, Promise<Rules>>()

  async function read(origin: string, signal: AbortSignal | undefined): Promise<Rules> {
    try {
      const got = await net.get(`${origin}/robots.txt`, { maxBytes: mostBytes, timeoutMs: 15_000, signal })
      return { untilMs: now() + keptMs, allows: got.status === 200 ? parseRobots(got.text) : () => true }
    } catch (cause) {
      signal?.throwIfAborted()
      // RFC 9309 §2.3.1: "unavailable" (4xx) allows all, "unreachable" (5xx, no answer) allows nothing.
      if (cause instanceof Refused && /answers 4\d\d/.test(cause.message))
        return { untilMs: now() + keptMs, allows: () => true }
      return { untilMs: now() + (cause instanceof Unavailable ? keptWhenUnreachableMs : keptMs), allows: () => false }
    }
  }

  return {
    async allows(url, signal) {
      const { origin, pathname, search } = new URL(url)
      let rules = await known.get(origin)?.catch(() => undefined)
      if (!rules || rules.untilMs < now()) {
        const reading = read(origin, signal)
        known.delete(origin)
        known.set(origin, reading)
        for (const [oldest] of known) if (known.size > mostHosts) known.delete(oldest)
        rules = await reading
      }
      return rules.allows(pathname + search)
    },
  }
}

interface Rule {
  allow: boolean
  /** The pattern's pieces between its asterisks. */
  pieces: string[]
  /** It ends with `$`. */
  toEnd: boolean
  length: number
}

/**
 * The rules for us: of the groups that name us, else of those for everybody. The longest pattern that fits decides, and
 * of two as long the one that allows (RFC 9309 §2.2.2).
 */
export function parseRobots(text: string): (path: string) => boolean {
  const groups: { agents: string[]; rules: Rule[] }[] = []
  let inAgents = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = line.replace(/#.*$/, '').match(/^\s*([A-Za-z-]+)\s*:\s*(.*?)\s*$/) ?? []
    const name = field.toLowerCase()
    if (name === 'user-agent') {
      if (!inAgents) groups.push({ agents: [], rules: [] })
      groups.at(-1)?.agents.push(value.toLowerCase())
      inAgents = true
    } else if (name === 'allow' || name === 'disallow') {
      inAgents = false
      if (value !== '') groups.at(-1)?.rules.push(toRule(name === 'allow', value))
    }
  }
  const ours = groups.filter(({ agents }) => agents.some((agent) => /^[a-z_-]+/.exec(agent)?.[0] === token))
  const rules = (ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'))).flatMap(
    (group) => group.rules,
  )
  return (path) => {
    const written = plain(path)
    let best: Rule | undefined
    for (const rule of rules)
      if (fits(rule, written) && (!best || rule.length > best.length || (rule.length === best.length && rule.allow)))
        best = rule
    return best?.allow ?? true
  }
}

function toRule(allow: boolean, value: string): Rule {
  const toEnd = value.endsWith('$')
  const pattern = plain(toEnd ? value.slice(0, -1) : value)
  return { allow, pieces: pattern.split(/\*+/), toEnd, length: value.length }
}

/** Percent-encoded in one way, so that `/ä` and `/%C3%A4` are the same. */
function plain(path: string): string {
  try {
    return encodeURI(decodeURI(path))
  } catch {
    return path
  }
}

/** In time linear in both: no pattern of a stranger becomes an expression. */
function fits({ pieces, toEnd }: Rule, path: string): boolean {
  const [first = '', ...rest] = pieces
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [i, piece] of rest.entries()) {
    const isLast = i === rest.length - 1
    const found = isLast && toEnd ? path.length - piece.length : path.indexOf(piece, at)
    if (found < at || !path.startsWith(piece, found)) return false
    at = found + piece.length
  }
  return !toEnd || at === path.length
}
