/** Looks again at a part that is still going on, until the server says that it is done. */
const everyMs = 1_500
const forMs = 120_000

export function mountLookAgain(): void {
  const part = document.querySelector<HTMLElement>('[data-again]')
  if (part) void follow(part, performance.now() + forMs)
}

async function follow(part: HTMLElement, until: number): Promise<void> {
  const { again } = part.dataset
  if (!again || performance.now() > until) return
  await new Promise((resolve) => setTimeout(resolve, everyMs))
  const answer = await fetch(again, { redirect: 'error' }).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const fresh = page?.getElementById(part.id)
  if (fresh) {
    // The box stays, so that what it says is heard when it changes.
    part.replaceChildren(...fresh.childNodes)
    if (fresh.dataset.again) part.dataset.again = fresh.dataset.again
    else delete part.dataset.again
  }
  await follow(part, until)
}
