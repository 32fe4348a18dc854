/** What every channel keeps to whose source can only be asked: run against a peer by each one's own test. */
import { describe, expect, test } from 'vitest'
import { Malformed, Refused, Unavailable } from '#core/errors.ts'
import type { Net } from '#core/ports.ts'
import type { AskAnswers, AskSubject, Channel } from '#knowledge/channels/channel.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import { createNet } from '#worker/net/http.ts'
import { outside } from '../../outside.ts'
import type { AskedFault, AskedPeer } from '../../peers/asked.ts'

export interface AskingPeer {
  peer: AskedPeer
  secrets: Record<string, string>
  subject: AskSubject
  /** What of the subject the peer must not be told by a poll. */
  telling: string
}

interface Asked {
  poll(): Promise<{ warnings: (string | undefined)[] }>
  ask(subject: AskSubject): Promise<AskAnswers>
}

/** Speaks for a channel with an installation's own net. */
export async function withAsking<T>(
  channel: Channel<never> | Channel<unknown>,
  peer: { url: string; secrets?: Record<string, string>; options?: Record<string, string> },
  run: (asked: Asked) => Promise<T>,
): Promise<T> {
  await using net = createNet({ allowNets: ['127.0.0.0/8'], userAgent: 'Vigie-test/1' })
  const kind = channel as Channel<unknown>
  const { own } = parseOptions(kind, peer.options ?? {})
  const source = { url: peer.url, options: own, secrets: peer.secrets ?? {} }
  const signal = new AbortController().signal
  const deps = { ...outside, net: hurried(net), now: Date.now, signal, live: false, intake: async () => [] }
  return await run({
    async poll() {
      const warnings: (string | undefined)[] = []
      for await (const page of kind.poll(source, null, deps)) {
        expect(page.entries).toEqual([])
        warnings.push(page.warning)
      }
      return { warnings }
    },
    async ask(subject) {
      if (!kind.asking) throw new Error(`${kind.id} is not asked`)
      return kind.asking.ask(source, subject, deps)
    },
  })
}

/** The same client in a hurry, so that a test of patience takes less than a second. */
function hurried(net: Net): Net {
  return { ...net, ask: (url, options) => net.ask(url, { ...options, timeoutMs: 700 }) }
}

export function askingContract(
  channel: Channel<never> | Channel<unknown>,
  start: () => Promise<AskingPeer>,
  { pollAsks = true }: { pollAsks?: boolean } = {},
): void {
  const kind = channel as Channel<unknown>
  describe(`${kind.id} keeps to what holds for sources that are asked`, () => {
    test('its poll tells the peer nothing of anybody', async () => {
      const { peer, secrets, telling } = await start()
      await using _ = peer

      await withAsking(kind, { url: peer.url, secrets }, ({ poll }) => poll())

      expect(peer.questions.length > 0).toBe(pollAsks)
      expect(peer.heard().toLowerCase()).not.toContain(telling.toLowerCase())
    })

    test('a question tells the peer what was agreed to, and no picture', async () => {
      const { peer, secrets, subject, telling } = await start()
      await using _ = peer

      await withAsking(kind, { url: peer.url, secrets }, ({ ask }) => ask(subject))

      expect(decodeURIComponent(peer.heard().toLowerCase())).toContain(telling.toLowerCase())
      expect(Math.max(...peer.questions.map(({ body }) => body.length))).toBeLessThan(1000)
    })

    test.each<[AskedFault, unknown]>([
      [401, Refused],
      [403, Refused],
      ['redirect', Refused],
      [429, Unavailable],
      [503, Unavailable],
      [500, Unavailable],
      ['cut', Unavailable],
      ['drip', Unavailable],
      ['html', Malformed],
      ['types', Malformed],
      ['deep', Malformed],
    ])('a question that meets %s ends in an error that says what to do, and names no address', async (fault, error) => {
      const { peer, secrets, subject, telling } = await start()
      await using _ = peer
      peer.misbehave(fault)

      const failure = await withAsking(kind, { url: peer.url, secrets }, ({ ask }) =>
        ask(subject).catch((thrown: Error) => thrown),
      )

      expect(failure).toBeInstanceOf(error)
      const { message } = failure as Error
      expect(message.length).toBeGreaterThan(20)
      for (const secret of [...Object.values(secrets), telling]) expect(message).not.toContain(secret)
      if (fault === 429) expect((failure as Unavailable).retryAfterMs).toBe(60_000)
    })

    test('an answer that never ends is given up', async () => {
      const { peer, secrets, subject } = await start()
      await using _ = peer
      peer.misbehave('endless')

      const failure = withAsking(kind, { url: peer.url, secrets }, ({ ask }) => ask(subject))

      await expect(failure).rejects.toMatchObject({ name: expect.stringMatching(/^(Malformed|Unavailable)$/) })
    })

    test('a 429 without a time to wait is told without one', async () => {
      const { peer, secrets, subject } = await start()
      await using _ = peer
      peer.misbehave(-429)

      const failure = await withAsking(kind, { url: peer.url, secrets }, ({ ask }) =>
        ask(subject).catch((thrown: Error) => thrown),
      )

      expect(failure).toBeInstanceOf(Unavailable)
      expect((failure as Unavailable).retryAfterMs).toBeUndefined()
    })

    if (pollAsks)
      test.each([401, 'redirect', 503, 'drip'] as const)(
        'a poll that meets %s fails, so that it shows',
        async (fault) => {
          const { peer, secrets } = await start()
          await using _ = peer
          peer.misbehave(fault)

          const failure = withAsking(kind, { url: peer.url, secrets }, ({ poll }) => poll())

          await expect(failure).rejects.toMatchObject({ name: expect.stringMatching(/^(Refused|Unavailable)$/) })
        },
      )

    test('what takes fingerprints is told to confirmed cases alone; what fetches a picture is for adults alone', () => {
      const { hands, adultsOnly } = kind.asking ?? {}

      expect(hands === 'fingerprints' ? kind.toldTo : adultsOnly).toBe(hands === 'fingerprints' ? 'confirmed' : true)
    })

    test('what she agrees to is said in three languages, in short sentences', () => {
      for (const words of Object.values(kind.asking?.consent ?? {})) {
        expect(words).not.toMatch(/\b(?:hash|vous|votre|vos|tu|ton|ta|tes|je|jouw|uw|PDQ|API)\b/i)
        for (const sentence of words.split(/(?<=[.?:])\s/))
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
      }
    })
  })
}
