/** Share: platforms that may know her pictures' fingerprints, off until she agrees, and what they said back. */
import type { Hono } from 'hono'
import { Declined } from '../client.ts'
import type { CaseVisit } from '../visit.ts'
import { SharePage } from './page.tsx'

/** Adds the page to those of one case. */
export function sharePages(app: Hono<{ Variables: CaseVisit }>): void {
  app.get('/share', async (c) => {
    const { v, api } = c.var
    const said = { agreed: v.t.share.agreed, stopped: v.t.share.stopped }[c.req.query('said') ?? ''] ?? null
    return c.html(<SharePage v={v} share={await api.share()} said={said} problem={null} />)
  })

  app.post('/share', async (c) => {
    const { v, api } = c.var
    const form = await c.req.parseBody({ all: true })
    if (form.do === 'stop') {
      await api.stopSharing()
      return c.redirect('/share?said=stopped', 303)
    }
    const readers = [form.reader ?? []].flat().filter((each) => typeof each === 'string')
    try {
      if (readers.length > 0) {
        await api.agreeToShare({ words: String(form.words ?? ''), readers: readers.slice(0, 100) })
        return c.redirect('/share?said=agreed', 303)
      }
    } catch (error) {
      if (!(error instanceof Declined) || error.status === 401 || error.status >= 500) throw error
    }
    const { missing, failed, nothing } = v.t.share
    const { pictures, clips } = c.var.view
    const problem = readers.length === 0 ? missing : pictures + clips === 0 ? nothing : failed
    return c.html(<SharePage v={v} share={await api.share()} said={null} problem={problem} />, 422)
  })
}
