import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '#api/app.ts'
import { langs } from '#core/case/types.ts'
import { shippedFacts } from '#knowledge/facts.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { neverAsked } from '../knowledge/letters/never-asked.ts'

let vigie: Installation
beforeAll(async () => {
  vigie = await startInstallation({ worker: false })
})
afterAll(() => vigie[Symbol.asyncDispose]())

async function somebody(options: Parameters<Installation['enrol']>[0] = {}) {
  const person = await vigie.enrol({ locations: ['https://forum.example/threads/12'], ...options })
  const token = await person.signIn()
  const ask = async (path: string, init: { method?: string; body?: unknown } = {}) => {
    const answer = await vigie.ask(path, { token, ...init })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) }
  }
  const [first] = (await person.view()).requests
  return { ask, id: first?.id ?? 'none', path: `/case/requests/${first?.id}` }
}

interface Plan {
  steps: { when: string; order: number; route: string | null; ground: string | null; request: string | null }[]
  first: { to: string; text: string }[]
}

test('the plan numbers everybody in order, and prepares only what it offers', async () => {
  const her = await somebody()

  const plan: Plan = (await her.ask(`${her.path}/plan`)).json()
  const other = plan.steps.find(({ request, route, ground }) => !request && route && ground)
  const made = await her.ask(`${her.path}/plan`, {
    method: 'POST',
    body: { route: other?.route, ground: other?.ground },
  })
  const again = await her.ask(`${her.path}/plan`, {
    method: 'POST',
    body: { route: other?.route, ground: other?.ground },
  })
  const strange = await her.ask(`${her.path}/plan`, {
    method: 'POST',
    body: { route: 'host:x@elsewhere.example', ground: 'dsa16' },
  })

  expect(plan.steps.map(({ order }) => order)).toEqual(plan.steps.map((_, at) => at + 1))
  expect(plan.steps.some(({ request }) => request === her.id)).toBe(true)
  expect(made.status).toBe(200)
  expect(again.json().id).toBe(made.json().id)
  expect(strange.status).toBe(400)
})

test('for somebody under 18 the hotline and the police come first, and neither letter has a name', async () => {
  const her = await somebody({ ageBand: 'under-16' })

  const plan: Plan = (await her.ask(`${her.path}/plan`)).json()

  expect(plan.first.map(({ to }) => to)).toEqual(['hotline', 'police'])
  expect(plan.first[0]?.text).toContain('https://forum.example/threads/12')
  expect(plan.steps[0]?.when).toBe('first')
})

test('a letter comes in every form, and a step without one is refused', async () => {
  const her = await somebody()

  const pdf = await her.ask(`${her.path}/letter.pdf?lang=nl`)
  const data = (await her.ask(`${her.path}/letter.json?lang=de`)).json()
  const reports = JSON.parse((await her.ask(`${her.path}/letter.xarf.json`)).text)
  const strange = await her.ask(`${her.path}/letter.txt?step=nothing`)

  expect(pdf.text.slice(0, 5)).toBe('%PDF-')
  expect(data).toMatchObject({ format: 'vigie-letter', lang: 'de' })
  expect(reports).toHaveLength(1)
  expect(strange.status).toBe(400)
})

