import { Malformed } from '#core/errors.ts'
import type { Command, ExitStatus } from '../command.ts'

export const hash: Command = {
  usage: 'FILE… [--forms]',
  summary: 'Prints the hashes of pictures, one JSON line a file. Nothing is sent anywhere.',
  details: [
    'Reads JPEG, PNG, WebP, GIF (the first frame) and AVIF, upright. `pdq` and `quality` are those of all pixels; `pdqs` also names those after the 512-pixel reduction that some tools make first.',
    'For what is not a picture it prints {"file","error"}, goes on, and ends with status 1.',
  ],
  options: {
    forms: { type: 'boolean', describes: 'Adds `forms`: the hash in each of the eight ways a picture can lie.' },
  },
  example: 'npx vigie hash holiday.jpg --forms',
  takes: { least: 1, most: Number.POSITIVE_INFINITY },

  async run({ positionals, values }, { print }) {
    const [{ readPicture }, { digestsOf, fingerprintPixels }] = await Promise.all([
      import('../picture.ts'),
      import('#core/fingerprint/index.ts'),
    ])
    let status: ExitStatus = 0
    for (const file of positionals) {
      try {
        const { bytes, pixels } = await readPicture(file)
        const { paths } = fingerprintPixels(pixels)
        const [full] = paths
        await print({
          file,
          pdq: full?.pdq,
          quality: full?.quality,
          ...digestsOf(bytes),
          pdqs: paths.map(({ path, pdq, quality }) => ({ path, pdq, quality })),
          ...(values.forms ? { forms: full?.forms } : {}),
        })
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
        status = 1
        await print({ file, error: error.message })
      }
    }
    return status
  },
}
