import { execFile } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settings } from '#cli/config.ts'

const root = new URL('../../', import.meta.url)
const read = (name: string) => readFile(new URL(name, root), 'utf8')
const compose = parse(await read('docker-compose.yml'), { merge: true })
const dockerfile = await read('Dockerfile')

test('docker-compose.yml keeps to the Compose schema', async () => {
  const dclint = fileURLToPath(new URL('node_modules/.bin/dclint', root))
  const file = fileURLToPath(new URL('docker-compose.yml', root))
  const { stdout } = await promisify(execFile)(dclint, ['--formatter', 'json', file]).catch((failed) => failed)

  const found: { messages: { type: string; severity: string; message: string }[] }[] = JSON.parse(stdout)
  expect(found.flatMap(({ messages }) => messages.filter(({ type }) => type === 'error'))).toEqual([])
})

test('it runs the services apart, the workers twice, each with a check of its health', () => {
  expect(Object.keys(compose.services).sort()).toEqual(['api', 'mail', 'postgres', 'redis', 'worker'])
  expect(compose.services.worker.deploy.replicas).toBe(2)
  for (const name of ['postgres', 'redis', 'mail']) expect(compose.services[name].healthcheck.test, name).toBeDefined()
  expect(dockerfile).toContain('HEALTHCHECK')
})

test('every setting that it names is one of ours', () => {
  for (const name of ['api', 'worker'])
    for (const setting of Object.keys(compose.services[name].environment))
      expect(settings.shape).toHaveProperty(setting)
})

test('api and worker share the folder of keys, and read nothing else', () => {
  for (const name of ['api', 'worker']) {
    expect(compose.services[name].volumes).toEqual(['keys:/data'])
    expect(compose.services[name].read_only).toBe(true)
  }
  expect(dockerfile).toMatch(/VIGIE_DATA=\/data/)
})

test('the image is built in two stages and runs as an ordinary user', () => {
  expect(dockerfile.match(/^FROM /gm)).toHaveLength(2)
  expect(dockerfile).toMatch(/^USER node$/m)
})

test('every file that the image copies is there, and is let through by .dockerignore', async () => {
  const let_through = (await read('.dockerignore')).split('\n').filter((line) => line.startsWith('!'))
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, names = '']) =>
    names.split(' ').slice(0, -1),
  )

  expect(copies.length).toBeGreaterThan(5)
  for (const name of copies) {
    await access(new URL(name, root))
    expect(let_through).toContain(`!${name}`)
  }
})
