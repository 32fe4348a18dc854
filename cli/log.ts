/** The log: JSON lines on stderr, an event's name and a few counted things. See core/ports.ts for what may be a field. */

import { pino } from 'pino'
import type { Log, LogFields } from '#core/ports.ts'

export type LogLevel = 'info' | 'warn' | 'error' | 'silent'

/**
 * What may be logged, by name and type. The compiler checks the names; this list stands for what came in past it, and
 * bounds every text, so that nothing a stranger wrote is ever printed.
 */
const fields = {
  stage: 'text',
  channel: 'text',
  case: 'text',
  kind: 'text',
  code: 'text',
  pid: 'number',
  count: 'number',
  notices: 'number',
  retractions: 'number',
  malformed: 'number',
  matches: 'number',
  alerts: 'number',
  ms: 'number',
  seq: 'number',
  port: 'number',
  status: 'number',
  reference: 'text',
  error: 'text',
  at: 'text',
} satisfies Record<keyof LogFields, 'text' | 'number'>

const types = new Map<string, string>(Object.entries(fields))

// Ids, codes, class names, file:line. No `@`, no space: no address, no sentence. Shorter than any digest in hex.
const plain = /^[\w.:/-]{1,80}$/
const isDigest = /[0-9a-f]{32}/i

export function openLog(level: LogLevel): Log {
  const options = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const logger = pino(options, pino.destination({ dest: 2, sync: true }))
  const write =
    (name: Exclude<LogLevel, 'silent'>) =>
    (event: string, given: LogFields = {}) => {
      logger[name](keep(given), event)
    }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

function keep(given: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(given)) {
    const wanted = types.get(name)
    if (wanted === 'number' && typeof value === 'number') kept[name] = value
    if (wanted === 'text' && typeof value === 'string')
      kept[name] = plain.test(value) && !isDigest.test(value) ? value : '(left out)'
  }
  return kept
}
