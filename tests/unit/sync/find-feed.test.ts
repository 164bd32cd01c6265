import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFeed, readOffered } from '../../../electron/sync/find-feed'
import type { SyncBench } from '../../support/sync-bench'
import { page, prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench
const feed = rss('Harbour News', [{ title: 'A', html: prose(50) }])
const site = (...links: string[]) => ({
  headers: { 'Content-Type': 'text/html' },
  body: page('Site').replace('</head>', `${links.join('')}</head>`),
})
const link = (href: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" href="${href}" title="${title}">`

beforeEach(async () => {
  bench = await startSyncBench()
})
afterEach(async () => {
  await bench.stop()
})
const find = (path: string) => findFeed(bench.ports(), bench.server.origin + path)

describe('findFeed', () => {
  it('reads a feed at the very address', async () => {
    bench.server.on('/feed', { body: feed })
    expect(await find('/feed')).toMatchObject({
      kind: 'feed',
      url: `${bench.server.origin}/feed`,
      feed: { title: 'Harbour News' },
    })
  })

  it('takes an address without its scheme', async () => {
    bench.server.on('/feed', { body: feed })
    const found = await findFeed(bench.ports(), `127.0.0.1:${bench.server.port}/feed`)
    expect(found).toMatchObject({ kind: 'feed', typedUrl: `${bench.server.origin}/feed` })
  })

  it('reads the one feed that a page names', async () => {
    bench.server.on('/', site(link('/news.xml', 'News')))
    bench.server.on('/news.xml', { body: feed })
    expect(await find('/')).toMatchObject({ kind: 'feed', url: `${bench.server.origin}/news.xml` })
  })

  it('lets the reader choose among several', async () => {
    bench.server.on('/', site(link('/news.xml', 'News'), link('/sport.xml', 'Sport')))
    const found = await find('/')
    expect(found).toMatchObject({ kind: 'choice', feeds: [{ title: 'News' }, { title: 'Sport' }] })
    expect(bench.server.asked('/news.xml')).toHaveLength(0)
  })

  it('reads one of those that were offered, with what it holds', async () => {
    bench.server.on('/news.xml', { body: feed })
    const offer = { typed: bench.server.origin, url: `${bench.server.origin}/news.xml` }
    expect(await readOffered(bench.ports(), offer)).toMatchObject({
      kind: 'feed',
      url: offer.url,
      feed: { title: 'Harbour News' },
      preview: { format: 'rss', headlines: [{ title: 'A' }] },
    })
  })

  it('says why one of those that were offered cannot be read', async () => {
    bench.server.on('/news.xml', { status: 404 })
    const offer = { typed: bench.server.origin, url: `${bench.server.origin}/news.xml` }
    expect(await readOffered(bench.ports(), offer)).toMatchObject({ kind: 'failed', code: 'http_error' })
  })

  it('reads nothing that is offered at a private address of another port', async () => {
    const router = await startSyncBench()
    router.server.on('/feed', { body: feed })
    const offer = { typed: bench.server.origin, url: `${router.server.origin}/feed` }
    expect(await readOffered(bench.ports(), offer)).toMatchObject({ code: 'private_address' })
    expect(router.server.log).toHaveLength(0)
    await router.stop()
  })

  it('tries the usual places when a page names none', async () => {
    bench.server.on('/', site())
    bench.server.on('/feed.xml', { body: feed })
    expect(await find('/')).toMatchObject({ kind: 'feed', url: `${bench.server.origin}/feed.xml` })
  })

  it('says that there is none, and what to do', async () => {
    bench.server.on('/', site())
    const found = await find('/')
    expect(found).toMatchObject({ kind: 'failed', code: 'not_a_feed' })
    expect(found).toMatchObject({ message: expect.stringContaining('look on the site') as string })
  })

  it('tells a failed address by its own failure', async () => {
    bench.server.on('/feed', { status: 401 })
    expect(await find('/feed')).toMatchObject({ kind: 'failed', code: 'unauthorized' })
    expect(await findFeed(bench.ports(), 'two words')).toMatchObject({ kind: 'failed', code: 'failed' })
  })

  it('does not follow a page to a private address of another port', async () => {
    const router = await startSyncBench()
    router.server.on('/feed', { body: feed })
    bench.server.on('/', site(link(`${router.server.origin}/feed`, 'Trap')))
    expect(await find('/')).toMatchObject({ kind: 'failed', code: 'private_address' })
    expect(router.server.log).toHaveLength(0)
    await router.stop()
  })
})
