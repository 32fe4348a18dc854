/**
 * Message: where, since when, who said it, how sure and why, what it may not be, and three answers. Never a picture:
 * test/web/message.test.ts looks for one.
 */
import type { Child } from 'hono/jsx'
import type { Alert, Match } from '../client.ts'
import { Frame } from '../frame.tsx'
import type { Messages } from '../messages/index.ts'
import { Facts, Notice, placeName } from '../parts.tsx'
import { SearchLinks } from '../searches.tsx'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'

export function MessagePage({ v, alert }: { v: Visit; alert: Alert }) {
  const { message } = v.t
  const { matches, news } = alert
  const ofFinds = matches.length > 1 ? message.manyTitle(matches.length) : message.title
  const title = matches.length === 0 && news.length > 0 ? v.t.news.title : ofFinds
  return (
    <Frame v={v} heading={alert.practice ? message.practiceTitle : title} island="message">
      {alert.practice && <p class="lead">{message.practiceText}</p>}
      {news.map((each) => (
        <News v={v} news={each} alert={alert} />
      ))}
      {matches.map((match, index) => (
        <Find v={v} match={match} alert={alert} place={index + 1} />
      ))}
      <p class="field soft">
        {matches.length === 0 && news.length > 0
          ? v.t.news.looked
          : matches.every(({ kind }) => kind === 'engine')
            ? message.engineNamed
            : message.nobodyLooked}
      </p>
      <p class="soft">{message.delivery[alert.delivery]}</p>
      <p>
        <a class="quiet" href="/home">
          {message.backHome}
        </a>
      </p>
    </Frame>
  )
}

/** What looking at a place of hers, or following a request, has brought. */
function News({ v, news, alert }: { v: Visit; news: Alert['news'][number]; alert: Alert }) {
  const { news: t, message } = v.t
  const here = alert.requests.filter(({ location }) => location === news.location)
  const meant = news.request === null ? undefined : alert.requests.find(({ id }) => id === news.request)
  const request = meant ?? here.find(({ state }) => state === 'prepared') ?? here[0]
  return (
    <section class="card">
      <h2>{t[news.kind]}</h2>
      <Facts
        of={[
          [message.where, <Where v={v} location={news.location} />],
          [message.since, moment(news.at, v)],
        ]}
      />
      <p>{t[`${news.kind}Text`]}</p>
      {request && (
        <div class="row">
          <a class={news.kind === 'gone' ? 'button' : 'button main'} href={`/r/${request.id}`}>
            {t.see}
          </a>
        </div>
      )}
    </section>
  )
}

function Where({ v, location }: { v: Visit; location: string }) {
  const { message } = v.t
  return (
    <>
      {placeName(location)}
      <details>
        <summary>{message.address}</summary>
        <p class="small">{location}</p>
        <p class="soft small">{message.addressHint}</p>
      </details>
    </>
  )
}

function Find({ v, match, alert, place }: { v: Visit; match: Match; alert: Alert; place: number }) {
  const { message } = v.t
  const kind = kindOf(match)
  const where: Child = match.location ? <Where v={v} location={match.location} /> : message.unknownWhere
  return (
    <section class="card" id={`f${place}`} aria-labelledby={`f${place}-how`}>
      {match.retracted && (
        <Notice>
          <p>{message.retracted}</p>
        </Notice>
      )}
      <h2 id={`f${place}-how`}>{message.sure[kind]}</h2>
      {match.tells && <p>{match.tells}</p>}
      <Facts
        of={[
          [message.where, where],
          [message.since, moment(match.since, v)],
          [message.who, alert.practice ? v.t.home.practice : match.channelName],
          [message.how, kind === 'near' ? message.why.picture(match.distance) : why(match, message)],
          [message.maybe, message.doubt[kind === 'near' ? 'picture' : kind]],
        ]}
      />
      <Answers v={v} match={match} alert={alert} place={place} />
      {maySearch(match, alert, v) && <SearchLinks v={v} addresses={[match.location ?? '']} />}
    </section>
  )
}

/** A search shows the picture to a company: never a minor's, and never one that she said is not hers. */
function maySearch({ location, answer, retracted }: Match, { practice }: Alert, { ageBand }: Visit): boolean {
  return location !== null && answer !== 'not-me' && !retracted && !practice && ageBand === 'adult'
}

type Kind = keyof Messages['message']['sure']

/** Above half of the usual threshold of 31 bits, two pictures only resemble each other. */
const nearFrom = 16

function kindOf({ kind, distance }: Match): Kind {
  if (kind === 'pdq') return distance < nearFrom ? 'picture' : 'near'
  if (kind === 'engine' || kind === 'name') return kind
  return kind === 'url' ? 'page' : 'file'
}

function why({ kind, distance }: Match, t: Messages['message']): string {
  if (kind === 'pdq') return t.why.picture(distance)
  if (kind === 'engine' || kind === 'name') return t.why[kind]
  return kind === 'url' ? t.why.page : t.why.file
}

/** Three answers; each is one tap, and one tap takes it back. */
function Answers({ v, match, alert, place }: { v: Visit; match: Match; alert: Alert; place: number }) {
  const { message, request: words, frame } = v.t
  const [first, ...others] = alert.requests.filter(({ location }) => location === match.location)
  const form = (answer: string, label: string, kind = '') => (
    <form method="post" action={`/m/${alert.alert}`}>
      <input type="hidden" name="match" value={match.id} />
      <input type="hidden" name="place" value={String(place)} />
      <button type="submit" name="answer" value={answer} class={kind}>
        {label}
      </button>
    </form>
  )
  if (match.answer === 'not-me' || match.answer === 'later')
    return (
      <div class="notice">
        <p>{match.answer === 'not-me' ? message.saidNotMe : message.saidLater}</p>
        {form('', frame.undo, 'quiet')}
      </div>
    )
  // It may be another picture, or another person of that name: nothing is prepared before she has said that it is her.
  const mayBeAnother = match.kind === 'engine' || match.kind === 'name'
  const asksIfMe = mayBeAnother && match.location !== null && !first && match.answer === null
  return (
    <>
      {!match.location && <p class="soft field">{message.noRequest}</p>}
      {match.answer === 'me' && <p class="soft field">{message.saidMe}</p>}
      {first && <p class="soft small field">{message.takeDownHint}</p>}
      {asksIfMe && <p class="soft small field">{message.meHint}</p>}
      <div class="row">
        {first && (
          <a class="button main" href={first.state === 'prepared' ? `/p/${first.id}` : `/r/${first.id}`}>
            {first.state === 'prepared' ? message.takeDown : words.state[first.state]}
          </a>
        )}
        {asksIfMe && form('me', message.me, 'main')}
        {form('not-me', message.notMe)}
        {form('later', message.later)}
      </div>
      {others.length > 0 && (
        <p class="field">
          {message.otherLaw}{' '}
          {others.map(({ id, groundTitle }) => (
            <a class="quiet" href={`/r/${id}`}>
              {groundTitle}
            </a>
          ))}
        </p>
      )}
    </>
  )
}
