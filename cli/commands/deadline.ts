import { langs } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Arguments, type Command, choice, text } from '../command.ts'

export const deadline: Command = {
  usage: '--ground ID --received INSTANT [--step extension|complaint|counter-notice] [--country CC] [--lang LANG]',
  summary: 'Computes when the time that a law sets is over. Nothing is asked of anybody.',
  details: [
    'Prints {"ground","due","zone","rule"}. `due` is an instant in UTC, or null where the law names no time. The end of a day is the next day\'s 00:00 in `zone`. `rule` says why. After a counter-notice `from` is the first day on which the content may be back.',
    'Hours are counted as they pass. Months are counted by Regulation 1182/71: a last day that is a Saturday, a Sunday or a public holiday of the state that must act moves to the next working day.',
    '`--received` is the instant at which they received it, or at which an order was served. For a complaint it is the instant at which she was told their decision, or at which the authority received the complaint.',
    'Needs no running service and no network.',
  ],
  options: {
    ground: { type: 'string', value: 'ID', describes: 'The ground, such as gdpr17; `vigie grounds` lists them.' },
    received: {
      type: 'string',
      value: 'INSTANT',
      describes: 'With its offset: 2027-01-31T14:20+01:00 or 2027-01-31T13:20Z.',
    },
    step: {
      type: 'string',
      value: 'STEP',
      describes: 'The time of a later step, instead of the time to answer: extension, complaint or counter-notice.',
    },
    country: {
      type: 'string',
      value: 'CC',
      describes:
        "The state that must act: its holidays and its capital's clocks count. Without it the ground's own state; without that Belgium for months, UTC for hours.",
    },
    lang: { type: 'string', value: 'LANG', describes: 'The language of `rule`: en, fr, nl or de.' },
  },
  example: 'npx vigie deadline --ground gdpr17 --received 2027-01-31T14:20+01:00 --country BE',
  takes: { least: 0, most: 0 },

  async run(args, { print }) {
    const [{ deadlineFor, deadlineSteps }, { grounds }, { parseCountry }] = await Promise.all([
      import('#knowledge/deadlines.ts'),
      import('#knowledge/grounds/index.ts'),
      import('#knowledge/countries.ts'),
    ])
    const id = required(args, 'ground')
    const ground = grounds.find((each) => each.id === id)
    if (!ground)
      throw new InvalidInput(`There is no ground "${id}". There are: ${grounds.map((each) => each.id).join(', ')}.`)
    const receivedAt = instant(required(args, 'received'))
    const given = text(args, 'step')
    const step = deadlineSteps.find((each) => each === given)
    if (given !== undefined && !step) throw new InvalidInput(`--step is one of ${deadlineSteps.join(', ')}.`)
    const country = text(args, 'country')
    const { due, from, zone, rule } = deadlineFor(ground, {
      receivedAt,
      lang: choice(args, 'lang', langs),
      ...(step && { step }),
      ...(country !== undefined && { country: parseCountry(country) }),
    })
    await print({ ground: id, due: iso(due), zone, rule, ...(from !== undefined && { from: iso(from) }) })
    return 0
  },
}

function required(args: Arguments, option: string): string {
  const given = text(args, option)
  if (given === undefined) throw new InvalidInput(`Give --${option}: vigie deadline ${deadline.usage}`)
  return given
}

/** In ms since 1970. A local time is none: nobody knows on whose clock it was. */
function instant(given: string): number {
  try {
    return Temporal.Instant.from(given.trim()).epochMilliseconds
  } catch (cause) {
    throw new InvalidInput(
      `"${given}" is no instant. Write date, time and offset from UTC, such as 2027-01-31T14:20+01:00 or 2027-01-31T13:20Z.`,
      { cause },
    )
  }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
