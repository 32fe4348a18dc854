/**
 * The CIDs under which a file usually appears on IPFS and AT Protocol, computed from its bytes.
 *
 * | form | as            | by                                                | chunks  | leaves | links |
 * |------|---------------|---------------------------------------------------|---------|--------|-------|
 * | A    | `bafkrei…`    | AT Protocol; IPFS when the file fits one raw leaf | –       | raw    | –     |
 * | B    | `Qm…`         | kubo's default, profile `unixfs-v0-2015`          | 256 KiB | dag-pb | 174   |
 * | C    | `bafybei…`    | `ipfs add --cid-version=1`                        | 256 KiB | raw    | 174   |
 * | D    | `bafybei…`    | Helia, Storacha, profile `unixfs-v1-2025`         | 1 MiB   | raw    | 1,024 |
 *
 * Not derivable: folders around the file, other chunkers, layouts or hash functions, stored mode or time.
 * Source: github.com/ipfs/specs UNIXFS.md and the dag-pb specification (github.com/ipld/specs); IPIP-499 for the profiles.
 */

import { type Cid, cidToText, DAG_PB, joined, multihashOf, RAW, varint } from './cid.ts'
import { sha256 } from './sha256.ts'

interface Form {
  version: Cid['version']
  chunkBytes: number
  /** Most links of one node. */
  links: number
}

const FORMS: readonly Form[] = [
  { version: 0, chunkBytes: 256 * 1024, links: 174 },
  { version: 1, chunkBytes: 256 * 1024, links: 174 },
  { version: 1, chunkBytes: 1024 * 1024, links: 1024 },
]

/**
 * Every form of the file's CID in its usual text, A first, each multihash once: two for a file of up to 256 KiB, three up
 * to 1 MiB, four beyond. `digest` is the file's SHA-256, where the caller has it already.
 */
export function cidsOf(bytes: Uint8Array, digest: Uint8Array = sha256(bytes)): string[] {
  const raw: Cid = { version: 1, codec: RAW, multihash: multihashOf(digest) }
  const trees = FORMS.filter(({ version, chunkBytes }) => version === 0 || bytes.length > chunkBytes)
  return [raw, ...trees.map((form) => rootOf(bytes, form))].map(cidToText)
}

interface Node {
  cid: Cid
  /** Bytes of the file below this node. */
  fileBytes: number
  /** Bytes of this block and of all blocks below it. */
  treeBytes: number
}

/** Leaves in the file's order, then levels of nodes, each full but the last, until one is left (the balanced layout). */
function rootOf(bytes: Uint8Array, form: Form): Cid {
  let level: Node[] = []
  for (let at = 0; at < bytes.length || at === 0; at += form.chunkBytes)
    level.push(leafOf(bytes.subarray(at, at + form.chunkBytes), form))
  while (level.length > 1) {
    const parents: Node[] = []
    for (let at = 0; at < level.length; at += form.links) parents.push(parentOf(level.slice(at, at + form.links), form))
    level = parents
  }
  return level[0]!.cid
}

function leafOf(chunk: Uint8Array, { version }: Form): Node {
  const fileBytes = chunk.length
  if (version === 1)
    return { cid: { version, codec: RAW, multihash: multihashOf(sha256(chunk)) }, fileBytes, treeBytes: fileBytes }
  const data = fileBytes ? joined([0x12, ...varint(fileBytes)], chunk) : new Uint8Array()
  return nodeOf(version, new Uint8Array(), joined(FILE, data, [0x18, ...varint(fileBytes)]), fileBytes, 0)
}

function parentOf(children: Node[], { version }: Form): Node {
  const links = children.map(({ cid, treeBytes }) => {
    const hash = cid.version === 0 ? cid.multihash : joined([1, ...varint(cid.codec)], cid.multihash)
    const link = joined([0x0a, ...varint(hash.length)], hash, [0x12, 0, 0x18, ...varint(treeBytes)])
    return joined([0x12, ...varint(link.length)], link)
  })
  const fileBytes = sum(children.map((child) => child.fileBytes))
  const sizes = children.map((child) => [0x20, ...varint(child.fileBytes)])
  const unixfs = joined(FILE, [0x18, ...varint(fileBytes)], ...sizes)
  return nodeOf(version, joined(...links), unixfs, fileBytes, sum(children.map((child) => child.treeBytes)))
}

/** UnixFS field 1, the type: a file. */
const FILE = [0x08, 0x02]

function nodeOf(
  version: Form['version'],
  links: Uint8Array,
  unixfs: Uint8Array,
  fileBytes: number,
  below: number,
): Node {
  const block = joined(links, [0x0a, ...varint(unixfs.length)], unixfs)
  const cid: Cid = { version, codec: DAG_PB, multihash: multihashOf(sha256(block)) }
  return { cid, fileBytes, treeBytes: block.length + below }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
