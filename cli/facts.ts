/** What the operator has put over our facts: files of the data folder, read at the start. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidInput } from '#core/errors.ts'
import { type Facts, overrideRoutes, shippedFacts } from '#knowledge/facts.ts'
import { grounds } from '#knowledge/grounds/index.ts'
import { parseBootstrapFile } from '#knowledge/responsible/bootstrap.ts'

/** Longer than any of IANA's lists, by far. */
const maxBytes = 10_000_000

/**
 * Our facts, with `overrides.json` and the lists of `rdap/` where they are there.
 *
 * @throws InvalidInput naming the file, and what to mend in it
 */
export async function readFacts(dataFolder: string): Promise<Facts> {
  const routes = await read(join(dataFolder, 'overrides.json'), (text) =>
    overrideRoutes(
      text,
      grounds.map(({ id }) => id),
    ),
  )
  const lists = { ...shippedFacts.bootstrap }
  for (const list of ['dns', 'ipv4', 'ipv6', 'asn'] as const) {
    const services = await read(join(dataFolder, 'rdap', `${list}.json`), parseBootstrapFile)
    if (services) lists[list] = services
  }
  return { routes: routes ?? shippedFacts.routes, bootstrap: lists }
}

/** Null: there is no such file. */
async function read<T>(file: string, parse: (text: string) => T): Promise<T | null> {
  try {
    const text = await readFile(file, 'utf8')
    if (text.length > maxBytes) throw new InvalidInput('this file is far too long.')
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    if ('code' in cause && cause.code === 'ENOENT') return null
    const why = cause instanceof InvalidInput ? cause.message : 'this file cannot be read as what it should be.'
    throw new InvalidInput(
      why
        .split('\n')
        .map((line) => `${file}: ${line}`)
        .join('\n'),
      { cause },
    )
  }
}
