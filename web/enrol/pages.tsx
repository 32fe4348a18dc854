/** The questions, one a page; the last look; the words, and the one that is asked back. */
import type { Child } from 'hono/jsx'
import { locate } from '#knowledge/platforms/index.ts'
import type { Enrolled, Info } from '../client.ts'
import { countryName } from '../countries.ts'
import { Frame } from '../frame.tsx'
import { Choice, CountrySelect, described, Facts, Field, People, placeName } from '../parts.tsx'
import type { Visit } from '../visit.ts'
import { type Answers, type Problem, placeOf, readWatched, type Step } from './answers.ts'
import { PicturePicker } from './picker.tsx'

interface StepProps {
  v: Visit
  step: Step
  answers: Answers
  problem: string | null
  info: Info
  showLinks: boolean
}

export function StepPage(props: StepProps) {
  const { v, step, answers, problem } = props
  const { t } = v
  const place = placeOf(step, answers)
  const go = { before: t.enrol.before.go, minor: t.enrol.minor.go, ready: t.enrol.ready.go }
  return (
    <Frame v={v} heading={t.enrol[step].title} island="enrol" langForm="enrol" problem={problem}>
      <form id="enrol" method="post" action="/start" data-step={step} data-failed={t.frame.tryAgain} novalidate>
        <Hidden answers={answers} except={step} />
        <input type="hidden" name="at" value={step} />
        {place && <p class="soft small">{t.enrol.step(place.at, place.of)}</p>}
        <Question {...props} />
        <div class="row">
          <button class="main" type="submit" name="go" value="next">
            {step === 'before' || step === 'minor' || step === 'ready' ? go[step] : t.frame.next}
          </button>
          {step !== 'before' && (
            <button class="quiet" type="submit" name="go" value="back" formnovalidate>
              {t.frame.back}
            </button>
          )}
        </div>
      </form>
    </Frame>
  )
}

/** What the other steps said, so that this one's form carries all of it. */
function Hidden({ answers, except }: { answers: Answers; except: Step }) {
  const { by, age, country, pictures, views, links, name, reach, mail } = answers
  const fields: [name: string, value: string | null, step: Step | null][] = [
    ['by', by, null],
    ['age', age, 'age'],
    ['country', country, 'country'],
    ['pictures', pictures, 'pictures'],
    ['views', views, 'pictures'],
    ['links', links, 'links'],
    ['name', name, 'links'],
    ['reach', reach, 'reach'],
    ['mail', mail, 'reach'],
  ]
  return (
    <>
      {fields.flatMap(([name, value, step]) =>
        value && step !== except ? [<input type="hidden" name={name} value={value} />] : [],
      )}
    </>
  )
}

function Question(props: StepProps): Child {
  switch (props.step) {
    case 'before':
      return <Before {...props} />
    case 'age':
      return <Age {...props} />
    case 'minor':
      return <Minor {...props} />
    case 'country':
      return <Country {...props} />
    case 'pictures':
      return <Pictures {...props} />
    case 'links':
      return <Links {...props} />
    case 'reach':
      return <Reach {...props} />
    case 'ready':
      return <Ready {...props} />
  }
}

