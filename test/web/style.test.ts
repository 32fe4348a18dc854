import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAssets } from '#web/assets.ts'
import { buildPages, builtPages, startWeb } from '../pages.ts'

const folder = new URL('../../web/style/', import.meta.url)
const css = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const [light = '', dark = ''] = css('tokens.css').split('@media (prefers-color-scheme: dark)')

function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

/** WCAG 2.2 relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

describe.each([
  ['light', colours(light)],
  ['dark', { ...colours(light), ...colours(dark.split('@media')[0] ?? '') }],
])('%s', (_name, of) => {
  const pair = (text: string, ground: string) => contrast(of[text] ?? '#000000', of[ground] ?? '#000000')

  test.each([
    ['text', 'ground'],
    ['text', 'surface'],
    ['soft', 'ground'],
    ['soft', 'surface'],
    ['accent', 'ground'],
    ['accent', 'surface'],
    ['on-accent', 'accent'],
    ['on-tint', 'tint'],
    ['on-erase', 'erase'],
  ])('%s on %s reads at 7 : 1', (text, ground) => {
    expect(pair(text, ground)).toBeGreaterThanOrEqual(7)
  })

  test.each([
    ['line', 'ground'],
    ['line', 'surface'],
    ['accent', 'surface'],
    ['focus', 'ground'],
  ])('%s is seen on %s at 3 : 1', (part, ground) => {
    expect(pair(part, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('colours are named in tokens.css alone', () => {
  for (const name of readdirSync(folder).filter(
    (file) => /\.css$/.test(file) && file !== 'tokens.css' && file !== 'print.css',
  ))
    expect(css(name), name).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/i)
})

describe('as built', () => {
  beforeAll(buildPages)

  test('the first page with all it loads is at most 50 kB', async () => {
    const assets = readAssets(builtPages)
    await using web = await startWeb({ assets })

    const { html } = await web.visitor('fr-BE').get('/')

    const loaded = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) =>
      assets.files.get(path),
    )
    const bytes = loaded.reduce(
      (sum, file) => sum + (file?.bytes.length ?? Number.POSITIVE_INFINITY),
      Buffer.byteLength(html),
    )
    expect(loaded.length).toBeGreaterThanOrEqual(3)
    expect(bytes).toBeLessThanOrEqual(50_000)
  })

  test('assets are kept for good by the browser, pages never', async () => {
    const assets = readAssets(builtPages)
    await using web = await startWeb({ assets })
    const [path = ''] = assets.files.keys()

    const answer = await web.visitor().get(path)

    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await web.visitor().get('/assets/../server.js')).status).toBe(404)
    expect((await web.visitor().get('/assets/%2e%2e/server.js')).status).toBe(404)
  })

  test('no built file names an address of another site to load from', () => {
    const licence = /\/\*![^*]*(?:\*(?!\/)[^*]*)*\*\//g
    for (const [path, { bytes }] of readAssets(builtPages).files) {
      const code = Buffer.from(bytes).toString().replaceAll('http://www.w3.org/2000/svg', '').replaceAll(licence, '')
      expect(/https?:\/\/.{0,60}|url\(.{0,60}/.exec(code)?.[0], path).toBeUndefined()
    }
  })
})
