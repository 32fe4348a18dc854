/** Print the words, or save them as a file with an ordinary name. */
export function mountKeep(): void {
  const buttons = document.getElementById('keep')
  const card = document.getElementById('card')
  if (!buttons || !card) return
  buttons.hidden = false
  buttons.querySelector('[data-do="print"]')?.addEventListener('click', () => print())
  buttons.querySelector('[data-do="save"]')?.addEventListener('click', () => {
    const { file = 'notes.txt', text = '' } = card.dataset
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    link.download = file
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  })
}
