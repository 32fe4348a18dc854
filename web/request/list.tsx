/** A list for the police, a lawyer, a court or the Institute: for whom, in which language, and what stands in it. */
import type { Hono } from 'hono'
import { isFor, purposes } from '#knowledge/evidence.ts'
import { Frame } from '../frame.tsx'
import { isLang, langNames, langs } from '../messages/index.ts'
import { listTexts } from '../messages/list.ts'
import { Choice, described, Field } from '../parts.tsx'
import type { CaseVisit, Visit } from '../visit.ts'

function ListPage({ v, offered }: { v: Visit; offered: readonly (typeof purposes)[number][] }) {
  const t = listTexts(v.lang, v.ageBand)
  return (
    <Frame v={v} heading={t.title}>
      <p>{t.intro}</p>
      <p>{t.holds}</p>
      <p>{t.leaves}</p>
      <p>{t.shared}</p>
      <form method="get" action="/list.zip">
        <fieldset class="field">
          <legend>{t.who}</legend>
          {offered.map((purpose) => (
            <Choice name="for" value={purpose} chosen={purpose === 'police'} label={t[purpose]} />
          ))}
        </fieldset>
        <Field id="l" label={t.lang}>
          <select id="l" name="l" {...described('l', {})}>
            <option value="" selected>
              {t.theirs}
            </option>
            {langs.map((lang) => (
              <option value={lang} lang={lang}>
                {langNames[lang]}
              </option>
            ))}
          </select>
        </Field>
        <label class="choice">
          <input type="checkbox" name="number" value="true" />
          <span>
            <strong>{t.number}</strong>
            <span class="soft small">{t.numberHint}</span>
          </span>
        </label>
        <div class="row">
          <button type="submit" class="main">
            {t.save}
          </button>
        </div>
      </form>
      <p>
        {t.check} <a href="/check">{t.checkGo}</a>
      </p>
      <p>
        <a class="quiet" href="/home">
          {t.back}
        </a>
      </p>
    </Frame>
  )
}

/** Adds the page and its file to those of one case. */
export function listPages(app: Hono<{ Variables: CaseVisit }>): void {
  app.get('/list', (c) => {
    const { v, view } = c.var
    const offered = purposes.filter((purpose) => isFor(purpose, view))
    return c.html(<ListPage v={v} offered={offered} />)
  })

  app.get('/list.zip', async (c) => {
    const { view, api } = c.var
    const asked = c.req.query('for')
    const purpose = purposes.find((each) => each === asked && isFor(each, view)) ?? 'police'
    const lang = c.req.query('l')
    const number = c.req.query('number') === 'true'
    const list = await api.evidence({ for: purpose, lang: isLang(lang) ? lang : null, number })
    return c.body(await list.arrayBuffer(), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="list.zip"',
    })
  })
}
