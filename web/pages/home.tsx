/** Home: the one next step, large; then what was found, what is watched, and which places are heard from. */
import { groundOf } from '#knowledge/grounds/index.ts'
import { groundWords } from '#knowledge/words/index.ts'
import type { CaseView, PracticeView, Share } from '../client.ts'
import { Frame } from '../frame.tsx'
import type { Messages } from '../messages/index.ts'
import { Notice, placeName } from '../parts.tsx'
import { Answers } from '../share/page.tsx'
import type { Visit } from '../visit.ts'
import { lately, moment, sinceWhen } from '../when.ts'

interface HomePageProps {
  v: Visit
  view: CaseView
  practice: PracticeView
  share: Share
  /** Said once after something was done. */
  said: string | null
  /** Something was added just now. */
  isNew: boolean
}

export function HomePage({ v, view, practice, share, said, isNew }: HomePageProps) {
  const { home } = v.t
  return (
    <Frame v={v} heading={home.title} island="home">
      {said && (
        <Notice>
          <p>{said}</p>
        </Notice>
      )}
      <LookBack v={v} view={view} isNew={isNew} />
      <div data-with="looking">
        <Next v={v} view={view} />
        <h2>{home.foundHeading}</h2>
        <Found v={v} view={view} />
        <Requests v={v} view={view} />
        <h2>{home.messagesHeading}</h2>
        <MessageList v={v} view={view} />
      </div>
      <h2>{home.watchedHeading}</h2>
      <Watched v={v} view={view} />
      <h2>{home.heardHeading}</h2>
      <Heard v={v} view={view} />
      <h2>{home.reachHeading}</h2>
      <p>{view.mail ? home.mail(view.mail) : home.noMail}</p>
      {view.mail && !view.mailServer && <p class="notice">{home.noServer}</p>}
      <p>
        <a class="quiet" href="/reach">
          {home.reachChange}
        </a>
      </p>
      <Answers v={v} share={share} />
      <p>
        <a class="quiet" href="/share">
          {v.t.share.title}
        </a>
      </p>
      <h2 id="practice">{home.tryHeading}</h2>
      <Practice v={v} practice={practice} />
      <h2>{home.eraseHeading}</h2>
      <p class="soft small">{home.number(view.case)}</p>
      <p>
        <a class="quiet" href="/erase">
          {home.erase}
        </a>
      </p>
    </Frame>
  )
}

/** A file is new for so long: its first look back is told of. */
const newForMs = 10 * 60_000

/** What was published before she came; the island looks again by itself, and without one a press does. */
function LookBack({ v, view, isNew }: { v: Visit; view: CaseView; isNew: boolean }) {
  const { home } = v.t
  const isRecent = (at: string) => v.now - Date.parse(at) < newForMs
  const runs = view.lookingBack
  const tells = runs || isNew || isRecent(view.since)
  if (!tells || view.next.kind === 'add') return null
  const isFound = view.alerts.some(({ practice, read, at }) => !practice && (!read || isRecent(at)))
  return (
    <div id="looking" class="notice" {...(runs && { 'data-again': isNew ? '/home?said=added' : '/home' })}>
      <p role="status">{runs ? home.looking : isFound ? home.lookedFound : home.lookedNothing}</p>
      {runs && (
        <p>
          <a href={isNew ? '/home?said=added' : '/home'}>{home.lookingAgain}</a>
        </p>
      )}
    </div>
  )
}

/** What the next step is called, says and leads to. */
function nextOf({ next }: CaseView, t: Messages['home']['next']) {
  const id = next.id ?? ''
  switch (next.kind) {
    case 'read':
      return { heading: t.read, text: t.readText, go: t.readGo, href: `/m/${id}` }
    case 'send':
      return { heading: t.send, text: t.sendText, go: t.sendGo, href: `/r/${id}` }
    case 'overdue':
      return { heading: t.overdue, text: t.overdueText, go: t.overdueGo, href: `/r/${id}` }
    case 'add':
      return { heading: t.add, text: t.addText, go: t.addGo, href: '/add' }
    case 'quiet':
      return { heading: t.quiet, text: t.quietText, go: null, href: null }
  }
}

function Next({ v, view }: { v: Visit; view: CaseView }) {
  const { heading, text, go, href } = nextOf(view, v.t.home.next)
  return (
    <section class="card next" aria-labelledby="next">
      <h2 id="next">{heading}</h2>
      <p>{text}</p>
      {href && (
        <div class="row">
          <a class="button main" href={href}>
            {go}
          </a>
        </div>
      )}
    </section>
  )
}

function Found({ v, view }: { v: Visit; view: CaseView }) {
  const { home } = v.t
  const { places, asked, gone } = view.found
  return (
    <>
      {places + asked + gone === 0 ? (
        <p class="soft">{home.nothingFound}</p>
      ) : (
        <>
          <dl class="standing">
            <div>
              <dt>{home.found}</dt>
              <dd>{places}</dd>
            </div>
            <div>
              <dt>{home.asked}</dt>
              <dd>{asked}</dd>
            </div>
            <div>
              <dt>{home.gone}</dt>
              <dd>{gone}</dd>
            </div>
          </dl>
          {gone > 0 && <p>{home.standing(gone, Math.max(places, gone))}</p>}
        </>
      )}
    </>
  )
}

