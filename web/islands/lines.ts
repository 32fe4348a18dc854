/** What leaves the device, readable however long: one entry a picture that opens, and all of it in one place. */
import type { Item } from './pictures.ts'

/** Texts are put in when somebody opens them: megabytes that nobody reads are not laid out. */
export function showLines(root: HTMLElement, taken: readonly Item[], all: string, says: Record<string, string>): void {
  const whole = root.querySelector<HTMLElement>('[data-part="lines"]')
  const each = root.querySelector<HTMLElement>('[data-part="each"]')
  const opens = root.querySelector<HTMLDetailsElement>('[data-part="all"]')
  if (!whole || !each || !opens) return
  opens.hidden = taken.length === 0
  const nothing = root.querySelector<HTMLElement>('[data-part="nothing"]')
  if (nothing) nothing.hidden = taken.length > 0
  const fill = () => {
    whole.textContent = opens.open ? all : ''
  }
  opens.ontoggle = fill
  fill()
  each.replaceChildren(
    ...taken.map((item, index) => {
      const entry = document.createElement('li')
      const details = document.createElement('details')
      const summary = document.createElement('summary')
      const sentence = (item.isClip ? says.clipLine : says.pictureLine) ?? ''
      summary.textContent = sentence.replace('{n}', String(index + 1)).replace('{count}', String(item.hashes))
      const text = document.createElement('pre')
      text.className = 'scroll'
      text.tabIndex = 0
      details.append(summary, text)
      details.addEventListener('toggle', () => {
        text.textContent = details.open ? (item.json ?? '') : ''
      })
      entry.append(details)
      return entry
    }),
  )
}