function Before({ v }: StepProps) {
  const { before } = v.t.enrol
  return (
    <>
      <p>{before.intro}</p>
      <ul>
        {before.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <p>
        <a class="quiet" href="/leave">
          {before.leave}
        </a>
      </p>
    </>
  )
}

function Age({ v, answers }: StepProps) {
  const { age } = v.t.enrol
  const choices = [
    ['adult', age.adult],
    ['16-17', age.teen],
    ['under-16', age.child],
  ] as const
  return (
    <fieldset aria-describedby="age-hint">
      <legend class="unseen">{age.title}</legend>
      <p class="soft" id="age-hint">
        {age.hint}
      </p>
      {choices.map(([value, label]) => (
        <Choice name="age" value={value} chosen={answers.age === value} label={label} />
      ))}
      <p class="soft small field">{age.unsure}</p>
    </fieldset>
  )
}

function Minor({ v }: StepProps) {
  const { minor } = v.t.enrol
  return (
    <>
      <p class="lead">{minor.text}</p>
      <p>{minor.noName}</p>
      <div class="field">
        <People v={v} help={v.help} />
      </div>
      <p class="field">{minor.on}</p>
    </>
  )
}

function Country({ v, answers }: StepProps) {
  const { country } = v.t.enrol
  const hint = answers.country || !v.country ? country.hint : `${country.hint} ${country.guess}`
  return (
    <Field id="country" label={country.label} hint={hint}>
      <CountrySelect
        v={v}
        id="country"
        name="country"
        value={answers.country ?? v.country}
        describedBy={described('country', { hint })}
      />
    </Field>
  )
}

function Pictures({ v, answers }: StepProps) {
  return (
    <>
      <p class="soft">{v.t.enrol.pictures.hint}</p>
      <PicturePicker v={v} value={answers.pictures} views={answers.views} />
    </>
  )
}

function Links({ v, answers, problem, showLinks }: StepProps) {
  const { links } = v.t.enrol
  return (
    <>
      <LinksField v={v} value={answers.links} wrong={problem === v.t.enrol.name.wrong ? null : problem} />
      <div class="row">
        <button type="submit" name="go" value="stay">
          {links.look}
        </button>
      </div>
      {showLinks && <Recognised v={v} links={answers.links} />}
      <NameField v={v} value={answers.name} wrong={problem === v.t.enrol.name.wrong ? problem : null} />
    </>
  )
}

export function LinksField({ v, value, wrong }: { v: Visit; value: string; wrong?: string | null }) {
  const { links } = v.t.enrol
  const hint = `${links.hint} ${links.noneShort}`
  return (
    <Field id="links" label={links.label} hint={hint} wrong={wrong ?? null}>
      <textarea id="links" name="links" rows={5} spellcheck={false} {...described('links', { hint, wrong })}>
        {value}
      </textarea>
    </Field>
  )
}

/** Only who wants it opens it: her name is asked of nobody. */
export function NameField({ v, value, wrong }: { v: Visit; value: string; wrong?: string | null }) {
  const { name } = v.t.enrol
  return (
    <details class="field" open={value !== ''}>
      <summary>{name.offer}</summary>
      <Field id="name" label={name.label} hint={name.hint} wrong={wrong ?? null}>
        <input
          id="name"
          name="name"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={value}
          {...described('name', { hint: true, wrong })}
        />
      </Field>
    </details>
  )
}

/** Each place by the name that people know it by. Nothing is opened, and nothing can be clicked. */
export function Recognised({ v, links }: { v: Visit; links: string }) {
  const places = locate(links)
  if (places.length === 0) return null
  return (
    <div class="notice" role="status">
      <h2>{v.t.enrol.links.count(places.length)}</h2>
      <ul class="bare lines">
        {places.map(({ url }) => (
          <li>
            <strong>{placeName(url)}</strong>
            <br />
            <span class="soft small">{url}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Reach({ v, answers, info }: { v: Visit; answers: Pick<Answers, 'reach' | 'mail'>; info: Info }) {
  const { reach } = v.t.enrol
  return (
    <fieldset>
      <legend class="unseen">{reach.title}</legend>
      <Choice
        name="reach"
        value="none"
        chosen={answers.reach === 'none'}
        label={reach.nothing}
        hint={reach.nothingHint}
      />
      <Choice name="reach" value="mail" chosen={answers.reach === 'mail'} label={reach.mail} hint={reach.mailHint} />
      <Field id="mail" label={reach.address} hint={reach.addressHint}>
        <input
          id="mail"
          name="mail"
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={answers.mail}
          {...described('mail', { hint: true })}
        />
      </Field>
      {!info.mailServer && <p class="notice">{reach.noServer}</p>}
      <p class="field soft">{reach.preview}</p>
      <div class="card">
        <Facts
          of={[
            [reach.from, info.coverName],
            [reach.subject, info.mailPreview.subject],
          ]}
        />
        {info.mailPreview.text
          .trim()
          .split('\n\n')
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
    </fieldset>
  )
}

function Ready({ v, answers, problem }: StepProps) {
  const { ready } = v.t.enrol
  const { pictures, clips } = readWatched(answers.pictures) ?? { pictures: [], clips: [] }
  const links = locate(answers.links).length
  const watched = [
    pictures.length > 0 && ready.pictures(pictures.length),
    clips.length > 0 && ready.clips(clips.length),
    links > 0 && ready.links(links),
    answers.name !== '' && ready.name,
  ].filter(Boolean)
  return (
    <>
      <div class="card">
        <Facts
          of={[
            [ready.watch, watched.join(', ')],
            [ready.reach, answers.reach === 'mail' ? ready.mail(answers.mail) : ready.noMail],
            [ready.country, answers.country ? countryName(answers.country, v.lang) : ''],
          ]}
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          name="statement"
          value="yes"
          checked={answers.statement}
          aria-describedby="statement-why"
          {...(problem && { 'aria-invalid': 'true' })}
        />
        <span>{ready.statement}</span>
      </label>
      <p class="soft small field" id="statement-why">
        {ready.statementWhy}
      </p>
      <p>{ready.after}</p>
    </>
  )
}

/** The problem's sentence, as the step where it is mended says it. */
export function sayProblem(v: Visit, problem: Problem | null): string | null {
  const { enrol } = v.t
  switch (problem) {
    case null:
      return null
    case 'age':
      return enrol.age.missing
    case 'country':
      return enrol.country.missing
    case 'pictures':
      return enrol.pictures.missing
    case 'broken':
      return enrol.pictures.broken
    case 'links':
      return enrol.links.missing
    case 'noLink':
      return enrol.links.none
    case 'name':
      return enrol.name.wrong
    case 'reach':
      return enrol.reach.missing
    case 'mail':
      return enrol.reach.addressMissing
    case 'statement':
      return enrol.ready.statementMissing
  }
}

/** Which of the words is asked back. */
const askedWord = 3

interface WordsProps {
  v: Visit
  /** For the help and the form of address, as on the pages before. */
  answers: Answers
  enrolled: Pick<Enrolled, 'case' | 'passphrase'>
}

const Carried = ({ enrolled, answers: { age, country } }: Omit<WordsProps, 'v'>) => (
  <>
    <input type="hidden" name="age" value={age ?? ''} />
    <input type="hidden" name="country" value={country ?? ''} />
    <input type="hidden" name="case" value={enrolled.case} />
    <input type="hidden" name="words" value={enrolled.passphrase} />
  </>
)

export function WordsPage({ v, answers, enrolled }: WordsProps) {
  const { words } = v.t.enrol
  const spaced = enrolled.passphrase.split(' ')
  return (
    <Frame v={v} heading={words.title} island="words" langForm="words">
      <p>{words.intro}</p>
      <div
        class="card next"
        id="card"
        data-file={words.fileName}
        data-text={words.fileText(enrolled.case, enrolled.passphrase)}
      >
        <h2>{words.number}</h2>
        <p class="secret">{enrolled.case}</p>
        <h2>{words.words}</h2>
        <div class="secret" translate="no">
          <ol>
            {spaced.map((word) => (
              <li>{word}</li>
            ))}
          </ol>
        </div>
      </div>
      <div class="row" id="keep" hidden>
        <button type="button" data-do="print">
          {words.print}
        </button>
        <button type="button" data-do="copy" data-copy="#card">
          {words.copy}
        </button>
        <button type="button" data-do="save">
          {words.save}
        </button>
      </div>
      <p class="field">{words.byHand}</p>
      <form id="words" method="post" action="/start/words" data-step="words">
        <Carried enrolled={enrolled} answers={answers} />
        <div class="row">
          <button class="main" type="submit" name="go" value="check">
            {words.go}
          </button>
        </div>
      </form>
      <h2 class="no-print">{words.others}</h2>
      <ul class="no-print">
        {words.othersText.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </Frame>
  )
}

export function CheckPage({ v, answers, enrolled, problem }: WordsProps & { problem: string | null }) {
  const { check } = v.t.enrol
  return (
    <Frame v={v} heading={check.title} island="words" langForm="words" problem={problem}>
      <form id="words" method="post" action="/start/words" data-step="check">
        <Carried enrolled={enrolled} answers={answers} />
        <input type="hidden" name="at" value="check" />
        <Field id="word" label={check.label(askedWord)} hint={check.hint} wrong={problem}>
          <input
            id="word"
            name="word"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            {...described('word', { hint: true, wrong: problem })}
          />
        </Field>
        <div class="row">
          <button class="main" type="submit" name="go" value="open">
            {check.go}
          </button>
          <button type="submit" name="go" value="words" formnovalidate>
            {check.again}
          </button>
          <button class="quiet" type="submit" name="go" value="skip" formnovalidate>
            {check.skip}
          </button>
        </div>
      </form>
    </Frame>
  )
}

export function isAskedWord(passphrase: string, given: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
  return plain(given) === plain(passphrase.split(' ')[askedWord - 1] ?? '')
}
