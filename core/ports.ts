/**
 * Ports: what a pure room may be given of the outside. Types only; `worker/net/` implements `Net`, `cli/` passes the
 * clock and chance.
 */

/** The current instant, as milliseconds since 1970-01-01T00:00:00Z. */
export type Now = () => number

/** `n` bytes from a cryptographic source. */
export type Random = (n: number) => Uint8Array

export interface GetOptions {
  /** The answer's greatest length after decompression, in bytes; beyond it the call throws `Malformed`. */
  maxBytes: number
  headers?: Record<string, string>
  /** Whole exchange, first byte to last, in milliseconds. Default 30,000. */
  timeoutMs?: number
  signal?: AbortSignal | undefined
}

export interface Got {
  /** 200, 206, 304, 404, 410 or 416. Any other status throws `Unavailable` (408, 425, 429, 5xx) or `Refused`. */
  status: number
  headers: Headers
  bytes: Uint8Array
  /** The body as UTF-8; what is not UTF-8 becomes U+FFFD. */
  text: string
  /** The address after redirects. */
  url: string
}

export interface Socket extends AsyncDisposable {
  /** Text messages in order. Ends when the peer closes; throws `Unavailable` when the connection is lost. */
  messages: AsyncIterable<string>
  send(text: string): void
}

export interface SocketOptions {
  /** Longest message accepted, in bytes; a longer one closes the connection with `Malformed`. */
  maxMessageBytes: number
  signal?: AbortSignal | undefined
}

/** Guarded outbound requests: public addresses only, every redirect checked again, size, time and rate bounded. */
export interface Net {
  get(url: string, options: GetOptions): Promise<Got>
  /** Opens a WebSocket (`ws:` or `wss:`). Dead peers are found by ping within a minute. */
  connect(url: string, options: SocketOptions): Promise<Socket>
}

/** Fields that may be logged: ids, counts, durations, codes. Never a fingerprint, location, contact or passphrase. */
export interface LogFields {
  stage?: string
  channel?: string
  case?: string
  kind?: string
  code?: string
  pid?: number
  count?: number
  notices?: number
  retractions?: number
  malformed?: number
  matches?: number
  alerts?: number
  ms?: number
  seq?: number
  port?: number
  status?: number
  reference?: string
  /** The class of an error, never its message. */
  error?: string
  /** File and line where an error of ours arose. */
  at?: string
}

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}
