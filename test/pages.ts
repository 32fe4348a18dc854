/** The pages as they are built, and the pages over a real API in this process, for tests that need no browser. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createApi } from '#api/app.ts'
import { shippedFacts } from '#knowledge/facts.ts'
import { createWeb } from '#web/app.tsx'
import { type Assets, noAssets } from '#web/assets.ts'
import { type Installation, operatorToken, startInstallation } from './installation.ts'

export const builtPages = fileURLToPath(new URL('../dist/web', import.meta.url))

/** Builds them unless they are up to date. */
export function buildPages(): void {
  const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The pages could not be built:\n${stderr}`)
}

/** Somebody with a browser that runs no script: it keeps cookies, sends forms, and follows nothing by itself. */
export interface Visitor {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Page>
  post(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<Page>
}

export interface Page {
  status: number
  headers: Headers
  /** Where it leads, for a redirect. */
  to: string | null
  html: string
  /** The answer as it came, for what is not a page. */
  bytes: Uint8Array
  /** What a person reads: without tags, entities decoded. */
  text: string
}

export interface Web extends AsyncDisposable {
  installation: Installation
  visitor(lang?: string): Visitor
  /** A visitor with an open file that watches one link. */
  somebody(options?: Parameters<Installation['enrol']>[0]): Promise<Visitor & { number: string; passphrase: string }>
}

export interface WebOptions {
  worker?: boolean
  publicUrl?: string
  assets?: Assets
  /** Where answers come in; without it, no mail is received. */
  mailDomain?: string
}

export async function startWeb({
  worker = false,
  publicUrl = 'http://almanac.test',
  assets = noAssets,
  mailDomain,
}: WebOptions = {}): Promise<Web> {
  const installation = await startInstallation({ worker })
  const { store, clock } = installation
  const now = () => Date.now() + clock.ms
  const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
  const log = { info() {}, warn() {}, error() {} }
  const api = createApi({
    store,
    facts: shippedFacts,
    now,
    random,
    log,
    config: { coverName: 'Almanac', operatorToken, mailDomain },
  })
  const web = createWeb({ api, coverName: 'Almanac', publicUrl, assets, now })

  const visitor = (lang = 'en-GB'): Visitor => {
    const cookies = new Map<string, string>()
    const send = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Page> => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { 'accept-language': lang, ...(cookie && { cookie }), ...init.headers }
      const answer = await web.request(`${publicUrl}${path}`, { ...init, headers })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (/Max-Age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const html = new TextDecoder().decode(bytes)
      return {
        status: answer.status,
        headers: answer.headers,
        to: answer.headers.get('location'),
        html,
        bytes,
        text: read(html),
      }
    }
    return {
      cookies,
      get: (path, headers = {}) => send(path, { headers }),
      post: (path, form = {}, headers = { 'sec-fetch-site': 'same-origin' }) =>
        send(path, {
          method: 'POST',
          body: new URLSearchParams(form).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        }),
    }
  }

  return {
    installation,
    visitor,
    async somebody(options = {}) {
      const person = await installation.enrol({ locations: ['https://discord.gg/AbCdEf12'], ...options })
      const browser = visitor()
      await browser.post('/in', { number: person.number, words: person.passphrase })
      return { ...browser, number: person.number, passphrase: person.passphrase }
    },
    [Symbol.asyncDispose]: () => installation[Symbol.asyncDispose](),
  }
}

function read(html: string): string {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

/** What a page's form would send as it stands: every field with its value, chosen or carried along. */
export function formFields({ html }: Page): Record<string, string> {
  const main = /<form id="(?:enrol|words)"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const inputs = [...main.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
    const chosen = !/type="(?:radio|checkbox)"/.test(tag) || /\bchecked\b/.test(tag)
    return chosen && attribute(tag, 'name') ? [[attribute(tag, 'name'), attribute(tag, 'value')]] : []
  })
  const texts = [...main.matchAll(/<textarea\b([^>]*)>([^<]*)/g)].map(([, tag = '', text]) => [
    attribute(tag, 'name'),
    text,
  ])
  const selects = [...main.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, tag = '', options = '']) => [
    attribute(tag, 'name'),
    /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '',
  ])
  const decode = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  return Object.fromEntries([...inputs, ...texts, ...selects].map(([name = '', value]) => [name, decode(value)]))
}
