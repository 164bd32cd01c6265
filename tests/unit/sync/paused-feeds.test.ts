/** A feed that the reader paused is left alone by every pass that does not ask for it by name. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dueByOwnInterval } from '../../../electron/engine/feed-schedule'
import type { SyncBench } from '../../support/sync-bench'
import { prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench
let visits = 0

beforeEach(async () => {
  bench = await startSyncBench()
  visits = 0
  bench.server.on('/feed', () => {
    visits++
    return { body: rss('Feed', [{ title: 'Article', html: prose(200) }]) }
  })
})
afterEach(async () => {
  await bench.stop()
})

const follow = (paused: boolean) =>
  bench.library.addFeed(`${bench.server.origin}/feed`, { feedId: 'feed1', paused, intervalMinutes: 30 })

it('is skipped by a pass over all feeds, also one that the reader asked for, and the reason is kept', async () => {
  follow(true)
  for (const force of [false, true])
    expect((await bench.sync({ force })).results[0]).toMatchObject({ feedId: 'feed1', code: 'skipped' })
  expect(visits).toBe(0)
  expect(bench.ledger.of('feed1')[0]).toMatchObject({
    code: 'skipped',
    reason: expect.stringMatching(/^You paused it/) as string,
    nextDue: null,
  })
})

it('is fetched when it is asked for by name, and when it goes on', async () => {
  follow(true)
  expect((await bench.sync({ force: true, feedIds: ['feed1'] })).results[0]?.code).toBe('ok')
  expect((await bench.sync({ feedIds: ['feed1'] })).results[0]?.code).toBe('skipped')
  follow(false)
  expect((await bench.sync()).results[0]?.code).toBe('unchanged')
  expect(visits).toBe(2)
})

it('is never due by an interval of its own', () => {
  const now = new Date(bench.time)
  for (const paused of [true, false]) {
    follow(paused)
    expect(dueByOwnInterval(bench.library, now)).toEqual(paused ? [] : ['feed1'])
  }
})
