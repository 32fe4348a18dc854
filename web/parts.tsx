/** Our own small parts, used by several pages. */
import type { Child } from 'hono/jsx'
import { locateOne, platformOf } from '#knowledge/platforms/index.ts'
import type { Help } from './client.ts'
import { countriesByName, countryName, isCountry, nearCountries } from './countries.ts'
import type { Visit } from './visit.ts'

/**
 * The first person to talk to, and the way to the others. It asks nothing. A number and no name: some names say too much
 * to whoever looks over her shoulder; the help page has them.
 */
export function HelpBox({ v }: { v: Visit }) {
  const phone = v.help.find((one) => one.phone)?.phone
  return (
    <aside class="help" aria-labelledby="help">
      <h2 id="help">{v.t.help.heading}</h2>
      {phone && (
        <span>
          <a href={callTo(phone)}>{phone}</a>
          {v.country && ` (${countryName(v.country, v.lang)})`}
        </span>
      )}
      <a href="/help">{v.t.help.more}</a>
    </aside>
  )
}

const callTo = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`

/** Everybody who helps, each with what it is and how to reach it. */
export function People({ v, help }: { v: Visit; help: Help[] }) {
  return (
    <ul class="bare people">
      {help.map((one) => (
        <li class="card">
          <strong>{one.name}</strong>
          <p>{one.what}</p>
          <div class="row">
            {one.phone && (
              <a class="button" href={callTo(one.phone)}>
                {v.t.help.call(one.phone)}
              </a>
            )}
            {one.url && (
              <a class="button" href={one.url} rel="noreferrer">
                {v.t.help.site}
                <span class="unseen">: {one.name}</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A place as people know it: the platform's name, or the host of what is just a website. */
export function placeName(address: string): string {
  const location = locateOne(address)
  if (!location) return address
  const { platform, url } = location
  return platform === 'website' && URL.canParse(url) ? new URL(url).hostname : platformOf(platform).name
}

export const whichCountry = (v: Visit) => (v.country ? countryName(v.country, v.lang) : v.t.help.anywhere)

/** Information or success: said once, heard by a screen reader. */
export function Notice({ children, heading }: { children: Child; heading?: string }) {
  return (
    <div class="notice" role="status">
      {heading && <h2>{heading}</h2>}
      {children}
    </div>
  )
}

export function Facts({ of }: { of: [name: string, value: Child][] }) {
  return (
    <dl class="facts">
      {of.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface FieldProps {
  id: string
  label: string
  hint?: string | null
  wrong?: string | null
  /** The control, which carries the same id and `described(…)`. */
  children: Child
}

/** Label above, hint below it, what is wrong beside it. */
export function Field({ id, label, hint, wrong, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {children}
    </div>
  )
}

export function described(id: string, has: { hint?: unknown; wrong?: unknown }) {
  const ids = [has.hint && `${id}-hint`, has.wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), ...(has.wrong ? { 'aria-invalid': 'true' as const } : {}) }
}

interface CountrySelectProps {
  v: Visit
  id: string
  name: string
  value: string | null
  describedBy?: object
}

export function CountrySelect({ v, id, name, value, describedBy }: CountrySelectProps) {
  const all = countriesByName(v.lang)
  const near = nearCountries.flatMap((code) => all.filter(([other]) => other === code))
  const chosen = value && isCountry(value) ? value : null
  const isNear = chosen !== null && nearCountries.includes(chosen)
  return (
    <select id={id} name={name} autocomplete="country" {...describedBy}>
      {!chosen && (
        <option value="" selected>
          {v.t.enrol.country.choose}
        </option>
      )}
      <optgroup label={v.t.enrol.country.near}>
        {near.map(([code, label]) => (
          <option value={code} selected={code === chosen}>
            {label}
          </option>
        ))}
      </optgroup>
      <optgroup label={v.t.enrol.country.all}>
        {all.map(([code, label]) => (
          <option value={code} selected={!isNear && code === chosen}>
            {label}
          </option>
        ))}
      </optgroup>
    </select>
  )
}

interface ChoiceProps {
  name: string
  value: string
  chosen: boolean
  label: string
  hint?: string
}

/** One of several answers, of which one is chosen. */
export function Choice({ name, value, chosen, label, hint }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} value={value} checked={chosen} />
      <span>
        <strong>{label}</strong>
        {hint && <span class="soft small">{hint}</span>}
      </span>
    </label>
  )
}
