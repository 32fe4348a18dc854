import { ShareView } from '#api/schema.ts'
import { InvalidInput, Refused } from '#core/errors.ts'
import { type Command, texts } from '../command.ts'

export const share: Command = {
  usage: 'CASE [--with PLATFORM…] [--stop]',
  summary: 'Lets platforms know the fingerprints of a case’s pictures, so that they can block them; stops it.',
  details: [
    'What leaves, to whom, and what it may show is said on stderr and kept with the consent, word for word. It covers what the case watches now: pictures that are added later are shared when this is run again. Prints what was agreed and what platforms have said back.',
    '--stop tells every platform to delete what it has. The secret words come from VIGIE_PASSPHRASE, or are asked for.',
  ],
  options: {
    with: {
      type: 'string',
      multiple: true,
      greedy: true,
      value: 'PLATFORM…',
      describes: 'Only these, by name. Default: every platform that reads from this installation.',
    },
    stop: { type: 'boolean', describes: 'Nothing is shown from now on.' },
  },
  example: 'npx vigie share 482-917-3056 --with "Example Platform"',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const [caseNumber = ''] = args.positionals
    const { nothing, openCase } = await import('../client.ts')
    await using session = await openCase(caseNumber, context)
    if (args.values.stop === true) {
      await session.ask('/api/case/share', { method: 'DELETE', answer: nothing })
      await context.print({ case: caseNumber, agreed: null })
      return 0
    }
    const offer = await session.ask('/api/case/share', { answer: ShareView })
    if (offer.offered === 'minor')
      throw new Refused(
        'Pictures of somebody under 18 go to nobody from here. Take It Down is for that: https://takeitdown.ncmec.org',
      )
    const wanted = texts(args, 'with')
    const unknown = wanted.find((name) => !offer.readers.some((reader) => reader.name === name))
    if (offer.offered === 'nobody' || unknown !== undefined)
      throw new InvalidInput(
        `${unknown === undefined ? 'No platform' : `"${unknown.slice(0, 80)}" is no platform that`} reads from this installation${unknown === undefined ? ' yet' : `: ${offer.readers.map(({ name }) => name).join(', ') || 'there is none'}`}.`,
      )
    const readers = offer.readers.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(({ id }) => id)
    context.say(offer.words)
    const agreed = await session.ask('/api/case/share', {
      method: 'PUT',
      body: { words: offer.words, readers },
      answer: ShareView,
    })
    await context.print({
      case: caseNumber,
      agreed: agreed.agreed,
      readers: agreed.readers.filter((reader) => reader.agreed).map(({ name }) => name),
      answers: agreed.answers,
    })
    return 0
  },
}
