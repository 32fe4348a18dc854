/**
 * The session ends after a time without use. Two minutes before, this says so, aloud for a screen reader, and one press
 * prolongs it. Whoever is writing is using it: at most once a minute the server is told.
 */
const warnBeforeMs = 120_000
const tellEveryMs = 60_000
/** The server's clock decides; it is asked a little later than it ends. */
const slackMs = 5_000

export function mountIdle(): void {
  const { idle, idleSays = '', idleStay = '' } = document.body.dataset
  if (!idle) return
  const idleMs = Number(idle) * 1000
  const box = document.createElement('div')
  box.className = 'idle notice problem'
  box.setAttribute('role', 'alert')
  let timers: ReturnType<typeof setTimeout>[] = []
  let told = Date.now()

  const begin = () => {
    for (const timer of timers) clearTimeout(timer)
    box.remove()
    timers = [
      setTimeout(warn, idleMs - warnBeforeMs),
      // Another page may have been used meanwhile: then this shows the file, else how to sign in again.
      setTimeout(() => location.replace('/home'), idleMs + slackMs),
    ]
  }
  const stay = async () => {
    told = Date.now()
    const answer = await fetch('/stay', { method: 'POST', redirect: 'manual' }).catch(() => null)
    if (answer?.ok) begin()
  }
  const warn = () => {
    const text = document.createElement('p')
    text.textContent = idleSays
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = idleStay
    button.addEventListener('click', () => void stay())
    document.body.append(box)
    box.replaceChildren(text, button)
  }
  const used = () => {
    if (!box.isConnected && Date.now() - told > tellEveryMs) void stay()
  }
  document.addEventListener('input', used)
  document.addEventListener('keydown', used)
  begin()
}
