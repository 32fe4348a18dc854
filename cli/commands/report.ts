import { InvalidInput } from '#core/errors.ts'
import { type Command, text } from '../command.ts'

export const report: Command = {
  usage: 'URL [--type TYPE] [--text TEXT]',
  summary: 'Prepares the report of a file on a Blossom server, to be signed with a Nostr key; sends nothing.',
  details: [
    'Prints {"method","url","event"}: an unsigned event of kind 1984 (NIP-56) and where it is put once it is signed (BUD-09). The file is named by the SHA-256 in its own address.',
    'Whoever signs it is named by their key to the server, and the server may show it to others: an organisation’s key is better than one’s own. An answer of 2xx says that it was received, not that the file is gone.',
  ],
  options: {
    type: { type: 'string', value: 'TYPE', describes: 'illegal, nudity or other. Default: illegal.' },
    text: {
      type: 'string',
      value: 'TEXT',
      describes: 'What the server’s operator reads. Default: one plain sentence.',
    },
  },
  example: `npx vigie report https://media.example/${'9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}.jpg`,
  takes: { least: 1, most: 1 },

  async run(args, context) {
    const { prepareReport, reportTypes } = await import('#knowledge/blossom.ts')
    const [address = ''] = args.positionals
    const asked = text(args, 'type') ?? 'illegal'
    const type = reportTypes.find((one) => one === asked)
    if (!type) throw new InvalidInput(`--type is one of ${reportTypes.join(', ')}.`)
    const content = text(args, 'text') ?? 'An intimate image of a person who has not consented to it. Please remove it.'
    await context.print(prepareReport(address, { now: Date.now(), type, content }))
    return 0
  },
}
