/** The web: pages that ask the API in-process and work without a script. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { nameForms } from '#core/case/names.ts'
import { isMinor } from '#core/case/types.ts'
import type { Now } from '#core/ports.ts'
import { locate } from '#knowledge/platforms/index.ts'
import type { Assets } from './assets.ts'
import { CheckPage } from './check/page.tsx'
import { type Api, type Client, Declined } from './client.ts'
import { isCountry } from './countries.ts'
import { problemOf, readAnswers, readWatched } from './enrol/answers.ts'
import { sayProblem } from './enrol/pages.tsx'
import { enrolRoutes } from './enrol/routes.tsx'
import { headers, isOurs, policy, safely, workerPolicy } from './guard.ts'
import { isLang } from './messages/index.ts'
import { AskingPage } from './pages/asking.tsx'
import { HomePage } from './pages/home.tsx'
import { InPage } from './pages/in.tsx'
import { MessagePage } from './pages/message.tsx'
import { HelpPage, LeavePage, StartPage } from './pages/public.tsx'
import { AddPage, ErasedPage, ErasePage, ProblemPage, ReachPage } from './pages/settings.tsx'
import { listPages } from './request/list.tsx'
import { NowPage } from './request/now.tsx'
import { requestPages } from './request/routes.tsx'
import { sharePages } from './share/routes.tsx'
import {
  type CaseVisit,
  clientOf,
  endSession,
  forget,
  isEnded,
  keepLang,
  keepToken,
  openCase,
  openVisit,
  type Site,
  type Visit,
} from './visit.ts'

export interface WebDeps {
  /** `createApi(…)`: asked in-process, with the connection of the page's own request. */
  api: Api
  /** The title of every page, and nothing more than that. */
  coverName: string
  /** Where people reach it; decides whether cookies are for https only. */
  publicUrl: string
  assets: Assets
  now?: Now
}

type Env = { Variables: CaseVisit }

/** Largest form: as many hashes as the API takes at a time, as a browser writes them, and a long paste. */
const maxForm = 16 * 1024 * 1024

export function createWeb({ now = Date.now, ...deps }: WebDeps): Hono {
  const site: Site = { ...deps, now }
  const app = new Hono()

  app.get('/assets/*', (c) => asset(c, site.assets))
  app.get('/favicon.ico', (c) => c.body(null, 204))

  app.use(safely)
  app.use(bodyLimit({ maxSize: maxForm, onError: (c) => problem(c, 413, 'notFound') }))
  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOurs(c.req.raw, site)) return problem(c, 403, 'foreign')
    await next()
  })
  app.notFound((c) => problem(c, 404, 'notFound'))
  app.onError(async (error, c) => {
    const answer = await explain(error, c)
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
    return answer
  })

  app.route('/', everybody(site))
  app.route('/', enrolRoutes(site))
  app.route('/', ofCase(site))
  return app

  /** A person reads what she can do now; never a class, an id or a blame. */
  async function explain(error: Error, c: Context): Promise<Response> {
    if (isEnded(error)) {
      forget(c, site)
      return c.redirect('/in?again', 303)
    }
    if (error instanceof Declined && error.status === 404) return problem(c, 404, 'notFound')
    if (error instanceof Declined && (error.status === 503 || error.status === 429)) return problem(c, 503, 'busy')
    return problem(c, 500, 'broken')
  }

  async function problem(
    c: Context,
    status: 403 | 404 | 413 | 500 | 503,
    what: 'notFound' | 'busy' | 'broken' | 'foreign',
  ) {
    const v = await openVisit(c, site)
    const { t } = v
    return c.html(<ProblemPage v={v} heading={t.problem[what]} text={t.problem[`${what}Text`]} />, status)
  }
}

function asset(c: Context, { files }: Assets): Response {
  const file = files.get(c.req.path)
  if (!file) return c.body(null, 404)
  return c.body(file.bytes, 200, {
    'Content-Type': file.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': c.req.path.startsWith('/assets/worker-') ? workerPolicy : policy,
  })
}

