import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { ArrivedMail } from '#api/schema.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Command, text } from '../command.ts'

const Taken = z.object({ taken: z.string() })
const Mails = z.object({ mails: z.array(ArrivedMail) })

const todo: Record<string, string> = {
  'no-channel': 'This is a report, and no channel takes reports: npx vigie channels add mail',
  'too-many': 'Too many reports wait to be read: this one was not taken.',
  unknown: 'It answers no request that can be told. Nothing of it was kept but that it came.',
}

export const mail: Command = {
  usage: '[--verified] [--to ADDRESS] < MESSAGE | list',
  summary: 'Hands over a mail that arrived, as your mail server pipes it; `list` tells what came, not what it says.',
  details: [
    'Reports of abuse (ARF, XARF) go to the channel `mail`. What comes to a request’s address of reply is shown to her beside the request. Pictures and other attachments are let go of unseen. Prints {"taken"}: report, answer, unknown, no-channel or too-many.',
    'docs/how-to/receive-mail.md shows how a mail server calls it, and how Vigie listens by itself (VIGIE_MAIL_IN).',
  ],
  options: {
    verified: {
      type: 'boolean',
      describes:
        'Your mail server has checked DKIM or DMARC: only then may an answer mark a request as received by them.',
    },
    to: { type: 'string', value: 'ADDRESS', describes: 'Whom it was sent to, where the headers do not tell.' },
  },
  example: 'npx vigie mail --verified < answer.eml',
  takes: { least: 0, most: 1 },

  async run(args, context) {
    const [action] = args.positionals
    if (action !== undefined && action !== 'list')
      throw new InvalidInput(`"${action}" is nothing that mail can do: list.`)
    const { openOperatorClient } = await import('../client.ts')
    const client = await openOperatorClient(context)
    if (action === 'list') {
      await context.print(...(await client.ask('/api/mail', { answer: Mails })).mails)
      return 0
    }
    if (process.stdin.isTTY) throw new InvalidInput('Give the mail on stdin: vigie mail < message.eml')
    const to = text(args, 'to')
    const asked = new URLSearchParams({ verified: `${args.values.verified === true}`, ...(to && { to }) })
    const bytes = await buffer(process.stdin)
    const { taken } = await client.ask(`/api/mail?${asked}`, { method: 'POST', bytes, answer: Taken })
    if (todo[taken]) context.say(todo[taken])
    await context.print({ taken })
    return taken === 'too-many' ? 1 : 0
  },
}
