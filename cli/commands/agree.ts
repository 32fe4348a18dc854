import { Consents } from '#api/schema.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Command, texts } from '../command.ts'

export const agree: Command = {
  usage: 'CASE [CHANNEL [--address URL…] | CHANNEL --stop]',
  summary:
    'Lists the sources that can only be asked one by one, one JSON line each; agrees for a case that one is asked, or stops it.',
  details: [
    'None is asked before. What the source receives, and what it may do with it, is said on stderr and kept with the consent, word for word. A search engine is given the addresses that are named with --address, of those that the case watches, and nothing else.',
    'CHANNEL is the channel or, where there is one of it, its kind. The secret words come from VIGIE_PASSPHRASE, or are asked for.',
  ],
  options: {
    address: {
      type: 'string',
      multiple: true,
      greedy: true,
      value: 'URL…',
      describes: 'A public address of the picture that a search engine may fetch.',
    },
    stop: { type: 'boolean', describes: 'It is not asked any more, from now on.' },
  },
  example: 'npx vigie agree 482-917-3056 tineye --address https://example.org/picture.jpg',
  takes: { least: 1, most: 2 },

  async run(args, context) {
    const [caseNumber = '', wanted] = args.positionals
    const { nothing, openCase } = await import('../client.ts')
    await using session = await openCase(caseNumber, context)
    const listed = await session.ask('/api/case/consents', { answer: Consents })
    if (wanted === undefined) {
      await context.print(...listed.sources)
      return 0
    }
    const fitting = listed.sources.filter(({ channel, kind }) => channel === wanted || kind === wanted)
    const [source] = fitting
    if (!source || fitting.length > 1)
      throw new InvalidInput(
        `"${wanted}" names ${source ? 'several of these sources' : 'none of these sources'}: ${listed.sources.map(({ channel }) => channel).join(', ') || 'there are none'}.`,
      )
    const path = `/api/case/consents/${encodeURIComponent(source.channel)}`
    if (args.values.stop === true) {
      await session.ask(path, { method: 'DELETE', answer: nothing })
      await context.print({ case: caseNumber, channel: source.channel, agreed: null })
      return 0
    }
    context.say(source.words)
    const body = { words: source.words, addresses: texts(args, 'address') }
    const { sources } = await session.ask(path, { method: 'PUT', body, answer: Consents })
    const agreed = sources.find(({ channel }) => channel === source.channel)?.agreed ?? null
    await context.print({ case: caseNumber, channel: source.channel, agreed })
    return 0
  },
}
