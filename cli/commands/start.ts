import type { Command } from '../command.ts'

export const start: Command = {
  usage: '',
  summary: 'Runs everything in one process, with a database of its own unless DATABASE_URL names one.',
  details: ['Ends on Ctrl-C, when what is under way is done. docs/reference/settings.md lists the settings.'],
  example: 'npm start',
  takes: { least: 0, most: 0 },
  async run(_args, context) {
    const { runService } = await import('../service.ts')
    return runService('start', context)
  },
}
