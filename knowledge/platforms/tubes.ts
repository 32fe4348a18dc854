/** What video sites have in common: whether a video's page is there, and by what it is known when it comes back. */
import { readPage } from '../web-page.ts'
import type { LivenessCheck, Marks, Platform, Sight } from './platform.ts'
import { askPage, folded, gone, landing, pastedForm, sameTitle, unknown, up } from './sights.ts'

interface TubeSigns {
  /** On a page that says that its video is gone. */
  removed: RegExp
  /** On a page that is kept from this country alone. */
  blocked: RegExp
  /** Whether the canonical address is one that the site answers to; else its 404 may speak of the form. */
  isAnswered: boolean
  recognise: Platform['recognise']
  source: string
  checked: string
}

export function tubeCheck({ removed, blocked, isAnswered, recognise, source, checked }: TubeSigns): LivenessCheck {
  return {
    kinds: ['video'],
    metadata: false,
    source,
    checked,
    async look(location, deps): Promise<Sight> {
      const pasted = isAnswered ? null : pastedForm(location, deps.pasted, recognise)
      const url = pasted ?? location.url
      const answer = await askPage(url, deps)
      const { status, text } = answer
      if (landing(answer, url) !== 'there') return unknown('a redirect')
      if (status === 410 || (status === 404 && (isAnswered || pasted))) return gone(`${status}`)
      if (status !== 200) return unknown(`${status}`)
      if (blocked.test(text)) return unknown('kept from this country')
      if (removed.test(text) || closed.test(text)) return gone('200 that says it is gone')
      const marks = marksOf(text)
      return marks.title ? up('200', marks) : unknown('200 without a title')
    },
  }
}

const closed = /\bvideo (?:has been|was|is) (?:disabled|removed|deleted|flagged for verification)/i

function marksOf(html: string): Marks {
  const { ogTitle } = readPage(html)
  const [, seconds] =
    html.match(/<meta\s[^<>]{0,100}(?:video|og:video):duration["'][^<>]{1,40}content=["'](\d{1,6})/i) ??
    html.match(/["']?(?:video_)?duration["']?\s{0,3}:\s{0,3}["']?(\d{1,6})\b/i) ??
    []
  const [, iso] = html.match(/"duration"\s{0,3}:\s{0,3}"P[^"]{0,4}T([\dHMS]{2,12})"/) ?? []
  const [, uploader] =
    html.match(/"(?:author|uploader)"\s{0,3}:\s{0,3}(?:\{[^{}]{0,200}?"name"\s{0,3}:\s{0,3})?"([^"]{1,100})"/) ?? []
  const duration = seconds ?? (iso ? String(secondsOf(iso)) : undefined)
  return {
    ...(ogTitle ? { title: folded(ogTitle) } : {}),
    ...(duration && { duration }),
    ...(uploader && { uploader: folded(uploader) }),
  }
}

function secondsOf(iso: string): number {
  const part = (unit: string) => Number(iso.match(new RegExp(`(\\d{1,4})${unit}`))?.[1] ?? 0)
  return part('H') * 3600 + part('M') * 60 + part('S')
}

/** The same title and length is the same video; the same uploader may have another. */
export function sameVideo(before: Marks, after: Marks): 'strong' | 'weak' | null {
  if (sameTitle(before, after) && before.duration !== undefined && before.duration === after.duration) return 'strong'
  return before.uploader !== undefined && before.uploader === after.uploader ? 'weak' : null
}
