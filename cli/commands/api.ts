import type { Command } from '../command.ts'

export const api: Command = {
  usage: '',
  summary: 'Runs the pages and the API alone, on DATABASE_URL; any number of them.',
  example: 'DATABASE_URL=postgres://vigie:secret@db:5432/vigie npm run api',
  takes: { least: 0, most: 0 },
  async run(_args, context) {
    const { runService } = await import('../service.ts')
    return runService('api', context)
  },
}
