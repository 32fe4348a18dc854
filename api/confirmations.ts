/** What an operator says of a case for an organisation: that it knows the person behind it. */
import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '#core/errors.ts'
import type { CaseId } from '#core/ids.ts'
import { type Case, confirmCase, findCaseByNumber, readCase, withdrawConfirmation } from '#store/cases.ts'
import { readItems } from '#store/items.ts'
import { addWork } from '#store/work.ts'
import { type ApiDeps, createRouter, json, jsonBody, nothing, problems } from './deps.ts'
import { ConfirmationBody, Confirmed } from './schema.ts'
import { operatorOnly } from './session.ts'

const security = [{ operator: [] }]
const params = z.object({ case: z.string().max(64).describe('The file number') })

const confirm = createRoute({
  method: 'put',
  path: '/cases/{case}/confirmation',
  summary: 'An organisation knows the person behind the case: she is told what is not public, past notices included',
  security,
  request: { params, body: jsonBody(ConfirmationBody) },
  responses: { 200: json(Confirmed, 'It is confirmed'), ...problems },
})

const withdraw = createRoute({
  method: 'delete',
  path: '/cases/{case}/confirmation',
  summary: 'Take the confirmation back; what she was told stays told',
  security,
  request: { params },
  responses: { 204: nothing, ...problems },
})

export function confirmations(deps: ApiDeps) {
  const { store, now } = deps
  const router = createRouter()
  router.use('/cases/:case/confirmation', operatorOnly(deps))

  return router
    .openapi(confirm, async (c) => {
      const of = await known(c.req.valid('param').case)
      const { organisation } = c.req.valid('json')
      const items = (await readItems(store, of)).filter((item) => !item.practice)
      await store.transaction(async (tx) => {
        await confirmCase(tx, of, organisation, new Date(now()))
        // What was seen while nobody might be told is looked for again: nothing of it was written down.
        await addWork(
          tx,
          'look-back',
          items.map((item) => item.id),
          now(),
        )
        await addWork(tx, 'alert', [of.id], now())
      })
      return c.json({ case: of.number, organisation }, 200)
    })

    .openapi(withdraw, async (c) => {
      const of = await known(c.req.valid('param').case)
      await withdrawConfirmation(store.db, of.id)
      return c.body(null, 204)
    })

  async function known(number: string): Promise<Case> {
    const id: CaseId | null = await findCaseByNumber(store, number)
    if (!id) throw new NotFound('There is no case of that number. Look at its digits again.')
    return readCase(store, id)
  }
}
