/** The test site itself: what it serves is what the end-to-end tests believe. */
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL_ARTICLES, startNewsSite, type NewsSite } from '../../support/site/news-site'
import { pngPicture } from '../../support/site/png-picture'
import { articlePath, dateline } from '../../support/site/site-page'

describe('the news site', () => {
  let site: NewsSite
  beforeAll(async () => {
    site = await startNewsSite()
  })
  afterAll(() => site.stop())

  it('serves four feeds and answers 304 to who has them', async () => {
    for (const address of site.feeds) {
      const first = await fetch(address)
      expect(first.status).toBe(200)
      const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
      expect(again.status).toBe(304)
    }
  })

  it('serves every page with the pictures it shows', async () => {
    for (const article of ALL_ARTICLES) {
      const page = await (await fetch(site.base + articlePath(article.slug))).text()
      for (const [, path = ''] of page.matchAll(/"(\/pictures\/[^"]+)"/g)) {
        expect((await fetch(site.base + path)).headers.get('content-type'), path).toBe('image/png')
      }
    }
  })

  it('keeps each rare word in one article', () => {
    for (const { rareWord } of ALL_ARTICLES) {
      const holders = ALL_ARTICLES.filter((article) => JSON.stringify(article.paragraphs).includes(rareWord))
      expect(holders, rareWord).toHaveLength(1)
    }
  })

  it('logs who asked for what, and is gone when stopped', async () => {
    expect(site.requests.some((request) => request.path === '/feeds/sky.atom')).toBe(true)
    const other = await startNewsSite()
    await other.stop()
    await expect(fetch(other.base)).rejects.toThrow()
  })
})

it('writes pictures that decode to as many bytes as they have points', () => {
  const bytes = pngPicture(3, { width: 20, height: 10 })
  const data = bytes.indexOf('IDAT')
  const length = bytes.readUInt32BE(data - 4)
  expect(inflateSync(bytes.subarray(data + 4, data + 4 + length))).toHaveLength(10 * (1 + 20 * 3))
})

it('writes a dateline as the model page does', () => {
  expect(dateline('2024-02-29T09:15:00Z')).toBe('Thursday, 29 February 2024')
})
