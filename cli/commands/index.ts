/** Every command, in the order of the help. A module is loaded when its command is called. */
import type { Command } from '../command.ts'

interface Entry {
  name: string
  load(): Promise<Command>
}

interface Group {
  title: string
  entries: Entry[]
}

const entry = (name: string, load: () => Promise<Command>): Entry => ({ name, load })

export const groups: Group[] = [
  {
    title: 'Processes',
    entries: [
      entry('start', async () => (await import('./start.ts')).start),
      entry('api', async () => (await import('./api.ts')).api),
      entry('worker', async () => (await import('./worker.ts')).worker),
    ],
  },
  {
    title: 'Hashes, on this machine alone',
    entries: [
      entry('hash', async () => (await import('./hash.ts')).hash),
      entry('vpdq', async () => (await import('./vpdq.ts')).vpdq),
      entry('search', async () => (await import('./search.ts')).search),
    ],
  },
  {
    title: 'Places',
    entries: [
      entry('locate', async () => (await import('./locate.ts')).locate),
      entry('alive', async () => (await import('./alive.ts')).alive),
      entry('report', async () => (await import('./report.ts')).report),
      entry('providers', async () => (await import('./providers.ts')).providers),
      entry('who', async () => (await import('./who.ts')).who),
      entry('platforms', async () => (await import('./platforms.ts')).platforms),
    ],
  },
  {
    title: 'Removal requests',
    entries: [entry('deadline', async () => (await import('./deadline.ts')).deadline)],
  },
  {
    title: 'Removal requests',
    entries: [
      entry('grounds', async () => (await import('./grounds.ts')).grounds),
      entry('plan', async () => (await import('./plan.ts')).plan),
      entry('letter', async () => (await import('./letter.ts')).letter),
    ],
  },
  {
    title: 'Evidence, on this machine alone',
    entries: [entry('verify', async () => (await import('./verify.ts')).verify)],
  },
  {
    title: 'A case',
    entries: [
      entry('enrol', async () => (await import('./enrol.ts')).enrol),
      entry('inbox', async () => (await import('./inbox.ts')).inbox),
      entry('sent', async () => (await import('./sent.ts')).sent),
      entry('agree', async () => (await import('./agree.ts')).agree),
      entry('share', async () => (await import('./share.ts')).share),
      entry('evidence', async () => (await import('./evidence.ts')).evidence),
      entry('withdraw', async () => (await import('./withdraw.ts')).withdraw),
    ],
  },
  {
    title: 'An installation',
    entries: [
      entry('channels', async () => (await import('./channels.ts')).channels),
      entry('exchange', async () => (await import('./exchange.ts')).exchange),
      entry('recipe', async () => (await import('./recipe.ts')).recipe),
      entry('poll', async () => (await import('./poll.ts')).poll),
      entry('quarantine', async () => (await import('./quarantine.ts')).quarantine),
      entry('practice', async () => (await import('./practice.ts')).practice),
      entry('confirm', async () => (await import('./confirm.ts')).confirm),
      entry('partners', async () => (await import('./partners.ts')).partners),
      entry('mail', async () => (await import('./mail.ts')).mail),
      entry('doctor', async () => (await import('./doctor.ts')).doctor),
    ],
  },
]

export const commands: Entry[] = groups.flatMap(({ entries }) => entries)
