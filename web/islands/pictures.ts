/**
 * The picker of pictures and clips: choose, drop or paste; each is read in a worker and shown blurred with its own
 * state. The hidden field of the form, which is shown word for word, is all that leaves the page.
 */
import { readClip } from './clip.ts'
import { showLines } from './lines.ts'
import { type Hand, pixelsOfFile, whenFree, withHand } from './pool.ts'
import type { Choice, ClipLine, PictureLine, Told, Trouble, Weak } from './worker.ts'

type State =
  | 'waiting'
  | 'reading'
  | 'ready'
  | 'reduced'
  | `weak-${Weak}`
  | 'plainClip'
  | 'same'
  | 'full'
  | 'clip'
  | 'stopped'
  | Trouble

export interface Item {
  /** Where its file still is: what was loaded anew has its line alone. */
  file: File | null
  isClip: boolean
  state: State
  /** What became of it, whether or not it fits. */
  made?: State
  line?: PictureLine | ClipLine
  /** The line as it leaves. */
  json?: string
  /** How many hashes the line has. */
  hashes: number
  thumb?: ImageBitmap
  /** 0 to 1, of a clip that is being read. */
  share: number
  stop?: AbortController
}

/** What one form may carry (api/schema.ts). */
const most = { pictures: 500, clips: 20, hashes: 120_000 }
/** Hexadecimal digits of one frame in a clip's line. */
const frameDigits = 66
/** What a clip's frames take while they are read, at 4K. */
const clipPixels = 9_000_000

/** What was chosen stays chosen when the page goes to another question and back; it ends with the page. */
let items: Item[] = []
const reading = new Set<Promise<void>>()
let show = () => {}
let showOne = (_: Item) => {}
let showShare = (_: Item) => {}
let listening = false
let views: Choice = 'balanced'

export function mountPictures(): void {
  const root = document.getElementById('pictures')
  const field = root?.querySelector<HTMLInputElement>('input[name="pictures"]')
  const picker = root?.querySelector<HTMLElement>('.picker')
  if (!root || !field || !picker) return
  if (items.length === 0) items = remembered(field.value)
  const says: Record<string, string> = JSON.parse(root.dataset.says ?? '{}')
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  picker.hidden = false
  const rows = new Map<Item, HTMLLIElement>()

  showOne = (item) => {
    const line = row(item, items.indexOf(item), says)
    rows.get(item)?.replaceWith(line)
    rows.set(item, line)
  }
  // In its place, so that the button beside it stays under the finger.
  showShare = (item) => {
    const line = rows.get(item)
    const bar = line?.querySelector('progress')
    const share = line?.querySelector('[data-part="share"]')
    if (bar) bar.value = item.share
    if (share) share.textContent = percent(item)
  }
  show = () => {
    takeWhatFits()
    const taken = items.filter(({ state, json }) => json && state !== 'full')
    const done = items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length
    // Megabytes are put together once, not for each picture.
    if (reading.size === 0) {
      field.value = taken.length === 0 ? '' : `[${taken.map(({ json }) => json).join(',\n')}]`
      showLines(root, taken, field.value, says)
    }
    const progress = part('progress')
    const text = says.progress?.replace('{done}', String(taken.length)).replace('{all}', String(items.length)) ?? ''
    if (progress) progress.textContent = items.length === 0 ? '' : text
    const bar = root.querySelector<HTMLProgressElement>('progress[data-part="bar"]')
    if (bar) {
      bar.hidden = done === items.length
      bar.max = items.length
      bar.value = done
    }
    rows.clear()
    const lines = items.map((item, index) => {
      const line = row(item, index, says)
      rows.set(item, line)
      return line
    })
    part('list')?.replaceChildren(...lines)
    const trouble = part('trouble')
    const general = items.find(({ state }) => state === 'noise' || state === 'old')?.state
    const left = items.filter(({ state }) => state === 'full').length
    const overall = general
      ? says[general]
      : left > 0
        ? says.many?.replace('{fit}', String(taken.length)).replace('{left}', String(left))
        : undefined
    if (trouble) {
      trouble.hidden = overall === undefined
      if (trouble.textContent !== (overall ?? '')) trouble.textContent = overall ?? ''
    }
  }

  const chosen = () => root.querySelector<HTMLInputElement>('input[name="views"]:checked')?.value
  views = chosen() === 'wide' ? 'wide' : 'balanced'
  for (const radio of root.querySelectorAll('input[name="views"]'))
    radio.addEventListener('change', () => {
      views = chosen() === 'wide' ? 'wide' : 'balanced'
      again()
    })
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
  // Going on waits for what is still being read.
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (reading.size === 0 || !(form instanceof HTMLFormElement) || !form.querySelector('#pictures')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { submitter } = event
      void settled().then(() => form.requestSubmit(submitter))
    },
    { capture: true },
  )
}

async function settled(): Promise<void> {
  while (reading.size > 0) await Promise.all(reading)
}

