/** Practice: made-up notices of made-up pictures, handed in by this installation itself, through the whole pipeline. */
import { z } from 'zod'
import { defineChannel } from './channel.ts'
import { readLine } from './hash-list.ts'

const limit = 500

export const practice = defineChannel({
  id: 'practice',
  title: 'Practice',
  summary: 'Takes the drills of this installation: a made-up notice, so that a person sees what an alert looks like.',
  sources: [],
  address: null,
  own: true,
  toldTo: 'everybody',
  options: z.strictObject({}),
  suggestions: [],
  live: false,
  everyMs: 3_600_000, // a drill asks for a poll at once

  /** Lines in the form of a hash list; the cursor is the position of the last one read. */
  async *poll(_source, cursor, { intake, now }) {
    for (let after = Number(cursor ?? 0); ; ) {
      const reports = await intake(after, limit)
      const last = reports.at(-1)
      if (!last) return
      after = last.position
      yield { entries: reports.map(({ raw }) => readLine(raw, now())), cursor: `${after}` }
    }
  },
})
