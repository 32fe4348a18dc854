/** Returning: file number and secret words. The same answer for every mistake; paste and password managers work. */
import { Frame } from '../frame.tsx'
import { described, Field, Notice } from '../parts.tsx'
import type { Visit } from '../visit.ts'

interface InPageProps {
  v: Visit
  number: string
  problem: string | null
  /** She was signed out by the clock. */
  ended: boolean
}

export function InPage({ v, number, problem, ended }: InPageProps) {
  const { returning: t } = v.t
  return (
    <Frame v={v} heading={t.title} problem={problem}>
      {ended && !problem && (
        <Notice>
          <p>{t.ended}</p>
        </Notice>
      )}
      <form method="post" action="/in">
        <Field id="number" label={t.number} hint={t.numberHint}>
          <input
            id="number"
            name="number"
            type="text"
            inputmode="numeric"
            autocomplete="username"
            spellcheck={false}
            value={number}
            required
            {...described('number', { hint: true, wrong: false })}
          />
        </Field>
        <Field id="words" label={t.words} hint={t.wordsHint}>
          <input
            id="words"
            name="words"
            type="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck={false}
            required
            {...described('words', { hint: true })}
          />
        </Field>
        <div class="row">
          <button class="main" type="submit">
            {t.go}
          </button>
        </div>
      </form>
      <p class="soft field">{t.lost}</p>
      <p>
        <a class="quiet" href="/start">
          {t.begin}
        </a>
      </p>
    </Frame>
  )
}
