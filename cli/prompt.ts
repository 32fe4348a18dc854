/** Asks the person at the terminal, without showing what she types. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { InvalidInput } from '#core/errors.ts'

/**
 * @param instead said when there is no terminal to ask at
 * @throws InvalidInput when there is none, or nothing was typed
 */
export async function readSecret(question: string, instead: string): Promise<string> {
  if (!process.stdin.isTTY) throw new InvalidInput(instead)
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  lines.once('line', resolve)
  lines.once('SIGINT', () => reject(new InvalidInput('Stopped.')))
  lines.once('close', () => reject(new InvalidInput(instead)))
  try {
    const typed = (await promise).trim()
    if (!typed) throw new InvalidInput(instead)
    return typed
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
