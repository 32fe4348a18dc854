/** The plan: who can take it down, in which order, under which law, and why. Looking at it asks nobody. */
import { wordsOf } from '#knowledge/words/index.ts'
import type { Plan, PlanStep } from '../client.ts'
import { Frame } from '../frame.tsx'
import { requestTexts } from '../messages/requests.ts'
import { Notice, placeName } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { dayOf } from '../when.ts'

const groups = ['first', 'now', 'if-silent', 'after-removal'] as const

export function PlanPage({ v, id, plan, practice }: { v: Visit; id: string; plan: Plan; practice: boolean }) {
  const { plan: t, back } = requestTexts(v.lang, v.ageBand)
  const best = plan.steps.find(({ when, request }) => when === 'now' && request)
  return (
    <Frame v={v} heading={t.title} island="letter">
      {practice && (
        <Notice>
          <p>{v.t.request.practice}</p>
        </Notice>
      )}
      <p class="lead">{placeName(plan.location)}</p>
      <p>{t.intro}</p>
      <p class="notice">
        {t.threat} <a href="/now">{t.threatGo}</a>
      </p>
      {groups.map((when) => {
        const steps = plan.steps.filter((step) => step.when === when)
        if (steps.length === 0) return null
        return (
          <section aria-labelledby={when}>
            <h2 id={when}>{whenOf(v, when)}</h2>
            <ol class="bare" start={steps[0]?.order}>
              {steps.map((step) => (
                <Step v={v} id={id} step={step} isBest={step === best} practice={practice} />
              ))}
            </ol>
            {when === 'first' && plan.first.map((one) => <First v={v} first={one} />)}
          </section>
        )
      })}
      {!plan.steps.some(({ when }) => when === 'first') && plan.first.map((one) => <First v={v} first={one} />)}
      <p>
        <a class="quiet" href={`/r/${id}`}>
          {back}
        </a>
      </p>
    </Frame>
  )
}

function whenOf(v: Visit, when: (typeof groups)[number]): string {
  return wordsOf(v.lang).plan.when[when]
}

interface StepProps {
  v: Visit
  id: string
  step: PlanStep
  isBest: boolean
  practice: boolean
}

function Step({ v, id, step, isBest, practice }: StepProps) {
  const { plan: t } = requestTexts(v.lang, v.ageBand)
  const { request: words } = v.t
  return (
    <li class="card">
      <h3>
        {step.order}. {step.recipient}
      </h3>
      <p>
        <strong>{step.title}</strong>
      </p>
      <p>{step.why}</p>
      <p class="soft">
        {t.exposes} {step.exposes}
      </p>
      {!step.sure && <p class="soft">{t.unsure}</p>}
      {step.asks && (
        <p class="soft">
          {words.asks} {step.asks}
        </p>
      )}
      <div class="row">
        {step.request && (
          <a class={isBest ? 'button main' : 'button'} href={`/r/${step.request}`}>
            {isBest ? t.go : t.see}
            <span class="unseen">: {step.recipient}</span>
          </a>
        )}
        {!step.request && step.route && step.ground && !practice && (
          <form method="post" action={`/p/${id}`}>
            <input type="hidden" name="route" value={step.route} />
            <input type="hidden" name="ground" value={step.ground} />
            <button type="submit">
              {t.prepare}
              <span class="unseen">: {step.recipient}</span>
            </button>
          </form>
        )}
        {step.phone && (
          <a class="button" href={`tel:${step.phone.replace(/[^\d+]/g, '')}`}>
            {t.call} {step.phone}
          </a>
        )}
        {!step.route && step.to.form && (
          <a class="button" href={step.to.form} rel="noreferrer" target="_blank">
            {t.site}
            <span class="unseen">: {step.recipient}</span>
          </a>
        )}
      </div>
      <p class="soft small field">
        <a href={step.source.url} rel="noreferrer">
          {t.source}
          <span class="unseen">: {step.recipient}</span>
        </a>{' '}
        ({words.checked(dayOf(step.source.checked, v.lang))})
      </p>
    </li>
  )
}

/** The first letter and the call, in plain words. Nobody is named in either. */
function First({ v, first }: { v: Visit; first: Plan['first'][number] }) {
  const { plan: t } = requestTexts(v.lang, v.ageBand)
  const list = (heading: string, lines: readonly string[]) =>
    lines.length > 0 && (
      <>
        <h4>{heading}</h4>
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    )
  return (
    <details id={first.to}>
      <summary>
        {t.first[first.to]}
        {first.name ? `: ${first.name}` : ''}
      </summary>
      <h3>{t.letter}</h3>
      <p class="soft small">{first.subject}</p>
      <pre class="letter" id={`first-${first.to}`}>
        {first.text}
      </pre>
      <div class="row">
        <button type="button" data-do="copy" data-copy={`#first-${first.to}`} hidden>
          {v.t.request.copy}
        </button>
      </div>
      {list(t.say, first.say)}
      {list(t.mayAsk, first.mayAsk)}
      {list(t.leaveOut, first.leaveOut)}
      {list(t.good, first.goodToKnow)}
    </details>
  )
}
