import { InvalidInput } from '#core/errors.ts'
import type { Command, Context } from '../command.ts'

/** Longer than any text that is read (200,000 characters), escapes of JSON included. */
const longestLine = 2_000_000

export const locate: Command = {
  usage: '[TEXT]',
  summary: 'Prints the places that a pasted text names, one JSON line a place. Nothing is asked of anybody.',
  details: [
    'Prints {"platform","id","url","via"}. Two texts with the same `platform` and `id` name the same place; `url` is its one form; `via` is the copy in an archive that named it, or null.',
    'Without TEXT it reads lines of stdin, each one JSON string, and prints for each one JSON array of places. A line that is no JSON string gives an empty array and a message; the status is then 2.',
    'Works without the network: a short link is a place of its own until it is opened. A secret key of Nostr is left out.',
  ],
  example: 'npx vigie locate "she sent me discord[.]gg/AbCdEf, and this: mega.nz/folder/aBcD1234#key"',
  takes: { least: 0, most: Number.POSITIVE_INFINITY },

  async run({ positionals }, context) {
    const { find } = await finder(context)
    if (positionals.length > 0) {
      await context.print(...find(positionals.join(' ')))
      return 0
    }

    if (process.stdin.isTTY) context.say('Write JSON strings, one a line. Ctrl-D ends.')
    let number = 0
    const wrong: number[] = []
    for await (const line of linesOf(process.stdin)) {
      number++
      const text = textIn(line)
      await context.print(text === null ? [] : find(text))
      if (text !== null) continue
      wrong.push(number)
      context.say(`Line ${number} is no JSON string: write it in double quotes, as JSON does.`)
    }
    if (wrong.length === 0) return 0
    throw new InvalidInput(`${wrong.length} of ${number} lines could not be read: each must be one JSON string.`)
  },
}

async function finder({ say }: Context) {
  const [{ holdsSecretKey }, { locate }] = await Promise.all([
    import('#core/location/index.ts'),
    import('#knowledge/platforms/index.ts'),
  ])
  return {
    find(text: string) {
      if (holdsSecretKey(text)) say('A secret key of Nostr was in the text. It is left out: show it to nobody.')
      return locate(text).map(({ platform, id, url, via = null }) => ({ platform, id, url, via }))
    },
  }
}

/** Null: it is none, or too long. */
function textIn(line: string | null): string | null {
  if (line === null) return null
  try {
    const text: unknown = JSON.parse(line)
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}

/** Line by line, as they come. Null stands for a line that is too long: it is not kept. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder()
  let rest = ''
  let isTooLong = false
  for await (const chunk of input) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n')
    rest += first
    for (const next of more) {
      yield isTooLong || rest.length > longestLine ? null : rest
      rest = next
      isTooLong = false
    }
    if (rest.length <= longestLine) continue
    rest = ''
    isTooLong = true
  }
  rest += decoder.decode()
  if (isTooLong || rest !== '') yield isTooLong ? null : rest
}
