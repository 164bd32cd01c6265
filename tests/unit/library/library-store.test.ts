import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleQuery } from '../../../contract/article-query'
import type { SyncLibrary } from '../../../electron/sync/sync-library'
import type { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  articleIdOf,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleArticles,
  sampleBody,
  sampleFeed,
  sampleHighlight,
  sampleSyncState,
  temporaryFolder,
} from './sample-library'

const ALL: ArticleQuery = { view: 'all', feedId: null, folder: null, order: 'newest' }
let folder: string
let library: LibraryStore

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

async function reopen(): Promise<void> {
  await library.close()
  library = await openLibrary(folder)
}

function titles(query: Partial<ArticleQuery>): string[] {
  return library.list({ ...ALL, ...query }, null, 1000, NOON).records.map(({ articleId }) => articleId)
}

describe('LibraryStore', () => {
  it('is what sync asks of a library', () => {
    const forSync: SyncLibrary = library
    expect(forSync.feeds()).toEqual([])
    expect(library.notices()).toEqual([])
  })

  it('has everything again after it was closed and opened', async () => {
    const feed = sampleFeed('a', { folder: ['News', 'Local'], ownTitle: 'Mine' })
    const articles = sampleArticles('a', 5)
    const id = articles[2]!.articleId
    await library.addFeed(feed)
    await library.saveBody(sampleBody(id))
    await library.saveArticles('a', articles)
    await library.saveSyncState(sampleSyncState('a'))
    await library.setStatus([id], { read: true, starred: true })
    await library.saveHighlight(sampleHighlight('h1', id, { note: 'why' }))
    await library.changeSettings({ theme: 'sepia' })
    const picture = await library.saveMedia(Buffer.from('picture'), 'png')
    for (let round = 0; round < 2; round++) {
      await reopen()
      expect(library.feeds()).toEqual([feed])
      expect(library.articlesOf('a')).toEqual(articles)
      expect(library.article(id)).toEqual(articles[2])
      expect(await library.body(id)).toEqual(sampleBody(id))
      expect(library.syncState('a')).toEqual(sampleSyncState('a'))
      expect(library.status(id)).toEqual({ read: true, starred: true, saved: false })
      expect(library.highlights()).toEqual([sampleHighlight('h1', id, { note: 'why' })])
      expect(library.settings().theme).toBe('sepia')
      expect(library.hasMedia(picture)).toBe(true)
      expect(library.notices()).toEqual([])
      await library.flush()
    }
  })

  it('keeps the last twelve decisions about each feed over a restart, and none of feeds that are gone', async () => {
    const decision = (feedId: string, n: number) => ({
      feedId,
      at: new Date(NOON.getTime() + n * 60_000).toISOString(),
      code: 'not_modified' as const,
      status: 304,
      reason: `Visit ${String(n)}.`,
      nextDue: null,
    })
    await library.addFeed(sampleFeed('a'))
    await library.addFeed(sampleFeed('b'))
    const keep = (decisions: readonly ReturnType<typeof decision>[]) =>
      library.syncLedger.add(decisions, (feedId) => library.feed(feedId) !== null)
    const visits = Array.from({ length: 20 }, (_, n) => decision('a', n))
    await keep([...visits, decision('b', 1), decision('stranger', 1)])
    await reopen()
    expect((await library.syncLedger.of('a')).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 12 }, (_, n) => `Visit ${String(19 - n)}.`),
    )
    await library.removeFeed('b')
    await keep([decision('a', 21)])
    await reopen()
    expect(await library.syncLedger.of('b')).toEqual([])
    expect(await library.syncLedger.of('stranger')).toEqual([])
    expect((await library.syncLedger.of('a'))[0]).toMatchObject({ reason: 'Visit 21.' })
  })

  it('keeps what is marked of a removed feed, with what it links to, and nothing else', async () => {
    const [starred, saved, highlighted, plain, linked] = sampleArticles('a', 5).map((record, at) =>
      at === 4 ? { ...record, kind: 'related' as const } : record,
    )
    await library.addFeed(sampleFeed('a', { ownTitle: 'Mine' }))
    await library.saveArticles('a', [starred!, saved!, highlighted!, plain!, linked!])
    const link = {
      title: 'x',
      teaser: null,
      url: 'https://x.example/',
      articleId: linked!.articleId,
      why: null,
    }
    await library.saveBody(sampleBody(starred!.articleId, { related: [link] }))
    for (const record of [saved!, plain!, linked!]) await library.saveBody(sampleBody(record.articleId))
    await library.setStatus([starred!.articleId], { starred: true })
    await library.setStatus([saved!.articleId], { saved: true })
    await library.setStatus([plain!.articleId], { read: true })
    await library.saveHighlight(sampleHighlight('h', highlighted!.articleId))
    await library.removeFeed('a')
    for (let round = 0; round < 2; round++) {
      expect(library.feeds()).toEqual([])
      expect(library.feedTitle('a')).toBe('Mine')
      expect(titles({ view: 'all' })).toEqual([])
      expect(titles({ view: 'starred' })).toEqual([starred!.articleId])
      expect(titles({ view: 'saved' })).toEqual([saved!.articleId])
      expect(titles({ view: 'highlighted' })).toEqual([highlighted!.articleId])
      expect(library.article(plain!.articleId)).toBeNull()
      expect(await library.body(plain!.articleId)).toBeNull()
      expect(await library.body(linked!.articleId)).not.toBeNull()
      expect(library.counts(NOON)).toMatchObject({ all: 0, unread: 0, starred: 1, saved: 1, highlighted: 1 })
      await reopen()
    }
    await library.addFeed(sampleFeed('a'))
    expect(titles({ view: 'all' })).toHaveLength(3)
  })

  it('leaves nothing behind of a removed feed without marked articles', async () => {
    await library.addFeed(sampleFeed('a'))
    await library.saveArticles('a', sampleArticles('a', 3))
    await library.setStatus([sampleArticle('a', 0).articleId], { read: true })
    await library.removeFeed('a')
    await library.saveArticles('a', sampleArticles('a', 3))
    await reopen()
    expect(library.counts(NOON).all).toBe(0)
    expect(library.feedTitle('a')).toBeNull()
    await library.addFeed(sampleFeed('a'))
    await library.saveArticles('a', sampleArticles('a', 3))
    expect(library.counts(NOON).unread).toBe(3)
  })

  it('tells which articles a change of status changed', async () => {
    await library.addFeed(sampleFeed('a'))
    await library.saveArticles('a', sampleArticles('a', 3))
    const ids = sampleArticles('a', 3).map(({ articleId }) => articleId)
    expect(await library.setStatus([ids[0]!], { read: true })).toEqual([ids[0]])
    expect(await library.setStatus([...ids, articleIdOf('unknown')], { read: true })).toEqual([
      ids[1],
      ids[2],
    ])
    expect(await library.setStatus(ids, { read: true })).toEqual([])
  })

  it('lets the last of two changes made at once win', async () => {
    await library.addFeed(sampleFeed('a'))
    await library.saveArticles('a', sampleArticles('a', 1))
    const id = sampleArticle('a', 0).articleId
    await Promise.all([library.setStatus([id], { read: true }), library.setStatus([id], { read: false })])
    expect(library.status(id).read).toBe(false)
    await reopen()
    expect(library.status(id).read).toBe(false)
  })

  it('loses no change that is made while the journal is folded into the files', async () => {
    await library.addFeed(sampleFeed('a'))
    await library.saveArticles('a', sampleArticles('a', 60))
    const changes: Promise<unknown>[] = []
    for (const { articleId } of sampleArticles('a', 60)) {
      changes.push(library.setStatus([articleId], { starred: true }), library.flush())
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(changes)
    await reopen()
    expect(library.counts(NOON).starred).toBe(60)
  })

  it('changes an article that is known under another feed where it is', async () => {
    await library.addFeed(sampleFeed('a'))
    await library.addFeed(sampleFeed('b'))
    const related = sampleArticle('a', 1, { kind: 'related' })
    await library.saveArticles('a', [related])
    await library.saveArticles('b', [{ ...related, feedId: 'b', title: 'New' }, sampleArticle('b', 2)])
    expect(library.article(related.articleId)).toMatchObject({ feedId: 'a', title: 'New' })
    expect(library.articlesOf('b')).toHaveLength(1)
  })

  it('shares one write among articles that are saved at once', async () => {
    await library.addFeed(sampleFeed('a'))
    const articles = sampleArticles('a', 40)
    await Promise.all(articles.map((record) => library.saveArticles('a', [record])))
    expect(library.articlesOf('a')).toHaveLength(40)
    expect(library.list(ALL, null, 100, NOON).records).toHaveLength(40)
    await reopen()
    expect(library.articlesOf('a')).toHaveLength(40)
  })

  it('falls back value by value on settings that make no sense', async () => {
    const changed = await library.changeSettings({ textSize: 22, theme: 'loud' as 'dark', listWidth: NaN })
    expect(changed).toMatchObject({ textSize: 22, theme: 'system', listWidth: 360 })
  })

  it('never makes a path of a name that is not that of a picture', () => {
    const digest = 'a'.repeat(64)
    for (const name of [
      '../feeds.json',
      `${digest}.html`,
      `${digest}.png/..`,
      `../${digest}.png`,
      '',
      digest,
    ])
      expect(library.mediaFile(name)).toBeNull()
  })

  it('refuses a second writer, lets readers in and opens again after a close', async () => {
    await library.addFeed(sampleFeed('a'))
    await expect(openLibrary(folder)).rejects.toMatchObject({ name: 'LibraryInUse', code: 'library_in_use' })
    const reader = await openLibrary(folder, { readOnly: true })
    expect(reader.feeds()).toHaveLength(1)
    await expect(reader.addFeed(sampleFeed('b'))).rejects.toMatchObject({ code: 'read_only' })
    await reader.close()
    await reopen()
    expect(library.feeds()).toHaveLength(1)
  })
})
