import { EvidenceAnswer } from '#api/pack.ts'
import { langs } from '#core/case/types.ts'
import { InvalidInput, Refused } from '#core/errors.ts'
import { purposes } from '#knowledge/evidence.ts'
import { type Command, choice, text } from '../command.ts'

export const evidence: Command = {
  usage: 'CASE --out FOLDER [--for WHOM] [--lang L] [--number] [--files WHICH] [--pdq]',
  summary: 'Writes a pack of evidence: what was found, what was asked and what came of it, as PDF and JSON.',
  details: [
    'Two files, pack.pdf and pack.json, signed by the installation; `vigie verify` checks them, and so does the page /check, both offline. There is no image in it. An older pack in the folder stays: the new one is pack-2.',
    'The secret words come from VIGIE_PASSPHRASE, or are asked for.',
  ],
  options: {
    out: { type: 'string', value: 'FOLDER', describes: 'Where to write the two files. Made if it is not there.' },
    for: {
      type: 'string',
      value: 'WHOM',
      describes: 'police (default), lawyer, court, or institute (in Belgium, for adults).',
    },
    lang: {
      type: 'string',
      value: 'L',
      describes: 'en, fr, nl or de: the language of who reads it. Default: one that the police of her country speaks.',
    },
    number: { type: 'boolean', describes: 'Writes the file number into it.' },
    files: {
      type: 'string',
      value: 'WHICH',
      describes: 'Whose SHA-256 and MD5 stand in it: found (default), all, or none.',
    },
    pdq: { type: 'boolean', describes: 'PDQ hashes as well. They tell roughly what an image looks like.' },
  },
  example: 'npx vigie evidence 4821-7730-1956 --out ./for-the-police --lang nl',
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const [caseNumber = ''] = args.positionals
    const out = text(args, 'out')
    if (!out) throw new InvalidInput('Say where to write the pack: --out FOLDER.')
    const given = <Choice extends string>(option: string, choices: readonly [Choice, ...Choice[]]) =>
      args.values[option] === undefined ? {} : { [option]: choice<Choice>(args, option, choices) }
    const body = {
      ...given('for', purposes),
      ...given('lang', langs),
      ...given('files', ['found', 'all', 'none']),
      number: args.values.number === true,
      pdq: args.values.pdq === true,
    }
    const { openCase } = await import('../client.ts')
    await using session = await openCase(caseNumber, context)
    const pack = await session.ask('/api/case/evidence', { method: 'POST', body, answer: EvidenceAnswer })
    const paths = await write(out, { json: Buffer.from(pack.json), pdf: Buffer.from(pack.pdf, 'base64') })
    if (pack.timestamp === 'failed')
      context.say('The authority for timestamps did not answer: the pack carries the time of this service alone.')
    await context.print({ id: pack.id, ...paths, timestamp: pack.timestamp, key: pack.key })
    return 0
  },
}

/** Only its owner may read it, and no pack is overwritten: an older one may carry an earlier time. */
async function write(folder: string, files: { json: Buffer; pdf: Buffer }): Promise<{ json: string; pdf: string }> {
  const { mkdir, writeFile, rm } = await import('node:fs/promises')
  const { join } = await import('node:path')
  const options = { flag: 'wx', mode: 0o600 } as const
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (let count = 1; ; count++) {
      const name = count === 1 ? 'pack' : `pack-${count}`
      const [json, pdf] = [join(folder, `${name}.json`), join(folder, `${name}.pdf`)]
      try {
        await writeFile(json, files.json, options)
      } catch (error) {
        if (isTaken(error)) continue
        throw error
      }
      try {
        await writeFile(pdf, files.pdf, options)
        return { json, pdf }
      } catch (error) {
        await rm(json)
        if (!isTaken(error)) throw error
      }
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      throw new Refused(`${folder} cannot be written (${cause.code}): give --out a folder of your own.`, { cause })
    throw cause
  }
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'