test('a drawn signature is lines on paper, bounded, gone when taken out, and never under a letter that names nobody', async () => {
  const her = await somebody({ locations: ['https://discord.com/channels/11/22/33'] })
  const paths = (await her.ask('/case')).json().requests.map(({ id }: { id: string }) => `/case/requests/${id}`)
  const all = await Promise.all(
    paths.map(async (path: string) => ({ path, ...(await her.ask(path)).json() }) as { path: string; ground: string }),
  )
  const path = (ground: string) => all.find((each) => each.ground === ground)?.path ?? 'none'
  const strokes = [
    [
      [10, 20],
      [900, 280],
    ],
    [[500, 150]],
  ]
  const sign = (at: string, body: unknown) => her.ask(`${at}/signature`, { method: 'PUT', body })
  const size = async () => (await her.ask(`${path('tida')}/letter.pdf`)).text.length
  const plain = await size()

  expect((await sign(path('tida'), { strokes })).status).toBe(204)
  expect((await her.ask(path('tida'))).json().signature).toEqual({ strokes })
  expect(await size()).toBeGreaterThan(plain)

  const bad = [
    { strokes: [] },
    { strokes: [[[1001, 0]]] },
    { strokes: [[['<svg>', 0]]] },
    { strokes: 'data:image/png' },
  ]
  for (const body of bad) expect((await sign(path('tida'), body)).status).toBe(400)
  expect((await sign(path('tida'), { strokes: Array(61).fill([[1, 1]]) })).status).toBe(400)
  expect((await sign(path('dsa16'), { strokes })).status).toBe(403)

  expect((await her.ask(`${path('tida')}/signature`, { method: 'DELETE' })).status).toBe(204)
  expect((await her.ask(path('tida'))).json().signature).toEqual({ strokes: null })
  expect(await size()).toBe(plain)
})

test('the calendar has the cover name and the date, and no word of what it is about', async () => {
  const her = await somebody({ country: 'GB', locations: ['https://www.facebook.com/photo/?fbid=1234567890'] })
  const requests = (await her.ask('/case')).json() as { requests: { id: string; ground: string }[] }
  for (const { id } of requests.requests) await her.ask(`/case/requests/${id}/sent`, { method: 'POST' })

  const { text, headers } = await her.ask('/case/calendar.ics')

  expect(headers.get('content-disposition')).toBe('attachment; filename="dates.ics"')
  expect(text).toContain('BEGIN:VCALENDAR')
  expect(text).not.toMatch(/facebook|tida|dsa|request|http/i)
})

test('a date that runs says by when, and why then', async () => {
  const her = await somebody({ locations: ['https://www.facebook.com/photo/?fbid=1234567890'] })
  const { requests } = (await her.ask('/case')).json() as { requests: { id: string; ground: string }[] }
  const tida = requests.find(({ ground }) => ground === 'tida')?.id
  await her.ask(`/case/requests/${tida}/sent`, { method: 'POST' })

  const { due } = (await her.ask(`/case/requests/${tida}`)).json() as {
    due: { says: string; because: string }
  }

  expect(due.says).toMatch(/^by \w+day .*\d\d:\d\d \(Brussels\)$/)
  expect(due.because).toContain('48 hours')
})

test('nothing is sent for her without a mail server’s address, and never without her word that it is true', async () => {
  const her = await somebody()

  const untrue = await her.ask(`${her.path}/sending`, { method: 'PUT', body: { words: 'x', isTrue: false } })
  const strange = await her.ask(`${her.path}/sending`, { method: 'PUT', body: { words: 'x', isTrue: true } })
  const { sending } = (await her.ask(her.path)).json() as { sending: { offered: string; last: null } }

  expect([untrue.status, strange.status]).toEqual([400, 400])
  expect(sending).toMatchObject({ offered: 'no-mail', last: null })
})

test('a mandate speaks in the letter while it holds, and never after', async () => {
  const her = await somebody()
  const given = { kind: 'agent', name: 'Ana Petit', contact: 'ana@help.example', words: 'She may write for me.' }

  const mandate = (await her.ask('/case/mandates', { method: 'POST', body: given })).json().mandate
  await her.ask(`${her.path}/mandate`, { method: 'PUT', body: { mandate } })
  const during = (await her.ask(`${her.path}/letter.txt`)).text
  await her.ask(`/case/mandates/${mandate}`, { method: 'DELETE' })
  const after = (await her.ask(`${her.path}/letter.txt`)).text
  const again = await her.ask(`${her.path}/mandate`, { method: 'PUT', body: { mandate } })

  expect(during).toContain('Ana Petit')
  expect(after).not.toContain('Ana Petit')
  expect(again.status).toBe(400)
})

