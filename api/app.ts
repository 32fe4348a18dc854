/** The API: one router an audience, its description, and how the installation is. The pages live on it as well. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { secureHeaders } from 'hono/secure-headers'
import { alerts } from './alerts.ts'
import { cases } from './cases.ts'
import { confirmations } from './confirmations.ts'
import { consents } from './consents.ts'
import { type ApiDeps, answerError, type Env, onlySmallBodies } from './deps.ts'
import { evidence } from './evidence.ts'
import { exchange } from './exchange.ts'
import { health } from './health.ts'
import { life } from './life.ts'
import { mail } from './mail.ts'
import { mandates } from './mandates.ts'
import { open } from './open.ts'
import { operators } from './operators.ts'
import { partners } from './partners.ts'
import { places } from './places.ts'
import { requests } from './requests.ts'

export type Api = ReturnType<typeof createApi>

export function createApi(deps: ApiDeps) {
  const app = new OpenAPIHono<Env>()
  app.notFound((c) => c.json({ error: 'There is nothing at this address.', code: 'NotFound' }, 404))
  app.onError((error, c) => answerError(error, c, deps.log))
  app.use('/api/*', secureHeaders(), onlySmallBodies, async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'http',
    scheme: 'bearer',
    description: 'From POST /api/session',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'operator', {
    type: 'http',
    scheme: 'bearer',
    description: "The operator's key",
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'partner', {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks 1.0, with the secret that `vigie partners add` prints',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'platform', {
    type: 'http',
    scheme: 'basic',
    description: 'User and key, as `vigie exchange add` prints them',
  })
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Vigie',
      version: '1',
      license: { name: 'AGPL-3.0-or-later' },
      description: 'Hashes in, notices matched, alerts and prepared requests out.',
    },
  })
  return app
    .route('/', health(deps))
    .route('/api', open(deps))
    .route('/api', cases(deps))
    .route('/api', alerts(deps))
    .route('/api', requests(deps))
    .route('/api', life(deps))
    .route('/api', mandates(deps))
    .route('/api', consents(deps))
    .route('/api', places(deps))
    .route('/api', operators(deps))
    .route('/api', partners(deps))
    .route('/api', mail(deps))
    .route('/api', confirmations(deps))
    .route('/api', exchange(deps))
    .route('/api', evidence(deps))
}
