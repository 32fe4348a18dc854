import { expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'

interface Description {
  paths: Record<string, Record<string, { summary?: string; security?: unknown[] }>>
}

test('every route is described, every description has a route, and each says what it is for', async () => {
  await using vigie = await startInstallation({ worker: false })
  const { paths } = (await (await vigie.ask('/openapi.json')).json()) as Description

  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const served = vigie.routes.filter((route) => route.path.startsWith('/api/') && route.path !== '/api/openapi.json')
  const known = served.map(
    ({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`,
  )

  expect(described.sort()).toEqual([...new Set(known)].sort())
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { summary }] of Object.entries(methods)) expect(summary, `${method} ${path}`).toBeTruthy()
})

test('what is a case’s or the operator’s is closed to everybody else', async () => {
  await using vigie = await startInstallation({ worker: false })
  const { paths } = (await (await vigie.ask('/openapi.json')).json()) as Description
  const closed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { security }]) => (security ? [{ method, path }] : [])),
  )

  for (const { method, path } of closed) {
    const asked = path.replace('/api', '').replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')
    const body = method === 'get' || method === 'delete' ? undefined : {}
    const answer = await vigie.ask(asked, { method: method.toUpperCase(), body })
    // Signing out without a session is no secret, and no harm.
    if (!(method === 'delete' && path === '/api/session')) expect(answer.status, `${method} ${path}`).toBe(401)
  }
  expect(closed.length).toBeGreaterThan(15)
})
