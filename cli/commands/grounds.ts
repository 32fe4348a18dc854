import { langs } from '#core/case/types.ts'
import { ageBandOf, ageOption } from '../age.ts'
import { type Command, choice } from '../command.ts'

export const grounds: Command = {
  usage: '[--lang L] [--age BAND] [--on-behalf]',
  summary: 'Lists the laws and rules that a removal can rest on, with what each request must contain.',
  details: [
    'Prints {"id","title","elements":[{"id","need"}],"sources":[{"url","title","checked","read"}]} a line. `need` is required (the law asks for it), helpful (the request works better with it) or absent (it must not be there). `read` says whether the law itself was read, or a note about it, or neither.',
    'This is information, not legal advice.',
  ],
  options: {
    lang: { type: 'string', value: 'L', describes: `The language of the titles: ${langs.join(', ')}. Default: en.` },
    age: ageOption,
    'on-behalf': { type: 'boolean', describes: 'As when somebody writes for the person shown.' },
  },
  example: 'npx vigie grounds --lang nl',
  takes: { least: 0, most: 0 },

  async run(args, { print }) {
    const [{ grounds: all }, { groundWords }] = await Promise.all([
      import('#knowledge/grounds/index.ts'),
      import('#knowledge/words/index.ts'),
    ])
    const lang = choice(args, 'lang', langs)
    const ageBand = ageBandOf(args)
    const voice = args.values['on-behalf'] !== true ? 'self' : ageBand === 'adult' ? 'agent' : 'parent'
    await print(
      ...all.map((ground) => ({
        id: ground.id,
        title: groundWords(lang, ground.id).title,
        elements: ground.elements({ ageBand, voice }).map(({ id, need }) => ({ id, need })),
        sources: ground.sources,
      })),
    )
    return 0
  },
}
