/** A picture file on this machine, decoded as PDQ takes it. Nothing of it leaves this process but what is derived. */
import { open, readFile, stat } from 'node:fs/promises'
import { Malformed } from '#core/errors.ts'
import { type Decoded, decodePicture, headBytes, kindOf } from '#worker/net/decode.ts'

export interface PictureFile extends Decoded {
  bytes: Uint8Array
}

/** Longest file and greatest picture that are read: more than any phone makes, and less than a bomb. */
const mostBytes = 200 * 1024 * 1024
const mostPixels = 300_000_000

/**
 * Reads a JPEG, PNG, WebP, GIF (its first frame) or AVIF file.
 *
 * @throws Malformed for what is no such picture, with what to do.
 */
export async function readPicture(path: string): Promise<PictureFile> {
  const bytes = await readBounded(path)
  return { bytes, ...(await decodePicture(bytes, { mostPixels })) }
}

/**
 * Whether a file is a video, by its first bytes: then it is read by cli/clip.ts.
 *
 * @throws Malformed where the file cannot be read
 */
export async function isVideo(path: string): Promise<boolean> {
  return orSayWhy(async () => {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return kindOf(buffer.subarray(0, bytesRead)) === 'video'
  })
}

async function readBounded(path: string): Promise<Uint8Array> {
  return orSayWhy(async () => {
    const { size } = await stat(path)
    if (size > mostBytes)
      throw new Malformed(`This file is larger than ${mostBytes / 2 ** 20} MB: make a smaller copy.`)
    return readFile(path)
  })
}

async function orSayWhy<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof Malformed) throw cause
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    const why = { ENOENT: 'There is no such file.', EISDIR: 'This is a folder: name the files in it.' }[String(code)]
    throw new Malformed(why ?? `This file cannot be read (${code}).`, { cause })
  }
}
