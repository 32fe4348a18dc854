/** A Hasher-Matcher-Actioner as its source describes it: status, banks, look-up by one hash, contents. */
import { type AskedPeer, startAsked } from './asked.ts'

export interface HmaBank {
  name: string
  ratio?: number
  contents: { id: number; pdq?: string; md5?: string; uri?: string; disabledUntil?: number; distance?: number }[]
}

export interface Hma extends AskedPeer {
  banks: HmaBank[]
  /** Hashes that it was asked for, each once, in order. */
  hashes(): string[]
}

export async function startHma(): Promise<Hma> {
  const banks: HmaBank[] = []
  const peer = await startAsked(({ path, query }) => {
    if (path === '/status') return { json: 'I-AM-ALIVE' }
    if (path === '/c/banks')
      return { json: banks.map(({ name, ratio = 1 }) => ({ name, matching_enabled_ratio: ratio })) }
    const [, name, id] = path.match(/^\/c\/bank\/(\w+)\/content\/(\d+)$/) ?? []
    if (name) {
      const content = banks.find((bank) => bank.name === name)?.contents.find((each) => each.id === Number(id))
      return content && { json: aContent(name, content) }
    }
    if (path !== '/m/lookup') return undefined
    const signal = query.get('signal') ?? ''
    const type = query.get('signal_type')
    const asked = query.get('banks')?.split(',') ?? []
    const found = banks
      .filter((bank) => asked.includes(bank.name))
      .flatMap(({ name, contents }) => {
        const met = contents.filter((each) => (type === 'pdq' ? each.pdq : each.md5) === signal)
        return met.length > 0
          ? [[name, met.map(({ id, distance = 0 }) => ({ bank_content_id: id, distance: String(distance) }))] as const]
          : []
      })
    return { json: Object.fromEntries(found) }
  })
  return Object.assign(peer, {
    banks,
    hashes: () => [...new Set(peer.questions.flatMap(({ query }) => query.get('signal') ?? []))],
  })
}

function aContent(bank: string, { id, uri = '', disabledUntil = 1 }: HmaBank['contents'][number]) {
  return {
    id,
    disable_until_ts: disabledUntil,
    original_media_uri: uri,
    bank: { name: bank, matching_enabled_ratio: 1 },
    collab_metadata: {},
  }
}
