/** The process that unpacks Chromium of an npm package into the folder that its `TMPDIR` names. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { default: packed, inflate } = await import('@sparticuz/chromium')
await packed.executablePath()
// The libraries that a bare machine lacks; the package adds them only on a cloud function.
const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
await inflate(join(bin, 'al2023.tar.br'))
