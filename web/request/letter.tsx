/** The letter: in the recipient's language with hers beside it, every form of it, and the guide through their form. */
import type { RequestDetail } from '../client.ts'
import { Frame } from '../frame.tsx'
import { type Lang, langNames, langs } from '../messages/index.ts'
import { requestTexts } from '../messages/requests.ts'
import { Notice } from '../parts.tsx'
import type { Visit } from '../visit.ts'

interface LetterPageProps {
  v: Visit
  /** With the letter in the language that it is sent in. */
  request: RequestDetail
  letterLang: Lang
  /** The same letter in her language; null when it is one and the same. */
  yours: { subject: string; text: string } | null
}

export function LetterPage({ v, request, letterLang, yours }: LetterPageProps) {
  const texts = requestTexts(v.lang, v.ageBand)
  const { letter: t } = texts
  const { request: words } = v.t
  const { id, to, subject, text, mailto } = request
  return (
    <Frame v={v} heading={t.title} island="letter">
      {request.practice && (
        <Notice>
          <p>{words.practice}</p>
        </Notice>
      )}
      <nav class="langs" aria-label={words.letterLang}>
        {langs.map((lang) => (
          <a
            class="quiet"
            href={`/r/${id}/l?l=${lang}`}
            lang={lang}
            aria-current={lang === letterLang ? 'true' : undefined}
          >
            {langNames[lang]}
          </a>
        ))}
      </nav>
      <div class="sides">
        <section aria-labelledby="theirs">
          <h2 id="theirs">{t.theirs}</h2>
          <p class="soft small">
            {t.subject} <span lang={letterLang}>{subject}</span>
          </p>
          <pre class="letter" id="letter" lang={letterLang}>
            {text}
          </pre>
        </section>
        {yours && (
          <section aria-labelledby="yours">
            <h2 id="yours">{t.yours}</h2>
            <p class="soft small">
              {t.subject} {yours.subject}
            </p>
            <pre class="letter">{yours.text}</pre>
          </section>
        )}
      </div>
      <div class="row">
        <button type="button" data-do="copy" data-copy="#letter" hidden>
          {words.copy}
        </button>
        {mailto && (
          <a class="button" href={mailto}>
            {words.openMail}
          </a>
        )}
        {to.form && (
          <a class="button" href={to.form} rel="noreferrer" target="_blank">
            {words.openForm}
          </a>
        )}
        <Files id={id} lang={letterLang} v={v} xarf={request.replyTo !== null} />
      </div>
      {to.email && <p class="soft small field">{words.mailFrom}</p>}
      <Guide v={v} request={request} letterLang={letterLang} />
      <h2>{texts.next}</h2>
      <p>{t.next}</p>
      <div class="row">
        <a class="button main" href={`/r/${id}/s`}>
          {t.go}
        </a>
        <a class="button" href={`/r/${id}/q`}>
          {texts.way.answer}
        </a>
      </div>
      <p>
        <a class="quiet" href={`/r/${id}`}>
          {texts.toRequest}
        </a>
      </p>
    </Frame>
  )
}

interface FilesProps {
  id: string
  lang: Lang
  v: Visit
  step?: string
  /** Only where answers can come in: a report names an address of its reporter. */
  xarf?: boolean
}

/** Names of files say nothing: they lie in a folder that others see. */
export function Files({ id, lang, v, step, xarf = false }: FilesProps) {
  const { letter: t } = requestTexts(v.lang, v.ageBand)
  const { request: words } = v.t
  const of = `?l=${lang}${step ? `&step=${step}` : ''}`
  return (
    <>
      {(
        [
          ['text.txt', words.text],
          ['mail.eml', words.eml],
          ['page.pdf', t.pdf],
          ['data.json', t.json],
          ['report.json', t.xarf],
        ] as const
      )
        .filter(([name]) => xarf || name !== 'report.json')
        .map(([name, label]) => (
          <a class="button" href={`/r/${id}/${name}${of}`} download={name}>
            {label}
          </a>
        ))}
    </>
  )
}

function Guide({ v, request, letterLang }: { v: Visit; request: RequestDetail; letterLang: Lang }) {
  const { letter: t } = requestTexts(v.lang, v.ageBand)
  const { steps, fieldsAfter, fields } = request.guide
  const line = (text: string) => <li>{text}</li>
  return (
    <>
      <h2 id="guide">{t.guide}</h2>
      <ol>{steps.slice(0, fieldsAfter).map(line)}</ol>
      {fields.map(({ label, answer, element }, at) => (
        <div class="field">
          <h3>{label}</h3>
          {answer === null ? (
            <p class="soft">{element ? <a href={`/r/${request.id}/q?e=${element}`}>{t.open}</a> : t.open}</p>
          ) : answer === request.text ? (
            <p>
              <a href="#letter">{t.title}</a>
            </p>
          ) : (
            <>
              <pre class="letter" id={`field-${at}`} lang={letterLang}>
                {answer}
              </pre>
              <button type="button" class="quiet" data-do="copy" data-copy={`#field-${at}`} hidden>
                {t.field}
                <span class="unseen">: {label}</span>
              </button>
            </>
          )}
        </div>
      ))}
      <ol start={fieldsAfter + 1}>{steps.slice(fieldsAfter).map(line)}</ol>
    </>
  )
}
