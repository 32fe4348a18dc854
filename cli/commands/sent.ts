import { RequestSummary } from '#api/schema.ts'
import { InvalidInput } from '#core/errors.ts'
import { type Command, text } from '../command.ts'

export const sent: Command = {
  usage: 'REQUEST --case CASE',
  summary: 'Notes that a request was sent, which starts its clock. Vigie sends no request by itself.',
  options: { case: { type: 'string', value: 'CASE', describes: 'The file number of the case that it belongs to.' } },
  example: 'npx vigie sent 0198c2a4-5a01-7f3e-9d55-0c6f2b7e4a10 --case 4821-7730-1956',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const caseNumber = text(args, 'case')
    if (!caseNumber) throw new InvalidInput('Name the case: --case CASE')
    const { openCase } = await import('../client.ts')
    await using session = await openCase(caseNumber, context)
    const path = `/api/case/requests/${encodeURIComponent(args.positionals[0] ?? '')}/sent`
    const { id, state, sentAt, deadline } = await session.ask(path, { method: 'POST', answer: RequestSummary })
    await context.print({ request: id, state, sentAt, deadline })
    return 0
  },
}
