/** The built files that a browser may ask for: style, islands, their worker, the icon. Read once, served from memory. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface Assets {
  /** Source path → address, as pages name them: `web/style/main.css` → `/assets/main-4f2a.css`. */
  addresses: Record<string, string>
  /** Address → file. What is not in here is not served, so no path can lead out of the folder. */
  files: Map<string, { type: string; bytes: Uint8Array<ArrayBuffer> }>
}

export const noAssets: Assets = { addresses: {}, files: new Map() }

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** @param folder what `scripts/build.mjs` wrote: `manifest.json` and `assets/`. Throws if it was never built. */
export function readAssets(folder: string): Assets {
  const manifest: Record<string, { file: string }> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const addresses = Object.fromEntries(Object.entries(manifest).map(([source, { file }]) => [source, `/${file}`]))
  const files = new Map(
    readdirSync(join(folder, 'assets')).flatMap((name) => {
      const type = types[extname(name)]
      return type
        ? [[`/assets/${name}`, { type, bytes: new Uint8Array(readFileSync(join(folder, 'assets', name))) }]]
        : []
    }),
  )
  return { addresses, files }
}
