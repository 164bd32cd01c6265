import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFeed } from '../../../electron/sync/find-feed'
import { fetchWithKeptLooks } from '../../../electron/sync/kept-looks'
import type { SyncPorts } from '../../../electron/sync/sync-ports'
import type { SyncBench } from '../../support/sync-bench'
import { page, prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench
let ports: SyncPorts
const feed = rss('Harbour News', [{ title: 'A', html: prose(50) }])

beforeEach(async () => {
  bench = await startSyncBench()
  const plain = bench.ports()
  ports = { ...plain, fetch: fetchWithKeptLooks(plain.fetch, plain.now) }
  bench.server.on('/feed', { body: feed })
})
afterEach(async () => {
  await bench.stop()
})
const find = (path: string) => findFeed(ports, bench.server.origin + path)
const sync = () => bench.sync({ force: true, depth: 'headlines' }, { fetch: ports.fetch })

describe('what a look has fetched', () => {
  it('is not fetched again to subscribe, nor by the first sync', async () => {
    await find('/feed')
    await find('/feed')
    bench.library.addFeed(`${bench.server.origin}/feed`)
    expect(await sync()).toMatchObject({ ok: 1, newArticles: 1 })
    expect(bench.server.asked('/feed')).toHaveLength(1)
  })

  it('answers one visit of a sync only', async () => {
    await find('/feed')
    bench.library.addFeed(`${bench.server.origin}/feed`)
    await sync()
    await sync()
    expect(bench.server.asked('/feed')).toHaveLength(2)
  })

  it('answers at the address it was redirected to', async () => {
    bench.server.on('/old', { status: 301, headers: { Location: '/feed' } })
    expect(await find('/old')).toMatchObject({ url: `${bench.server.origin}/feed` })
    expect(await find('/feed')).toMatchObject({ kind: 'feed' })
    expect(bench.server.asked('/feed')).toHaveLength(1)
  })

  it('is forgotten after five minutes', async () => {
    await find('/feed')
    bench.time += 5 * 60_000
    await find('/feed')
    expect(bench.server.asked('/feed')).toHaveLength(2)
  })

  it('is not kept when it failed, or was a page', async () => {
    bench.server.on('/', { body: page('Site') })
    await find('/')
    await find('/')
    expect(bench.server.asked('/')).toHaveLength(2)
    bench.server.on('/feed', { status: 503 })
    await find('/feed')
    bench.server.on('/feed', { body: feed })
    bench.time += 60 * 60_000
    expect(await find('/feed')).toMatchObject({ kind: 'feed' })
  })

  it('does not answer a feed that is asked only for what changed', async () => {
    bench.server.on('/feed', { body: feed, headers: { ETag: '"one"' } })
    bench.library.addFeed(`${bench.server.origin}/feed`)
    await sync()
    await find('/feed')
    await sync()
    expect(bench.server.asked('/feed')).toHaveLength(3)
  })
})
