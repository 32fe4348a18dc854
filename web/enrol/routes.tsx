/** Enrol: one form that posts to itself until everything is answered, then the words, then the first sign-in. */
import { type Context, Hono } from 'hono'
import { locate } from '#knowledge/platforms/index.ts'
import { Declined } from '../client.ts'
import { isLang } from '../messages/index.ts'
import { clientOf, keepLang, keepToken, openVisit, type Site, type Visit } from '../visit.ts'
import { type Answers, move, readAnswers, readWatched, type Step } from './answers.ts'
import { CheckPage, isAskedWord, StepPage, sayProblem, WordsPage } from './pages.tsx'

/** Most addresses that one enrolment carries. */
const maxPlaces = 100

export function enrolRoutes(site: Site) {
  const app = new Hono()

  app.get('/start', async (c) => {
    const answers = readAnswers({ by: c.req.query('by') })
    return page(c, { v: await openVisit(c, site), step: 'before', answers, problem: null, showLinks: false })
  })

  app.post('/start', async (c) => {
    const form = await c.req.parseBody()
    const answers = readAnswers(form)
    const v = await visit(c, form, answers)
    const { step, problem } = move(answers, String(form.at ?? ''), form.lang ? 'stay' : String(form.go ?? 'next'))
    if (step === 'send') return send(c, v, answers)
    return page(c, { v, step, answers, problem: sayProblem(v, problem), showLinks: form.go === 'stay' })
  })

  app.post('/start/words', async (c) => {
    const form = await c.req.parseBody()
    const answers = readAnswers(form)
    const v = await visit(c, form, answers)
    const enrolled = { case: String(form.case ?? '').slice(0, 64), passphrase: String(form.words ?? '').slice(0, 256) }
    const go = form.lang ? String(form.at ?? 'words') : String(form.go ?? '')
    if (go === 'words') return c.html(<WordsPage v={v} answers={answers} enrolled={enrolled} />)
    if (go === 'check') return c.html(<CheckPage v={v} answers={answers} enrolled={enrolled} problem={null} />)
    if (go !== 'skip' && !isAskedWord(enrolled.passphrase, String(form.word ?? '')))
      return c.html(<CheckPage v={v} answers={answers} enrolled={enrolled} problem={v.t.enrol.check.wrong} />, 422)
    const session = await clientOf(c, site, null).signIn(enrolled)
    keepToken(c, site, session.token)
    return c.redirect('/home', 303)
  })

  /** The language may have been changed with the same press; then it is also kept. */
  async function visit(c: Context, form: Record<string, unknown>, { age, country }: Answers): Promise<Visit> {
    const lang = isLang(form.lang) ? form.lang : null
    if (lang) keepLang(c, site, lang)
    return openVisit(c, site, { lang, country, ageBand: age })
  }

  async function page(
    c: Context,
    props: { v: Visit; step: Step; answers: Answers; problem: string | null; showLinks: boolean },
  ) {
    const info = await clientOf(c, site, null).info(props.v.lang)
    return c.html(<StepPage {...props} info={info} />, props.problem ? 422 : 200)
  }

  async function send(c: Context, v: Visit, answers: Answers) {
    const { age, country, reach, mail } = answers
    const again = (problem: string) => page(c, { v, step: 'ready', answers, problem, showLinks: false })
    if (!age || !country) return again(v.t.enrol.ready.refused)
    try {
      const enrolled = await clientOf(c, site, null).enrol({
        statement: true,
        ageBand: age,
        country,
        lang: v.lang,
        mail: reach === 'mail' ? mail : null,
        ...readWatched(answers.pictures),
        locations: locate(answers.links)
          .slice(0, maxPlaces)
          .map(({ url }) => url),
        names: answers.name === '' ? [] : [answers.name],
      })
      return c.html(<WordsPage v={v} answers={answers} enrolled={enrolled} />)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      return again(error.status < 429 ? v.t.enrol.ready.refused : v.t.enrol.ready.busy)
    }
  }

  return app
}
