/** `security.txt` (RFC 9116): made for security holes. Where nobody else is named, somebody at least reads this. */
import type { Net } from '#core/ports.ts'

/** Its contacts; none where there is no file, one of another host, or one whose time is over. */
export async function askSecurityTxt(
  host: string,
  { net, now, signal }: { net: Pick<Net, 'ask'>; now: () => number; signal?: AbortSignal | undefined },
): Promise<string[]> {
  try {
    const url = `https://${host}/.well-known/security.txt`
    const answer = await net.ask(url, { maxBytes: 64_000, timeoutMs: 15_000, signal }) // a redirect is no answer of this host
    if (answer.status !== 200 || !/^text\/plain\b/i.test(answer.headers.get('content-type') ?? 'text/plain')) return []
    return readSecurityTxt(answer.text, now())
  } catch {
    signal?.throwIfAborted()
    return []
  }
}

export function readSecurityTxt(text: string, nowMs: number): string[] {
  const fields = [...text.matchAll(/^([A-Za-z-]{1,40}):[ \t]*(\S[^\r\n]{0,500})$/gm)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), value.trim()] as const,
  )
  const expires = fields.filter(([name]) => name === 'expires').map(([, value]) => Date.parse(value))
  if (expires.length !== 1 || !(Number(expires[0]) > nowMs)) return []
  return fields
    .filter(([name, value]) => name === 'contact' && /^(?:mailto:|https:)/i.test(value))
    .map(([, value]) => value)
}
