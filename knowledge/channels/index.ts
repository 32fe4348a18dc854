/** Every channel, by its id. A new one is a file beside this and a line here. */
import type { Channel } from './channel.ts'
import { hashList } from './hash-list.ts'
import { ipfsDenylist } from './ipfs-denylist.ts'
import { nostr } from './nostr.ts'
import { practice } from './practice.ts'

export const channels = [nostr, ipfsDenylist, hashList, practice] as const

export function findChannel(id: string): Channel | undefined {
  return channels.find((channel) => channel.id === id)
}
