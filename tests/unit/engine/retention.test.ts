/** Limits of the settings and of single feeds, on a real library in a temporary folder. */
import { utimes } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import { Retention } from '../../../electron/engine/retention'
import type { LibraryStore } from '../../../electron/library/library-store'
import { realDisk } from '../../../electron/library/disk'
import { eachFile } from '../../../electron/library/usage'
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
  temporaryFolder,
} from '../library/sample-library'

const DAY_MS = 86_400_000
let folder: string
let library: LibraryStore
let retention: Retention
let time: number
let forgotten: ArticleId[]

const idOf = (feed: string, number: number): ArticleId => sampleArticle(feed, number).articleId

/** Ten articles of each of two feeds, a day apart, the newest of them now. */
beforeEach(async () => {
  folder = await temporaryFolder()
  time = NOON.getTime()
  forgotten = []
  library = await openLibrary(folder, { disk: hastyDisk, now: () => new Date(time) })
  for (const feed of ['a', 'b']) {
    await library.addFeed(sampleFeed(feed))
    const articles = sampleArticles(feed, 10).map((article, number) => ({
      ...article,
      published: new Date(time - (9 - number) * DAY_MS).toISOString(),
    }))
    for (const { articleId } of articles) await library.saveBody(sampleBody(articleId))
    await library.saveArticles(feed, articles)
  }
  retention = new Retention(library, {
    now: () => new Date(time),
    forget: (articleIds) => {
      forgotten.push(...articleIds)
      return Promise.resolve()
    },
  })
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

async function bytesOnDisk(): Promise<number> {
  let total = 0
  await eachFile(realDisk, folder, (_file, bytes) => (total += bytes))
  return total
}

it('lets nothing go by itself: everything is kept under a generous budget', async () => {
  expect(library.settings()).toMatchObject({ keepDays: 0, keepArticles: 0, budgetMb: 10_000 })
  expect(await retention.preview(library.settings())).toEqual({
    articles: 0,
    bytes: 0,
    feeds: 0,
    why: { age: 0, count: 0, size: 0 },
  })
})

it('says what would go, why and from how many feeds, and changes nothing', async () => {
  await library.setStatus([idOf('a', 0)], { starred: true })
  await library.setStatus([idOf('a', 1)], { saved: true })
  await library.saveHighlight(sampleHighlight('h', idOf('b', 0), { note: 'mine' }))
  const preview = await retention.preview({ keepDays: 5, keepArticles: 4, budgetMb: 0 })
  // Eight are older than five days, three of those are the reader's; the fifth and sixth newest of each feed are one too many.
  expect(preview).toMatchObject({ articles: 9, feeds: 2, why: { age: 5, count: 4, size: 0 } })
  expect(preview.bytes).toBeGreaterThan(0)
  expect(library.counts(NOON).all).toBe(20)
})

it('lets go of what is over the limits, tells the index, and its figures are those of the disk to the byte', async () => {
  await library.changeSettings({ keepArticles: 4 })
  await library.flush()
  const before = await bytesOnDisk()
  const report = await retention.apply()
  const after = await bytesOnDisk()
  expect(report).toMatchObject({ articles: 12, bytes: before - after })
  expect(report.usage.total).toBe(after)
  expect(forgotten).toHaveLength(12)
  expect(library.counts(NOON).all).toBe(8)
  expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
})

it('follows a feed’s own limits before those of the settings', async () => {
  await library.changeFeed('a', { keepArticles: 0 })
  await library.changeFeed('b', { keepDays: 3, keepArticles: 9 })
  const preview = await retention.preview({ keepDays: 0, keepArticles: 2, budgetMb: 0 })
  expect(preview).toMatchObject({ articles: 6, feeds: 1, why: { age: 6, count: 0 } })
})

it('once a day removes a picture that nothing has shown for a day, and is not at it again before', async () => {
  const unused = await library.saveMedia(Buffer.from('unused'), 'png')
  const old = new Date(time - 2 * DAY_MS)
  await utimes(library.mediaFile(unused) ?? '', old, old)
  expect(await retention.daily()).toMatchObject({ articles: 0 })
  expect(library.hasMedia(unused)).toBe(false)
  time += DAY_MS / 2
  expect(await retention.daily()).toBeNull()
  time += DAY_MS
  expect(await retention.daily()).not.toBeNull()
})

it('purged articles do not come back as new', async () => {
  await library.changeSettings({ keepArticles: 9 })
  await retention.apply()
  expect(library.isPurged('a', idOf('a', 0))).toBe(true)
})
