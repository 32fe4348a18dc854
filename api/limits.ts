/** How often an address may try: failures to sign in, and enrolments. Nobody can lock a case's owner out. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { normaliseCaseNumber } from '#core/case/passphrase.ts'
import type { Store } from '#store/store.ts'

/** This address has tried too often; it is told how long to wait. */
export class TooOften extends Error {
  override readonly name = 'TooOften'
  readonly retryAfterMs: number

  constructor({ msBeforeNext }: RateLimiterRes) {
    const minutes = Math.ceil(msBeforeNext / 60_000)
    super(
      `That was tried too often from here. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
    )
    this.retryAfterMs = msBeforeNext
  }
}

export interface Limits {
  /** Throws `TooOften` with the time to wait when this address failed too often, for this case or at all. */
  beforeSignIn(address: string, caseNumber: string): Promise<void>
  failedSignIn(address: string, caseNumber: string): Promise<void>
  enrolment(address: string): Promise<void>
  /** Looks that a person asks for: each is seen by the site. */
  look(caseId: string, place: string): Promise<void>
  /** Packs of evidence: each is printed anew. */
  pack(caseId: string): Promise<void>
}

export function createLimits(store: Store): Limits {
  const limiter = (keyPrefix: string, points: number, minutes: number) =>
    new RateLimiterPostgres({
      storeClient: store.pool,
      tableName: 'attempts',
      tableCreated: true,
      keyPrefix,
      points,
      duration: minutes * 60,
    })
  const perCase = limiter('in-case', 10, 10)
  const perAddress = limiter('in', 100, 10)
  const enrolments = limiter('enrol', 1000, 60)
  const looks = limiter('look', 2, 10)
  const looksOfCase = limiter('looks', 60, 60)
  const packs = limiter('pack', 30, 10)
  const key = (...parts: string[]) =>
    store.keys
      .ref('attempt', ...parts)
      .toString('hex')
      .slice(0, 32)
  // However a number is spelled it is one number, and so is everything that is none.
  const keyOf = (address: string, caseNumber: string) => key(address, normaliseCaseNumber(caseNumber))

  return {
    async beforeSignIn(address, caseNumber) {
      const [ofCase, ofAddress] = await Promise.all([
        perCase.get(keyOf(address, caseNumber)),
        perAddress.get(key(address)),
      ])
      if (ofCase && ofCase.consumedPoints >= perCase.points) throw new TooOften(ofCase)
      if (ofAddress && ofAddress.consumedPoints >= perAddress.points) throw new TooOften(ofAddress)
    },
    async failedSignIn(address, caseNumber) {
      await Promise.allSettled([perCase.consume(keyOf(address, caseNumber)), perAddress.consume(key(address))])
    },
    async enrolment(address) {
      await enrolments.consume(key(address)).catch(tell)
    },
    async look(caseId, place) {
      await looks.consume(key(caseId, place)).catch(tell)
      await looksOfCase.consume(key(caseId)).catch(tell)
    },
    async pack(caseId) {
      await packs.consume(key(caseId)).catch(tell)
    },
  }
}

function tell(refusal: unknown): never {
  if (refusal instanceof RateLimiterRes) throw new TooOften(refusal)
  throw refusal
}

/**
 * Where a request came from; pages ask in-process and hand on the connection of their own request. A proxy on the same
 * machine is believed: the last address that it put into X-Forwarded-For is the one it saw itself.
 */
export function addressOf(c: Context): string {
  const peer = peerOf(c)
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  return forwarded && /^(127\.|::1$|::ffff:127\.)/.test(peer) ? forwarded.slice(0, 64) : peer
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'here'
  } catch {
    return 'here' // asked within this process, by no connection
  }
}
