/** Check and send: what the letter states in her name, her word that it is true, and who sends it. Then: it is sent. */
import type { RequestDetail } from '../client.ts'
import { Frame } from '../frame.tsx'
import { requestTexts } from '../messages/requests.ts'
import { Notice } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'

export function CheckPage({ v, request, untold }: { v: Visit; request: RequestDetail; untold: boolean }) {
  const texts = requestTexts(v.lang, v.ageBand)
  const { check: t, sent: after } = texts
  const { id, missing, sending, state, willBeDue } = request
  const words = sending.words ?? ''
  const tick = (
    <label class="choice">
      <input type="checkbox" name="true" value="yes" aria-describedby={untold ? 'untold' : undefined} />
      <span>{t.true}</span>
    </label>
  )
  return (
    <Frame v={v} heading={t.title} island="letter" problem={untold ? t.untold : null}>
      <p>{t.states}</p>
      <pre class="letter">{request.text}</pre>
      {missing.length > 0 && (
        <p class="notice">
          {t.gaps(missing.length)} <a href={`/r/${id}/q`}>{texts.way.answer}</a>
        </p>
      )}
      {untold && (
        <p class="wrong" id="untold">
          {t.untold}
        </p>
      )}
      <Last v={v} request={request} />
      {state === 'prepared' && (
        <>
          {sending.offered === 'yes' && (
            <section aria-labelledby="by-us">
              <h2 id="by-us">{t.byUs}</h2>
              <p>{words}</p>
              <details>
                <summary>{t.shown}</summary>
                <pre class="letter">{sending.text}</pre>
              </details>
              <form method="post" action={`/r/${id}/send`}>
                <input type="hidden" name="words" value={words} />
                {tick}
                <div class="row">
                  <button type="submit" class="main">
                    {t.agree}
                  </button>
                </div>
              </form>
            </section>
          )}
          <section aria-labelledby="by-self">
            <h2 id="by-self">{t.bySelf}</h2>
            <p>{t.bySelfHint}</p>
            {sending.offered !== 'yes' && <p class="soft">{t.cannot[sending.offered]}</p>}
            <p>{willBeDue.says ? after.due(willBeDue.says) : after.noDue}</p>
            <p class="soft">{willBeDue.because}</p>
            <form method="post" action={`/r/${id}/sent`}>
              {tick}
              <div class="row">
                <button type="submit" class={sending.offered === 'yes' ? '' : 'main'}>
                  {v.t.request.send}
                </button>
              </div>
            </form>
          </section>
        </>
      )}
      <p>
        <a class="quiet" href={`/r/${id}/l`}>
          {texts.toLetter}
        </a>
      </p>
    </Frame>
  )
}

/** What became of the letter that the service was to send. */
export function Last({ v, request: { id, sending, state } }: { v: Visit; request: RequestDetail }) {
  const { sending: t } = requestTexts(v.lang, v.ageBand)
  const { last, agreed } = sending
  if (!last) return null
  const waits = ['waiting', 'sending', 'failing'].includes(last.state)
  return (
    <Notice>
      <p>{t[last.state]}</p>
      <div class="row">
        {last.state === 'unconfirmed' && (
          <>
            <form method="post" action={`/r/${id}/left`}>
              <button type="submit" name="left" value="yes">
                {t.left}
              </button>
            </form>
            <form method="post" action={`/r/${id}/left`}>
              <button type="submit" name="left" value="no">
                {t.notLeft}
              </button>
            </form>
          </>
        )}
        {(waits || (agreed && state !== 'prepared')) && (
          <form method="post" action={`/r/${id}/hold`}>
            <button type="submit" class="quiet">
              {t.stop}
            </button>
          </form>
        )}
      </div>
    </Notice>
  )
}

/** By when they must answer, why then, and what comes after. Nothing of it is computed here. */
export function Waiting({ v, request: { id, due, remindAt } }: { v: Visit; request: RequestDetail }) {
  const { sent: t } = requestTexts(v.lang, v.ageBand)
  return (
    <>
      <p>
        <strong>{due ? t.due(due.says) : t.noDue}</strong>
      </p>
      {due && (
        <p class="soft">
          {t.because} {due.because}
        </p>
      )}
      {remindAt && <p>{t.remind(moment(remindAt, v))}</p>}
      {due && (
        <>
          <div class="row">
            <a class="button" href={`/r/${id}/dates.ics`} download="dates.ics">
              {t.calendar}
            </a>
          </div>
          <p class="soft small">{t.calendarHint}</p>
        </>
      )}
    </>
  )
}
