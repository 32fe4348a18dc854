import type { Command } from '../command.ts'

export const worker: Command = {
  usage: '',
  summary: 'Runs the stages alone (VIGIE_STAGES picks some), on DATABASE_URL and REDIS_URL; any number of them.',
  example: 'DATABASE_URL=postgres://vigie:secret@db:5432/vigie REDIS_URL=redis://queue:6379 npm run worker',
  takes: { least: 0, most: 0 },
  async run(_args, context) {
    const { runService } = await import('../service.ts')
    return runService('worker', context)
  },
}