/** Pages for everybody, and the ways in and out. */
function everybody(site: Site): Hono {
  const app = new Hono()

  /** With an open file the same pages speak to its person. */
  const visit = async (c: Context): Promise<Visit> => {
    const open = await openCase(c, site).catch((error: unknown) => {
      if (isEnded(error)) return null
      throw error
    })
    return open?.v ?? openVisit(c, site)
  }

  app.get('/', async (c) => c.html(<StartPage v={await openVisit(c, site)} />))
  app.get('/check', async (c) => {
    const { name } = await clientOf(c, site, null).evidenceKey()
    return c.html(<CheckPage v={await visit(c)} ours={name} />)
  })
  app.get('/now', async (c) => c.html(<NowPage v={await visit(c)} />))
  app.get('/leave', async (c) => c.html(<LeavePage v={await visit(c)} />))

  app.get('/help', async (c) => {
    const v = await visit(c)
    const asked = c.req.query('c')?.toUpperCase()
    const country = asked && isCountry(asked) ? asked : v.country
    const api = clientOf(c, site, null)
    const [adults, minors] = await Promise.all([
      api.help({ country, age: 'adult', lang: v.lang }),
      api.help({ country, age: v.ageBand && isMinor(v.ageBand) ? v.ageBand : '16-17', lang: v.lang }),
    ])
    return c.html(<HelpPage v={{ ...v, country }} adults={adults.help} minors={minors.help} />)
  })

  app.post('/lang', async (c) => {
    const { lang, back } = await c.req.parseBody()
    if (isLang(lang)) {
      keepLang(c, site, lang)
      const open = await openCase(c, site).catch(() => null)
      if (open) await open.api.setContact({ mail: open.view.mail, lang })
    }
    // A path of ours, and nothing that a browser could read as another host.
    const path = typeof back === 'string' && /^\/(?:[\w-]+(?:\/[\w-]+)*)?$/.test(back) ? back : '/'
    return c.redirect(path, 303)
  })

  app.get('/in', async (c) => {
    const ended = c.req.query('again') !== undefined
    return c.html(<InPage v={await openVisit(c, site)} number="" problem={null} ended={ended} />)
  })

  app.post('/in', async (c) => {
    const { number, words } = await c.req.parseBody()
    const given = { case: String(number ?? '').slice(0, 64), passphrase: String(words ?? '').slice(0, 256) }
    try {
      const session = await clientOf(c, site, null).signIn(given)
      keepToken(c, site, session.token)
      return c.redirect('/home', 303)
    } catch (error) {
      if (!(error instanceof Declined)) throw error
      const v = await openVisit(c, site)
      const { returning: t } = v.t
      const tooOften = error.retryAfterS !== null
      const says = tooOften ? t.slow(Math.ceil((error.retryAfterS ?? 60) / 60)) : error.status < 500 ? t.wrong : t.busy
      const status = tooOften ? 429 : error.status < 500 ? 401 : 503
      if (error.retryAfterS) c.header('Retry-After', String(error.retryAfterS))
      return c.html(<InPage v={v} number={given.case} problem={says} ended={false} />, status)
    }
  })

  // A plain link, so that leaving works without a script; `SameSite=Strict` keeps other sites from ending a session.
  app.get('/out', async (c) => {
    const { leaveTo } = await visit(c).catch(() => openVisit(c, site))
    await endSession(c, site)
    return c.redirect(leaveTo, 303)
  })
  // The beacon of the island, which opens the other site itself.
  app.post('/out', async (c) => {
    await endSession(c, site)
    return c.body(null, 204)
  })

  app.post('/signout', async (c) => {
    const v = await openVisit(c, site)
    await endSession(c, site)
    return c.html(<ProblemPage v={{ ...v, path: '/' }} heading={v.t.out.title} text={v.t.out.text} />)
  })

  return app
}

