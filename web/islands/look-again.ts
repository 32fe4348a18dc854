/** Looks again at a part that is still going on, until the server says that it is done. */
const everyMs = 1_500
const forMs = 120_000

export function mountLookAgain(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-again]'))
    void follow(part, performance.now() + forMs)
}

async function follow(part: HTMLElement, until: number): Promise<void> {
  const { again } = part.dataset
  if (!again || performance.now() > until) return
  await new Promise((resolve) => setTimeout(resolve, everyMs))
  const answer = await fetch(again, { redirect: 'error' }).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const fresh = page?.getElementById(part.id)
  if (page && fresh) {
    // The box stays, so that what it says is heard when it changes.
    replace(part, fresh)
    if (fresh.dataset.again) part.dataset.again = fresh.dataset.again
    else {
      delete part.dataset.again
      // What it ended with is told elsewhere on the page as well.
      const alike = `[data-with="${part.id}"]`
      const news = [...page.querySelectorAll<HTMLElement>(alike)]
      for (const [i, old] of document.querySelectorAll<HTMLElement>(alike).entries()) if (news[i]) replace(old, news[i])
    }
  }
  await follow(part, until)
}

/** What is the same stays, so that a screen reader says only what is new. */
function replace(old: HTMLElement, fresh: HTMLElement): void {
  if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes)
}
