/** Unsubscribing with undo, and articles that the reader removed, on a real library in a temporary folder. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import { FeedDesk } from '../../../electron/engine/feed-desk'
import type { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  hastyDisk,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleArticles,
  sampleBody,
  sampleFeed,
  sampleHighlight,
  sampleSyncState,
  temporaryFolder,
} from '../library/sample-library'

const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
const DAY_MS = 86_400_000
let folder: string
let library: LibraryStore
let left: FeedDesk
let time: number
let forgotten: ArticleId[]

const idOf = (feed: string, number: number): ArticleId => sampleArticle(feed, number).articleId

beforeEach(async () => {
  folder = await temporaryFolder()
  time = NOON.getTime()
  forgotten = []
  await open()
  for (const feed of ['a', 'b', 'c']) {
    await library.addFeed(sampleFeed(feed))
    for (const { articleId } of sampleArticles(feed, 4)) await library.saveBody(sampleBody(articleId))
    await library.saveArticles(feed, sampleArticles(feed, 4))
    await library.saveSyncState(sampleSyncState(feed))
  }
  await library.setStatus([idOf('b', 0)], { starred: true })
  await library.setStatus([idOf('b', 1)], { read: true })
  await library.saveHighlight(sampleHighlight('h1', idOf('b', 2), { note: 'why' }))
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

async function open(): Promise<void> {
  library = await openLibrary(folder, { disk: hastyDisk, now: () => new Date(time) })
  left = new FeedDesk(library, () => new Date(time), {
    changes: { changed: () => undefined },
    index: { remove: (articleIds) => forgotten.push(...articleIds) },
  })
}

/** Everything that an undo has to bring back. */
async function everything(): Promise<unknown> {
  const all = ['a', 'b', 'c'].flatMap((feed) => [0, 1, 2, 3].map((number) => idOf(feed, number)))
  return {
    feeds: library.feeds(),
    lists: library.list(ALL, null, 100, NOON),
    counts: library.counts(NOON),
    statuses: all.map((articleId) => library.status(articleId)),
    bodies: await Promise.all(all.map((articleId) => library.body(articleId))),
    highlights: library.highlights(),
    states: ['a', 'b', 'c'].map((feed) => library.syncState(feed)),
    gone: all.filter((articleId) => library.isGone(articleId)),
  }
}

it('brings a feed back with its place, articles, texts, marks and highlights', async () => {
  const before = await everything()
  await left.leave('b')
  expect(library.feeds().map(({ feedId }) => feedId)).toEqual(['a', 'c'])
  expect(library.list(ALL, null, 100, NOON).total).toBe(8)
  expect(library.isGone(idOf('b', 3))).toBe(true)
  expect(library.isGone(idOf('b', 0))).toBe(false)
  await left.back('b')
  expect(await everything()).toEqual(before)
})

it('lets go of the articles of a feed that was left long enough ago, but not of marked ones', async () => {
  await left.leave('b')
  await left.clear(false)
  expect(library.hasArticle(idOf('b', 3))).toBe(true)
  time += 11 * 60_000
  await left.clear(false)
  expect(forgotten.sort()).toEqual([idOf('b', 1), idOf('b', 3)].sort())
  expect([0, 2].map((number) => library.hasArticle(idOf('b', number)))).toEqual([true, true])
  await expect(left.back('b')).rejects.toMatchObject({ code: 'too_late' })
})

it('clears nothing of a feed that was added again meanwhile', async () => {
  await left.leave('b')
  await library.addFeed(sampleFeed('b'))
  await left.clear(true)
  expect(library.list({ ...ALL, feedId: 'b' }, null, 100, NOON).total).toBe(4)
})

it('finishes at the next start what a kill left behind', async () => {
  await left.leave('b')
  await library.close()
  await open()
  expect(library.hasArticle(idOf('b', 3))).toBe(false)
  expect(library.status(idOf('b', 0)).starred).toBe(true)
})

it('keeps the order of the feeds that the reader made', async () => {
  await library.arrangeFeeds(['c', 'a'])
  await library.close()
  await open()
  expect(library.feeds().map(({ feedId }) => feedId)).toEqual(['c', 'a', 'b'])
})

it('keeps the folders that feeds were moved into, and leaves an order that is not named', async () => {
  await library.arrangeFeeds(['c', 'a', 'b'])
  await library.arrangeFeeds(
    [],
    [
      { feedId: 'a', folder: ['News', 'Sea'] },
      { feedId: 'gone', folder: ['News'] },
    ],
  )
  await library.close()
  await open()
  expect(library.feeds().map(({ feedId, folder }) => [feedId, ...folder])).toEqual([
    ['c'],
    ['a', 'News', 'Sea'],
    ['b'],
  ])
})

it('takes a removed article out of every list and count, and brings it back as it was', async () => {
  const before = await everything()
  await library.setStatus([idOf('b', 0), idOf('b', 3)], { deleted: true })
  expect(library.list(ALL, null, 100, NOON).total).toBe(10)
  expect(library.list({ ...ALL, view: 'starred' }, null, 100, NOON).total).toBe(0)
  expect(library.counts(NOON)).toMatchObject({ all: 10, starred: 0 })
  await library.close()
  await open()
  expect(library.isGone(idOf('b', 3))).toBe(true)
  await library.setStatus([idOf('b', 0), idOf('b', 3)], { deleted: false })
  expect(await everything()).toEqual(before)
})

it('lets go of a removed article after a day, and does not take it in again as new', async () => {
  await library.setStatus([idOf('b', 2), idOf('b', 3)], { deleted: true })
  expect(await library.upkeep.purgeDeleted()).toEqual([])
  time += 2 * DAY_MS
  // The highlighted one is the reader's own work and stays on the disk.
  expect(await library.upkeep.purgeDeleted()).toEqual([idOf('b', 3)])
  expect(library.isPurged('b', idOf('b', 3))).toBe(true)
  expect(await library.body(idOf('b', 3))).toBeNull()
})

it('keeps a removed article that another one shows as related, until that one goes too', async () => {
  const related = [
    { url: 'https://b.example/3', title: 'Read more', teaser: null, articleId: idOf('b', 3), why: null },
  ]
  await library.saveBody(sampleBody(idOf('a', 0), { related }))
  await library.setStatus([idOf('b', 3)], { deleted: true })
  time += 2 * DAY_MS
  expect(await library.upkeep.purgeDeleted()).toEqual([])
  expect(await library.body(idOf('b', 3))).not.toBeNull()
  await library.setStatus([idOf('a', 0)], { deleted: true })
  time += 2 * DAY_MS
  expect(await library.upkeep.purgeDeleted()).toContain(idOf('a', 0))
  expect(await library.upkeep.purgeDeleted()).toEqual([idOf('b', 3)])
})
