/**
 * The page frame, the same around every page: the way to its content, the way out, one heading, help, the page, and at
 * the foot the languages. The title is the cover name and nothing else, so that history and tabs say nothing.
 */
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { langNames, langs } from './messages/index.ts'
import { HelpBox } from './parts.tsx'
import type { Visit } from './visit.ts'

/** Seconds without use after which the API ends a session; the page warns two minutes earlier. */
const idleSeconds = 15 * 60

interface FrameProps {
  v: Visit
  heading: string
  children?: Child
  /** A part that only a script can do, besides the frame's own. */
  island?: 'enrol' | 'home' | 'message' | 'words' | 'letter' | 'check'
  /** The form that a change of language submits, so that nothing written is lost. */
  langForm?: string
  /** Announced, and given the focus, before the heading: what is to be mended. */
  problem?: string | null
  /** Only on the page that tells everything about help. */
  noHelp?: boolean
}

export function Frame({ v, heading, children, island, langForm, problem, noHelp }: FrameProps) {
  const { t, lang, site, signedIn } = v
  const address = (source: string) => site.assets.addresses[source]
  const style = address('web/style/main.css')
  const icon = address('web/style/icon.svg')
  const scripts = [
    'frame',
    ...(island === 'enrol' || island === 'words' ? ['enrol'] : []),
    ...(island === 'check' ? ['check'] : []),
  ]
  return html`<!doctype html>
${(
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{site.coverName}</title>
      {icon && <link rel="icon" type="image/svg+xml" href={icon} />}
      {style && <link rel="stylesheet" href={style} />}
      {scripts
        .flatMap((name) => address(`web/islands/${name}.ts`) ?? [])
        .map((src) => (
          <script type="module" src={src} />
        ))}
    </head>
    <body
      data-copied={t.frame.copied}
      {...(signedIn && {
        'data-idle': String(idleSeconds),
        'data-idle-says': t.frame.idleWarning,
        'data-idle-stay': t.frame.idleStay,
      })}
    >
      <a class="skip" href="#main">
        {t.frame.skip}
      </a>
      <nav class="out" aria-label={t.frame.leave}>
        <a
          href="/out"
          class="leave"
          rel="noreferrer"
          title={t.frame.leaveHow}
          data-leave={v.leaveTo}
          data-left-2={t.frame.leaveLeft(2)}
          data-left-1={t.frame.leaveLeft(1)}
        >
          {t.frame.leave}
        </a>
        <output aria-live="polite" />
      </nav>
      <header>
        <a class="brand" href={signedIn ? '/home' : '/'}>
          {site.coverName}
        </a>
      </header>
      <main id="main" tabindex={-1}>
        <h1 tabindex={-1}>{heading}</h1>
        {!noHelp && <HelpBox v={v} />}
        {problem && (
          <div class="notice problem" role="alert" tabindex={-1} autofocus>
            <h2>{t.frame.problemHeading}</h2>
            <p>{problem}</p>
          </div>
        )}
        {children}
      </main>
      <footer>
        <nav aria-label={site.coverName}>
          {signedIn && <a href="/home">{t.frame.home}</a>}
          <a href="/help">{t.help.title}</a>
          <a href="/leave">{t.frame.aboutLeaving}</a>
          {signedIn && (
            <form method="post" action="/signout">
              <button class="quiet" type="submit">
                {t.frame.signOut}
              </button>
            </form>
          )}
        </nav>
        <Languages v={v} langForm={langForm} />
      </footer>
    </body>
  </html>
)}`
}

function Languages({ v, langForm }: { v: Visit; langForm: string | undefined }) {
  const buttons = langs.map((lang) => (
    <button
      type="submit"
      name="lang"
      value={lang}
      lang={lang}
      aria-current={lang === v.lang ? 'true' : undefined}
      {...(langForm && { form: langForm, formnovalidate: true })}
    >
      {langNames[lang]}
    </button>
  ))
  return langForm ? (
    <fieldset class="langs">
      <legend class="unseen">{v.t.frame.language}</legend>
      {buttons}
    </fieldset>
  ) : (
    <form class="langs" method="post" action="/lang" aria-label={v.t.frame.language}>
      <input type="hidden" name="back" value={v.path} />
      {buttons}
    </form>
  )
}
