/** The way of a request: plan, request, questions, letter, sent, timeline. Every page works without a script. */
import type { Hono } from 'hono'
import { groundIds, stepIds } from '#knowledge/grounds/ground.ts'
import { locateOne } from '#knowledge/platforms/index.ts'
import { Declined, type RequestDetail } from '../client.ts'
import { isLang, type Lang } from '../messages/index.ts'
import { requestTexts } from '../messages/requests.ts'
import type { CaseVisit } from '../visit.ts'
import { CheckPage } from './check.tsx'
import { LetterPage } from './letter.tsx'
import { MandatesPage } from './mandates.tsx'
import { RequestPage } from './page.tsx'
import { PlanPage } from './plan.tsx'
import { QuestionPage } from './questions.tsx'
import { TimelinePage } from './timeline.tsx'

const files = [
  ['text.txt', 'txt'],
  ['mail.eml', 'eml'],
  ['page.pdf', 'pdf'],
  ['data.json', 'json'],
  ['report.json', 'xarf.json'],
] as const

/** Adds the pages to those of one case. */
export function requestPages(app: Hono<{ Variables: CaseVisit }>): void {
  const path = (id: string, rest = '') => `/r/${encodeURIComponent(id)}${rest}`

  app.get('/p/:request', async (c) => {
    const { v, api } = c.var
    const id = c.req.param('request')
    const [plan, { practice }] = await Promise.all([api.plan(id), api.request(id)])
    return c.html(<PlanPage v={v} id={id} plan={plan} practice={practice} />)
  })

  app.post('/p/:request', async (c) => {
    const { route, ground } = await c.req.parseBody()
    const known = groundIds.find((id) => id === ground)
    if (!known || typeof route !== 'string') return c.redirect(`/p/${encodeURIComponent(c.req.param('request'))}`, 303)
    const { id } = await c.var.api.prepare(c.req.param('request'), { route: route.slice(0, 500), ground: known })
    return c.redirect(path(id), 303)
  })

  app.get('/r/:request', async (c) => {
    const { v, api } = c.var
    const request = await api.request(c.req.param('request'))
    const { id, practice } = request
    if (practice) return c.html(<RequestPage v={v} request={request} place={null} expected={null} outcomes={[]} />)
    const { platform = '' } = locateOne(request.location) ?? {}
    const group = request.isMinor ? 'minors' : 'intimate-images'
    const ground = groundIds.find((each) => each === request.ground)
    const [view, inquiry, expected, from] = await Promise.all([
      api.place(id),
      api.who(id),
      api.expectations(platform, group, v.lang),
      ground ? api.outcomes(platform, ground) : { groups: [] },
    ])
    const place = { view, inquiry, tooSoon: c.req.query('soon') !== undefined }
    return c.html(<RequestPage v={v} request={request} place={place} expected={expected} outcomes={from.groups} />)
  })

  app.get('/r/:request/q', async (c) => {
    const { v, api } = c.var
    const request = await api.request(c.req.param('request'))
    const named = request.questions.findIndex(({ element }) => element === c.req.query('e')) + 1
    const open = request.questions.findIndex(isOpen) + 1
    const asked = Number(c.req.query('n'))
    const at = named || (Number.isInteger(asked) && asked > 0 ? asked : open || 1)
    return c.html(<QuestionPage v={v} request={request} at={at} />)
  })

  app.post('/r/:request/q', async (c) => {
    const { v, api } = c.var
    const id = c.req.param('request')
    const { element, answer, at, go } = await c.req.parseBody()
    const place = Math.max(1, Math.trunc(Number(at)) || 1)
    if (typeof element === 'string')
      await api.saveAnswers(id, { [element]: typeof answer === 'string' ? answer.slice(0, 2000) : '' })
    if (go === 'back') return c.redirect(path(id, place > 1 ? `/q?n=${place - 1}` : ''), 303)
    const request = await api.request(id)
    if (request.questions[place - 1]?.problem) return c.html(<QuestionPage v={v} request={request} at={place} />, 422)
    return c.redirect(path(id, place < request.questions.length ? `/q?n=${place + 1}` : '/l'), 303)
  })

  app.post('/r/:request/sign', async (c) => {
    const { api } = c.var
    const id = c.req.param('request')
    const { at, strokes } = await c.req.parseBody()
    if (typeof strokes === 'string' && strokes !== '') await api.sign(id, readStrokes(strokes))
    else await api.unsign(id)
    return c.redirect(path(id, `/q?n=${Math.max(1, Math.trunc(Number(at)) || 1)}`), 303)
  })

  app.get('/r/:request/l', async (c) => {
    const { v, api } = c.var
    const asked = c.req.query('l')
    const id = c.req.param('request')
    const hers = await api.request(id, v.lang)
    const lang: Lang = isLang(asked) ? asked : hers.readersLang
    const request = lang === v.lang ? hers : await api.request(id, lang)
    const yours = lang === v.lang ? null : hers
    return c.html(<LetterPage v={v} request={request} letterLang={lang} yours={yours} />)
  })

  for (const [name, form] of files)
    app.get(`/r/:request/${name}`, async (c) => {
      const asked = c.req.query('l')
      const lang = isLang(asked) ? asked : null
      const letter = await c.var.api.letter(c.req.param('request'), form, { lang, step: c.req.query('step') ?? null })
      return c.body(await letter.arrayBuffer(), 200, {
        'Content-Type': letter.headers.get('content-type') ?? 'application/octet-stream',
        'Content-Disposition': `attachment; filename="${name}"`,
      })
    })

  app.get('/r/:request/dates.ics', async (c) => {
    const dates = await c.var.api.calendar(c.req.param('request'))
    return c.body(await dates.text(), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="dates.ics"',
    })
  })

  app.get('/r/:request/s', async (c) => {
    const { v, api } = c.var
    return c.html(<CheckPage v={v} request={await api.request(c.req.param('request'))} untold={false} />)
  })

  app.post('/r/:request/sent', async (c) => {
    const { v, api } = c.var
    const id = c.req.param('request')
    const { true: isTrue } = await c.req.parseBody()
    if (isTrue !== 'yes') return c.html(<CheckPage v={v} request={await api.request(id)} untold />, 422)
    await api.markSent(id)
    return c.redirect(path(id, '/t?new'), 303)
  })

  app.post('/r/:request/send', async (c) => {
    const { v, api } = c.var
    const id = c.req.param('request')
    const { true: isTrue, words } = await c.req.parseBody()
    if (isTrue !== 'yes') return c.html(<CheckPage v={v} request={await api.request(id)} untold />, 422)
    await api.send(id, String(words ?? '').slice(0, 4000)).catch(unlessRefused)
    return c.redirect(path(id, '/s'), 303)
  })

  app.post('/r/:request/hold', async (c) => {
    await c.var.api.stopSending(c.req.param('request'))
    return c.redirect(path(c.req.param('request'), '/s'), 303)
  })

  app.post('/r/:request/left', async (c) => {
    const { left } = await c.req.parseBody()
    await c.var.api.resolveSending(c.req.param('request'), left === 'yes')
    return c.redirect(path(c.req.param('request'), left === 'yes' ? '/t?new' : '/s'), 303)
  })

  app.post('/r/:request/unsent', async (c) => {
    await c.var.api.unmarkSent(c.req.param('request'))
    return c.redirect(path(c.req.param('request')), 303)
  })

  app.get('/r/:request/t', async (c) => {
    const { v, api } = c.var
    const id = c.req.param('request')
    const request = await api.request(id)
    const asked = request.steps.find(({ step, letter }) => letter && step === c.req.query('step'))
    // The same recipient reads the language of the first letter; the bodies of her country read hers.
    const lang = asked?.to === request.recipient ? request.readersLang : v.lang
    const inLang = async (lang: Lang) => (asked ? (await api.letter(id, 'txt', { lang, step: asked.step })).text() : '')
    const yours = lang === v.lang ? null : await inLang(v.lang)
    const step = asked ? { id: asked.step, lang, text: await inLang(lang), yours } : null
    const isNew = c.req.query('new') !== undefined && request.state !== 'prepared'
    return c.html(<TimelinePage v={v} request={request} isNew={isNew} step={step} />)
  })

  app.post('/r/:request/says', async (c) => {
    const { api } = c.var
    const id = c.req.param('request')
    const { says } = await c.req.parseBody()
    if (says === 'acknowledged' || says === 'refused') await api.says(id, says)
    if (says === 'removed') await api.saysGone(id)
    return c.redirect(path(id, '/t'), 303)
  })

  app.post('/r/:request/took', async (c) => {
    const { step } = await c.req.parseBody()
    const known = stepIds.find((id) => id === step)
    if (known) await c.var.api.takeStep(c.req.param('request'), known)
    return c.redirect(path(c.req.param('request'), '/t'), 303)
  })

  app.get('/r/:request/by', async (c) => {
    const { v, api } = c.var
    const id = c.req.param('request')
    const [{ mandates }, { mandate }] = await Promise.all([api.mandates(), api.request(id)])
    return c.html(<MandatesPage v={v} id={id} mandates={mandates} used={mandate} problem={null} />)
  })

  app.post('/r/:request/by', async (c) => {
    const { v, api } = c.var
    const id = c.req.param('request')
    const form = await c.req.parseBody()
    const given = (name: string) =>
      String(form[name] ?? '')
        .trim()
        .slice(0, 200)
    const mandate = given('mandate')
    const { words, missing } = requestTexts(v.lang, v.ageBand).mandates
    if (form.do === 'use') await api.useMandate(id, mandate)
    if (form.do === 'self') await api.useMandate(id, null)
    if (form.do === 'end') {
      await api.endMandate(mandate)
      const { mandate: used } = await api.request(id)
      if (used === null) await api.useMandate(id, null)
    }
    if (form.do === 'give') {
      const kind = form.kind === 'parent' ? 'parent' : 'agent'
      const [name, organisation, contact] = [given('name'), given('organisation'), given('contact')]
      if (name === '' || !/^\S+@\S+\.\S+$/.test(contact)) {
        const [{ mandates }, { mandate: used }] = await Promise.all([api.mandates(), api.request(id)])
        return c.html(<MandatesPage v={v} id={id} mandates={mandates} used={used} problem={missing} />, 422)
      }
      const { mandate: made } = await api.giveMandate({ kind, name, organisation, contact, words })
      await api.useMandate(id, made)
    }
    return c.redirect(path(id, '/by'), 303)
  })
}

const isOpen = ({ answer, problem, need }: RequestDetail['questions'][number]) =>
  problem !== null || (answer === null && need === 'required')

/** The page that follows shows why it could not be. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Declined) || error.status === 401 || error.status >= 500) throw error
}

/** What the island drew; anything else is no signature, and the API says so. */
function readStrokes(text: string): [number, number][][] {
  try {
    return JSON.parse(text.slice(0, 100_000)) as [number, number][][]
  } catch {
    return []
  }
}
