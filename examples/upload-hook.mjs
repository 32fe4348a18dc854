// For a file host: called with each upload that was taken down (or by your queue of reports), it reports the file's
// digests and its public address. The file stays where it is; only its digests leave. Run it beside report.mjs:
//
//   VIGIE_URL=https://vigie.example.org VIGIE_SECRET=whsec_… node upload-hook.mjs FILE https://files.example/f/81
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { report } from './report.mjs'

/** Reads the file as it comes, so that a long clip does not fill the memory. */
export async function onTakedown(file, url, vigie) {
  const digests = { sha256: createHash('sha256'), md5: createHash('md5') }
  for await (const chunk of createReadStream(file)) for (const digest of Object.values(digests)) digest.update(chunk)
  const sightings = Object.entries(digests).map(([type, digest]) => ({ type, value: digest.digest('hex'), url }))
  await report(sightings, vigie)
}

if (import.meta.main) await onTakedown(process.argv[2], process.argv[3])
