/** Addresses and networks, as numbers: which register and which delivery network one belongs to. */

export interface Address {
  version: 4 | 6
  value: bigint
}

/** An IP address; null: none. IPv4 written as IPv6 is IPv4. */
export function parseIp(text: string): Address | null {
  const bare = text.replace(/^\[|\]$/g, '')
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare)) {
    const octets = bare.split('.').map(Number)
    if (octets.some((octet) => octet > 255)) return null
    return { version: 4, value: octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n) }
  }
  if (!/^[0-9a-f:.]{2,45}$/i.test(bare) || !bare.includes(':')) return null
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)?.[1]
  if (mapped) return parseIp(mapped)
  const [head = '', tail, more] = withoutDots(bare).split('::')
  if (more !== undefined) return null
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = 8 - left.length - right.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null
  return { version: 6, value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) }
}

/** The last four bytes may be written as IPv4 (RFC 4291 §2.2). */
function withoutDots(text: string): string {
  const [dotted] = /(?<=:)\d{1,3}(?:\.\d{1,3}){3}$/.exec(text) ?? []
  const tail = dotted === undefined ? null : parseIp(dotted)
  if (dotted === undefined || !tail) return text
  return `${text.slice(0, -dotted.length)}${(tail.value >> 16n).toString(16)}:${(tail.value & 0xffffn).toString(16)}`
}

/** How many bits of the network `a.b.c.d/n` the address shares with it, all of `n`; null: it is outside. */
export function bitsWithin(address: Address, network: string): number | null {
  const [base = '', length = ''] = network.split('/')
  const start = parseIp(base)
  const bits = Number(length)
  if (start?.version !== address.version || !/^\d{1,3}$/.test(length)) return null
  const shift = BigInt((address.version === 4 ? 32 : 128) - bits)
  return shift >= 0n && start.value >> shift === address.value >> shift ? bits : null
}
