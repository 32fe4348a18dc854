/** Pages for everybody: the first one, help, and what leaving does. */

import type { Help } from '../client.ts'
import { Frame } from '../frame.tsx'
import { requestTexts } from '../messages/requests.ts'
import { CountrySelect, People, whichCountry } from '../parts.tsx'
import type { Visit } from '../visit.ts'

export function StartPage({ v }: { v: Visit }) {
  const { start } = v.t
  return (
    <Frame v={v} heading={start.heading}>
      <p class="lead">{start.what}</p>
      <p>{start.device}</p>
      <div class="stack">
        <a class="button main" href="/start">
          {start.watch}
        </a>
        <a class="button" href="/start?by=link">
          {start.link}
        </a>
        <a class="button" href="/in">
          {start.again}
        </a>
      </div>
      <Threat v={v} />
      <p>
        {start.reads} <a href="/leave">{start.readsLink}</a>
      </p>
      <details>
        <summary>{start.limits}</summary>
        <ul>
          {start.limitsText.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </details>
    </Frame>
  )
}

/** Somebody asks for money or threatens: that comes before everything else. */
function Threat({ v }: { v: Visit }) {
  const { plan } = requestTexts(v.lang, v.ageBand)
  return (
    <p>
      {plan.threat} <a href="/now">{plan.threatGo}</a>
    </p>
  )
}

export function LeavePage({ v }: { v: Visit }) {
  const { leave } = v.t
  const list = (heading: string, texts: string[]) => (
    <section>
      <h2>{heading}</h2>
      <ul>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </section>
  )
  return (
    <Frame v={v} heading={leave.title}>
      <p>
        {leave.intro} {v.t.frame.leaveHow}
      </p>
      {list(leave.doesHeading, leave.does)}
      {list(leave.doesNotHeading, leave.doesNot)}
      {list(leave.betterHeading, leave.better)}
      <h2>{leave.try}</h2>
      <p>{leave.tryText}</p>
      <p>
        <a class="quiet" href={v.signedIn ? '/home' : '/'}>
          {v.signedIn ? v.t.frame.home : leave.goBack}
        </a>
      </p>
    </Frame>
  )
}

interface HelpPageProps {
  v: Visit
  adults: Help[]
  minors: Help[]
}

/** Both ages, the likelier one first: nobody has to say how old she is to find somebody to talk to. */
export function HelpPage({ v, adults, minors }: HelpPageProps) {
  const { help } = v.t
  const forMinors = (
    <section>
      <h2>{help.minors}</h2>
      <p class="soft">{help.minorsIntro}</p>
      <People v={v} help={minors} />
    </section>
  )
  const forAdults = (
    <section>
      <h2>{help.adults}</h2>
      <People v={v} help={adults} />
    </section>
  )
  return (
    <Frame v={v} heading={help.title} noHelp>
      <p>{help.intro}</p>
      <p>
        <strong>{help.danger}</strong>
      </p>
      <Threat v={v} />
      <p class="soft small">{help.traces}</p>
      <form method="get" action="/help">
        <label for="c">{help.country}</label>
        <CountrySelect v={v} id="c" name="c" value={v.country} />
        <div class="row">
          <button type="submit">{help.show}</button>
        </div>
      </form>
      <p>
        <strong>{whichCountry(v)}</strong>
      </p>
      {v.ageBand && v.ageBand !== 'adult' ? [forMinors, forAdults] : [forAdults, forMinors]}
    </Frame>
  )
}
