/** What anybody may ask, without a session: what this installation is, who helps, which place an address names. */
import { createRoute, z } from '@hono/zod-openapi'
import { parseCountry } from '#knowledge/countries.ts'
import { expect, limits, namesInDatabase } from '#knowledge/expectations.ts'
import { helpFor } from '#knowledge/helplines.ts'
import { alertMail } from '#knowledge/mails.ts'
import { locate, platformOf } from '#knowledge/platforms/index.ts'
import { readFigures } from '#store/figures.ts'
import { readWorkers } from '#store/presence.ts'
import { type ApiDeps, createRouter, json, jsonBody, problems } from './deps.ts'
import { AgeBand, Help, Lang, Place } from './schema.ts'

const Info = z.object({
  coverName: z.string(),
  mailServer: z.boolean().describe('False: the installation has no mail server, mails wait'),
  mailPreview: z.object({ subject: z.string(), text: z.string() }),
})

const info = createRoute({
  method: 'get',
  path: '/info',
  summary: 'What this installation is, and the very mail that an alert sends',
  request: { query: z.object({ lang: Lang.default('en') }) },
  responses: { 200: json(Info, 'The installation'), ...problems },
})

const help = createRoute({
  method: 'get',
  path: '/help',
  summary: 'Who helps, by country, age and language',
  request: {
    query: z.object({
      country: z.string().max(2).default('BE'),
      age: AgeBand.default('adult'),
      lang: Lang.default('en'),
    }),
  },
  responses: { 200: json(z.object({ help: z.array(Help) }), 'Who helps, a person to talk to first'), ...problems },
})

const places = createRoute({
  method: 'post',
  path: '/places',
  summary: 'Which places a pasted text names; nothing is stored or asked of anybody',
  request: { body: jsonBody(z.strictObject({ text: z.string().max(20_000) })) },
  responses: { 200: json(z.object({ places: z.array(Place) }), 'The places, in order'), ...problems },
})

const Expectation = z
  .object({
    decisions: z.int().describe('Decisions in that time which name such a reason'),
    shares: z.record(z.string(), z.number()).describe('Of those decisions, 0 to 1'),
    stoodDays: z
      .object({ median: z.number(), p90: z.number() })
      .nullable()
      .describe('From when the content was put up, not from when somebody asked'),
    coverage: z.number().describe('Share of all its decisions that name any reason, 0 to 1'),
  })
  .openapi('Expectation')

const expectations = createRoute({
  method: 'get',
  path: '/expectations',
  summary: 'What a platform decided of late, from public figures: counts, and what they cannot tell',
  request: {
    query: z.object({
      platform: z.string().max(40),
      group: z.enum(['intimate-images', 'minors', 'kindred']).default('intimate-images'),
      lang: Lang.default('en'),
    }),
  },
  responses: {
    200: json(
      z.object({
        days: z.int().describe('Days of the last 90 of which there are figures'),
        expectation: Expectation.nullable().describe('Null: too few decisions to say anything'),
        limits: z.array(z.object({ says: z.string(), source: z.string(), checked: z.string() })),
      }),
      'The figures, and their limits',
    ),
    ...problems,
  },
})

const figuresOfMs = 90 * 86_400_000

export function open({ store, config, now }: ApiDeps) {
  return createRouter()
    .openapi(info, async (c) => {
      const { lang } = c.req.valid('query')
      const mailServer = (await readWorkers(store)).some((worker) => worker.mail)
      const mailPreview = alertMail({ lang, coverName: config.coverName, homeUrl: null })
      return c.json({ coverName: config.coverName, mailServer, mailPreview }, 200)
    })
    .openapi(help, (c) => {
      const { country, age, lang } = c.req.valid('query')
      return c.json({ help: helpFor({ country: parseCountry(country), ageBand: age, lang }) }, 200)
    })
    .openapi(expectations, async (c) => {
      const { platform, group, lang } = c.req.valid('query')
      const day = (at: number) => new Date(at).toISOString().slice(0, 10)
      const span = { from: day(now() - figuresOfMs), to: day(now()) }
      const sums = await readFigures(store, { platform: namesInDatabase[platform] ?? '', ...span })
      return c.json(
        {
          days: sums.days,
          expectation: expect(sums, group),
          limits: limits.map(({ says, ...where }) => ({ says: says[lang], ...where })),
        },
        200,
      )
    })
    .openapi(places, (c) => {
      const found = locate(c.req.valid('json').text)
      return c.json(
        { places: found.map(({ platform, url }) => ({ platform, name: platformOf(platform).name, url })) },
        200,
      )
    })
}