/** By its type, else by its name: some phones give a clip no type. */
const isVideo = ({ type, name }: File) =>
  type.startsWith('video/') || (type === '' && /\.(?:mp4|m4v|mov|webm|mkv|3gp|avi)$/i.test(name))

function add(files: File[]): void {
  for (const file of files) {
    const item: Item = { file, isClip: isVideo(file), state: 'waiting', hashes: 0, share: 0 }
    items.push(item)
    begin(item)
  }
  show()
}

/** Another set of views: pictures whose files are at hand are read once more. */
function again(): void {
  for (const item of items) {
    if (!item.file || item.isClip || item.state === 'waiting' || item.state === 'reading') continue
    delete item.line
    delete item.json
    delete item.made
    item.state = 'waiting'
    begin(item)
  }
  show()
}

function begin(item: Item): void {
  const work = read(item).finally(() => {
    reading.delete(work)
    show()
  })
  reading.add(work)
}

async function read(item: Item): Promise<void> {
  const { file, isClip } = item
  if (!file) return
  const cost = isClip ? clipPixels : await pixelsOfFile(file)
  const work = () => {
    if (!items.includes(item)) return Promise.resolve()
    item.state = 'reading'
    showOne(item)
    return isClip ? takeClip(item, file) : withHand((hand) => takePicture(item, file, hand))
  }
  await whenFree(cost, work, { isClip })
}

async function takePicture(item: Item, file: File, hand: Hand): Promise<void> {
  // The other set may be chosen meanwhile: then this one is made after all.
  let made: Choice
  let told: Told
  do {
    made = views
    told = await hand.ask({ type: 'picture', file, views: made })
  } while (made !== views && told.type === 'picture')
  if (told.type !== 'picture') {
    item.state = told.type === 'trouble' ? told.trouble : 'unreadable'
    return
  }
  item.thumb = told.thumb
  const { line } = told
  keep(item, line, told.weak ? `weak-${told.weak}` : told.isReduced ? 'reduced' : 'ready')
}

async function takeClip(item: Item, file: File): Promise<void> {
  item.stop = new AbortController()
  const read = await readClip(file, {
    signal: item.stop.signal,
    progress(share) {
      item.share = share
      showShare(item)
    },
    thumb(of) {
      item.thumb = of
    },
  })
  if ('trouble' in read) {
    item.state = read.trouble
    return
  }
  keep(item, read.line, read.line.vpdqs.length > 0 ? 'ready' : 'plainClip')
}

function keep(item: Item, line: PictureLine | ClipLine, state: State): void {
  const isKnown = items.some((other) => other !== item && other.line?.sha256 === line.sha256)
  item.state = isKnown ? 'same' : state
  if (!isKnown) Object.assign(item, withLine(line), { made: state })
}

const withLine = (line: PictureLine | ClipLine) => ({
  line,
  json: JSON.stringify(line),
  hashes:
    'vpdqs' in line
      ? line.vpdqs.reduce((sum, set) => sum + set.length / frameDigits, 0)
      : line.pdqs.length + line.weak.length,
})

/** What does not fit into one form is left for the next, and told so. */
function takeWhatFits(): void {
  const room = { ...most }
  for (const item of items) {
    if (!item.line || !item.made) continue
    const kind = item.isClip ? 'clips' : 'pictures'
    const fits = room[kind] > 0 && room.hashes >= item.hashes
    item.state = fits ? item.made : 'full'
    if (!fits) continue
    room[kind]--
    room.hashes -= item.hashes
  }
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
  const isRunning = item.state === 'reading' && item.isClip
  text.textContent = `${index + 1}. ${(item.isClip && says[`${item.state}Clip`]) || (says[item.state] ?? '')}`
  if (isRunning) {
    const bar = document.createElement('progress')
    bar.max = 1
    bar.value = item.share
    bar.setAttribute('aria-label', `${index + 1}`)
    const share = document.createElement('span')
    share.dataset.part = 'share'
    share.textContent = percent(item)
    text.append(' ', share, bar)
  }
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.className = 'quiet'
  const label = (isRunning ? says.stop : says.remove) ?? ''
  remove.textContent = label
  remove.setAttribute('aria-label', `${label} ${index + 1}`)
  remove.addEventListener('click', () => {
    if (isRunning) return item.stop?.abort()
    items = items.filter((other) => other !== item)
    show()
    document.getElementById('choose')?.focus()
  })
  line.append(thumb, text, remove)
  return line
}

const percent = ({ share }: Item) => `${Math.floor(100 * share)} %`

/** What the form still carries after the page was loaded anew: hashes without their thumbnails. */
function remembered(json: string): Item[] {
  try {
    const lines: (PictureLine | ClipLine)[] = JSON.parse(json || '[]')
    return lines.map((line): Item => {
      const isClip = 'vpdqs' in line
      const isPlain = (isClip ? line.vpdqs.length : line.pdqs.length + line.weak.length) === 0
      const state: State = !isPlain ? 'ready' : isClip ? 'plainClip' : 'weak-too-small'
      return { file: null, isClip, state, made: state, share: 0, ...withLine(line) }
    })
  } catch {
    return []
  }
}
