/** What the readiness panel is told, beside what lies on the disk after files went behind the library's back. */
import { rm, stat } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readinessChecker } from '../../../electron/engine/readiness-check'
import type { CheckReadiness } from '../../../electron/engine/readiness-check'
import type { LibraryStore } from '../../../electron/library/library-store'
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
let check: CheckReadiness

const linked = sampleArticle('harbour', 2)
const whole = sampleArticle('harbour', 1, {
  readiness: { text: 'page', images: [2, 2], related: [1, 1], comments: 'all' },
})
const lacking = sampleArticle('harbour', 3, {
  readiness: { text: 'feed', images: [1, 2], related: [0, 1], comments: 'missing' },
  commentsFeedUrl: 'https://harbour.example/comments',
  missing: ['Picture 2 of 2 is not here: the server answered 404.'],
})
const headline = sampleArticle('harbour', 4, {
  readiness: { text: 'none', images: [0, 0], related: [0, 0], comments: 'none' },
  pending: true,
})
let pictures: readonly string[]

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
  check = readinessChecker(library, () => NOON)
  await library.addFeed(sampleFeed('harbour'))
  pictures = [
    await library.saveMedia(new Uint8Array(5_000).fill(1), 'png'),
    await library.saveMedia(new Uint8Array(7_000).fill(2), 'png'),
  ]
  const media = pictures.map((name, at) => ({
    url: `https://h.example/${String(at)}.png`,
    media: name,
    why: null,
  }))
  const to = { title: 'To', teaser: null, url: 'https://h.example/to' }
  const comments = [{ author: null, published: null, text: 'Yes.', parent: null }]
  const related = [{ ...to, articleId: linked.articleId, why: null }]
  await library.saveBody(sampleBody(whole.articleId, { media, related, comments }))
  await library.saveBody(sampleBody(linked.articleId))
  const [first] = media
  await library.saveBody(
    sampleBody(lacking.articleId, {
      source: 'feed',
      media: [
        ...(first ? [first] : []),
        { url: 'https://h.example/9.png', media: null, why: 'The server answered 404.' },
      ],
      related: [{ ...to, articleId: null, why: 'It is behind a paywall.' }],
    }),
  )
  await library.saveArticles('harbour', [whole, linked, lacking, headline])
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

describe('looking an article up on the disk', () => {
  it('finds of a whole one every part, and the bytes its files have', async () => {
    const found = await check(whole.articleId)
    const sizes = await Promise.all(
      pictures.map(async (name) => (await stat(library.mediaFile(name) ?? '')).size),
    )
    expect(found).toMatchObject({
      ready: true,
      source: 'page',
      pictures: { here: 2, all: 2, bytes: sizes.reduce((sum, size) => sum + size, 0) },
      related: { here: 1, all: 1 },
      comments: { state: 'all', here: 1 },
      missing: [],
      checked: NOON.toISOString(),
    })
    expect(found.related.bytes).toBeGreaterThan(0)
  })

  it('counts what is missing as the lists do, with their reasons', async () => {
    expect(await check(lacking.articleId)).toMatchObject({
      ready: false,
      source: 'feed',
      pictures: { here: 1, all: 2, bytes: 5_000 },
      related: { here: 0, all: 1, bytes: 0 },
      comments: { state: 'missing', here: 0 },
      missing: lacking.missing,
    })
  })

  it('calls a headline without text what it is', async () => {
    expect(await check(headline.articleId)).toMatchObject({
      ready: false,
      source: 'none',
      textBytes: 0,
      missing: [],
    })
  })

  it('believes the disk, not the lists, when a picture was deleted behind the library’s back', async () => {
    await rm(library.mediaFile(pictures[1] ?? '') ?? '')
    const found = await check(whole.articleId)
    expect(found).toMatchObject({ ready: false, pictures: { here: 1, all: 2, bytes: 5_000 } })
    expect(found.missing).toEqual([expect.stringMatching(/^A picture is gone from the disk/)])
  })

  it('refuses an article that is not there with a sentence', async () => {
    await expect(check(sampleArticle('harbour', 99).articleId)).rejects.toMatchObject({ code: 'no_article' })
  })
})
