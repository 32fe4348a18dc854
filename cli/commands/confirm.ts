import { Confirmed } from '#api/schema.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Command, text } from '../command.ts'

export const confirm: Command = {
  usage: 'CASE --organisation NAME | CASE --withdraw',
  summary: 'Says for an organisation that it knows the person behind a case, so that she is told what is not public.',
  details: [
    'What hash banks and partners report is told to confirmed cases alone: else a stranger could enrol a picture to learn whether it is protected. What they reported before is told now. Twice is once.',
    'Needs the operator’s token: on the machine of the service it is found by itself, elsewhere set VIGIE_TOKEN.',
  ],
  options: {
    organisation: { type: 'string', value: 'NAME', describes: 'The organisation that knows her. She reads the name.' },
    withdraw: { type: 'boolean', describes: 'Takes the confirmation back. What she was told stays told.' },
  },
  example: 'npx vigie confirm 482-917-3056 --organisation "Child Focus"',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const [caseNumber = ''] = args.positionals
    const organisation = text(args, 'organisation')
    const withdraws = args.values.withdraw === true
    if (withdraws === (organisation !== undefined))
      throw new InvalidInput('Name the organisation with --organisation NAME, or take it back with --withdraw.')
    const { nothing, openOperatorClient } = await import('../client.ts')
    const client = await openOperatorClient(context)
    const path = `/api/cases/${encodeURIComponent(caseNumber)}/confirmation`
    if (withdraws) {
      await client.ask(path, { method: 'DELETE', answer: nothing })
      await context.print({ case: caseNumber, confirmed: false })
      return 0
    }
    const confirmed = await client.ask(path, { method: 'PUT', body: { organisation }, answer: Confirmed })
    await context.print({ case: confirmed.case, confirmed: true, organisation: confirmed.organisation })
    return 0
  },
}
