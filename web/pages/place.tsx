/** The place of a request: whether it is still there, her own word, and who else can remove it. Nothing is asked unasked. */
import { platformOf } from '#knowledge/platforms/index.ts'
import type { Inquiry, PlaceView } from '../client.ts'
import { Notice } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'

interface PlaceProps {
  v: Visit
  id: string
  place: PlaceView
  /** She has asked for a look a moment ago. */
  tooSoon: boolean
}

export function Place({ v, id, place, tooSoon }: PlaceProps) {
  const { place: t } = v.t
  return (
    <>
      <h2 id="place">{t.heading}</h2>
      {tooSoon && (
        <Notice>
          <p>{t.tooSoon}</p>
        </Notice>
      )}
      <p>{standing(place, v)}</p>
      {place.lookedAt && (
        <p class="soft">
          {t.lookedAt(moment(place.lookedAt, v))} {place.sign === 'unknown' && t.unclear}
        </p>
      )}
      {place.looking ? (
        <p>
          {t.looking} <a href={`/r/${id}#place`}>{t.lookingAgain}</a>
        </p>
      ) : place.mayLook ? (
        <>
          <p class="soft">
            {place.scheduled ? t.scheduled : t.onlyYou} {t.lookHint}
          </p>
          <Press to={`/r/${id}/look`} label={t.look} />
        </>
      ) : (
        <p class="soft">{t.notOpened}</p>
      )}
      <p class="soft field">{t.yourWord}</p>
      <div class="row">
        <Press to={`/r/${id}/gone`} label={t.isGone} />
        <Press to={`/r/${id}/there`} label={t.stillThere} />
      </div>
    </>
  )
}

function standing({ state, since, firstSignAt }: PlaceView, v: Visit): string {
  const { place: t } = v.t
  if (state === 'gone') return since ? t.gone(moment(since, v)) : t.gone('')
  if (firstSignAt) return t.oneSign
  if (state === 'up') return t.up
  return state === 'not-public' ? t.notPublic : t.unseen
}

/** For a site that nobody of ours knows: who runs it, delivers it, registered it. */
export function Who({ v, id, place, inquiry }: { v: Visit; id: string; place: PlaceView; inquiry: Inquiry }) {
  const { who: t } = v.t
  const { hosts, anyHost } = platformOf(place.platform)
  if (hosts.length > 0 && !anyHost) return null
  return (
    <>
      <h2 id="who">{t.heading}</h2>
      {inquiry.at && (
        <ul class="bare lines">
          {inquiry.found.map(({ who, address, from, sure }) => (
            <li>
              <strong>{who}</strong>
              {address && (
                <>
                  <br />
                  {address}
                </>
              )}
              <br />
              <span class="soft small">
                {t.from[from]} {t.sure[sure]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {inquiry.at && inquiry.found.length === 0 && <p>{t.none}</p>}
      {inquiry.missing.some(({ why }) => why === 'no-register') && <p class="soft">{t.noRegister}</p>}
      {inquiry.missing.some(({ why }) => why === 'unavailable') && <p class="soft">{t.unavailable}</p>}
      {inquiry.asking ? (
        <p>
          {t.asking} <a href={`/r/${id}#who`}>{t.askingAgain}</a>
        </p>
      ) : (
        <>
          <p class="soft">{place.mayLook ? t.hint : t.hintOfMinors}</p>
          <Press to={`/r/${id}/who`} label={inquiry.at ? t.again : t.go} />
        </>
      )}
    </>
  )
}

function Press({ to, label }: { to: string; label: string }) {
  return (
    <form method="post" action={to}>
      <button type="submit">{label}</button>
    </form>
  )
}
