/** Draws a signature with finger, pen or mouse. What is sent are points in a box of 1000 × 300; no image is ever made. */
const most = { strokes: 60, points: 4000, ofStroke: 1000 }

export function mountSign(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-part="signing"]')
  const box = form?.querySelector('svg')
  const sent = form?.querySelector<HTMLInputElement>('input[name="strokes"]')
  if (!form || !box || !sent) return
  form.hidden = false
  let strokes: [number, number][][] = []
  let line: SVGPolylineElement | null = null

  const add = (event: PointerEvent) => {
    const stroke = strokes.at(-1)
    if (!line || !stroke || stroke.length >= most.ofStroke || strokes.flat().length >= most.points) return
    stroke.push(within(box, event))
    line.setAttribute('points', stroke.join(' '))
  }
  box.addEventListener('pointerdown', (event) => {
    if (strokes.length >= most.strokes) return
    event.preventDefault()
    box.setPointerCapture(event.pointerId)
    line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline')
    box.append(line)
    strokes.push([])
    add(event)
  })
  box.addEventListener('pointermove', add)
  for (const end of ['pointerup', 'pointercancel'] as const)
    box.addEventListener(end, () => {
      line = null
    })
  form.addEventListener('reset', () => {
    strokes = []
    box.replaceChildren()
  })
  form.addEventListener('submit', (event) => {
    const drawn = strokes.filter((stroke) => stroke.length > 0)
    if (drawn.length === 0) event.preventDefault()
    sent.value = JSON.stringify(drawn)
  })
}

/** Where the pointer is, in the box's own measure. */
function within(box: SVGSVGElement, { clientX, clientY }: PointerEvent): [number, number] {
  const { left, top, width, height } = box.getBoundingClientRect()
  const along = (part: number, whole: number) => Math.round(Math.min(1, Math.max(0, part)) * whole)
  return [along((clientX - left) / width, 1000), along((clientY - top) / height, 300)]
}
