/** The pace that a feed names itself (ttl, sy:updatePeriod, skipHours, skipDays), honoured within reason. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SyncBench } from '../../support/sync-bench'
import { prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const quarter = { gapMs: 15 * minute }

beforeEach(async () => {
  bench = await startSyncBench()
  bench.library.addFeed(`${bench.server.origin}/feed`)
})
afterEach(async () => {
  await bench.stop()
})

const serve = (answer: Parameters<SyncBench['server']['on']>[1]) => bench.server.on('/feed', answer)
const wishing = (wishes: string) =>
  rss('Feed', [{ title: 'Article', html: prose(200) }]).replace('<channel>', `<channel>${wishes}`)
const code = async (options: Parameters<SyncBench['sync']>[0] = {}) =>
  (await bench.sync(options)).results[0]?.code

describe('a feed that names its own pace', () => {
  it.each([
    ['<ttl>90</ttl>', 90 * minute],
    [
      '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod>',
      hour,
    ],
    ['<ttl>43200</ttl>', 2 * hour],
    // It is eight o'clock: due at 08:15, quiet until eleven.
    ['<skipHours><hour>8</hour><hour>9</hour><hour>10</hour></skipHours>', 3 * hour],
    // It is Sunday: quiet until midnight.
    ['<skipDays><day>Sunday</day></skipDays>', 16 * hour],
    ['<skipDays><day>Sunday</day><day>Monday</day></skipDays>', day],
  ])('waits as the feed itself wishes, within reason: %s', async (wishes, wait) => {
    serve({ body: wishing(wishes) })
    await bench.sync(quarter)
    const due = new Date(bench.time + wait).toISOString()
    expect(bench.ledger.of('feed1')[0]).toMatchObject({ code: 'ok', nextDue: due })
    bench.time += wait - minute
    const summary = await bench.sync(quarter)
    expect(summary.results[0]).toMatchObject({
      code: 'skipped',
      message: `The feed itself asks for no visit before ${due}.`,
    })
    expect(bench.ledger.of('feed1')[0]?.nextDue).toBe(due)
    bench.time += 2 * minute
    expect(await code(quarter)).toBe('unchanged')
  })

  it('does not let what the feed wishes come before what the reader wishes', async () => {
    serve({ body: wishing('<ttl>90</ttl>') })
    await bench.sync(quarter)
    expect(await code()).toBe('unchanged')
    bench.library.addFeed(`${bench.server.origin}/feed`, { feedId: 'feed1', intervalMinutes: 30 })
    bench.time += 31 * minute
    expect(await code(quarter)).toBe('unchanged')
  })

  it('leaves a feed alone in its quiet hours, although it was due before them', async () => {
    serve({ body: wishing('<skipHours><hour>10</hour></skipHours>') })
    await bench.sync(quarter)
    bench.time += 2.5 * hour
    expect(await code(quarter)).toBe('skipped')
    expect(bench.ledger.of('feed1')[0]?.nextDue).toBe('2026-03-01T11:00:00.000Z')
    bench.time += 31 * minute
    expect(await code(quarter)).toBe('unchanged')
  })

  it('keeps in mind what the feed wishes when it answers that nothing changed', async () => {
    serve({ headers: { ETag: '"1"' }, body: wishing('<ttl>90</ttl>') })
    await bench.sync(quarter)
    serve({ status: 304 })
    bench.time += 2 * hour
    expect(await code(quarter)).toBe('not_modified')
    bench.time += hour
    expect(await code(quarter)).toBe('skipped')
  })
})
