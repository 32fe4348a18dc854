/**
 * Request: to whom and why, which law and what it gives, what they learn about her, what is missing, the letter, and
 * that she has sent it. Deadlines come from the API; nothing of the law is computed here.
 */
import type { Expectations, Inquiry, PlaceView, RequestDetail } from '../client.ts'
import { Frame } from '../frame.tsx'
import { type Lang, langNames, langs } from '../messages/index.ts'
import { described, Field, Notice, placeName } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { dayOf, moment } from '../when.ts'
import { Place, Who } from './place.tsx'

interface RequestPageProps {
  v: Visit
  request: RequestDetail
  /** The language that the letter is read in now. */
  letterLang: Lang
  saved: boolean
  /** Null for a practice, whose place is made up. */
  place: { view: PlaceView; inquiry: Inquiry; tooSoon: boolean } | null
  /** What that place decided of late, by public figures; null for a practice. */
  expected: Expectations | null
}

export function RequestPage({ v, request, letterLang, saved, place, expected }: RequestPageProps) {
  const { request: t } = v.t
  return (
    <Frame v={v} heading={t.title(request.recipient)} island="letter">
      {request.practice && (
        <Notice>
          <p>{t.practice}</p>
        </Notice>
      )}
      <State v={v} request={request} />
      <Answers v={v} request={request} />
      <To v={v} request={request} />
      <h2>{t.lawHeading}</h2>
      <p>
        <strong>{request.groundTitle}</strong>
      </p>
      <p>{request.gives}</p>
      {!request.sure && <p class="soft">{t.unsure}</p>}
      <h2>{t.learnHeading}</h2>
      <p>{request.exposes}</p>
      <h2 id="missing">{t.missingHeading}</h2>
      {saved && (
        <Notice>
          <p>{t.saved}</p>
        </Notice>
      )}
      <Missing v={v} request={request} />
      <h2 id="letter-heading">{t.letterHeading}</h2>
      <Letter v={v} request={request} letterLang={letterLang} />
      <Sent v={v} request={request} />
      {place && <Place v={v} id={request.id} place={place.view} tooSoon={place.tooSoon} />}
      {place && <Who v={v} id={request.id} place={place.view} inquiry={place.inquiry} />}
      {expected && <Expected v={v} expected={expected} />}
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
        <a class="quiet" href="/home">
          {v.t.message.backHome}
        </a>
      </p>
    </Frame>
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

function State({ v, request: { state, sentAt, deadline } }: PartProps) {
  const { request: t } = v.t
  return (
    <div class="card next">
      <p>
        <strong>{t.state[state]}</strong>
      </p>
      {sentAt && <p>{t.sentAt(moment(sentAt, v))}</p>}
      {deadline && state !== 'removed' && <p>{t.until(moment(deadline, v))}</p>}
    </div>
  )
}

/** What came back by mail, as text; nothing of it is opened, followed or believed. */
function Answers({ v, request: { events, replyTo } }: PartProps) {
  const { request: t } = v.t
  if (events.length === 0 && !replyTo) return null
  return (
    <>
      <h2 id="answers">{t.answersHeading}</h2>
      {events.length === 0 && <p>{t.answersNone}</p>}
      {events.map(({ at, sort, sender, verified, ticket, subject, text, proposes }) => (
        <details>
          <summary>
            {t.answer[sort](sender ?? t.answerNobody)} <span class="soft small">({moment(at, v)})</span>
          </summary>
          {proposes && <p>{t.answerProposes[proposes]}</p>}
          {!verified && <p class="soft">{t.answerUnsure}</p>}
          {ticket && <p>{t.answerTicket(ticket)}</p>}
          <pre class="letter">{[subject, text].filter(Boolean).join('\n\n')}</pre>
        </details>
      ))}
      {replyTo && (
        <>
          <p class="soft">{t.answersAt}</p>
          <p>{replyTo}</p>
        </>
      )}
    </>
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

/** One plain question each; every one may stay empty. */
function Missing({ v, request: { id, questions } }: PartProps) {
  const { request: t } = v.t
  if (questions.length === 0) return <p>{t.missingNone}</p>
  return (
    <form method="post" action={`/r/${id}/answers`}>
      <p class="soft">{t.missingHint}</p>
      {questions.map(({ element, question, answer }, index) => (
        <Field id={`q${index}`} label={question}>
          <input
            id={`q${index}`}
            name={`q:${element}`}
            type="text"
            maxlength={2000}
            value={answer ?? ''}
            {...described(`q${index}`, {})}
          />
        </Field>
      ))}
      <div class="row">
        <button type="submit">{t.save}</button>
      </div>
    </form>
  )
}

function Letter({ v, request, letterLang }: PartProps & { letterLang: Lang }) {
  const { request: t } = v.t
  const { id, to, subject, text } = request
  const mailto =
    to.email && `mailto:${to.email}?${new URLSearchParams({ subject, body: text }).toString().replaceAll('+', '%20')}`
  return (
    <>
      <nav class="langs" aria-label={t.letterLang}>
        {langs.map((lang) => (
          <a
            class="quiet"
            href={`/r/${id}?l=${lang}#letter-heading`}
            lang={lang}
            aria-current={lang === letterLang ? 'true' : undefined}
          >
            {langNames[lang]}
          </a>
        ))}
      </nav>
      <p class="soft small">
        {t.letterSubject}: <span lang={letterLang}>{subject}</span>
      </p>
      <pre class="letter" id="letter" lang={letterLang}>
        {text}
      </pre>
      <div class="row">
        <button type="button" data-do="copy" data-copy="#letter" hidden>
          {t.copy}
        </button>
        {mailto && (
          <a class="button" href={mailto}>
            {t.openMail}
          </a>
        )}
        <a class="button" href={`/r/${id}/text.txt?l=${letterLang}`} download>
          {t.text}
        </a>
        <a class="button" href={`/r/${id}/mail.eml?l=${letterLang}`} download>
          {t.eml}
        </a>
        {to.form && (
          <a class="button" href={to.form} rel="noreferrer" target="_blank">
            {t.openForm}
          </a>
        )}
      </div>
      {to.email && <p class="soft small field">{t.mailFrom}</p>}
    </>
  )
}

/** "I have sent it" starts the clock, and says before and after what that means. */
function Sent({ v, request: { id, state, rule, deadline, practice } }: PartProps) {
  const { request: t } = v.t
  return (
    <>
      <h2 id="sent">{t.sendHeading}</h2>
      <p>{rule}</p>
      {state === 'prepared' ? (
        <form method="post" action={`/r/${id}/sent`}>
          <p class="soft">{t.sendHint}</p>
          <div class="row">
            <button class={practice ? '' : 'main'} type="submit">
              {t.send}
            </button>
          </div>
        </form>
      ) : (
        <>
          {!deadline && state === 'sent' && <p>{t.noHours}</p>}
          <form method="post" action={`/r/${id}/unsent`}>
            <div class="row">
              <button type="submit">{t.undo}</button>
            </div>
          </form>
        </>
      )}
    </>
  )
}
