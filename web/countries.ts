/** Countries' names in the reader's language, which every runtime knows (CLDR). */
import { countries } from '#knowledge/countries.ts'
import type { Lang } from './messages/index.ts'

/** Those nearest to where the service began come first in the list. */
export const nearCountries: readonly string[] = ['BE', 'NL', 'FR', 'LU', 'DE', 'GB', 'IE', 'US']

export const isCountry = (code: string): boolean => countries.includes(code)

export function countryName(code: string, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** All countries by name, in the language's own order. */
export function countriesByName(lang: Lang): [code: string, name: string][] {
  const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' })
  const { compare } = new Intl.Collator(lang)
  return countries.map((code): [string, string] => [code, names.of(code) ?? code]).sort(([, a], [, b]) => compare(a, b))
}
