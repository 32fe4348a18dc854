/**
 * The questions without reloading: the same form is posted, and the answer's page takes this one's place. So pictures
 * that were chosen stay chosen, and the browser's Back goes one question back. Only the step's name is in the history.
 */
export function mountSteps(mount: () => void): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.step === undefined) return
    event.preventDefault()
    const data = new FormData(form, event.submitter)
    void post(form, data, mount).then((step) => {
      const { step: before }: { step?: string } = history.state ?? {}
      if (step && step !== before) history.pushState({ step }, '')
    })
  })
  window.addEventListener('popstate', (event: PopStateEvent) => {
    const form = document.querySelector<HTMLFormElement>('form[data-step]')
    if (!form) return
    const { step = 'before' }: { step?: string } = event.state ?? {}
    const data = new FormData(form)
    // The words are shown once: Back past them leaves them where they are.
    if (form.id === 'words' && step !== 'words' && step !== 'check') return
    data.set('go', form.id === 'words' ? step : `to:${step}`)
    void post(form, data, mount)
  })
}

/** Posts, shows what comes back, and returns the name of the step that is shown now; null when nothing came back. */
async function post(form: HTMLFormElement, data: FormData, mount: () => void): Promise<string | null> {
  const body = new URLSearchParams()
  for (const [name, value] of data) if (typeof value === 'string') body.append(name, value)
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null)
  if (!answer) {
    tell(form)
    return null
  }
  if (answer.redirected) {
    location.replace(answer.url)
    return null
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  document.documentElement.lang = page.documentElement.lang
  document.body.replaceWith(page.body)
  scrollTo(0, 0)
  document.querySelector<HTMLElement>('main .problem[role="alert"]:not([hidden]), h1')?.focus()
  mount()
  return document.querySelector<HTMLElement>('form[data-step]')?.dataset.step ?? null
}

/** The connection is gone: what was written stays on the page. */
function tell(form: HTMLFormElement): void {
  form.querySelector('[data-part="failed"]')?.remove()
  const says = document.createElement('p')
  says.className = 'notice problem'
  says.dataset.part = 'failed'
  says.setAttribute('role', 'alert')
  form.append(says)
  says.textContent = form.dataset.failed ?? ''
}
