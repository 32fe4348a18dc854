import { InvalidInput, Malformed, Unavailable } from '#core/errors.ts'
import type { TimedFrame, ViewSet } from '#core/fingerprint/index.ts'
import { type Arguments, type Command, type Context, choice, type ExitStatus, number } from '../command.ts'

export const hash: Command = {
  usage: 'FILE… [--views SET | --look] [--forms] [--seconds-per-hash N] [--text]',
  summary: 'Prints the hashes of pictures and videos, one JSON line a file. Nothing is sent anywhere.',
  details: [
    'Reads JPEG, PNG, WebP, GIF (the first frame) and AVIF, upright. `pdq` and `quality` are those of all pixels; `pdqs` also names those after the 512-pixel reduction that some tools make first.',
    'Of a video it prints `vpdq`, a list of {"frame","quality","pdq","timestamp"}. Videos are read through ffmpeg, where this machine has it.',
    'For what cannot be read it prints {"file","error"}, goes on, and ends with status 1.',
  ],
  options: {
    forms: { type: 'boolean', describes: 'Adds `forms`: the hash in each of the eight ways a picture can lie.' },
    views: {
      type: 'string',
      value: 'SET',
      describes:
        'Adds `views`, a list of {"name","pdq"}: what is enrolled of a picture so that altered copies are found. balanced: at most 32, for the usual crops and margins; wide: at most 128, for deeper ones as well.',
    },
    look: {
      type: 'boolean',
      describes: 'Adds `views` as they are derived of a picture found in public: borders, bars and captions cut off.',
    },
    'seconds-per-hash': {
      type: 'string',
      value: 'N',
      describes: 'Of a video, the time from one frame to the next; 0 for every frame. Default: 1.',
    },
    text: {
      type: 'boolean',
      describes: 'Of one video, prints its frames alone, as lines of frame,quality,hash,timestamp.',
    },
  },
  example: 'npx vigie hash holiday.jpg --views balanced',
  takes: { least: 1, most: Number.POSITIVE_INFINITY },

  async run(args, context) {
    const { positionals, values } = args
    const asText = values.text === true
    if (asText && positionals.length > 1) throw new InvalidInput('With --text, name one video.')
    if (values.look && values.views !== undefined) throw new InvalidInput('Give --views or --look, not both.')
    const wanted: Wanted = {
      forms: values.forms === true,
      look: values.look === true,
      set: values.views === undefined ? undefined : choice<'balanced' | 'wide'>(args, 'views', ['balanced', 'wide']),
      secondsPerHash: secondsOf(args),
    }
    const { isVideo } = await import('../picture.ts')
    let status: ExitStatus = 0
    for (const file of positionals)
      try {
        const isClip = await isVideo(file)
        if (asText) {
          if (!isClip) throw new InvalidInput('--text is for a video.')
          const { printVpdq } = await import('#core/fingerprint/index.ts')
          await context.printText(printVpdq(await hashFrames(file, wanted, context)))
        } else await context.print({ file, ...(await (isClip ? hashClip : hashPicture)(file, wanted, context)) })
      } catch (error) {
        if (!(error instanceof Malformed || error instanceof Unavailable)) throw error
        if (asText) throw error
        status = 1
        await context.print({ file, error: error.message })
      }
    return status
  },
}

interface Wanted {
  forms: boolean
  look: boolean
  set: ViewSet | undefined
  secondsPerHash: number
}

const secondsOf = (args: Arguments) => number(args, 'seconds-per-hash', { least: 0, most: 86_400, otherwise: 1 })

async function hashPicture(file: string, { forms, look, set }: Wanted) {
  const [{ readPicture }, { digestsOf, enrolmentViews, fingerprintPixels, lookViews }] = await Promise.all([
    import('../picture.ts'),
    import('#core/fingerprint/index.ts'),
  ])
  const { bytes, pixels } = await readPicture(file)
  const { paths } = fingerprintPixels(pixels)
  const [full] = paths
  const views = look ? lookViews(pixels) : set && enrolmentViews(pixels, set).views
  return {
    pdq: full?.pdq,
    quality: full?.quality,
    ...digestsOf(bytes),
    pdqs: paths.map(({ path, pdq, quality }) => ({ path, pdq, quality })),
    ...(forms ? { forms: full?.forms } : {}),
    ...(views ? { views: views.map(({ name, pdq }) => ({ name, pdq })) } : {}),
  }
}

async function hashClip(file: string, wanted: Wanted, context: Context) {
  const [{ digestsOfFile }, { hex }] = await Promise.all([import('../clip.ts'), import('#core/fingerprint/index.ts')])
  const frames = await hashFrames(file, wanted, context)
  return {
    vpdq: frames.map(({ frame, quality, hash, timestamp }) => ({
      frame,
      quality,
      pdq: hex(hash),
      timestamp: Number(timestamp.toFixed(3)),
    })),
    ...(await digestsOfFile(file, context.signal)),
  }
}

async function hashFrames(file: string, { secondsPerHash }: Wanted, { signal, say }: Context): Promise<TimedFrame[]> {
  const [{ readFrames, sayProgress }, { pdq }] = await Promise.all([
    import('../clip.ts'),
    import('#core/fingerprint/index.ts'),
  ])
  const frames: TimedFrame[] = []
  const progress = sayProgress(file, say)
  for await (const { frame, timestamp, pixels } of readFrames(file, { secondsPerHash, signal, progress })) {
    const { hash, quality } = pdq(pixels)
    frames.push({ frame, timestamp, hash, quality })
  }
  return frames
}
