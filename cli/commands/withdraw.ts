import type { Command } from '../command.ts'

export const withdraw: Command = {
  usage: 'CASE',
  summary: 'Erases a case: its key is destroyed, and nothing of it is compared any more when this returns.',
  details: ['The secret words come from VIGIE_PASSPHRASE, or are asked for. Nothing can bring the case back.'],
  example: 'npx vigie withdraw 4821-7730-1956',
  takes: { least: 1, most: 1 },

  async run({ positionals: [caseNumber = ''] }, context) {
    const { nothing, openCase } = await import('../client.ts')
    await using session = await openCase(caseNumber, context)
    await session.ask('/api/case', { method: 'DELETE', answer: nothing })
    await context.print({ withdrawn: caseNumber })
    return 0
  },
}
