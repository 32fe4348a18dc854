import { expect, test } from 'vitest'
import { aHash, aLine, aPicture, startInstallation, turn } from '../installation.ts'
import { startHttpList } from '../peers/http-list.ts'

test('whatever was published before she came is found when she enrols, and nothing that was taken back', async () => {
  await using list = await startHttpList()
  await using vigie = await startInstallation()
  const [near, same, gone] = [aPicture(), aPicture(), aPicture()]
  const url = (name: string) => `https://leak.example/${name}`
  const noise = Array.from({ length: 200 }, (_, i) =>
    aLine({ id: `noise-${i}`, type: 'pdq', value: aHash(), quality: 90 }),
  )
  const lines = [
    aLine({ id: 'near', type: 'pdq', value: turn(near.pdqs[0]!, 31), quality: 90, url: url('near') }),
    aLine({ id: 'far', type: 'pdq', value: turn(near.pdqs[0]!, 32), quality: 90, url: url('far') }),
    aLine({ id: 'same', type: 'md5', value: same.md5, url: url('same') }),
    aLine({ id: 'gone', type: 'sha256', value: gone.sha256, url: url('gone') }),
    ...noise,
    aLine({ id: 'place', type: 'sha256', value: aHash(), url: url('place') }),
    aLine({ id: 'gone', op: 'delete' }),
  ]
  list.publish({ content: lines.join(''), type: 'application/x-ndjson' })
  await vigie.addChannel('hash-list', list.url)
  await vigie.idle()

  const person = await vigie.enrol({ pictures: [near, same, gone], locations: [url('place')] })
  await vigie.idle()

  const found = (await person.inbox()).flatMap((alert) => alert.matches)
  expect(found.map(({ kind, location }) => [kind, location]).sort()).toEqual([
    ['md5', url('same')],
    ['pdq', url('near')],
    ['url', url('place')],
  ])
})
