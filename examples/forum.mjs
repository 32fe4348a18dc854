// For a forum on this machine: when a moderator takes a post down, your forum calls this with {"url", "files": ["a.jpg"]},
// and the digests of the post's pictures and its address are reported. Run it beside report.mjs:
//   FORUM_FILES=/var/www/forum/files VIGIE_URL=https://vigie.example.org VIGIE_SECRET=whsec_… node forum.mjs
import { readFile, realpath } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, sep } from 'node:path'
import { json } from 'node:stream/consumers'
import { report, sightingsOf } from './report.mjs'

export function startForumHook({ folder, port, vigie }) {
  return createServer(async (request, response) => {
    try {
      const { url, files } = await json(request)
      const home = await realpath(folder)
      const sightings = [{ url }]
      for (const file of files.slice(0, 200)) {
        const path = await realpath(join(home, file))
        if (!path.startsWith(home + sep)) throw new Error('a path leads out of the folder')
        sightings.push(...sightingsOf(await readFile(path), url))
      }
      await report(sightings, vigie)
      response.writeHead(204).end()
    } catch (error) {
      response.writeHead(500).end(error.message) // the forum keeps it, and calls again
    }
  }).listen(port, '127.0.0.1')
}

if (import.meta.main) startForumHook({ folder: process.env.FORUM_FILES, port: Number(process.env.PORT ?? 8070) })
