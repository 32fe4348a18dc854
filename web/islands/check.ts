/** Checks a pack of evidence in the browser. The sentences stand in the page; this shows those that hold. */
import { unzipSync } from 'fflate'
import { type Verdict, verifyPack } from '#core/pack/index.ts'
import { giveHex } from './hex.ts'

interface Chosen {
  json: Uint8Array | null
  pdf: Uint8Array | null
}

const locales: Record<string, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', de: 'de-DE' }
/** A pack has some hundred kilobytes. */
const mostBytes = 50_000_000

giveHex()
mountCheck()

function mountCheck(): void {
  const root = document.getElementById('check')
  const input = root?.querySelector<HTMLInputElement>('input[type="file"]')
  if (!root || !input) return
  root.hidden = false
  // The two files may come one after the other.
  let chosen: Chosen = { json: null, pdf: null }
  let turn = 0
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    const mine = ++turn
    const show = (of: Shown) => {
      if (mine === turn) display(root, of)
    }
    show({ says: ['reading'] })
    if (!(await canVerify())) return show({ says: ['old'] })
    const read = await readFiles(files).catch((): Chosen => ({ json: null, pdf: null }))
    chosen = { json: read.json ?? (read.pdf ? chosen.json : null), pdf: read.pdf ?? (read.json ? chosen.pdf : null) }
    const { json, pdf } = chosen
    if (!json) return show({ says: [pdf ? 'json-missing' : 'none'] })
    const verdict = await verifyPack({ json, pdf })
    if (!verdict) chosen = { json: null, pdf: null }
    show(verdict ? shownOf(verdict, root) : { says: ['none'] })
  }
  // The same file again, after it was mended, is a choice too.
  input.addEventListener('click', () => {
    input.value = ''
  })
  input.addEventListener('change', () => void take([...(input.files ?? [])]))
  root.addEventListener('dragover', (event) => event.preventDefault())
  root.addEventListener('drop', (event) => {
    event.preventDefault()
    void take([...(event.dataTransfer?.files ?? [])])
  })
}

async function readFiles(files: readonly File[]): Promise<Chosen> {
  const chosen: Chosen = { json: null, pdf: null }
  for (const file of files) {
    if (file.size > mostBytes) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
    const entries = isZip
      ? Object.entries(unzipSync(bytes, { filter: ({ originalSize }) => originalSize < mostBytes }))
      : [[file.name, bytes] as const]
    for (const [name, content] of entries) {
      const isPdf = /\.pdf$/i.test(name) || String.fromCharCode(...content.subarray(0, 5)) === '%PDF-'
      if (isPdf) chosen.pdf = content
      else chosen.json = content
    }
  }
  return chosen
}

/** A browser without Ed25519 would find fault with every pack. */
async function canVerify(): Promise<boolean> {
  try {
    // The public key of RFC 8032, 7.1, test 1.
    const key = Uint8Array.fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
    await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
    return true
  } catch {
    return false
  }
}

interface Shown {
  says: string[]
  problems?: readonly string[]
  facts?: Record<string, string>
}

function shownOf(verdict: Verdict, root: HTMLElement): Shown {
  const { ok, problems, id, madeAt, key, entries, pdf, timestamp } = verdict
  const when = (at: number) =>
    Math.abs(at) > 8.64e15
      ? ''
      : new Intl.DateTimeFormat(locales[root.dataset.lang ?? ''], { dateStyle: 'long', timeStyle: 'long' }).format(at)
  return {
    says: [
      ok ? 'fits' : 'differs',
      ...(pdf === 'not given' ? ['pdf-missing'] : []),
      ...(ok ? [key === root.dataset.key ? 'ours' : 'others'] : []),
    ],
    problems,
    facts: {
      ...(id !== null && { number: id }),
      ...(madeAt !== null && { made: when(madeAt) }),
      ...(timestamp && { stamped: when(timestamp.at), authority: timestamp.authority }),
      ...(ok && { entries: String(entries) }),
      ...(key !== null && { key }),
    },
  }
}

function display(root: HTMLElement, { says, problems = [], facts = {} }: Shown): void {
  const parts = <Name extends string>(name: Name) => root.querySelectorAll<HTMLElement>(`[data-${name}]`)
  for (const part of parts('says')) part.hidden = !says.includes(part.dataset.says ?? '')
  for (const part of parts('problem')) part.hidden = !problems.includes(part.dataset.problem ?? '')
  for (const part of parts('fact')) {
    const value = facts[part.dataset.fact ?? '']
    part.hidden = value === undefined
    const place = part.querySelector('dd')
    if (place) place.textContent = value ?? ''
  }
  const heading = root.querySelector<HTMLElement>('#result')
  if (heading) heading.hidden = false
}
