/** The pieces of an address, as recognisers read them. */

/**
 * The parts of the path, empty ones left out. Percent signs before what needs none are undone (RFC 3986 §6.2.2.2, and
 * `@` and `:`, which may stand in a path): `%40name` and `@name` are one name.
 */
export function segmentsOf(url: URL): string[] {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  return url.pathname.includes('%') ? parts.map(undoNeedless) : parts
}

function undoNeedless(part: string): string {
  return part.replace(/%[0-7][0-9A-F]/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[\w.~@:-]/.test(character) ? character : code
  })
}

/** The host below one of `domains`, without it and without `www.`: `nl-nl` of `nl-nl.facebook.com`; null: another host. */
export function subdomainOf({ hostname }: URL, domains: readonly string[]): string | null {
  for (const domain of domains) {
    if (hostname === domain) return ''
    if (hostname.endsWith(`.${domain}`)) return hostname.slice(0, -domain.length - 1).replace(/^www(?:\.|$)/, '')
  }
  return null
}

/** The first of these parameters that matches, decoded; `pattern` is to match the whole value. */
export function parameterOf(url: URL, names: readonly string[], pattern: RegExp): string | undefined {
  if (url.search === '') return undefined
  for (const name of names) {
    const value = url.searchParams.get(name)
    if (value !== null && pattern.test(value)) return value
  }
  return undefined
}
