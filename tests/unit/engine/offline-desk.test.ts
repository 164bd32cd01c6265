/** What a scope holds, what it would take and what is said of it; the fetching itself is handed in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OfflineDesk } from '../../../electron/engine/offline-desk'
import { estimateBytes } from '../../../electron/engine/estimate-bytes'
import type { LibraryStore } from '../../../electron/library/library-store'
import type { ArticleId } from '../../../contract/article-id'
import type { PrepareReport } from '../../../contract/sync'
import {
  NOON,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleBody,
  sampleFeed,
  temporaryFolder,
} from '../library/sample-library'

let folder: string
let library: LibraryStore
let desk: OfflineDesk
let asked: readonly ArticleId[]
let report: PrepareReport

const whole = { text: 'page', images: [1, 1], related: [0, 0], comments: 'none' } as const
const lacking = { text: 'page', images: [1, 3], related: [0, 0], comments: 'none' } as const
const ready = sampleArticle('harbour', 1, { title: 'ready', readiness: whole, pending: false })
const partly = sampleArticle('harbour', 2, { title: 'partly', readiness: lacking, pending: false })
const far = sampleArticle('hills', 1, { title: 'far', readiness: lacking, pending: false })

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
  await library.addFeed(sampleFeed('harbour', { folder: ['Coast'] }))
  await library.addFeed(sampleFeed('hills', { folder: [] }))
  const media = await library.saveMedia(new Uint8Array(50_000).fill(7), 'png')
  const url = 'https://harbour.example/a.png'
  await library.saveBody(sampleBody(ready.articleId, { media: [{ url, media, why: null }] }))
  await library.saveArticles('harbour', [ready, partly])
  await library.saveArticles('hills', [far])
  asked = []
  report = { ready: 1, incomplete: [] }
  desk = new OfflineDesk({
    library,
    now: () => NOON,
    search: () => Promise.resolve([far.articleId]),
    complete: (articleIds) => {
      asked = articleIds
      return Promise.resolve(report)
    },
  })
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

describe('preparing for offline', () => {
  it('takes the articles of its scope and no others', async () => {
    const of = async (scope: Parameters<OfflineDesk['prepare']>[0]) => {
      await desk.prepare(scope)
      return asked.map((id) => library.article(id)?.title).sort()
    }
    expect(await of({ kind: 'feed', feedId: 'hills' })).toEqual(['far'])
    expect(await of({ kind: 'folder', folder: ['Coast'] })).toEqual(['partly', 'ready'])
    expect(await of({ kind: 'search', text: 'far' })).toEqual(['far'])
    expect(await of({ kind: 'articles', articleIds: [partly.articleId] })).toEqual(['partly'])
    expect(await of({ kind: 'newest', count: 2 })).toHaveLength(2)
    await library.setStatus([ready.articleId], { read: true })
    expect(await of({ kind: 'unread' })).toEqual(['far', 'partly'])
  })

  it('estimates by the pictures that complete articles have', async () => {
    expect(await desk.estimate({ kind: 'folder', folder: ['Coast'] })).toEqual({
      articles: 2,
      incomplete: 1,
      bytes: 100_000,
    })
    expect(await desk.estimate({ kind: 'articles', articleIds: [ready.articleId] })).toMatchObject({
      incomplete: 0,
      bytes: 0,
    })
  })

  it('names the articles that stayed incomplete', async () => {
    report = {
      ready: 0,
      incomplete: [{ articleId: far.articleId, missing: 'picture 2 of 3', why: 'The server answered 404.' }],
    }
    expect(await desk.prepare({ kind: 'feed', feedId: 'hills' })).toEqual({
      ...report,
      articles: 1,
      cancelled: false,
      titles: { [far.articleId]: 'far' },
    })
  })

  it('completes all that is not ready when none is named', async () => {
    await desk.prepareNamed([])
    expect([...asked].sort()).toEqual([partly.articleId, far.articleId].sort())
  })
})

describe('estimateBytes', () => {
  it('counts a whole article where nothing of it has been seen', () => {
    const unseen = { pending: true, readiness: { ...lacking, text: 'none', images: [0, 0] } } as const
    expect(estimateBytes([unseen], [{ textBytes: 10_000, pictures: [30_000, 50_000] }])).toBe(90_000)
  })
})
