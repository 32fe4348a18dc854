/** Copies the text that a button names, and says so to everybody. */
export function mountCopy(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-do="copy"]')) button.hidden = false
  document.addEventListener('click', async (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do="copy"]') : null
    const source = button && document.querySelector<HTMLElement>(button.dataset.copy ?? '')
    if (!button || !source) return
    const done = await copy(source.dataset.text ?? source.textContent ?? '', source)
    if (done) say(button, document.body.dataset.copied ?? '')
  })
}

/** Where the clipboard is closed to scripts, the text is marked, so that the browser's own "Copy" takes it. */
async function copy(text: string, source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    getSelection()?.selectAllChildren(source)
    return false
  }
}

function say(button: HTMLElement, text: string): void {
  const says = document.createElement('span')
  says.setAttribute('role', 'status')
  button.parentElement?.querySelector('[role="status"]')?.remove()
  button.after(says)
  says.textContent = text
}