/** One entry a place; under it each law that she can use there, and how far that request is. */
function Requests({ v, view }: { v: Visit; view: CaseView }) {
  const { home, request: t } = v.t
  const real = view.requests.filter(({ practice }) => !practice).sort((a, b) => rankOf(a).localeCompare(rankOf(b)))
  if (real.length === 0) return null
  return (
    <>
      <h2>{home.requestsHeading}</h2>
      <ul class="bare lines">
        {[...Map.groupBy(real, ({ location }) => location)].map(([location, requests]) => (
          <li>
            <strong>{placeName(location)}</strong>
            <ul class="bare requests">
              {requests.map(({ id, ground, state, deadline }) => (
                <li>
                  <a href={`/r/${id}`}>
                    <span class="unseen">{placeName(location)}: </span>
                    {groundWords(v.lang, groundOf(ground).id).title}
                  </a>
                  <span class="soft small">
                    {t.state[state]}
                    {deadline && state !== 'removed' && ` ${t.until(moment(deadline, v))}`}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whose time ends first comes first, then what is still to be sent, then what only waits; what is gone comes last. */
function rankOf({ state, deadline }: CaseView['requests'][number]): string {
  if (state === 'removed' || state === 'reopened') return '4'
  if (deadline) return `1 ${deadline}`
  return state === 'prepared' ? '2' : '3'
}

function MessageList({ v, view }: { v: Visit; view: CaseView }) {
  const { home } = v.t
  if (view.alerts.length === 0) return <p class="soft">{home.noMessages}</p>
  return (
    <ul class="bare messages">
      {view.alerts.map(({ alert, at, practice, read, matches, news, places }) => (
        <li>
          <a href={`/m/${alert}`}>
            {matches > 0 || news === 0 ? home.matches(matches) : v.t.news.count(news)}:{' '}
            {places.length > 0 ? places.join(', ') : home.unknownPlace}
          </a>
          <span class="soft small">
            {!read && <span class="tag">{home.unread}</span>} {practice && <span class="tag">{home.practice}</span>}{' '}
            {moment(at, v)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Watched({ v, view }: { v: Visit; view: CaseView }) {
  const { home } = v.t
  const lines = [
    ...(view.pictures > 0 ? [home.pictures(view.pictures)] : []),
    ...(view.clips > 0 ? [home.clips(view.clips)] : []),
    ...(view.places.length > 0 ? [home.places(view.places.length)] : []),
    ...(view.names > 0 ? [home.names(view.names)] : []),
  ]
  return (
    <>
      {lines.length > 0 && <p>{lines.join(', ')}</p>}
      {view.names > 0 && (
        <form method="post" action="/names">
          <button class="quiet" type="submit">
            {home.noNames}
          </button>
        </form>
      )}
      <p>
        <a class="quiet" href="/add">
          {home.add}
        </a>{' '}
        <a class="quiet" href="/ask">
          {v.t.asking.title}
        </a>
      </p>
    </>
  )
}

function Heard({ v, view }: { v: Visit; view: CaseView }) {
  const { home } = v.t
  if (view.channels.length === 0) return <p class="soft">{home.noPlaces}</p>
  return (
    <ul class="bare lines">
      {view.channels.map((channel) => (
        <li>
          <strong>{channel.name}</strong>
          <br />
          <span class="soft">{heardFrom(channel, v)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Honest about silence: a place that is not reached says since when. */
function heardFrom({ state, heardAt }: CaseView['channels'][number], v: Visit): string {
  const { heard } = v.t.home
  if (state === 'paused') return heard.paused
  if (state === 'never' || (!heardAt && state !== 'failing')) return heard.never
  if (!heardAt) return heard.failingNever
  if (state === 'listening') return heard.listening(lately(heardAt, v))
  return state === 'silent' ? heard.silent(sinceWhen(heardAt, v)) : heard.failing(sinceWhen(heardAt, v))
}

/** Each step as it happens; the island looks again by itself, and without one a press does. */
function Practice({ v, practice }: { v: Visit; practice: PracticeView }) {
  const { home, message } = v.t
  const { steps, alert, delivery } = practice
  const runs = steps.length > 0 && !alert
  return (
    <div id="practising" {...(runs && { 'data-again': '/home' })}>
      {steps.length === 0 && <p>{home.tryText}</p>}
      <div role="status">
        {runs && <p>{home.tryRuns}</p>}
        {alert && <p>{home.tryDone}</p>}
        {steps.length > 0 && (
          <ol>
            {steps.map(({ step }) => (
              <li>{home.steps[step]}</li>
            ))}
          </ol>
        )}
        {alert && delivery && <p class="soft">{message.delivery[delivery]}</p>}
      </div>
      <div class="row">
        {alert && (
          <a class="button" href={`/m/${alert}`}>
            {home.next.readGo}
          </a>
        )}
        {runs && (
          <a class="button" href="/home#practice">
            {home.tryAgain}
          </a>
        )}
        <form method="post" action="/practice">
          <button type="submit" class={steps.length > 0 ? 'quiet' : ''}>
            {home.tryGo}
          </button>
        </form>
      </div>
    </div>
  )
}
