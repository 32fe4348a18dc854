import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Service, startService } from '../service.ts'
import { seededChance } from './chance.ts'
import { startTown } from './town.ts'

test('the one process, killed at random points, tells everybody once and mails everybody once', {
  timeout: 240_000,
}, async () => {
  const chance = seededChance()
  await using opened = new AsyncDisposableStack()
  let service: Service | undefined
  const town = opened.use(await startTown(() => service?.url ?? ''))
  const first = opened.use(await startService({ env: town.env }))
  service = first
  await town.addChannels(await first.token())
  for (let round = 0; round < 3; round++) {
    for (const resident of [await town.enrol(), await town.enrol()]) await town.publish(resident)
    const onItsWay = town.enrol() // its answer may be lost with the process

    await pause(chance() * 1200) // the random point
    await service.kill()
    service = opened.use(await startService({ env: town.env, dataFolder: first.dataFolder }))
    await town.publish(await onItsWay)
  }

  await town.toldOnce({ within: 60_000 })
  expect(town.residents).toHaveLength(9)
  expect(await service.stop()).toBe(0)
})

test('killed at the very moment a mail is accepted, it does not send that mail again', {
  timeout: 240_000,
}, async () => {
  await using opened = new AsyncDisposableStack()
  let service: Service | undefined
  const town = opened.use(await startTown(() => service?.url ?? ''))
  const first = opened.use(await startService({ env: town.env }))
  service = first
  await town.addChannels(await first.token())
  for (let round = 1; round <= 3; round++) {
    await town.publish(await town.enrol())
    await town.mail.received(round) // not acknowledged yet, or just now
    await service.kill()
    service = opened.use(await startService({ env: town.env, dataFolder: first.dataFolder }))
  }

  await town.toldOnce({ within: 60_000 })
  expect(town.mail.mails).toHaveLength(3)
})
