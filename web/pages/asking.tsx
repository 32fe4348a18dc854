/** Asking: sources that can only be asked, each with what it receives, off until she agrees; and searching by herself. */
import { isMinor } from '#core/case/types.ts'
import type { Consents } from '../client.ts'
import { Frame } from '../frame.tsx'
import { Notice } from '../parts.tsx'
import { SearchLinks } from '../searches.tsx'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'

interface AskingPageProps {
  v: Visit
  consents: Consents
  /** Said once after something was done. */
  said: string | null
  problem: string | null
}

export function AskingPage({ v, consents, said, problem }: AskingPageProps) {
  const { asking: t, frame } = v.t
  const { confirmedBy, sources, addresses } = consents
  return (
    <Frame v={v} heading={t.title} problem={problem}>
      {said && (
        <Notice>
          <p>{said}</p>
        </Notice>
      )}
      <p>{t.intro}</p>
      <p>{t.off}</p>
      {confirmedBy && <p class="soft">{t.confirmedBy(confirmedBy)}</p>}
      {sources.length === 0 && <p class="soft">{t.none}</p>}
      {sources.map((source, at) => (
        <Source v={v} source={source} addresses={addresses} at={at + 1} />
      ))}
      {v.ageBand !== null && !isMinor(v.ageBand) && <SearchLinks v={v} addresses={addresses} />}
      <p>
        <a class="quiet" href="/home">
          {frame.back}
        </a>
      </p>
    </Frame>
  )
}

interface SourceProps {
  v: Visit
  source: Consents['sources'][number]
  addresses: readonly string[]
  at: number
}

function Source({ v, source, addresses, at }: SourceProps) {
  const { asking: t } = v.t
  const { agreed, lastAsked, needsConfirmation } = source
  const name = source.name.includes(source.title) ? source.name : `${source.title} (${source.name})`
  const mayAgree = !needsConfirmation && (source.hands === 'fingerprints' || addresses.length > 0)
  return (
    <section class="card" id={`s${at}`} aria-labelledby={`s${at}-name`}>
      <h2 id={`s${at}-name`}>{name}</h2>
      <p>{source.words}</p>
      <p class="soft">
        {agreed ? t.isOn(moment(agreed.since, v)) : t.isOff} {lastAsked && t.last(moment(lastAsked, v))}
      </p>
      {agreed && <p class="soft">{t.silence}</p>}
      {needsConfirmation && <p>{t.needsConfirmation}</p>}
      {!needsConfirmation && source.hands === 'address' && addresses.length === 0 && (
        <p>
          {t.noAddress} <a href="/add">{t.addLink}</a>
        </p>
      )}
      {(mayAgree || agreed) && (
        <form method="post" action="/ask">
          <input type="hidden" name="channel" value={source.channel} />
          <input type="hidden" name="words" value={source.words} />
          {mayAgree && source.hands === 'address' && (
            <fieldset>
              <legend>{t.which}</legend>
              {addresses.map((address) => (
                <label class="choice">
                  <input
                    type="checkbox"
                    name="address"
                    value={address}
                    checked={agreed?.addresses.includes(address) ?? false}
                  />
                  <span class="small">{address}</span>
                </label>
              ))}
            </fieldset>
          )}
          <div class="row">
            {mayAgree && (!agreed || source.hands === 'address') && (
              <button type="submit" name="do" value="agree">
                {agreed ? t.again : t.go}
              </button>
            )}
            {agreed && (
              <button type="submit" name="do" value="stop" class="quiet">
                {t.stop}
              </button>
            )}
          </div>
        </form>
      )}
    </section>
  )
}
