/**
 * The five errors that cross rooms. Each message says what to do; `cause` keeps what went wrong underneath.
 * Anything else that is thrown is a bug of ours.
 *
 * | error          | means                                                | api | command line | worker            |
 * |----------------|------------------------------------------------------|-----|--------------|-------------------|
 * | `InvalidInput` | the sender can mend it                               | 400 | 2            | fail, no retry    |
 * | `NotFound`     | not there, or not yours: same words, same time       | 404 | 1            | drop              |
 * | `Refused`      | a rule forbids it, and is named                      | 403 | 1            | drop, record      |
 * | `Malformed`    | outside content breaks its own format                |     |              | quarantine, go on |
 * | `Unavailable`  | try again, perhaps after a stated time               | 503 | 1            | back off          |
 */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
}

export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class Refused extends Error {
  override readonly name = 'Refused'
}

export class Malformed extends Error {
  override readonly name = 'Malformed'
}

export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  /** How long the other side asked us to wait, in milliseconds (RFC 9110 §10.2.3 `Retry-After`). */
  readonly retryAfterMs: number | undefined

  constructor(message: string, options?: ErrorOptions & { retryAfterMs?: number | undefined }) {
    super(message, options)
    this.retryAfterMs = options?.retryAfterMs
  }
}
