/**
 * Hosts that only look like a known one: `dlscord.gg`, `disc0rd.com`, `dіscord.gg` with a Cyrillic і. Two hosts look
 * alike when their skeletons are equal (the idea of UTS #39 §4, with a table for the letters of Latin names only).
 */

// Cyrillic, Greek, Armenian and Latin letters with the same face as a plain Latin one; l, 1 and I are one shape.
// biome-ignore format: a table
const faces: Record<string, string> = {
  а: 'a', ɑ: 'a', α: 'a', Ь: 'b', с: 'c', ϲ: 'c', ԁ: 'd', ɗ: 'd', е: 'e', ҽ: 'e', ɡ: 'g', ց: 'g', һ: 'h', і: 'l', ı: 'l',
  ι: 'l', i: 'l', '1': 'l', '|': 'l', ӏ: 'l', ј: 'j', κ: 'k', м: 'm', ո: 'n', η: 'n', о: 'o', ο: 'o', օ: 'o', '0': 'o', р: 'p',
  ρ: 'p', ԛ: 'q', г: 'r', ѕ: 's', ꜱ: 's', т: 't', τ: 't', υ: 'u', ս: 'u', ν: 'v', ѵ: 'v', ԝ: 'w', х: 'x', χ: 'x', у: 'y', ү: 'y',
  ᴢ: 'z',
}

/** What a host looks like, in lower case. Punycode is read; accents are dropped. */
export function skeleton(host: string): string {
  const lower = host.toLowerCase()
  const shown = lower.includes('xn--') ? lower.split('.').map(unicodeLabel).join('.') : lower
  const bare = isAscii(shown) ? shown : shown.normalize('NFKD').replace(/\p{M}/gu, '')
  return bare
    .replace(withFace, (letter) => faces[letter] ?? letter)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
}

const withFace = new RegExp(`[${Object.keys(faces).join('')}]`, 'gu')

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

function unicodeLabel(label: string): string {
  return label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label
}

/** RFC 3492 §6.2, with the parameters of §5. Null: not Punycode. */
function decodePunycode(text: string): string | null {
  const split = text.lastIndexOf('-')
  const output = Array.from(text.slice(0, Math.max(split, 0)))
  let [n, i, bias] = [128, 0, 72]
  for (let at = split + 1; at < text.length; ) {
    const before = i
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(text.charAt(at++) || '?')
      if (digit < 0) return null
      i += digit * weight
      if (i > 0x7fffffff) return null
      const threshold = Math.min(Math.max(k - bias, 1), 26)
      if (digit < threshold) break
      weight *= 36 - threshold
    }
    const length = output.length + 1
    bias = adapt(i - before, length, before === 0)
    n += Math.floor(i / length)
    if (n > 0x10ffff) return null
    i %= length
    output.splice(i++, 0, String.fromCodePoint(n))
  }
  return output.join('')
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2))
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35)
  return k + Math.floor((36 * rest) / (rest + 38))
}
