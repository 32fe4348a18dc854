/** What leaves, to whom, and what it may show; then her choice, each platform by name; and the way back. */
import type { Share } from '../client.ts'
import { Frame } from '../frame.tsx'
import { Notice } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'

interface SharePageProps {
  v: Visit
  share: Share
  /** Said once after something was done. */
  said: string | null
  problem: string | null
}

export function SharePage({ v, share, said, problem }: SharePageProps) {
  const { share: t, frame } = v.t
  return (
    <Frame v={v} heading={t.title} problem={problem}>
      {said && (
        <Notice>
          <p>{said}</p>
        </Notice>
      )}
      {share.offered === 'minor' ? <ForMinors v={v} /> : <Choice v={v} share={share} />}
      <Answers v={v} share={share} />
      <p>
        <a class="quiet" href="/home">
          {frame.back}
        </a>
      </p>
    </Frame>
  )
}

/** Made for young people, by those who run the lists that platforms read. */
const takeItDown = 'https://takeitdown.ncmec.org'

function ForMinors({ v }: { v: Visit }) {
  const { share: t } = v.t
  return (
    <>
      <p>{t.minor}</p>
      <p>
        <a class="button" href={takeItDown} rel="noreferrer">
          {t.minorGo}
        </a>
      </p>
    </>
  )
}

function Choice({ v, share }: { v: Visit; share: Share }) {
  const { share: t } = v.t
  const { offered, agreed, readers, unshared, words } = share
  const standing = agreed ? [t.since(moment(agreed.since, v)), t.covers(agreed.items)] : [t.off]
  if (agreed && unshared > 0) standing.push(t.unshared(unshared))
  return (
    <>
      <p>{t.intro}</p>
      <p class="soft">{standing.join(' ')}</p>
      <h2>{t.whatHeading}</h2>
      <ul>
        {words.split(/(?<=\.) /).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {offered === 'nobody' ? (
        <p class="soft">{t.nobody}</p>
      ) : (
        <form method="post" action="/share">
          <input type="hidden" name="words" value={words} />
          <fieldset>
            <legend>{t.whichHeading}</legend>
            {readers.map((reader) => (
              <label class="choice">
                <input type="checkbox" name="reader" value={reader.id} checked={reader.agreed} />
                <span>{reader.name}</span>
              </label>
            ))}
          </fieldset>
          <div class="row">
            <button class="main" type="submit" name="do" value="agree">
              {agreed ? t.again : t.go}
            </button>
          </div>
        </form>
      )}
      {agreed && (
        <form method="post" action="/share">
          <button type="submit" name="do" value="stop">
            {t.stop}
          </button>
        </form>
      )}
    </>
  )
}

export function Answers({ v, share }: { v: Visit; share: Share }) {
  const { share: t } = v.t
  if (share.answers.length === 0) return null
  return (
    <>
      <h2>{t.answersHeading}</h2>
      <ul class="bare lines">
        {share.answers.map(({ reader, says, media, at }) => (
          <li>{(says === 'blocked' ? t.blocked : t.notBlocked)[media](reader, moment(at, v))}</li>
        ))}
      </ul>
    </>
  )
}
