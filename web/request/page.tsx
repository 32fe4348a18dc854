/**
 * Request: to whom and why, which law and what it gives, what they learn about her, and the one next step. Questions,
 * letter, sending and timeline are pages of their own. Deadlines come from the API; nothing of the law is computed here.
 */
import type { Expectations, Inquiry, Outcomes, PlaceView, RequestDetail } from '../client.ts'
import { Frame } from '../frame.tsx'
import { requestTexts } from '../messages/requests.ts'
import { Place, Who } from '../pages/place.tsx'
import { Notice, placeName } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { dayOf, moment } from '../when.ts'
import { Last } from './check.tsx'
import { Answers } from './timeline.tsx'

interface RequestPageProps {
  v: Visit
  request: RequestDetail
  /** Null for a practice, whose place is made up. */
  place: { view: PlaceView; inquiry: Inquiry; tooSoon: boolean } | null
  /** What that place decided of late, by public figures; null for a practice. */
  expected: Expectations | null
  /** What became of requests from here; empty where too few were sent. */
  outcomes: Outcomes['groups']
}

export function RequestPage({ v, request, place, expected, outcomes }: RequestPageProps) {
  const { request: t } = v.t
  const texts = requestTexts(v.lang, v.ageBand)
  return (
    <Frame v={v} heading={t.title(request.recipient)} island="letter">
      {request.practice && (
        <Notice>
          <p>{t.practice}</p>
        </Notice>
      )}
      <State v={v} request={request} />
      <Last v={v} request={request} />
      <Answers v={v} request={request} />
      <To v={v} request={request} />
      <h2>{t.lawHeading}</h2>
      <p>
        <strong>{request.groundTitle}</strong>
      </p>
      <p>{request.gives}</p>
      <p class="soft">{request.rule}</p>
      {!request.sure && <p class="soft">{t.unsure}</p>}
      <h2>{t.learnHeading}</h2>
      <p>{request.exposes}</p>
      {!request.practice && (
        <p>
          <a class="quiet" href={`/r/${request.id}/by`}>
            {texts.way.who}
          </a>
        </p>
      )}
      {request.state === 'prepared' && <NextStep v={v} request={request} />}
      {place && <Place v={v} id={request.id} place={place.view} tooSoon={place.tooSoon} />}
      {place && <Who v={v} id={request.id} place={place.view} inquiry={place.inquiry} />}
      {expected && <Expected v={v} expected={expected} />}
      <FromHere v={v} outcomes={outcomes} />
      <details>
        <summary>{t.sources}</summary>
        <ul>
          {request.sources.map(({ title, url, checked }) => (
            <li>
              <a href={url} rel="noreferrer">
                {title}
              </a>{' '}
              <span class="soft small">({t.checked(dayOf(checked, v.lang))})</span>
            </li>
          ))}
        </ul>
      </details>
      <p>
        <a class="quiet" href={`/p/${request.id}`}>
          {texts.toPlan}
        </a>{' '}
        <a class="quiet" href="/home">
          {v.t.message.backHome}
        </a>
      </p>
    </Frame>
  )
}

/** The one next step, with what comes after it. */
function NextStep({ v, request: { id, questions, missing } }: PartProps) {
  const { way } = requestTexts(v.lang, v.ageBand)
  return (
    <section class="card next" aria-labelledby="way">
      <h2 id="way">{way.title}</h2>
      <p>{way.prepared}</p>
      {missing.length > 0 && <p>{way.missing(missing.length)}</p>}
      <div class="row">
        <a class="button main" href={questions.length > 0 ? `/r/${id}/q` : `/r/${id}/l`}>
          {questions.length > 0 ? way.answer : way.read}
        </a>
        {questions.length > 0 && (
          <a class="button" href={`/r/${id}/l`}>
            {way.read}
          </a>
        )}
      </div>
    </section>
  )
}

/** Counts of this installation, each with what it is a part of. */
function FromHere({ v, outcomes }: { v: Visit; outcomes: Outcomes['groups'] }) {
  const { outcomes: t } = requestTexts(v.lang, v.ageBand)
  if (outcomes.length === 0) return null
  return (
    <details>
      <summary>{t.title}</summary>
      {outcomes.map(({ sent, acknowledged, refused, gone, back, goneWithin }) => (
        <ul>
          <li>{t.sent(sent)}</li>
          <li>{t.answered(acknowledged)}</li>
          <li>{t.refused(refused)}</li>
          <li>
            {t.gone(gone)}{' '}
            {goneWithin
              .filter(({ days, count }) => count > 0 && [2, 7, 30].includes(days))
              .map(({ days, count }) => t.within(count, days))
              .join(' ')}
          </li>
          {gone > 0 && <li>{t.back(back)}</li>}
        </ul>
      ))}
    </details>
  )
}

/** Counts of others, with what they cannot tell; nothing where there are too few. */
function Expected({ v, expected: { expectation, limits } }: { v: Visit; expected: Expectations }) {
  const { request: t } = v.t
  if (!expectation) return null
  const { decisions, shares, stoodDays } = expectation
  const percent = Math.round(100 * ((shares.removed ?? 0) + (shares.disabled ?? 0)))
  return (
    <details>
      <summary>{t.expectHeading}</summary>
      <p>{t.expect(decisions, percent)}</p>
      {stoodDays && <p>{t.expectStood(stoodDays.median)}</p>}
      <ul class="soft small">
        {limits.map(({ says, source, checked }) => (
          <li>
            {says}{' '}
            <a href={source} rel="noreferrer">
              {t.checked(dayOf(checked, v.lang))}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface PartProps {
  v: Visit
  request: RequestDetail
}

function State({ v, request: { id, state, sentAt, due, places } }: PartProps) {
  const { request: t } = v.t
  const { sent, timeline, way } = requestTexts(v.lang, v.ageBand)
  const gone = places.filter((place) => place.gone).length
  return (
    <div class="card next">
      <p>
        <strong>{t.state[state]}</strong>
      </p>
      {sentAt && <p>{t.sentAt(moment(sentAt, v))}</p>}
      {due && <p>{sent.due(due.says)}</p>}
      {places.length > 1 && <p>{timeline.places(gone, places.length)}</p>}
      {state !== 'prepared' && (
        <div class="row">
          <a class="button main" href={`/r/${id}/t`}>
            {way.follow}
          </a>
        </div>
      )}
    </div>
  )
}

function To({ v, request: { recipient, location, to, routeSure, asks } }: PartProps) {
  const { request: t } = v.t
  const place = placeName(location)
  return (
    <>
      <h2>{t.toHeading}</h2>
      <p>{recipient.includes(place) ? t.toSelf(recipient) : t.to(recipient, place)}</p>
      <p>{to.form ? t.route.form : to.email ? t.route.email : t.route.unknown}</p>
      {to.email && <p>{to.email}</p>}
      {routeSure !== 'published' && <p class="soft">{t.routeSure[routeSure]}</p>}
      {asks && (
        <p>
          {t.asks} {asks}
        </p>
      )}
    </>
  )
}
