/** Links to searches that she may open herself: for an adult, and an address that is public already. Nothing is sent. */
import { searches, searchLink } from '#knowledge/searches.ts'
import { placeName } from './parts.tsx'
import type { Visit } from './visit.ts'

export function SearchLinks({ v, addresses }: { v: Visit; addresses: readonly string[] }) {
  const { search: t } = v.t.asking
  const links = addresses.flatMap((address) =>
    searches.flatMap((search) => {
      const href = searchLink(search, address)
      return href ? [{ href, name: search.name, sure: search.sure, place: placeName(address) }] : []
    }),
  )
  if (links.length === 0) return null
  return (
    <details>
      <summary>{t.heading}</summary>
      <p>{t.intro}</p>
      <ul>
        {t.warnings.map((warning) => (
          <li>{warning}</li>
        ))}
      </ul>
      <ul class="bare lines">
        {links.map(({ href, name, place }) => (
          <li>
            <a href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
              {t.go(name)}
              {addresses.length > 1 && `: ${place}`}
              <span class="unseen"> ({t.opens})</span>
            </a>
          </li>
        ))}
      </ul>
      {links.some(({ sure }) => sure === 'unconfirmed') && <p class="soft small">{t.unsure}</p>}
    </details>
  )
}
