/** What only she can fill: one plain question a page. Everything may be skipped, and Back loses nothing. */
import type { RequestDetail } from '../client.ts'
import { Frame } from '../frame.tsx'
import { type RequestTexts, requestTexts } from '../messages/requests.ts'
import { Choice, described, Field } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { Signature } from './signature.tsx'

type Question = RequestDetail['questions'][number]

interface QuestionPageProps {
  v: Visit
  request: RequestDetail
  /** Which question, from 1. */
  at: number
}

export function QuestionPage({ v, request, at }: QuestionPageProps) {
  const { id, questions } = request
  const texts = requestTexts(v.lang, v.ageBand)
  const { questions: t } = texts
  const question = questions[at - 1]
  if (!question)
    return (
      <Frame v={v} heading={t.title}>
        <p>{t.none}</p>
        <div class="row">
          <a class="button main" href={`/r/${id}/l`}>
            {texts.toLetter}
          </a>
        </div>
      </Frame>
    )
  const wrong = sayWrong(question, t)
  return (
    <Frame v={v} heading={t.title} problem={wrong}>
      <p class="soft small">{t.step(at, questions.length)}</p>
      <form method="post" action={`/r/${id}/q`} novalidate>
        <input type="hidden" name="at" value={String(at)} />
        <input type="hidden" name="element" value={question.element} />
        <Answer question={question} wrong={wrong} t={t} />
        <div class="row">
          <button class="main" type="submit" name="go" value="next">
            {t.save}
          </button>
          <button class="quiet" type="submit" name="go" value="back">
            {texts.back}
          </button>
        </div>
      </form>
      <p>
        <a class="quiet" href={at < questions.length ? `/r/${id}/q?n=${at + 1}` : `/r/${id}/l`}>
          {t.skip}
        </a>
      </p>
      {question.element.endsWith('.signature') && <Signature v={v} request={request} at={at} />}
    </Frame>
  )
}

function sayWrong({ problem }: Question, { wrong }: RequestTexts['questions']): string | null {
  if (problem === null) return null
  return problem in wrong ? wrong[problem as keyof typeof wrong] : wrong.words
}

function Answer({ question, wrong, t }: { question: Question; wrong: string | null; t: RequestTexts['questions'] }) {
  const { question: label, asked, answer, need, choices, check, otherwise } = question
  const hint = need === 'required' ? t.required : t.helpful
  if (asked === 'yes')
    return (
      <fieldset class="field">
        <legend>{label}</legend>
        {wrong && <p class="wrong">{wrong}</p>}
        <label class="choice">
          <input type="checkbox" name="answer" value="yes" checked={answer !== null && answer !== 'no'} />
          <span>{t.yes}</span>
        </label>
      </fieldset>
    )
  if (choices.length > 0)
    return (
      <fieldset class="field">
        <legend>{label}</legend>
        {wrong && <p class="wrong">{wrong}</p>}
        {choices.map(({ id, words }) => (
          <Choice name="answer" value={id} chosen={(answer ?? otherwise) === id} label={words} />
        ))}
      </fieldset>
    )
  const own = { id: 'answer', name: 'answer', maxlength: 2000, ...described('answer', { hint, wrong }) }
  return (
    <Field id="answer" label={label} hint={hint} wrong={wrong}>
      {check === 'words' ? (
        <textarea {...own} rows={5}>
          {answer ?? ''}
        </textarea>
      ) : (
        <input {...own} type="text" value={answer ?? ''} autocomplete={check === 'mail' ? 'email' : undefined} />
      )}
    </Field>
  )
}
