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
  bytes: Uint8Array<ArrayBuffer>
  /** The body as UTF-8; what is not UTF-8 becomes U+FFFD. */
  text: string
  /** The address after redirects. */
  url: string
}

export interface AskOptions extends GetOptions {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  body?: string | Uint8Array
  /** Follow redirects, each checked again. Default: no, the 3xx is the answer, with its `location` header. */
  redirects?: 'follow'
}

/** Any status is an answer, `429` and `500` too; only an exchange that did not come about throws. */
export type Asked = Got

export interface StreamOptions extends Omit<GetOptions, 'maxBytes'> {
  /** Greatest length after decompression, in bytes; beyond it the body throws `Malformed`. */
  maxBytes: number
  /** Between two chunks, in milliseconds. Default 30,000. */
  idleMs?: number
}

export interface Streamed extends AsyncDisposable {
  /** As `Got.status`; redirects are followed, each checked again. */
  status: number
  headers: Headers
  url: string
  body: AsyncIterable<Uint8Array>
}

export interface Socket extends AsyncDisposable {
  /** Text messages in order. Ends when the peer closes; throws `Unavailable` when the connection is lost. */
  messages: AsyncIterable<string>
  send(text: string): void
}

/** A connection over which the peer sends binary messages alone. */
export interface BinarySocket extends AsyncDisposable {
  messages: AsyncIterable<Uint8Array>
}

export interface SocketOptions {
  /** Longest message accepted, in bytes; a longer one closes the connection with `Malformed`. */
  maxMessageBytes: number
  signal?: AbortSignal | undefined
}

/** Guarded outbound requests: public addresses only, every redirect checked again, size, time and rate bounded. */
export interface Net {
  get(url: string, options: GetOptions): Promise<Got>
  /** One exchange of any method, whose every status is told. For sources and places that are asked, not read. */
  ask(url: string, options: AskOptions): Promise<Asked>
  /** A body too long for memory, read as it comes. */
  stream(url: string, options: StreamOptions): Promise<Streamed>
  /** Opens a WebSocket (`ws:` or `wss:`). Dead peers are found by ping within a minute. */
  connect(url: string, options: SocketOptions): Promise<Socket>
  /** The same, for peers that send binary messages. */
  connectBinary(url: string, options: SocketOptions): Promise<BinarySocket>
}

/** What one commit did to one file. */
export interface GitChange {
  path: string
  change: 'added' | 'modified' | 'deleted'
  /** The file as it is after the commit, as UTF-8; null when deleted, or longer than was asked for. */
  text: string | null
}

/** Public git repositories, read through the guarded client. Nothing of them is run, and no name in them becomes a path. */
export interface Git {
  /**
   * What has changed between `since` and the tip of the default branch. A `since` that is not there any more (the branch
   * was rewritten), or null: everything that is there, as added, with `rewritten` true.
   */
  changes(
    url: string,
    options: { since: string | null; maxFileBytes: number; signal?: AbortSignal | undefined },
  ): Promise<{ tip: string; rewritten: boolean; changes: AsyncIterable<GitChange> }>
}

/** A browser in which pages of strangers are read: no downloads, no service workers, no requests to others. */
export interface Pages {
  /** Opens a page, hands it to `read`, and forgets it, whatever happens. */
  read<T>(url: string, options: PageOptions, read: (page: OpenPage) => Promise<T>): Promise<T>
}

export interface PageOptions {
  /** Origins besides the page's own from which pictures and styles may come; scripts never. */
  allowOrigins?: readonly string[]
  /** Let the page's own scripts run. Default: no. Pictures are never loaded: their addresses suffice. */
  scripts?: boolean
  timeoutMs?: number
  signal?: AbortSignal | undefined
}

export interface OpenPage {
  url: string
  status: number
  /** For each element that `selector` finds, at most `limit`: what each name's own selector and attribute give, or null. */
  items(
    selector: string,
    fields: Readonly<Record<string, { selector?: string; attribute?: string }>>,
    limit: number,
  ): Promise<Record<string, string | null>[]>
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
