/** Labels of AT Protocol, and whether they were signed (atproto.com/specs/label). */
import { verifySignature } from '@atproto/crypto'
import { encode } from 'cborg'
import { z } from 'zod'

/** What is signed: these fields and no other, those that are there, exactly as they came. */
const signed = ['ver', 'src', 'uri', 'cid', 'val', 'neg', 'cts', 'exp'] as const

const time = z
  .string()
  .max(64)
  .regex(/^\d{4}-\d\d-\d\dT/)
  .refine((text) => !Number.isNaN(Date.parse(text)))

const Label = z.object({
  src: z.string().max(2_048),
  uri: z.string().max(8_192),
  val: z.string().max(128),
  neg: z.boolean().default(false),
  cts: time,
  exp: time.optional(),
})
export type Label = z.infer<typeof Label>

/** @throws z.ZodError */
export function parseLabel(raw: unknown): Label {
  return Label.parse(raw)
}

/** The same bytes in JSON, as `queryLabels` gives them: `{"$bytes": …}`, base64 without padding. */
const Bytes = z.union([
  z.instanceof(Uint8Array),
  z.object({ $bytes: z.string().max(200) }).transform(({ $bytes }) => bytesOf($bytes)),
])

/** Whether `key` signed this label. Nothing is made regular: one labeler signs `neg: false`, another leaves it out. */
export async function isSigned(raw: unknown, key: string): Promise<boolean> {
  const label = z.looseObject({ sig: Bytes }).safeParse(raw)
  if (!label.success) return false
  const { sig, ...rest } = label.data
  const fields = signed.flatMap((name) => (Object.hasOwn(rest, name) ? [[name, rest[name]] as const] : []))
  try {
    return await verifySignature(key, encode(Object.fromEntries(fields)), sig)
  } catch {
    return false // no signature at all, or of another length
  }
}

/** One label as text, for the quarantine. */
export function printLabel(raw: unknown): string {
  const text = JSON.stringify(raw, (_, value) =>
    value instanceof Uint8Array ? { $bytes: value.toBase64({ omitPadding: true }) } : value,
  )
  return (text ?? '').slice(0, 4_000)
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(text)
  } catch {
    return new Uint8Array()
  }
}
