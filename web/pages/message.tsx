/**
 * Message: where, since when, who said it, how sure and why, what it may not be, and three answers. Never a picture:
 * test/web/message.test.ts looks for one.
 */
import type { Child } from 'hono/jsx'
import type { Alert, Match } from '../client.ts'
import { Frame } from '../frame.tsx'
import type { Messages } from '../messages/index.ts'
import { Facts, Notice, placeName } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'

export function MessagePage({ v, alert }: { v: Visit; alert: Alert }) {
  const { message } = v.t
  const { matches } = alert
  const title = matches.length > 1 ? message.manyTitle(matches.length) : message.title
  return (
    <Frame v={v} heading={alert.practice ? message.practiceTitle : title} island="message">
      {alert.practice && <p class="lead">{message.practiceText}</p>}
      {matches.map((match, index) => (
        <Find v={v} match={match} alert={alert} place={index + 1} />
      ))}
      <p class="field soft">{message.nobodyLooked}</p>
      <p class="soft">{message.delivery[alert.delivery]}</p>
      <p>
        <a class="quiet" href="/home">
          {message.backHome}
        </a>
      </p>
    </Frame>
  )
}

function Find({ v, match, alert, place }: { v: Visit; match: Match; alert: Alert; place: number }) {
  const { message } = v.t
  const kind = kindOf(match)
  const where: Child = match.location ? (
    <>
      {placeName(match.location)}
      <details>
        <summary>{message.address}</summary>
        <p class="small">{match.location}</p>
        <p class="soft small">{message.addressHint}</p>
      </details>
    </>
  ) : (
    message.unknownWhere
  )
  return (
    <section class="card" id={`f${place}`} aria-labelledby={`f${place}-how`}>
      {match.retracted && (
        <Notice>
          <p>{message.retracted}</p>
        </Notice>
      )}
      <h2 id={`f${place}-how`}>{message.sure[kind]}</h2>
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
    </section>
  )
}

type Kind = keyof Messages['message']['sure']

/** Above half of the usual threshold of 31 bits, two pictures only resemble each other. */
const nearFrom = 16

function kindOf({ kind, distance }: Match): Kind {
  if (kind === 'pdq') return distance < nearFrom ? 'picture' : 'near'
  return kind === 'url' ? 'page' : 'file'
}

function why({ kind, distance }: Match, t: Messages['message']): string {
  if (kind === 'pdq') return t.why.picture(distance)
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
  if (match.answer)
    return (
      <div class="notice">
        <p>{match.answer === 'not-me' ? message.saidNotMe : message.saidLater}</p>
        {form('', frame.undo, 'quiet')}
      </div>
    )
  return (
    <>
      {!match.location && <p class="soft field">{message.noRequest}</p>}
      {first && <p class="soft small field">{message.takeDownHint}</p>}
      <div class="row">
        {first && (
          <a class="button main" href={`/r/${first.id}`}>
            {first.state === 'prepared' ? message.takeDown : words.state[first.state]}
          </a>
        )}
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