/** What is known of a request's place; reading it asks nobody. */
/** Pages of one case: only with an open session, else the first page. */
function ofCase(site: Site): Hono<Env> {
  const app = new Hono<Env>()
  const onlySignedIn: MiddlewareHandler<Env> = async (c, next) => {
    const open = await openCase(c, site)
    if (!open) return c.redirect('/', 303)
    c.set('v', open.v)
    c.set('api', open.api)
    c.set('view', open.view)
    await next()
  }
  for (const path of [
    '/home',
    '/practice',
    '/stay',
    '/m/*',
    '/r/*',
    '/p/*',
    '/list',
    '/list.zip',
    '/add',
    '/names',
    '/ask',
    '/reach',
    '/share',
    '/erase',
  ])
    app.use(path, onlySignedIn)

  app.get('/home', async (c) => {
    const { v, api, view } = c.var
    const { home } = v.t
    const asked = c.req.query('said') ?? ''
    const said = { added: home.added(1), same: home.added(0), saved: home.reachSaved }[asked] ?? null
    const [practice, share] = await Promise.all([api.practice(), api.share()])
    return c.html(
      <HomePage v={v} view={view} practice={practice} share={share} said={said} isNew={asked === 'added'} />,
    )
  })

  app.post('/practice', async (c) => {
    await c.var.api.practise()
    return c.redirect('/home#practice', 303)
  })

  app.post('/stay', (c) => c.body(null, 204))

  app.get('/m/:alert', async (c) => {
    const { v, api } = c.var
    return c.html(<MessagePage v={v} alert={await api.alert(c.req.param('alert'))} />)
  })

  app.post('/m/:alert', async (c) => {
    const { match, answer, place } = await c.req.parseBody()
    await c.var.api.answer(String(match), answer === 'me' || answer === 'not-me' || answer === 'later' ? answer : null)
    const at = typeof place === 'string' && /^\d{1,3}$/.test(place) ? `#f${place}` : ''
    return c.redirect(`/m/${encodeURIComponent(c.req.param('alert'))}${at}`, 303)
  })

  requestPages(app)
  listPages(app)

  for (const [name, part, press] of [
    ['look', 'place', (api: Client, id: string) => api.look(id)],
    ['gone', 'place', (api: Client, id: string) => api.saysGone(id)],
    ['there', 'place', (api: Client, id: string) => api.saysThere(id)],
    ['who', 'who', (api: Client, id: string) => api.findOut(id)],
  ] as const)
    app.post(`/r/:request/${name}`, async (c) => {
      const id = c.req.param('request')
      const isTooSoon = await press(c.var.api, id).then(
        () => false,
        (error: unknown) => {
          if (error instanceof Declined && error.status === 429) return true
          throw error
        },
      )
      return c.redirect(`/r/${encodeURIComponent(id)}${isTooSoon ? '?soon' : ''}#${isTooSoon ? 'place' : part}`, 303)
    })

  app.get('/add', (c) => c.html(<AddPage v={c.var.v} pictures="" views="balanced" links="" name="" problem={null} />))

  app.post('/add', async (c) => {
    const { v, api } = c.var
    const form = await c.req.parseBody()
    const answers = readAnswers(form)
    const watched = readWatched(answers.pictures)
    const places = locate(answers.links).slice(0, 100)
    const again = (problem: string) => c.html(<AddPage v={v} {...answers} problem={problem} />, 422)
    if (!watched) return again(v.t.enrol.pictures.broken)
    if (answers.links.trim() !== '' && places.length === 0) return again(v.t.enrol.links.none)
    const names = answers.name === '' ? [] : [answers.name]
    if (names.some((name) => nameForms(name).length === 0)) return again(v.t.enrol.name.wrong)
    if (watched.pictures.length + watched.clips.length + places.length + names.length === 0)
      return again(v.t.add.missing)
    await api.addItems({ ...watched, names, locations: places.map(({ url }) => url) })
    return c.redirect('/home?said=added', 303)
  })

  app.post('/names', async (c) => {
    await c.var.api.forgetNames()
    return c.redirect('/home?said=saved', 303)
  })

  app.get('/ask', async (c) => {
    const { v, api } = c.var
    const { asking } = v.t
    const said = { agreed: asking.agreed, stopped: asking.stopped }[c.req.query('said') ?? ''] ?? null
    return c.html(<AskingPage v={v} consents={await api.consents()} said={said} problem={null} />)
  })

  app.post('/ask', async (c) => {
    const { v, api } = c.var
    const form = await c.req.parseBody({ all: true })
    const channel = String(form.channel ?? '').slice(0, 80)
    const addresses = [form.address ?? []].flat().filter((each) => typeof each === 'string')
    if (form.do === 'stop') {
      await api.stopAsking(channel)
      return c.redirect('/ask?said=stopped', 303)
    }
    try {
      await api.agree(channel, { words: String(form.words ?? ''), addresses: addresses.slice(0, 20) })
      return c.redirect('/ask?said=agreed', 303)
    } catch (error) {
      if (!(error instanceof Declined) || error.status === 401 || error.status >= 500) throw error
      const consents = await api.consents()
      const { hands } = consents.sources.find((source) => source.channel === channel) ?? {}
      const isMissing = hands === 'address' && addresses.length === 0
      const problem = isMissing ? v.t.asking.missing : v.t.asking.failed
      return c.html(<AskingPage v={v} consents={consents} said={null} problem={problem} />, 422)
    }
  })

  app.get('/reach', async (c) => {
    const { v, api, view } = c.var
    const info = await api.info(v.lang)
    return c.html(
      <ReachPage v={v} info={info} reach={view.mail ? 'mail' : 'none'} mail={view.mail ?? ''} problem={null} />,
    )
  })

  app.post('/reach', async (c) => {
    const { v, api } = c.var
    const answers = readAnswers(await c.req.parseBody())
    const { reach, mail } = answers
    const wrong = sayProblem(v, problemOf('reach', answers))
    if (wrong)
      return c.html(
        <ReachPage v={v} info={await api.info(v.lang)} reach={reach ?? 'mail'} mail={mail} problem={wrong} />,
        422,
      )
    await api.setContact({ mail: reach === 'mail' ? mail : null })
    return c.redirect('/home?said=saved', 303)
  })

  sharePages(app)

  app.get('/erase', (c) => c.html(<ErasePage v={c.var.v} sure={false} />))

  app.post('/erase', async (c) => {
    const { v, api } = c.var
    if ((await c.req.parseBody()).sure !== 'yes') return c.html(<ErasePage v={v} sure />)
    await api.erase()
    forget(c, site)
    return c.html(<ErasedPage v={{ ...v, signedIn: false, path: '/' }} />)
  })

  return app
}
