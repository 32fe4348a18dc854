/** The letter of a stored request, as it stands at this moment. */
import type { Lang } from '#core/case/types.ts'
import type { Facts } from '#knowledge/facts.ts'
import { type StepId, stepIds } from '#knowledge/grounds/ground.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { composeLetter, hasLetter, recipientOf, routeFor } from '#knowledge/letters/index.ts'
import type { Letter } from '#knowledge/letters/letter.ts'
import type { Case } from '#store/cases.ts'
import type { Mandate } from '#store/mandates.ts'
import { type Request, referenceOf } from '#store/requests.ts'

export interface Asked {
  lang: Lang
  /** A later step; null: the request itself. */
  step: string | null
  /** In force; null: she speaks for herself. */
  mandate: Mandate | null
  replyTo: string
  at: number
}

/** Null: this is nothing that is sent to the request's own recipient. */
export function letterOf(
  request: Request,
  of: Case,
  { lang, step, mandate, replyTo, at, facts }: Asked & { facts: Facts },
): Letter | null {
  const ground = groundOf(request.ground)
  const taken = stepIds.find((id) => id === step)
  if (step !== null && !goesToTheSame(request, taken)) return null
  const { name, organisation, contact } = mandate ?? {}
  return composeLetter({
    places: request.places,
    recipient: recipientOf(routeFor(request.location, request.route, { lang, routes: facts.routes })),
    ground: ground.id,
    ...(taken && { step: taken, refusedAt: request.refusedAt?.getTime() ?? null }),
    lang,
    ageBand: of.ageBand,
    country: of.country,
    voice: {
      kind: mandate?.kind ?? 'self',
      ...(name && { name }),
      ...(organisation && { organisation }),
      ...(contact && { contact }),
    },
    answers: request.answers,
    ...earlierOf(request, step),
    replyTo,
    reference: referenceOf(request),
    writtenAt: at,
  })
}

function goesToTheSame({ ground }: Request, step: StepId | undefined): boolean {
  const known = groundOf(ground)
  return step !== undefined && hasLetter(known, step) && known.steps.some(({ id, to }) => id === step && to === 'same')
}

/** A later step names the request itself; the request, the one of the round before. */
function earlierOf(request: Request, step: string | null) {
  if (step !== null && request.sentAt)
    return { earlier: { reference: referenceOf(request), sentAt: request.sentAt.getTime() } }
  return request.earlier ? { earlier: request.earlier } : {}
}
