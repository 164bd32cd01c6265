import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import type { ArticleQuery } from '../../../contract/article-query'
import { EditionDesk } from '../../../electron/engine/edition-desk'
import type { LibraryStore } from '../../../electron/library/library-store'
import type { ArticleRecord } from '../../../electron/library/records'
import {
  NOON,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleFeed,
  temporaryFolder,
} from '../library/sample-library'

const EDITION: ArticleQuery = { view: 'edition', feedId: null, folder: null, order: 'newest' }
const HOUR_MS = 3_600_000
const READY = { text: 'page', images: [0, 0], related: [0, 0], comments: 'none' } as const

describe('the edition', () => {
  let folder: string
  let library: LibraryStore
  let now: Date
  let desk: EditionDesk
  let told: number

  const newDesk = (): EditionDesk =>
    new EditionDesk(library, () => now, { numberOf: () => null }, { changed: () => void told++ })
  const ready = (feedId: string, number: number, change: Partial<ArticleRecord> = {}): ArticleRecord =>
    sampleArticle(feedId, number, { readiness: READY, words: 476, ...change })
  const shown = (): readonly ArticleId[] =>
    library.list(EDITION, null, 100, now).records.map(({ articleId }) => articleId)
  const reopen = async (): Promise<void> => {
    await library.close()
    library = await openLibrary(folder)
    desk = newDesk()
  }

  beforeEach(async () => {
    folder = await temporaryFolder()
    library = await openLibrary(folder)
    now = NOON
    told = 0
    desk = newDesk()
    for (const feedId of ['a', 'b']) await library.addFeed(sampleFeed(feedId))
    await library.saveArticles(
      'a',
      [0, 1, 2, 3, 4, 5, 6, 7].map((number) => ready('a', number)),
    )
    await library.saveArticles('b', [
      ready('b', 0),
      ready('b', 1),
      sampleArticle('b', 2, { readiness: { ...READY, images: [0, 1] } }),
    ])
  })

  afterEach(async () => {
    await library.close()
    await removeFolder(folder)
  })

  it('is made of unread articles that are ready, of each feed in turn', async () => {
    const [first] = [ready('a', 7)]
    await library.setStatus([first.articleId], { read: true })
    expect(await desk.make()).toEqual({ made: NOON.toISOString(), total: 9, read: 0 })
    const feeds = library.list(EDITION, null, 100, now).records.map(({ feedId }) => feedId)
    expect(feeds.slice(0, 4)).toEqual(['a', 'b', 'a', 'b'])
    expect(shown()).not.toContain(first.articleId)
    expect(shown()).not.toContain(sampleArticle('b', 2).articleId)
    expect(told).toBe(1)
  })

  it('looks at the newest that are to be read, and at no more than it asked for', async () => {
    await library.saveArticles('a', [ready('a', 8, { kind: 'related' }), ready('a', 9, { pending: true })])
    await library.setStatus([sampleArticle('a', 6).articleId], { read: true })
    await library.setStatus([sampleArticle('a', 5).articleId], { deleted: true })
    const unread = library
      .listIds({ ...EDITION, view: 'ready' }, now)
      .filter((articleId) => !library.status(articleId).read)
    expect(library.newestToRead(100)).toEqual(unread)
    expect(library.newestToRead(3)).toEqual(unread.slice(0, 3))
  })

  it('stays as it was made over a sync, reading and a restart', async () => {
    await desk.make()
    const before = shown()
    await library.saveArticles('b', [ready('b', 9)])
    await library.setStatus(before.slice(0, 3), { read: true })
    await reopen()
    expect(shown()).toEqual(before)
    expect(library.counts(now).edition).toMatchObject({ total: 10, read: 3 })
  })

  it('is listed page by page, in its own order', async () => {
    await desk.make()
    const first = library.list(EDITION, null, 4, now)
    const second = library.list(EDITION, first.next, 100, now)
    expect([...first.records, ...second.records].map(({ articleId }) => articleId)).toEqual(shown())
    expect([first.total, second.next]).toEqual([10, null])
    expect(library.listIds(EDITION, now)).toEqual(shown())
  })

  it('keeps its unread articles on the disk when room is made', async () => {
    await desk.make()
    const [read, ...unread] = shown()
    await library.setStatus([read!], { read: true })
    const plan = await library.upkeep.previewPurge({ days: null, articlesPerFeed: 0, bytes: null, feeds: {} })
    const gone = plan.map(({ articleId }) => articleId)
    expect(gone).toContain(read)
    expect(gone.filter((articleId) => unread.includes(articleId))).toEqual([])
  })

  it('is shorter by the articles that the reader removed', async () => {
    await desk.make()
    const [first] = shown()
    await library.setStatus([first!], { deleted: true })
    expect(shown()).not.toContain(first)
    expect(library.counts(now).edition).toMatchObject({ total: 9 })
  })

  it('is not made of nothing: the last one stays', async () => {
    await desk.make()
    const before = shown()
    await library.setStatus(library.listIds({ ...EDITION, view: 'unread' }, now), { read: true })
    expect(await desk.make()).toBeNull()
    expect(shown()).toEqual(before)
  })

  describe('after the first sync of a run', () => {
    it('is not made unless the reader wishes it', async () => {
      await desk.makeAfterSync()
      expect(library.counts(now).edition).toBeNull()
    })

    it('is made when there is none, and only once a run', async () => {
      await library.changeSettings({ edition: '15-minutes' })
      await desk.makeAfterSync()
      expect(library.counts(now).edition).toMatchObject({ total: 7 })
      await library.setStatus(shown(), { read: true })
      await desk.makeAfterSync()
      expect(library.counts(now).edition).toMatchObject({ read: 7 })
    })

    it('is left alone while it is being read, and made anew when it has been read or is half a day old', async () => {
      await library.changeSettings({ edition: '10-articles' })
      await desk.make()
      await reopen()
      await library.setStatus(shown().slice(0, 4), { read: true })
      now = new Date(NOON.getTime() + HOUR_MS)
      await desk.makeAfterSync()
      expect(library.counts(now).edition).toMatchObject({ made: NOON.toISOString() })
      now = new Date(NOON.getTime() + 13 * HOUR_MS)
      await newDesk().makeAfterSync()
      expect(library.counts(now).edition).toMatchObject({ made: now.toISOString(), read: 0, total: 6 })
    })
  })
})
