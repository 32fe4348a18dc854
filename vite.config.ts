/**
 * The web's build, in two steps that scripts/build.mjs runs: what browsers load (style, islands, their worker), then the
 * server's bundle. Everything in node_modules stays outside of it.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  // Nothing inline: the policy of the pages allows no `data:` address.
  build: isSsrBuild
    ? {
        ssr: 'web/server.ts',
        emptyOutDir: false,
        target: 'node26',
        rolldownOptions: { output: { entryFileNames: 'server.js' } },
      }
    : {
        assetsInlineLimit: 0,
        cssTarget: 'es2022',
        target: 'es2022',
        modulePreload: { polyfill: false },
        manifest: 'manifest.json',
        rolldownOptions: {
          input: [
            'web/islands/frame.ts',
            'web/islands/enrol.ts',
            'web/islands/check.ts',
            'web/style/main.css',
            'web/style/icon.svg',
          ],
        },
      },
  worker: { format: 'es' },
}))
