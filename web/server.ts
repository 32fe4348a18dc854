/** The built web: `createWeb` with the files that were built beside it. */
import { createWeb as create, type WebDeps } from './app.tsx'
import { readAssets } from './assets.ts'

/** @throws when the files beside this one are missing: `npm run build` writes them. */
export function createWeb(deps: Omit<WebDeps, 'assets'>) {
  return create({ ...deps, assets: readAssets(import.meta.dirname) })
}
