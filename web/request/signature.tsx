/** A drawn signature: made by a script on her own device, as numbers, and shown as lines. Without a script, typed is enough. */
import type { RequestDetail } from '../client.ts'
import { requestTexts } from '../messages/requests.ts'
import type { Visit } from '../visit.ts'

interface SignatureProps {
  v: Visit
  request: RequestDetail
  /** The question to come back to, from 1. */
  at: number
}

export function Signature({ v, request: { id, signature }, at }: SignatureProps) {
  const { signature: t } = requestTexts(v.lang, v.ageBand)
  if (!signature) return null
  if (signature.strokes)
    return (
      <section aria-labelledby="drawn">
        <h2 id="drawn">{t.title}</h2>
        <svg class="signature" viewBox="0 0 1000 300" role="img" aria-label={t.shown}>
          {signature.strokes.map((points) => (
            <polyline points={points.join(' ')} />
          ))}
        </svg>
        <form method="post" action={`/r/${id}/sign`}>
          <input type="hidden" name="at" value={String(at)} />
          <button type="submit">{t.remove}</button>
        </form>
      </section>
    )
  return (
    <form class="signing" method="post" action={`/r/${id}/sign`} data-part="signing" hidden aria-labelledby="drawing">
      <h2 id="drawing">{t.title}</h2>
      <p id="drawing-hint">{t.hint}</p>
      <svg
        class="signature"
        viewBox="0 0 1000 300"
        role="img"
        aria-labelledby="drawing"
        aria-describedby="drawing-hint"
      />
      <input type="hidden" name="at" value={String(at)} />
      <input type="hidden" name="strokes" value="" />
      <div class="row">
        <button type="submit">{t.use}</button>
        <button class="quiet" type="reset">
          {t.clear}
        </button>
      </div>
    </form>
  )
}
