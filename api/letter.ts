/** The letter of a stored request as it stands at this moment: for reading, and for every form that it is given in. */
import type { Lang } from '#core/case/types.ts'
import { InvalidInput } from '#core/errors.ts'
import { authoritiesFor } from '#knowledge/authorities.ts'
import { type StepId, stepIds } from '#knowledge/grounds/ground.ts'
import { groundOf } from '#knowledge/grounds/index.ts'
import { hasLetter, type LetterInput, recipientOf, routeFor } from '#knowledge/letters/index.ts'
import { platformOf } from '#knowledge/platforms/index.ts'
import type { Case } from '#store/cases.ts'
import type { Mandate } from '#store/mandates.ts'
import { type Request, referenceOf } from '#store/requests.ts'
import type { ApiDeps } from './deps.ts'

export interface Writing {
  lang: Lang
  /** A later step; without it, the request itself. */
  step?: string | null | undefined
  /** In force; without it she speaks for herself. */
  mandate?: Mandate | null
  /** Where answers come in, when the service sends it. */
  replyTo?: string | null
}

/**
 * What the letter is made from.
 *
 * @throws InvalidInput when the step has no letter of ours
 */
export function inputOf(
  request: Request,
  of: Case,
  { lang, step, mandate, replyTo, now, facts }: Writing & Pick<ApiDeps, 'now' | 'facts'>,
): LetterInput {
  const ground = groundOf(request.ground)
  const taken = step ? stepOf(request, step) : null
  const own = recipientOf(routeFor(request.location, request.route, { lang, routes: facts.routes }))
  const to = taken ? recipientOfStep(request, of, { step: taken, lang, own }) : own
  const { name, organisation, contact } = mandate ?? {}
  return {
    places: request.places,
    recipient: to,
    ground: ground.id,
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
    ...(taken && { step: taken, refusedAt: request.refusedAt?.getTime() ?? null }),
    ...(taken && to !== own && { about: own.name }),
    ...earlierOf(request, taken),
    ...(replyTo && { replyTo }),
    reference: referenceOf(request),
    writtenAt: taken ? now() : (request.sentAt?.getTime() ?? now()),
  }
}

/** Read by whoever runs a site under one of these; elsewhere English is. */
const tongues: Record<string, Lang> = { fr: 'fr', nl: 'nl', de: 'de', at: 'de' }

/**
 * The language that its reader most likely has: English for platforms that work everywhere, the country's for a site of
 * one country, hers where her country has several. She may choose another.
 */
export function readersLang({ location }: Pick<Request, 'location'>, { lang }: Pick<Case, 'lang'>): Lang {
  const { hosts, anyHost } = platformOf(location.platform)
  if (hosts.length > 0 && !anyHost) return 'en'
  const [, top = ''] = /\.([a-z]+)$/.exec(URL.parse(location.url)?.hostname ?? '') ?? []
  if (top === 'be' || top === 'ch' || top === 'lu') return lang
  return tongues[top] ?? 'en'
}

/** The step of this request's ground that has a letter. */
function stepOf({ ground }: Request, step: string): StepId {
  const known = stepIds.find((id) => id === step)
  if (!known || !hasLetter(groundOf(ground), known)) throw new InvalidInput('There is no letter for this step.')
  return known
}

/** Whoever a later step is addressed to: the same once more, or the body of her country. */
export function recipientOfStep(
  { ground, location }: Request,
  { country }: Case,
  { step, lang, own }: { step: StepId; lang: Lang; own: LetterInput['recipient'] },
): LetterInput['recipient'] {
  const to = groundOf(ground).steps.find(({ id }) => id === step)?.to
  if (!to || to === 'same') return own
  const [body] = authoritiesFor(to, { country, lang, platform: platformOf(location.platform).id })
  return body ? { kind: body.kind, name: body.name, to: body.to } : { ...own, to: { unknown: true } }
}

function earlierOf(request: Request, step: string | null) {
  if (step !== null && request.sentAt)
    return { earlier: { reference: referenceOf(request), sentAt: request.sentAt.getTime() } }
  return request.earlier ? { earlier: request.earlier } : {}
}
