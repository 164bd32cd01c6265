import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleQuery } from '../../../contract/article-query'
import { LibraryView } from '../../../electron/engine/library-view'
import type { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  openLibrary,
  removeFolder,
  sampleArticles,
  sampleFeed,
  temporaryFolder,
} from '../library/sample-library'

const UNREAD: ArticleQuery = { view: 'unread', feedId: null, folder: null, order: 'newest' }

let folder: string
let library: LibraryStore
let view: LibraryView

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
  const feed = sampleFeed('harbour')
  await library.addFeed(feed)
  await library.saveArticles(feed.feedId, sampleArticles(feed.feedId, 8))
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
