/** Runs the real command line as a child, as a person at a terminal would. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir, readlink } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))

export interface Ended {
  status: number | null
  stdout: string
  stderr: string
  /** stdout, each line read as JSON. */
  lines: Record<string, unknown>[]
}

export async function vigie(
  args: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [main, ...args], { env: { PATH, HOME, ...env } })
  child.stdin.on('error', () => undefined) // it may end before it has read everything
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  return { status, stdout, stderr, lines: lines.map((line) => JSON.parse(line)) }
}

/** Processes whose command line or working folder names the data folder. */
export async function processesOf(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '')
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
      if (command.includes(folder) || cwd.startsWith(folder) || environment.includes(`VIGIE_DATA=${folder}\0`))
        found.push(command)
    } catch {
      // It ended while we looked.
    }
  }
  return found
}
