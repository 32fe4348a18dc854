import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { processesOf } from './run.ts'

// Whole processes start and end here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))

/** As a person's shell has it: without what npm and vitest add. */
const environment = {
  PATH:
    process.env.PATH?.split(':')
      .filter((path) => !path.includes('node_modules'))
      .join(':') ?? '',
  HOME: process.env.HOME ?? '',
}

const npx = (...args: string[]) =>
  promisify(execFile)('npx', ['--offline', 'vigie', ...args], { cwd: root, env: environment }).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ status: code, stdout, stderr }),
  )

test('npx vigie is this project’s command line, whatever Node npx runs on', async () => {
  const { status, stdout } = await npx('--help')

  expect(status).toBe(0)
  expect(stdout).toMatch(/^vigie COMMAND/)
})

test('its exit status is the command’s', async () => {
  const { status, stdout, stderr } = await npx('hush')

  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/There is no command "hush"/)
})

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'npm start: %s to npm alone ends everything, and leaves no process',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'vigie-npm-'))
    const env = { ...environment, PORT: '0', VIGIE_DATA: folder }
    const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let stdout = ''
    const ready = new Promise<void>((resolve) => {
      npm.stdout.setEncoding('utf8').on('data', (chunk) => {
        stdout += chunk
        if (/is ready.*\n/.test(stdout)) resolve()
      })
    })
    await Promise.race([ready, once(npm, 'close')])

    npm.kill(signal)
    await once(npm, 'close')

    // npm's own lines begin with `>`.
    expect(stdout.split('\n').filter((line) => line && !line.startsWith('>'))).toEqual([
      expect.stringMatching(/^Vigie is ready: http:\/\/127\.0\.0\.1:\d+$/),
    ])
    expect(await processesOf(folder)).toEqual([])
    await rm(folder, { recursive: true, force: true })
  },
)
