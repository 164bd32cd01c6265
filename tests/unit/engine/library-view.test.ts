import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleQuery } from '../../../contract/article-query'
import { LibraryView } from '../../../electron/engine/library-view'
import type { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  openLibrary,
  removeFolder,
  sampleArticles,
  sampleBody,
  sampleFeed,
  temporaryFolder,
} from '../library/sample-library'

const UNREAD: ArticleQuery = { view: 'unread', feedId: null, folder: null, order: 'newest' }

const FEED = sampleFeed('harbour')
const FEED_ID = FEED.feedId

let folder: string
let library: LibraryStore
let view: LibraryView

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
  await library.addFeed(FEED)
  await library.saveArticles(FEED_ID, sampleArticles(FEED_ID, 8))
  view = new LibraryView(library, () => NOON, { nearest: () => Promise.resolve([]), storyParts: () => [] })
})
afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

describe('the unread articles below one', () => {
  it('are found by its place, also when it has been read itself', async () => {
    const ids = view.unread(UNREAD)
    const third = ids[2]!
    const sixth = ids[5]!
    await library.setStatus([third, sixth], { read: true })
    expect(view.unreadBelow(UNREAD, third)).toEqual(ids.slice(3).filter((id) => id !== sixth))
  })

  it('are none for an article that is not in the list', async () => {
    const [first] = view.unread(UNREAD)
    expect(view.unreadBelow({ ...UNREAD, view: 'starred' }, first!)).toEqual([])
  })
})

describe('the direction of an article', () => {
  it('is that of its text, unless the reader chose another for its feed', async () => {
    const { articleId } = sampleArticles(FEED_ID, 8)[0]!
    const { body, ...stored } = sampleBody(articleId)
    await library.saveBody({ ...stored, body: { ...body, direction: 'ltr' } })
    expect((await view.article(articleId)).direction).toBe('ltr')
    await library.changeFeed(FEED_ID, { direction: 'rtl' })
    expect((await view.article(articleId)).direction).toBe('rtl')
  })
})

describe('the ids of a list', () => {
  it('are those of its pages, though no record is read for them', async () => {
    const ids = view.unread(UNREAD)
    await library.setStatus(ids.slice(0, 3), { read: true, starred: true })
    const records = join(folder, 'articles')
    for (const listed of ['all', 'unread', 'starred', 'ready'] as const) {
      const query = { ...UNREAD, view: listed }
      const paged = view.page(query, null, 100).rows.map(({ articleId }) => articleId)
      await rename(records, `${records}-away`)
      expect(library.listIds(query, NOON)).toEqual(paged)
      await rename(`${records}-away`, records)
    }
    expect(library.listIds({ ...UNREAD, view: 'starred' }, NOON)).toEqual(ids.slice(0, 3))
  })

  it('tell of each article whether it is ready as its record does', async () => {
    const [first, ...others] = sampleArticles(FEED_ID, 8)
    await library.saveArticles(FEED_ID, [{ ...first!, pending: true }])
    await library.saveArticles(
      FEED_ID,
      others.map((record) => ({ ...record, pending: false })),
    )
    const rows = view.page({ ...UNREAD, view: 'all' }, null, 100).rows
    expect(new Set(rows.map(({ ready }) => ready)).size).toBe(2)
    for (const { articleId, ready } of rows) expect(library.isReady(articleId)).toBe(ready)
  })
})