test('a name that she gave for herself never stands in the letter of somebody who does not name her', async () => {
  for (const kind of ['agent', 'parent'] as const) {
    const her = await somebody()
    const answers = { 'dsa16.identity': 'Zoë Janssens, zoe@her.example' }
    await her.ask(`${her.path}/answers`, { method: 'PUT', body: { answers } })
    const given = { kind, name: 'Ana Petit', contact: 'ana@help.example', words: 'She may write for me.' }

    const mandate = (await her.ask('/case/mandates', { method: 'POST', body: given })).json().mandate
    const before = (await her.ask(`${her.path}/letter.txt`)).text
    await her.ask(`${her.path}/mandate`, { method: 'PUT', body: { mandate } })
    const { text } = await her.ask(`${her.path}/letter.txt`)
    const { missing } = (await her.ask(her.path)).json()

    expect(before).toContain('Zoë Janssens')
    expect(text).not.toMatch(/Janssens|her\.example/)
    expect(text).toContain('Ana Petit')
    expect(missing).toEqual([])
  }
})

test('French names the recipient as the language does, whatever article it has', async () => {
  const her = await somebody({ lang: 'fr' })

  const { sending } = (await her.ask(her.path)).json() as { sending: { words: string } }

  expect(sending.words).toContain('les responsables du site forum.example')
  expect(sending.words).not.toMatch(/(?:à|de) les? /)
})

test('outcomes of a few requests are told to nobody', async () => {
  const her = await somebody()
  await her.ask(`${her.path}/sent`, { method: 'POST' })

  expect((await her.ask('/outcomes')).json()).toEqual({ groups: [] })
})

test('nothing that the API asks of her is among what must never be asked', async () => {
  for (const ageBand of ['adult', 'under-16'] as const)
    for (const lang of langs) {
      const her = await somebody({ ageBand, lang })
      const { requests } = (await her.ask('/case')).json() as { requests: { id: string }[] }
      for (const { id } of requests) {
        const { questions } = (await her.ask(`/case/requests/${id}`)).json() as {
          questions: { question: string }[]
        }
        expect(questions.filter(({ question }) => neverAsked.test(question))).toEqual([])
      }
    }
})

test('she agrees to words about one address; the letter then waits, and stopping takes it back', async () => {
  const api = createApi({
    store: vigie.store,
    facts: shippedFacts,
    now: Date.now,
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    log: { info() {}, warn() {}, error() {} },
    config: { coverName: 'Almanac', operatorToken: 'x'.repeat(40), mailDomain: 'answers.example' },
  })
  const person = await vigie.enrol({ ageBand: '16-17', lang: 'de', locations: ['https://forum.example/threads/77'] })
  const token = await person.signIn()
  const [first] = (await person.view()).requests.filter(({ ground }) => ground === 'dsa16')
  const path = `/api/case/requests/${first?.id}`
  const ask = (method: string, end: string, body?: object) =>
    api.request(`${path}${end}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  const sendingOf = async () => ((await (await ask('GET', '')).json()) as { sending: Sending }).sending

  const before = await sendingOf()
  const others = await ask('PUT', '/sending', { words: 'Other words.', isTrue: true })
  const agreed = await ask('PUT', '/sending', { words: before.words, isTrue: true })
  const twice = await ask('PUT', '/sending', { words: before.words, isTrue: true })
  const waits = await sendingOf()
  const stopped = await ask('DELETE', '/sending')
  const after = await sendingOf()

  expect(before).toMatchObject({ offered: 'yes', agreed: false, to: 'abuse@forum.example' })
  expect(before.words).toContain('wenn du sie freigibst')
  expect(before.words).not.toMatch(/\{|\[|\|/)
  expect([others.status, agreed.status, twice.status, stopped.status]).toEqual([400, 204, 403, 204])
  expect(waits).toMatchObject({ agreed: true, last: { state: 'waiting' } })
  expect(after).toMatchObject({ offered: 'yes', agreed: false, last: { state: 'stopped' } })
})

interface Sending {
  offered: string
  agreed: boolean
  to: string | null
  words: string
  last: { state: string } | null
}
