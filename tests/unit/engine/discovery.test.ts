/** What a reader is told of the feeds at an address, against a real library and a loopback site. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FeedCredentials } from '../../../electron/engine/feed-credentials'
import { Subscriptions } from '../../../electron/engine/subscriptions'
import { LibraryStore } from '../../../electron/library/library-store'
import type { SyncBench } from '../../support/sync-bench'
import { page, rss, startSyncBench } from '../../support/sync-bench'

let folder = ''
let library: LibraryStore
let bench: SyncBench
let subscriptions: Subscriptions

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-discovery-'))
  bench = await startSyncBench()
  const { now } = bench.ports()
  library = await LibraryStore.open(folder, { now, readOnly: false, onNotice: () => undefined })
  subscriptions = new Subscriptions(library, bench.ports(), now, new FeedCredentials(null))
  bench.server.on('/news.xml', { body: rss('Harbour News', [{ title: 'The ferry is late' }]) })
  bench.server.on('/sport.xml', { body: rss('Harbour Sport', []) })
})
afterEach(async () => {
  await library.close()
  await bench.stop()
  rmSync(folder, { recursive: true })
})

const link = (href: string) =>
  `<link rel="alternate" type="application/rss+xml" href="${href}" title="${href}">`
const site = (...links: string[]) => ({
  headers: { 'Content-Type': 'text/html' },
  body: page('Site').replace('</head>', `${links.map(link).join('')}</head>`),
})

it('shows what the only feed of a site holds, without adding it', async () => {
  bench.server.on('/', site('/news.xml'))
  expect(await subscriptions.discover(bench.server.origin)).toMatchObject([
    {
      url: `${bench.server.origin}/news.xml`,
      title: 'Harbour News',
      known: null,
      preview: { format: 'rss', headlines: [{ title: 'The ferry is late' }] },
    },
  ])
  expect(library.feeds()).toEqual([])
})

it('names several without fetching them, and says which the reader has', async () => {
  bench.server.on('/', site('/news.xml', '/sport.xml'))
  const { feedId } = await subscriptions.add(`${bench.server.origin}/sport.xml`, [])
  bench.server.log.length = 0
  expect(await subscriptions.discover(bench.server.origin)).toMatchObject([
    { title: '/news.xml', known: null, preview: null },
    { title: '/sport.xml', known: { feedId, title: 'Harbour Sport' }, preview: null },
  ])
  expect(bench.server.log.map(({ path }) => path)).toEqual(['/'])
})

it('tells by its redirect that the reader has a feed', async () => {
  bench.server.on('/moved.xml', { status: 301, headers: { Location: '/news.xml' } })
  const { feedId } = await subscriptions.add(`${bench.server.origin}/news.xml`, [])
  const offered = await subscriptions.preview(bench.server.origin, `${bench.server.origin}/moved.xml`)
  expect(offered).toMatchObject({ title: 'Harbour News', known: { feedId } })
})

it('says in a sentence why a feed has no preview', async () => {
  bench.server.on('/news.xml', { status: 404 })
  const preview = subscriptions.preview(bench.server.origin, `${bench.server.origin}/news.xml`)
  await expect(preview).rejects.toThrow('has nothing at this address (404).')
})
