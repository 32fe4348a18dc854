/** Every channel, by its id. A new one is a file beside this and a line here. */
import { arachnid } from './arachnid.ts'
import { atproto } from './atproto.ts'
import type { Channel } from './channel.ts'
import { cloudVision } from './cloud-vision.ts'
import { dsaTransparency } from './dsa-transparency.ts'
import { feed } from './feed.ts'
import { githubDmca } from './github-dmca.ts'
import { googleRemovals } from './google-removals.ts'
import { hashList } from './hash-list.ts'
import { hma } from './hma.ts'
import { ipfsDenylist } from './ipfs-denylist.ts'
import { jetstream } from './jetstream.ts'
import { lumen } from './lumen.ts'
import { mail } from './mail.ts'
import { mastodon } from './mastodon.ts'
import { ncmec } from './ncmec.ts'
import { nostr } from './nostr.ts'
import { practice } from './practice.ts'
import { recipe } from './recipe.ts'
import { sightings } from './sightings.ts'
import { sitemap } from './sitemap.ts'
import { stopncii } from './stopncii.ts'
import { threatexchange } from './threatexchange.ts'
import { tineye } from './tineye.ts'

export const channels = [
  nostr,
  ipfsDenylist,
  hashList,
  lumen,
  githubDmca,
  googleRemovals,
  dsaTransparency,
  feed,
  sitemap,
  stopncii,
  ncmec,
  threatexchange,
  mail,
  sightings,
  hma,
  arachnid,
  tineye,
  cloudVision,
  atproto,
  jetstream,
  mastodon,
  recipe,
  practice,
] as const

export function findChannel(id: string): Channel | undefined {
  return channels.find((channel) => channel.id === id)
}
