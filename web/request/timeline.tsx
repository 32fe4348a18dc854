/** What has happened to a request, what they answered and what that means, and what can be done next. */
import type { RequestDetail } from '../client.ts'
import { Frame } from '../frame.tsx'
import type { Lang } from '../messages/index.ts'
import { requestTexts } from '../messages/requests.ts'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'
import { Last, Waiting } from './check.tsx'
import { Files } from './letter.tsx'

interface TimelineProps {
  v: Visit
  request: RequestDetail
  /** She has said a moment ago that it is sent. */
  isNew: boolean
  /** The letter of a later step that she wants to read. */
  step: { id: string; lang: Lang; text: string; yours: string | null } | null
}

export function TimelinePage({ v, request, isNew, step }: TimelineProps) {
  const texts = requestTexts(v.lang, v.ageBand)
  const { timeline: t, sent } = texts
  const { id, state, sentAt, places } = request
  const gone = places.filter((place) => place.gone).length
  const isWaiting = ['sent', 'acknowledged', 'escalated', 'overdue', 'refused'].includes(state)
  return (
    <Frame v={v} heading={isNew ? sent.title : t.title} island="letter">
      <div class="card next">
        <p>
          <strong>{v.t.request.state[state]}</strong>
        </p>
        {sentAt && <p>{v.t.request.sentAt(moment(sentAt, v))}</p>}
        {places.length > 1 && <p>{t.places(gone, places.length)}</p>}
        {isWaiting && state !== 'overdue' && state !== 'refused' && <Waiting v={v} request={request} />}
        {isNew && (
          <>
            <p>{sent.quiet}</p>
            <p>{sent.ifSilent}</p>
          </>
        )}
        {(state === 'sent' || (state === 'overdue' && request.step === null)) && (
          <form method="post" action={`/r/${id}/unsent`}>
            <div class="row">
              <button type="submit" class="quiet">
                {v.t.request.undo}
              </button>
            </div>
          </form>
        )}
      </div>
      <Last v={v} request={request} />
      <Steps v={v} request={request} step={step} />
      <Answers v={v} request={request} />
      {isWaiting && <TheySay v={v} request={request} />}
      {state === 'removed' && (
        <form method="post" action={`/r/${id}/there`}>
          <div class="row">
            <button type="submit" class="quiet">
              {t.notGone}
            </button>
          </div>
        </form>
      )}
      <h2 id="so-far">{t.title}</h2>
      {request.timeline.length === 0 && <p>{t.empty}</p>}
      <ol class="bare lines">
        {request.timeline.map(({ at, kind, step: taken, places: counted }) => {
          return (
            <li>
              {t.kinds[kind as keyof typeof t.kinds] ?? null} {taken && `${taken}.`}
              {counted && ` ${t.places(counted.gone, counted.all)}`}
              <br />
              <span class="soft small">{moment(at, v)}</span>
            </li>
          )
        })}
      </ol>
      <p>
        <a class="quiet" href="/list">
          {t.proof}
        </a>
      </p>
      <p>
        <a class="quiet" href={`/r/${id}`}>
          {texts.toRequest}
        </a>{' '}
        <a class="quiet" href={`/p/${id}`}>
          {texts.toPlan}
        </a>
      </p>
    </Frame>
  )
}

/** What came back by mail, as text; nothing of it is opened, followed or believed. */
export function Answers({ v, request: { events, replyTo } }: { v: Visit; request: RequestDetail }) {
  const { request: t } = v.t
  if (events.length === 0 && !replyTo) return null
  return (
    <>
      <h2 id="answers">{t.answersHeading}</h2>
      {events.length === 0 && <p>{t.answersNone}</p>}
      {events.map(({ at, sort, sender, verified, ticket, subject, text, proposes, title, means }) => (
        <div class="card">
          <p>
            <strong>{proposes ? t.answerProposes[proposes] : title}</strong>
          </p>
          <p>{means}</p>
          {!verified && <p class="soft">{t.answerUnsure}</p>}
          {ticket && <p>{t.answerTicket(ticket)}</p>}
          <details>
            <summary>
              {t.answer[sort](sender ?? t.answerNobody)} <span class="soft small">({moment(at, v)})</span>
            </summary>
            <pre class="letter">{[subject, text].filter(Boolean).join('\n\n')}</pre>
          </details>
        </div>
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

/** Her own word on what they answered; a press takes it back where that is possible. */
function TheySay({ v, request: { id, state } }: { v: Visit; request: RequestDetail }) {
  const { timeline: t } = requestTexts(v.lang, v.ageBand)
  const press = (says: string, label: string) => (
    <form method="post" action={`/r/${id}/says`}>
      <button type="submit" name="says" value={says}>
        {label}
      </button>
    </form>
  )
  return (
    <>
      <h2 id="they-say">{t.theySay}</h2>
      <p class="soft">{t.theySayHint}</p>
      <div class="row">
        {state === 'sent' && press('acknowledged', t.has)}
        {state !== 'refused' && press('refused', t.refuse)}
        {press('removed', t.gone)}
      </div>
    </>
  )
}

function Steps({ v, request, step }: { v: Visit; request: RequestDetail; step: TimelineProps['step'] }) {
  const { timeline: t, letter } = requestTexts(v.lang, v.ageBand)
  const { id, steps, state } = request
  if (steps.length === 0) return null
  const list = steps.map((one) => (
    <section class="card" id={one.step} aria-labelledby={`${one.step}-title`}>
      <h3 id={`${one.step}-title`}>{one.title}</h3>
      <p>{one.what}</p>
      <p>{t.to(one.to)}</p>
      {one.contact.email && <p>{one.contact.email}</p>}
      {one.open && <p class="soft">{t.open(one.open)}</p>}
      {step?.id === one.step && (
        <>
          <pre class="letter" id="step-letter" lang={step.lang}>
            {step.text}
          </pre>
          {step.yours !== null && (
            <>
              <h4>{letter.yours}</h4>
              <pre class="letter">{step.yours}</pre>
            </>
          )}
          <div class="row">
            <button type="button" data-do="copy" data-copy="#step-letter" hidden>
              {v.t.request.copy}
            </button>
            <Files v={v} id={id} lang={step.lang} step={one.step} />
          </div>
        </>
      )}
      <div class="row">
        {one.letter && step?.id !== one.step && (
          <a class="button" href={`/r/${id}/t?step=${one.step}#${one.step}`}>
            {t.stepLetter}
            <span class="unseen">: {one.title}</span>
          </a>
        )}
        {one.contact.form && (
          <a class="button" href={one.contact.form} rel="noreferrer" target="_blank">
            {requestTexts(v.lang, v.ageBand).plan.site}
            <span class="unseen">: {one.to}</span>
          </a>
        )}
        <form method="post" action={`/r/${id}/took`}>
          <button type="submit" name="step" value={one.step}>
            {t.took}
            <span class="unseen">: {one.title}</span>
          </button>
        </form>
      </div>
    </section>
  ))
  const isDue = state === 'refused' || state === 'overdue' || step !== null
  return isDue ? (
    <>
      <h2 id="steps">{t.steps}</h2>
      <p class="soft">{t.stepsHint}</p>
      {list}
    </>
  ) : (
    <details>
      <summary>{t.steps}</summary>
      <p class="soft">{t.stepsHint}</p>
      {list}
    </details>
  )
}
