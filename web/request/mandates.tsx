/** Who speaks for her: given, seen and ended here. The words that she agrees to are the ones that are kept. */
import type { Mandates } from '../client.ts'
import { Frame } from '../frame.tsx'
import { requestTexts } from '../messages/requests.ts'
import { Choice, described, Field } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { moment } from '../when.ts'

interface MandatesPageProps {
  v: Visit
  /** The request whose letter is spoken of. */
  id: string
  mandates: Mandates
  /** Under which the request is asked now. */
  used: string | null
  problem: string | null
}

export function MandatesPage({ v, id, mandates, used, problem }: MandatesPageProps) {
  const texts = requestTexts(v.lang, v.ageBand)
  const { mandates: t } = texts
  const to = `/r/${id}/by`
  const field = (name: 'name' | 'organisation' | 'contact', isWrong: boolean) => {
    const wrong = isWrong && problem ? t.missing : null
    return (
      <Field id={name} label={t[name]} wrong={wrong}>
        <input
          id={name}
          name={name}
          type={name === 'contact' ? 'email' : 'text'}
          maxlength={200}
          autocomplete="off"
          {...described(name, { wrong })}
        />
      </Field>
    )
  }
  return (
    <Frame v={v} heading={t.title} problem={problem}>
      <p>{t.intro}</p>
      {mandates.length === 0 && <p class="soft">{t.none}</p>}
      {mandates.map(({ mandate, name, organisation, words, ended, since }) => (
        <section class="card" aria-labelledby={`m-${mandate}`}>
          <h2 id={`m-${mandate}`}>{[name, organisation].filter(Boolean).join(', ')}</h2>
          <p>{words}</p>
          <p class="soft">
            {ended ? t.ended(moment(ended, v)) : t.holds} {!ended && `(${moment(since, v)})`}
          </p>
          {!ended && (
            <form method="post" action={to}>
              <input type="hidden" name="mandate" value={mandate} />
              <div class="row">
                {used === mandate ? (
                  <button type="submit" name="do" value="self">
                    {t.self}
                  </button>
                ) : (
                  <button type="submit" name="do" value="use">
                    {t.use}
                    <span class="unseen">: {name}</span>
                  </button>
                )}
                <button type="submit" class="quiet" name="do" value="end">
                  {t.end}
                  <span class="unseen">: {name}</span>
                </button>
              </div>
            </form>
          )}
        </section>
      ))}
      <h2>{t.give}</h2>
      <form method="post" action={to} novalidate>
        <fieldset class="field">
          <legend>{t.kind}</legend>
          <Choice name="kind" value="agent" chosen label={t.agent} />
          <Choice name="kind" value="parent" chosen={false} label={t.parent} />
        </fieldset>
        {field('name', true)}
        {field('organisation', false)}
        {field('contact', true)}
        <p class="field">{t.words}</p>
        <p class="soft">{t.after}</p>
        <div class="row">
          <button type="submit" name="do" value="give">
            {t.go}
          </button>
        </div>
      </form>
      <p>
        <a class="quiet" href={`/r/${id}`}>
          {texts.toRequest}
        </a>
      </p>
    </Frame>
  )
}
