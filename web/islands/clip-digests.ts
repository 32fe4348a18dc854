/** Digests of a clip's file, which may be larger than a phone's memory: read in slices. */
import { createMd5, createSha256, type Digests, digestsOf, hex, rawCidOf } from '#core/fingerprint/index.ts'

/** Up to here all forms of a file's CID are made, from its bytes in memory; above, the raw one alone. */
const mostBytesInMemory = 64 * 2 ** 20
const sliceBytes = 4 * 2 ** 20

export async function digestsOfClip(file: Blob, mostInMemory = mostBytesInMemory): Promise<Digests> {
  if (file.size <= mostInMemory) return digestsOf(new Uint8Array(await file.arrayBuffer()))
  const [sha256, md5] = [createSha256(), createMd5()]
  for (let at = 0; at < file.size; at += sliceBytes) {
    const bytes = new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer())
    sha256.update(bytes)
    md5.update(bytes)
  }
  const digest = sha256.digest()
  return { sha256: hex(digest), md5: hex(md5.digest()), cids: [rawCidOf(digest)] }
}
