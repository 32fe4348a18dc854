/** What search engines have in common: the words that are searched for. */

/** The words of `q`: as identity (lower case, one space between two) and as they stand in a query; null: there are none. */
export function queryOf(url: URL): { words: string; written: string } | null {
  const words = (url.searchParams.get('q') ?? '').trim().replace(/\s+/g, ' ')
  if (words === '') return null
  return { words: words.toLowerCase(), written: new URLSearchParams({ q: words }).toString().slice('q='.length) }
}
