/** What she changes in her file: more to watch, how she is reached, and the end of it. */
import type { Info } from '../client.ts'
import { LinksField, NameField, Reach } from '../enrol/pages.tsx'
import { PicturePicker } from '../enrol/picker.tsx'
import { Frame } from '../frame.tsx'
import type { Visit } from '../visit.ts'

interface AddPageProps {
  v: Visit
  pictures: string
  views: 'balanced' | 'wide'
  links: string
  name: string
  problem: string | null
}

export function AddPage({ v, pictures, views, links, name, problem }: AddPageProps) {
  const { enrol, add } = v.t
  return (
    <Frame v={v} heading={v.t.home.add} island="enrol" problem={problem}>
      <form method="post" action="/add">
        <h2>{enrol.pictures.addTitle}</h2>
        <p class="soft">{enrol.pictures.hint}</p>
        <PicturePicker v={v} value={pictures} views={views} />
        <h2>{enrol.links.addTitle}</h2>
        <LinksField v={v} value={links} />
        <NameField v={v} value={name} wrong={problem === enrol.name.wrong ? problem : null} />
        <div class="row">
          <button class="main" type="submit">
            {add.go}
          </button>
          <a class="quiet" href="/home">
            {v.t.frame.back}
          </a>
        </div>
      </form>
    </Frame>
  )
}

interface ReachPageProps {
  v: Visit
  mail: string
  reach: 'none' | 'mail'
  info: Info
  problem: string | null
}

export function ReachPage({ v, mail, reach, info, problem }: ReachPageProps) {
  return (
    <Frame v={v} heading={v.t.enrol.reach.title} problem={problem}>
      <form method="post" action="/reach" novalidate>
        <Reach v={v} answers={{ reach, mail }} info={info} />
        <div class="row">
          <button class="main" type="submit">
            {v.t.enrol.reach.save}
          </button>
          <a class="quiet" href="/home">
            {v.t.frame.back}
          </a>
        </div>
      </form>
    </Frame>
  )
}

/** Two taps: this page, then the same question once more. */
export function ErasePage({ v, sure }: { v: Visit; sure: boolean }) {
  const { erase } = v.t
  return (
    <Frame v={v} heading={sure ? erase.sureTitle : erase.title}>
      <p>{erase.intro}</p>
      <ul>
        {erase.what.map((what) => (
          <li>{what}</li>
        ))}
      </ul>
      <p>{erase.not}</p>
      <p>{erase.keep}</p>
      <form method="post" action="/erase">
        <div class="row">
          <button class="final" type="submit" name="sure" value={sure ? 'yes' : 'ask'}>
            {sure ? erase.sure : erase.go}
          </button>
          <a class="button" href="/home">
            {erase.no}
          </a>
        </div>
      </form>
    </Frame>
  )
}

export function ErasedPage({ v }: { v: Visit }) {
  const { erase } = v.t
  return (
    <Frame v={v} heading={erase.doneTitle}>
      <p role="status">{erase.done}</p>
      <p>
        <a class="quiet" href="/">
          {erase.start}
        </a>
      </p>
    </Frame>
  )
}

export function ProblemPage({ v, heading, text }: { v: Visit; heading: string; text: string }) {
  return (
    <Frame v={v} heading={heading}>
      <p>{text}</p>
      <p>
        <a class="quiet" href={v.signedIn ? '/home' : '/'}>
          {v.t.problem.home}
        </a>
      </p>
    </Frame>
  )
}
