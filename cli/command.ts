/** What a command of the command line is, how its arguments are read, and how its help is written. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { InvalidInput } from '#core/errors.ts'

export interface Option {
  type: 'string' | 'boolean'
  /** May be given more than once; then its value is a list. */
  multiple?: true
  /** Takes every argument that follows, up to the next option or the first that is a file: `--url A B`. */
  greedy?: true
  /** What stands for the value in the help, e.g. `ADDRESS`. */
  value?: string
  describes: string
}

export interface Arguments {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  positionals: string[]
}

export interface Command {
  /** The arguments, e.g. `FILE… [--forms]`. */
  usage: string
  /** One sentence. */
  summary: string
  /** What more there is to know, in short paragraphs. */
  details?: string[]
  options?: Record<string, Option>
  /** One real call, as typed. */
  example: string
  /** How many positional arguments it takes. */
  takes: { least: number; most: number }
  /** Texts to put where `--help` asks, instead of the plain help: what depends on the arguments. */
  help?(positionals: string[]): Promise<string | undefined>
  run(args: Arguments, context: Context): Promise<ExitStatus>
}

/** 0: done. 1: it failed, and a message says why. 2, wrong use, is thrown as `InvalidInput`. */
export type ExitStatus = 0 | 1

export interface Context {
  environment: Record<string, string | undefined>
  /** JSON lines on stdout, one a value. Resolves when they are accepted, so that a slow reader slows the writer. */
  print(...values: unknown[]): Promise<void>
  /** Text as it is, on stdout, for what is no JSON line. */
  printText(text: string): Promise<void>
  /** A message for the person, on stderr. */
  say(text: string): void
  /** Aborted when the person stops the command. */
  signal: AbortSignal
}

/** Reads the arguments that follow a command's name. */
export function readArguments(name: string, command: Command, argv: string[]): Arguments & { wantsHelp: boolean } {
  const options = { ...command.options, help: { type: 'boolean', describes: 'Shows this.' } } satisfies Record<
    string,
    Option
  >
  try {
    const { values, positionals } = parseArgs({
      args: spread(argv, options),
      options,
      allowPositionals: true,
      strict: true,
    })
    const wantsHelp = values.help === true
    const { least, most } = command.takes
    if (!wantsHelp && positionals.length < least)
      throw new InvalidInput(`Something is missing: vigie ${name} ${command.usage}`)
    if (!wantsHelp && positionals.length > most)
      throw new InvalidInput(`"${positionals[most]}" is too much: vigie ${name} ${command.usage}`)
    return { values, positionals, wantsHelp }
  } catch (cause) {
    if (cause instanceof InvalidInput) throw cause
    // parseArgs explains itself well, and goes on with advice about `--` that does not help here.
    const [why = ''] = cause instanceof Error ? cause.message.split('. ') : []
    throw new InvalidInput(`${why}. \`vigie ${name} --help\` shows what there is.`, { cause })
  }
}

/** `--url A B` becomes `--url A --url B`, which is how parseArgs takes it. */
function spread(argv: string[], options: Record<string, Option>): string[] {
  const spreaded: string[] = []
  let greedy: string | undefined
  for (const [i, argument] of argv.entries()) {
    const isFirstValue = argv[i - 1] === greedy
    if (argument.startsWith('-')) {
      const [name = ''] = argument.split('=')
      greedy = options[name.slice(2)]?.greedy && name === argument ? name : undefined
    } else if (greedy && !isFirstValue && !existsSync(argument)) spreaded.push(greedy)
    else if (greedy && !isFirstValue) greedy = undefined
    spreaded.push(argument)
  }
  return spreaded
}

/** The help of one command, as text for a terminal. */
export function describeCommand(name: string, command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([option, { value, describes }]) => [`--${option}${value ? ` ${value}` : ''}`, describes] as const,
  )
  const width = Math.max(0, ...options.map(([left]) => left.length)) + 2
  return [
    `vigie ${name} ${command.usage}`.trim(),
    '',
    ...wrap(command.summary),
    ...(command.details ?? []).flatMap((paragraph) => ['', ...wrap(paragraph)]),
    ...(options.length > 0 ? ['', 'Options:'] : []),
    ...options.flatMap(([left, right]) =>
      wrap(right, 96 - width).map((line, i) => `  ${(i === 0 ? left : '').padEnd(width)}${line}`),
    ),
    '',
    'Example:',
    `  ${command.example}`,
  ].join('\n')
}

function wrap(text: string, width = 98): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last && last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return lines
}

/** A text option that was given at most once. */
export function text({ values }: Arguments, option: string): string | undefined {
  const value = values[option]
  return typeof value === 'string' ? value : undefined
}

/** Every value of an option that may be repeated. */
export function texts({ values }: Arguments, option: string): string[] {
  const value = values[option]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** A text option that names one of a few things. */
export function choice<Choice extends string>(
  args: Arguments,
  option: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const given = text(args, option)
  if (given === undefined) return choices[0]
  const found = choices.find((choice) => choice === given)
  if (!found) throw new InvalidInput(`--${option} is one of ${choices.join(', ')}.`)
  return found
}

/** A text option that is a number within bounds. */
export function number(
  args: Arguments,
  option: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const given = text(args, option)
  if (given === undefined) return otherwise
  const value = /^\d+(?:\.\d+)?$/.test(given) ? Number(given) : Number.NaN
  if (!(value >= least && value <= most)) throw new InvalidInput(`--${option} is a number from ${least} to ${most}.`)
  return value
}
