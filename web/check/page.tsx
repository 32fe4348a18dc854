/**
 * Checks a pack of evidence on the reader's own device: an island reads the chosen files and shows which of the sentences
 * that stand here hold. Nothing is sent, and nothing is loaded once the page is open.
 */
import { packProblems } from '#core/pack/index.ts'
import { Frame } from '../frame.tsx'
import { check } from '../messages/check.ts'
import type { Visit } from '../visit.ts'

/** @param ours the name of the key that signs packs here */
export function CheckPage({ v, ours }: { v: Visit; ours: string }) {
  const t = check[v.lang]
  const fact = (name: string, label: string) => (
    <div hidden data-fact={name}>
      <dt>{label}</dt>
      <dd />
    </div>
  )
  const says = (name: string, text: string, kind = '') => (
    <p hidden data-says={name} class={kind}>
      {text}
    </p>
  )
  return (
    <Frame v={v} heading={t.title} island="check">
      <p class="lead">{t.intro}</p>
      <p>{t.stays}</p>
      <noscript>
        <p class="notice">{t.noScript}</p>
      </noscript>
      <div id="check" class="field" data-key={ours} data-lang={v.lang} hidden>
        <div class="drop">
          <label for="files">{t.choose}</label>
          <input
            id="files"
            type="file"
            multiple
            accept=".json,.pdf,.zip,application/json,application/pdf,application/zip"
            aria-describedby="files-hint"
          />
          <p class="soft small" id="files-hint">
            {t.hint}
          </p>
        </div>
        <section aria-labelledby="result" aria-live="polite">
          <h2 id="result" hidden tabindex={-1}>
            {t.result}
          </h2>
          {says('reading', t.reading)}
          {says('none', t.none, 'notice problem')}
          {says('old', t.old, 'notice problem')}
          {says('fits', t.fits, 'notice')}
          {says('differs', t.differs, 'notice problem')}
          <ul>
            {packProblems.map((problem) => (
              <li hidden data-problem={problem}>
                {t.problems[problem]}
              </li>
            ))}
          </ul>
          {says('pdf-missing', t.pdfMissing)}
          {says('json-missing', t.jsonMissing, 'notice')}
          {says('ours', t.ours)}
          {says('others', t.others)}
          <dl class="facts">
            {fact('number', t.number)}
            {fact('made', t.made)}
            {fact('stamped', t.stamped)}
            {fact('authority', t.authority)}
            {fact('entries', t.entries)}
            {fact('key', t.key)}
          </dl>
        </section>
      </div>
      <h2>{t.whatItTells}</h2>
      <ul>
        {t.tells.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <h2>{t.ourKey}</h2>
      <p>{t.ourKeyText}</p>
      <p>
        <code>{ours}</code>
      </p>
    </Frame>
  )
}
