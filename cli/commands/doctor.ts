import { access, constants, readFile, stat, statfs } from 'node:fs/promises'
import { z } from 'zod'
import { Check } from '#api/schema.ts'
import type { Command, Context } from '../command.ts'
import { readSettings, type Settings } from '../config.ts'

const Doctor = z.object({ checks: z.array(Check) })

interface Finding {
  check: string
  ok: boolean
  says: string
  /** What to do. */
  todo: string | null
}

export const doctor: Command = {
  usage: '',
  summary: 'Looks at everything Vigie needs, here and at the running service: what is wrong, and how to mend it.',
  details: ['Prints {"check","ok","says","todo"} a line. Ends with status 1 when something is wrong.'],
  example: 'npx vigie doctor',
  takes: { least: 0, most: 0 },

  async run(_args, context) {
    const settings = readSettings(context.environment)
    const findings = [
      checkNode(),
      await checkFolder(settings),
      await checkDisk(settings),
      await checkBrowser(settings),
      ...(await askService(context)),
    ]
    await context.print(...findings)
    for (const { check, ok, says, todo } of findings) if (!ok) context.say(`${check}: ${says} ${todo ?? ''}`)
    return findings.every(({ ok }) => ok) ? 0 : 1
  },
}

const well = (check: string, says: string): Finding => ({ check, ok: true, says, todo: null })
const ill = (check: string, says: string, todo: string): Finding => ({ check, ok: false, says, todo })

function checkNode(): Finding {
  const { node } = process.versions
  if (Number(node.split('.')[0]) >= 26) return well('node', `Node ${node}.`)
  return ill('node', `Node ${node} is too old.`, 'Run `npm start`, which brings its own, or install Node 26.')
}

async function checkFolder({ VIGIE_DATA: folder }: Settings): Promise<Finding> {
  const found = await stat(folder).catch(() => undefined)
  if (!found)
    return ill(
      'data',
      `There is no data folder ${folder}.`,
      'It is made at the first `npm start`; or set VIGIE_DATA to where it is.',
    )
  const isOurs = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isOurs)
    return ill(
      'data',
      `The data folder ${folder} cannot be written.`,
      'Run as the user who owns it, or mend its rights.',
    )
  if (process.platform !== 'win32' && found.mode & 0o077)
    return ill('data', `Others on this machine may enter the data folder ${folder}.`, `chmod 700 ${folder}`)
  return well('data', `The data folder is ${folder}.`)
}

/** Under this the database stops writing before long. */
const leastFree = 2 ** 30

async function checkDisk({ VIGIE_DATA: folder }: Settings): Promise<Finding> {
  const disk = await statfs(folder).catch(() => statfs('.'))
  const free = disk.bavail * disk.bsize
  const says = `${(free / 2 ** 30).toFixed(1)} GiB free where the data folder is.`
  return free >= leastFree ? well('disk', says) : ill('disk', says, 'Free at least 1 GiB.')
}

/** Only the tests, and later looks at pages, drive a browser: its absence is said, and hinders nothing. */
async function checkBrowser({ VIGIE_CHROMIUM }: Settings): Promise<Finding> {
  if (VIGIE_CHROMIUM) {
    const runs = await access(VIGIE_CHROMIUM, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (!runs) return ill('browser', `There is no program ${VIGIE_CHROMIUM}.`, 'Correct VIGIE_CHROMIUM, or unset it.')
    return well('browser', `${VIGIE_CHROMIUM}.`)
  }
  const packed = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url)
  const version = await readFile(packed, 'utf8').then(
    (text) => z.object({ version: z.string() }).parse(JSON.parse(text)).version,
    () => undefined,
  )
  if (version) return well('browser', `Chromium ${version} from npm.`)
  for (const path of ['/usr/bin/chromium', '/usr/bin/google-chrome'])
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return well('browser', `${path}.`)
  return well('browser', 'No browser here; only the tests need one.')
}

/** What the service says of itself, or that it does not answer. */
async function askService(context: Context): Promise<Finding[]> {
  const { openOperatorClient } = await import('../client.ts')
  try {
    const client = await openOperatorClient(context)
    const { checks } = await client.ask('/api/doctor', { answer: Doctor })
    return [well('service', `It answers at ${client.url}.`), ...checks]
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [says = '', todo = 'start it with `npm start`.'] = error.message.split(/: (?=[a-z])/)
    return [ill('service', `${says}.`, todo.charAt(0).toUpperCase() + todo.slice(1))]
  }
}
