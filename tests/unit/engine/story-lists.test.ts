/** One row a story in lists, over a real library; the index's findings are handed in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleQuery } from '../../../contract/article-query'
import { copyQuality } from '../../../electron/engine/copy-quality'
import { StoryBook } from '../../../electron/engine/story-book'
import { StoryLists } from '../../../electron/engine/story-lists'
import type { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleFeed,
  temporaryFolder,
} from '../library/sample-library'

const FEEDS = ['daily', 'evening', 'own']
const ALL: ArticleQuery = { view: 'all', feedId: null, folder: null, order: 'newest' }

let folder: string
let library: LibraryStore
let book: StoryBook
let lists: StoryLists

const at = (hour: number): string => `2026-03-01T0${String(hour)}:00:00.000Z`
const complete = { text: 'page', images: [0, 0], related: [0, 0], comments: 'none' } as const
// The newest is the poorest copy: a summary of the feed.
const short = sampleArticle('daily', 1, { title: 'short', published: at(9), words: 20, pending: true })
const best = sampleArticle('evening', 1, { title: 'best', published: at(8), words: 700, readiness: complete })
const other = sampleArticle('own', 1, { title: 'other', published: at(7), words: 300, readiness: complete })
const alone = sampleArticle('own', 2, { title: 'alone', published: at(6), readiness: complete })

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
  for (const feedId of FEEDS) await library.addFeed(sampleFeed(feedId))
  await library.saveArticles('daily', [short])
  await library.saveArticles('evening', [best])
  await library.saveArticles('own', [other, alone])
  take()
  book.learn([
    { articleId: short.articleId, story: 7, wording: 1 },
    { articleId: best.articleId, story: 7, wording: 1 },
    { articleId: other.articleId, story: 7, wording: 3 },
  ])
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

function take(): void {
  book = new StoryBook({
    file: () => library.desk.stories,
    readOnly: false,
    quality: (articleId) => {
      const record = library.article(articleId)
      return record && copyQuality(record)
    },
  })
  lists = new StoryLists(library, book, () => NOON)
}

const shown = (query: ArticleQuery = ALL) =>
  lists.page(query, null, 50).records.map(({ record, story }) => [record.title, story])

describe('lists with stories', () => {
  it('show one row a story, the best copy, with what stands behind it', () => {
    expect(shown()).toEqual([
      ['best', { articles: 2, feeds: 2 }],
      ['alone', null],
    ])
    expect(lists.page(ALL, null, 50).total).toBe(2)
  })

  it('show the best copy that the list holds: in its own feed, and when the better one is read', async () => {
    expect(shown({ ...ALL, feedId: 'daily' })).toEqual([['short', { articles: 2, feeds: 2 }]])
    await library.setStatus([best.articleId], { read: true })
    expect(shown({ ...ALL, view: 'unread' }).map(([title]) => title)).toEqual(['other', 'alone'])
  })

  it('show another copy as soon as that is the best one, because its whole text has come', async () => {
    await library.saveArticles('daily', [{ ...short, words: 900, pending: false, readiness: complete }])
    book.weighAgain([short.articleId, alone.articleId])
    expect(shown().map(([title]) => title)).toEqual(['short', 'alone'])
  })

  it('never hide what the reader marked', async () => {
    await library.setStatus([short.articleId, best.articleId], { starred: true })
    expect(shown({ ...ALL, view: 'starred' })).toEqual([
      ['short', null],
      ['best', null],
    ])
  })

  it('show every article when the reader wants no stories', async () => {
    await library.changeSettings({ groupStories: false })
    expect(shown().map(([title]) => title)).toEqual(['short', 'best', 'other', 'alone'])
    expect(lists.parts(best.articleId)).toEqual([])
  })

  it('tell a copied text from another report', () => {
    expect(lists.parts(best.articleId).map(({ title, sameText }) => [title, sameText])).toEqual([
      ['other', false],
      ['short', true],
    ])
  })

  it('fill a page though most of what was read for it are copies', () => {
    const { records, next } = lists.page(ALL, null, 2)
    expect(records.map(({ record }) => record.title)).toEqual(['best'])
    expect(lists.page(ALL, next, 2).records.map(({ record }) => record.title)).toEqual(['alone'])
  })
})

describe('“not the same story”', () => {
  it('shows the article by itself, until the reader puts it back, over a restart too', async () => {
    await book.part([best.articleId], true)
    expect(shown().map(([title]) => title)).toEqual(['best', 'other', 'alone'])
    await book.close()
    await library.close()
    library = await openLibrary(folder)
    take()
    expect(shown().map(([title]) => title)).toEqual(['best', 'other', 'alone'])
    await book.part([best.articleId], false)
    expect(shown().map(([title]) => title)).toEqual(['best', 'alone'])
  })

  it('dissolves a story of two', async () => {
    await book.part([best.articleId, other.articleId], true)
    expect(shown().map(([title, story]) => [title, story])).toEqual([
      ['short', null],
      ['best', null],
      ['other', null],
      ['alone', null],
    ])
  })
})

describe('what the index tells later', () => {
  it('moves articles between stories and forgets removed ones', () => {
    book.learn([{ articleId: other.articleId, story: null, wording: null }])
    expect(shown().map(([title]) => title)).toEqual(['best', 'other', 'alone'])
    book.forget([best.articleId])
    expect(shown().map(([title]) => title)).toEqual(['short', 'best', 'other', 'alone'])
  })

  it('takes what a restored library says in the place of everything', () => {
    library.desk.stories.data = { apart: [], members: [] }
    book.reload()
    expect(shown()).toHaveLength(4)
  })
})
