/**
 * Leaving at once: the page is covered before anything else, the session ends behind it, and an ordinary site takes the
 * page's place in the history. Shift three times within five seconds does the same.
 */
const presses = 3
const withinMs = 5_000

export function mountLeave(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-leave]') : null
    if (!link) return
    event.preventDefault()
    leave(link)
  })
  listenForShift()
  // Chromium may keep a page for Back although it was not to be stored: it is asked for again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}

function leave({ dataset, href }: HTMLAnchorElement): void {
  const cover = document.createElement('div')
  cover.className = 'cover'
  document.body.append(cover)
  const { leave: site } = dataset
  // Without a beacon the link itself ends the session and leads on.
  if (site && navigator.sendBeacon('/out')) location.replace(site)
  else location.replace(href)
}

function listenForShift(): void {
  let times: number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (link: HTMLAnchorElement) => {
    const left = times.length === 0 ? '' : (link.dataset[`left-${presses - times.length}`] ?? '')
    const says = link.parentElement?.querySelector('output')
    if (says) says.textContent = left
  }
  document.addEventListener('keydown', (event) => {
    const link = document.querySelector<HTMLAnchorElement>('a[data-leave]')
    if (!link || event.repeat) return
    const now = performance.now()
    // A capital letter is no way out.
    times = event.key === 'Shift' ? [...times.filter((time) => now - time < withinMs), now] : []
    show(link)
    clearTimeout(timer)
    timer = setTimeout(() => {
      times = []
      show(link)
    }, withinMs)
    if (times.length >= presses) leave(link)
  })
}
