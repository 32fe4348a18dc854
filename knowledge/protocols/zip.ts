/**
 * Zips read as they come: the files of one, in their order, each as its chunks; nothing is kept. A zip in a zip is read
 * by giving a file's chunks to the same function.
 */
import { Unzip, UnzipInflate } from 'fflate'
import { Malformed } from '#core/errors.ts'

export interface ZippedFile {
  name: string
  /** To be read to its end, or left: then it is passed over. */
  chunks: AsyncIterable<Uint8Array>
}

/**
 * @param maxBytes of all files together, after decompression
 * @throws Malformed where it is no zip, is cut short, or holds more
 */
export async function* filesIn(
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes }: { maxBytes: number },
): AsyncGenerator<ZippedFile> {
  const events: ({ file: string } | { chunk: Uint8Array } | { ends: true } | { fault: unknown })[] = []
  let unpacked = 0
  let isFirst = true
  const unzip = new Unzip((file) => {
    events.push({ file: file.name })
    file.ondata = (fault, chunk, final) => {
      if (fault) return void events.push({ fault })
      unpacked += chunk.byteLength
      if (unpacked > maxBytes) throw new Malformed(`The zip holds more than ${maxBytes} bytes`)
      if (chunk.byteLength > 0) events.push({ chunk })
      if (final) events.push({ ends: true })
    }
    file.start()
  })
  unzip.register(UnzipInflate)

  const source = bytes[Symbol.asyncIterator]()
  let exhausted = false
  /** Reads on until there is something to tell; false at the end. */
  async function advance(): Promise<boolean> {
    while (events.length === 0 && !exhausted) {
      const { value, done } = await source.next()
      if (done) exhausted = true
      else if (isFirst && value.byteLength >= 2 && !(value[0] === 0x50 && value[1] === 0x4b))
        throw new Malformed('This is not a zip: check the address')
      try {
        // In small parts: a bomb is seen after the first of them.
        for (let at = 0; value && at < value.byteLength; at += partBytes) unzip.push(value.subarray(at, at + partBytes))
        if (done) unzip.push(new Uint8Array(0), true)
      } catch (cause) {
        if (cause instanceof Malformed) throw cause
        throw new Malformed('The zip cannot be read, or is cut short', { cause })
      }
      isFirst &&= value === undefined || value.byteLength === 0
    }
    return events.length > 0
  }

  try {
    while (await advance()) {
      const event = events.shift()
      if (!event || 'chunk' in event || 'ends' in event) continue // of a file that was left
      if ('fault' in event) throw new Malformed('A file in the zip cannot be read', { cause: event.fault })
      yield { name: event.file, chunks: chunksOfFile() }
    }
  } finally {
    await source.return?.()
  }

  async function* chunksOfFile(): AsyncGenerator<Uint8Array> {
    while (await advance()) {
      const event = events[0]
      if (!event || 'file' in event) break
      events.shift()
      if ('fault' in event) throw new Malformed('A file in the zip cannot be read', { cause: event.fault })
      if ('ends' in event) return
      yield event.chunk
    }
    throw new Malformed('The zip is cut short')
  }
}

const partBytes = 64 << 10

/** The lines of a file, without their ends; a longer one than `maxLength` is given as null. Bytes that are no UTF-8 are read as Latin-1. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  { maxLength }: { maxLength: number },
): AsyncGenerator<string | null> {
  let rest: Uint8Array = new Uint8Array(0)
  let isTooLong = false
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      const line = joined(rest, chunk.subarray(start, end))
      yield isTooLong || line.byteLength > maxLength ? null : decode(line)
      isTooLong = false
      rest = new Uint8Array(0)
      start = end + 1
    }
    if (rest.byteLength + chunk.byteLength - start > maxLength) {
      isTooLong = true
      rest = new Uint8Array(0)
    } else rest = joined(rest, chunk.subarray(start))
  }
  if (isTooLong) yield null
  else if (rest.byteLength > 0) yield decode(rest)
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.byteLength === 0) return other
  const both = new Uint8Array(one.byteLength + other.byteLength)
  both.set(one)
  both.set(other, one.byteLength)
  return both
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const latin1 = new TextDecoder('windows-1252')

function decode(line: Uint8Array): string {
  const bytes = line.at(-1) === 0x0d ? line.subarray(0, -1) : line
  try {
    return utf8.decode(bytes)
  } catch {
    return latin1.decode(bytes)
  }
}
