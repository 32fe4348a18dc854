/**
 * The picture picker: choose, drop or paste; each picture is read in the worker and shown blurred with its own state.
 * The hidden field of the form, which is shown word for word, is all that leaves the page.
 */
import type { Read, Trouble } from './worker.ts'

type State = 'waiting' | 'reading' | 'ready' | 'plain' | 'same' | Trouble
type Picture = Extract<Read, { type: 'read' }>['picture']

interface Item {
  file: File | null
  state: State
  picture?: Picture
  thumb?: ImageBitmap
}

const maxPictures = 500

/** What was chosen stays chosen when the page goes to another question and back; it ends with the page. */
let items: Item[] = []
let worker: Worker | undefined
let busy: Promise<void> | undefined
let show = () => {}
let listening = false

export function mountPictures(): void {
  const root = document.getElementById('pictures')
  const field = root?.querySelector<HTMLInputElement>('input[name="pictures"]')
  const picker = root?.querySelector<HTMLElement>('.picker')
  if (!root || !field || !picker) return
  if (items.length === 0) items = remembered(field.value)
  const says: Record<string, string> = JSON.parse(root.dataset.says ?? '{}')
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  picker.hidden = false

  show = () => {
    const ready = items.flatMap(({ picture }) => picture ?? [])
    const done = items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length
    field.value = ready.length === 0 ? '' : `[${ready.map((picture) => JSON.stringify(picture)).join(',\n')}]`
    const lines = part('lines')
    if (lines) lines.textContent = field.value || (lines.dataset.nothing ?? '')
    const progress = part('progress')
    const text = says.progress?.replace('{done}', String(ready.length)).replace('{all}', String(items.length)) ?? ''
    if (progress) progress.textContent = items.length === 0 ? '' : text
    const bar = root.querySelector('progress')
    if (bar) {
      bar.hidden = done === items.length
      bar.max = items.length
      bar.value = done
    }
    part('list')?.replaceChildren(...items.map((item, index) => row(item, index, says)))
    const trouble = part('trouble')
    const general = items.find(({ state }) => state === 'noise' || state === 'old')?.state
    const overall = general ? says[general] : items.length > maxPictures ? says.many : undefined
    if (trouble) {
      trouble.hidden = overall === undefined
      if (trouble.textContent !== (overall ?? '')) trouble.textContent = overall ?? ''
    }
  }
  show()

  const choose = root.querySelector<HTMLInputElement>('input[type="file"]')
  choose?.addEventListener('change', () => {
    add([...(choose.files ?? [])])
    choose.value = ''
  })
  const drop = root.querySelector('.drop')
  drop?.addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.add('over')
  })
  drop?.addEventListener('dragleave', () => drop.classList.remove('over'))
  drop?.addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    if (event instanceof DragEvent) add([...(event.dataTransfer?.files ?? [])])
  })
  listen()
}

/** Listeners of the document, which outlives the pages of the questions. */
function listen(): void {
  if (listening) return
  listening = true
  document.addEventListener('paste', ({ clipboardData }) => {
    const files = [...(clipboardData?.files ?? [])]
    if (document.getElementById('pictures') && files.length > 0) add(files)
  })
  // Going on waits for the pictures that are still being read.
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!busy || !(form instanceof HTMLFormElement) || !form.querySelector('#pictures')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { submitter } = event
      void busy.then(() => form.requestSubmit(submitter))
    },
    { capture: true },
  )
}

function add(files: File[]): void {
  const room = maxPictures - items.length
  items.push(...files.slice(0, Math.max(0, room)).map((file): Item => ({ file, state: 'waiting' })))
  show()
  busy ??= readAll().finally(() => {
    busy = undefined
  })
}

/** One after the other, so that one picture's pixels are in memory and no more. */
async function readAll(): Promise<void> {
  for (let item = nextWaiting(); item; item = nextWaiting()) {
    item.state = 'reading'
    show()
    const file = item.file
    const read = file ? await readOne(file) : null
    item.file = null
    if (read?.type === 'read') {
      const known = items.some((other) => other.picture?.sha256 === read.picture.sha256)
      item.state = known ? 'same' : read.informative ? 'ready' : 'plain'
      item.thumb = read.thumb
      if (!known && items.includes(item)) item.picture = read.picture
    } else {
      item.state = read?.trouble ?? 'unreadable'
    }
    show()
  }
}

const nextWaiting = () => items.find(({ state }) => state === 'waiting')

function readOne(file: File): Promise<Read> {
  const { promise, resolve } = Promise.withResolvers<Read>()
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Read>) => resolve(data)
  // Out of memory ends a worker: the next picture gets a new one.
  worker.onerror = () => {
    worker?.terminate()
    worker = undefined
    resolve({ type: 'trouble', trouble: 'tooLarge' })
  }
  worker.postMessage(file)
  return promise
}

function row(item: Item, index: number, says: Record<string, string>): HTMLLIElement {
  const line = document.createElement('li')
  const thumb = document.createElement('span')
  thumb.className = 'thumb'
  if (item.thumb) {
    const canvas = document.createElement('canvas')
    canvas.width = item.thumb.width
    canvas.height = item.thumb.height
    canvas.getContext('2d')?.drawImage(item.thumb, 0, 0)
    canvas.setAttribute('aria-hidden', 'true')
    thumb.append(canvas)
  }
  const text = document.createElement('span')
  text.textContent = `${index + 1}. ${says[item.state] ?? ''}`
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.className = 'quiet'
  remove.textContent = says.remove ?? ''
  remove.setAttribute('aria-label', `${says.remove} ${index + 1}`)
  remove.addEventListener('click', () => {
    items = items.filter((other) => other !== item)
    show()
    document.getElementById('choose')?.focus()
  })
  line.append(thumb, text, remove)
  return line
}

/** What the form still carries after the page was loaded anew: hashes without their thumbnails. */
function remembered(json: string): Item[] {
  try {
    const pictures: Picture[] = JSON.parse(json || '[]')
    return pictures.map((picture) => ({ file: null, state: picture.pdqs.length > 0 ? 'ready' : 'plain', picture }))
  } catch {
    return []
  }
}
