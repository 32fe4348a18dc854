/**
 * A town around a service that is killed again and again: people who enrol, a list and a relay that publish, a mail
 * server. However often it dies, each person must in the end have been told once, and mailed once.
 */
import { expect } from 'vitest'
import { aLine, aPicture, type Wire } from '../installation.ts'
import { startHttpList, type TestList } from '../peers/http-list.ts'
import { startMailServer, type TestMailServer } from '../peers/mail-server.ts'
import { newAuthor } from '../peers/nostr-events.ts'
import { startNostrRelay, type TestRelay } from '../peers/nostr-relay.ts'
import { until } from '../until.ts'

export interface Resident {
  number: string
  passphrase: string
  mail: string
  picture: ReturnType<typeof aPicture>
  place: string
  token: string
}

export interface Town extends AsyncDisposable {
  mail: TestMailServer
  list: TestList
  relay: TestRelay
  residents: Resident[]
  /** Settings for every process: where the mail goes, and how often the list is asked. */
  env: Record<string, string>
  ask(path: string, options?: { method?: string; token?: string; body?: unknown }): Promise<Response>
  /** Adds the list and the relay as channels; both are asked every second. */
  addChannels(operatorToken: string): Promise<void>
  /** Opens a case; tries again when the service dies before it has answered. */
  enrol(): Promise<Resident>
  /** The list and the relay both say the same of her picture. */
  publish(resident: Resident): Promise<void>
  withdraw(resident: Resident): Promise<Response>
  alertsOf(resident: Resident): Promise<Wire['alert'][]>
  /** Waits until everybody was told and nothing is on its way; then checks that it was once each. */
  toldOnce(options: { within: number }): Promise<void>
  toldOnceFor(resident: Resident, options: { within: number }): Promise<void>
  signIn(resident: Resident): Promise<Response>
}

/** @param url where the service answers now: it moves when it is started again */
export async function startTown(url: () => string): Promise<Town> {
  await using opened = new AsyncDisposableStack()
  const mail = opened.use(await startMailServer())
  const list = opened.use(await startHttpList())
  const relay = opened.use(await startNostrRelay())
  const author = newAuthor()
  const type = 'application/x-ndjson'
  list.publish({ content: '', type })
  const held = opened.move()
  let born = 0

  const town: Town = {
    mail,
    list,
    relay,
    residents: [],
    env: { SMTP_URL: mail.url, MAIL_FROM: 'Almanac <post@almanac.example>', VIGIE_LOG: 'info' },

    async ask(path, { method = 'GET', token, body } = {}) {
      return fetch(`${url()}/api${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          Connection: 'close', // a kept connection may be to a process that is dead
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },

    async addChannels(token) {
      for (const [kind, address] of [
        ['hash-list', list.url],
        ['nostr', relay.url],
      ]) {
        const body = { kind, url: address, options: { every: '1s' } }
        expect((await town.ask('/channels', { method: 'POST', token, body })).status).toBe(201)
      }
    },

    async enrol() {
      const picture = aPicture()
      const mail = `resident-${born++}@town.example`
      const body = { statement: true, ageBand: 'adult', country: 'BE', lang: 'en', mail, pictures: [picture] }
      let resident: Resident | null = null
      await until(
        'a case can be opened',
        async () => {
          // An attempt whose answer is lost may have opened a case all the same: that one has another picture.
          const answer = await town.ask('/cases', { method: 'POST', body })
          if (answer.status !== 201) return false
          const { case: number, passphrase } = (await answer.json()) as Wire['enrolled']
          resident = { number, passphrase, mail, picture, place: `https://leak.example/p/${born}`, token: '' }
          return true
        },
        { within: 30_000 },
      )
      if (!resident) throw new Error('unreachable')
      town.residents.push(resident)
      return resident
    },

    async publish({ picture, place }) {
      list.append(aLine({ id: place, type: 'sha256', value: picture.sha256, url: place }))
      await relay.publish(
        author.sign({
          kind: 1063,
          tags: [
            ['x', picture.sha256],
            ['url', place],
          ],
        }),
      )
    },

    async withdraw(resident) {
      if (!resident.token) await signIn(resident)
      town.residents.splice(town.residents.indexOf(resident), 1)
      return town.ask('/case', { method: 'DELETE', token: resident.token })
    },

    async alertsOf(resident) {
      if (!resident.token) await signIn(resident)
      const answer = await town.ask('/case/alerts', { token: resident.token })
      if (answer.status === 401) resident.token = ''
      if (!answer.ok) throw new Error(`${answer.status}`)
      return ((await answer.json()) as { alerts: Wire['alert'][] }).alerts
    },

    async toldOnce({ within }) {
      const deadline = performance.now() + within
      for (const resident of town.residents)
        await told(resident, { within: Math.max(1000, deadline - performance.now()) })
      // Only now, so that whatever would come a second time had its time.
      for (const resident of town.residents) await once(resident)
      const ids = mail.mails.map((each) => each.messageId)
      expect(new Set(ids).size).toBe(ids.length)
    },

    async toldOnceFor(resident, { within }) {
      await told(resident, { within })
      await once(resident)
    },

    signIn,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }

  async function told(resident: Resident, { within }: { within: number }): Promise<void> {
    const settled = async () =>
      (await town.alertsOf(resident)).some(({ delivery }) => ['sent', 'unconfirmed'].includes(delivery))
    await until(`${resident.mail} was told`, settled, { within })
  }

  async function once(resident: Resident): Promise<void> {
    const alerts = await town.alertsOf(resident)
    expect(alerts, resident.mail).toHaveLength(1)
    const places = alerts.flatMap((alert) => alert.matches.map((match) => match.location))
    expect(new Set(places), resident.mail).toEqual(new Set([resident.place]))
    const mails = mail.mails.filter((each) => addressOf(each) === resident.mail)
    // Killed while the server was answering, nobody can know: then it was accepted, or it was not.
    if (alerts[0]?.delivery === 'sent') expect(mails, resident.mail).toHaveLength(1)
    else expect(mails.length, resident.mail).toBeLessThan(2)
  }

  async function signIn(resident: Resident): Promise<Response> {
    const body = { case: resident.number, passphrase: resident.passphrase }
    const answer = await town.ask('/session', { method: 'POST', body })
    resident.token = answer.ok ? ((await answer.clone().json()) as { token: string }).token : ''
    return answer
  }
  return town
}

function addressOf({ to }: TestMailServer['mails'][number]): string {
  const [first] = to ? [to].flat() : []
  return first?.value[0]?.address ?? ''
}
