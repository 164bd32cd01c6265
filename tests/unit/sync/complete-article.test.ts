import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { relatedArticleId } from '../../../electron/sync/article-finder'
import { prepareOffline } from '../../../electron/sync/prepare-offline'
import type { SyncBench } from '../../support/sync-bench'
import { page, png, prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench

beforeEach(async () => {
  bench = await startSyncBench()
  bench.library.addFeed(`${bench.server.origin}/feed`)
})
afterEach(async () => {
  await bench.stop()
})

const html = (body: string) => ({ headers: { 'Content-Type': 'text/html; charset=utf-8' }, body })
/** A feed of whole articles whose texts show these pictures. */
function picturesFeed(...paths: string[]): void {
  const images = paths.map((path) => `<p><img src="${bench.server.origin}${path}" alt="x"></p>`).join('')
  bench.server.on('/feed', { body: rss('F', [{ title: 'A', html: `<p>${prose(200)}</p>${images}` }]) })
}
function summaryFeed(title = 'A', summary = 'short'): void {
  const link = `${bench.server.origin}/${title.toLowerCase()}`
  bench.server.on('/feed', { body: rss('F', [{ title, link, summary }]) })
}

describe('pictures', () => {
  it('stores a picture by what it is, whatever its server calls it', async () => {
    picturesFeed('/one.jpg')
    bench.server.on('/one.jpg', { headers: { 'Content-Type': 'text/html' }, body: png() })
    await bench.sync()
    expect(bench.library.bodyOf('A').media[0]?.media).toMatch(/^[0-9a-f]{64}\.png$/)
  })

  it('stores no page that is called a picture', async () => {
    picturesFeed('/one.png')
    bench.server.on('/one.png', { headers: { 'Content-Type': 'image/png' }, body: page('Sign in') })
    await bench.sync()
    expect(bench.library.media.size).toBe(0)
    expect(bench.library.titled('A').missing[0]).toContain('not a picture')
  })

  it('leaves tracking pixels out and does not miss them', async () => {
    picturesFeed('/one.png', '/pixel.gif')
    bench.server.on('/one.png', { body: png() })
    bench.server.on('/pixel.gif', { body: png(1, 1) })
    await bench.sync()
    expect(bench.library.titled('A')).toMatchObject({
      pending: false,
      missing: [],
      readiness: { images: [1, 1] },
    })
    expect(bench.library.media.size).toBe(1)
  })

  it('fetches a picture once however many articles show it', async () => {
    const { origin } = bench.server
    const item = (n: number) => ({
      title: `A${n}`,
      html: `<p>${prose(200, `n${n}`)}</p><img src="${origin}/one.png">`,
    })
    bench.server.on('/feed', { body: rss('F', [1, 2, 3].map(item)) })
    bench.server.on('/one.png', { body: png() })
    await bench.sync()
    expect(bench.server.asked('/one.png')).toHaveLength(1)
    expect(bench.library.titled('A3').readiness.images).toEqual([1, 1])
  })

  it('keeps no half picture and tries again', async () => {
    picturesFeed('/one.png')
    bench.server.on('/one.png', (_request, response) => {
      response.writeHead(200, { 'Content-Length': 5000 })
      response.write(png())
      setTimeout(() => response.destroy(), 20)
      return null
    })
    await bench.sync()
    expect(bench.library.titled('A')).toMatchObject({ pending: true, readiness: { images: [0, 1] } })
    bench.server.on('/one.png', { body: png() })
    await bench.sync()
    expect(bench.library.titled('A')).toMatchObject({ pending: false, missing: [] })
  })

  it('does not follow content into the private network', async () => {
    const router = await startSyncBench()
    router.server.on('/admin.png', { body: png() })
    bench.server.on('/feed', {
      body: rss('F', [
        { title: 'A', html: `<p>${prose(200)}</p><img src="${router.server.origin}/admin.png">` },
      ]),
    })
    await bench.sync()
    expect(router.server.log).toHaveLength(0)
    expect(bench.library.titled('A').missing[0]).toContain('private network')
    await router.stop()
  })
})

describe('text', () => {
  it('keeps the feed text when the page says less', async () => {
    bench.server.on('/feed', {
      body: rss('F', [{ title: 'A', link: `${bench.server.origin}/a`, html: `<p>${prose(140)}</p>` }]),
    })
    bench.server.on('/a', html(page('A', { text: prose(60, 'wall') })))
    await bench.sync()
    expect(bench.library.bodyOf('A')).toMatchObject({ source: 'feed' })
    expect(bench.library.titled('A')).toMatchObject({ pending: false, readiness: { text: 'feed' } })
  })

  it('fetches the page of a long text that ends with "Continue reading"', async () => {
    bench.server.on('/feed', {
      body: rss('F', [
        { title: 'A', link: `${bench.server.origin}/a`, html: `<p>${prose(200)} Continue reading →</p>` },
      ]),
    })
    bench.server.on('/a', html(page('A', { text: prose(500) })))
    await bench.sync()
    expect(bench.library.bodyOf('A').source).toBe('page')
  })

  it.each([
    ['feed', 0],
    ['page', 1],
  ] as const)('does as the reader chose for a feed: always the %s', async (textSource, visits) => {
    bench.library.addFeed(`${bench.server.origin}/feed`, { feedId: 'feed1', textSource })
    const text = textSource === 'feed' ? 'short' : prose(400)
    bench.server.on('/feed', {
      body: rss('F', [{ title: 'A', link: `${bench.server.origin}/a`, html: `<p>${text}</p>` }]),
    })
    bench.server.on('/a', html(page('A')))
    await bench.sync()
    expect(bench.server.asked('/a')).toHaveLength(visits)
    expect(bench.library.bodyOf('A').source).toBe(textSource)
  })

  it('says why a page that is not text is not here', async () => {
    summaryFeed()
    bench.server.on('/a', { headers: { 'Content-Type': 'application/pdf' }, body: '%PDF-1.7' })
    await bench.sync()
    expect(bench.library.titled('A').missing[0]).toContain('application/pdf')
    expect(bench.library.titled('A').pending).toBe(false)
  })
})

describe('related pages', () => {
  const related = (...urls: string[]) =>
    urls.map((url, n) => ({ title: `Earlier report number ${n + 1}`, url }))

  it('opens an article of the library instead of fetching it again', async () => {
    const { origin } = bench.server
    bench.server.on('/feed', {
      body: rss('F', [
        { title: 'A', link: `${origin}/a`, summary: 'short' },
        { title: 'B', link: `${origin}/b`, html: `<p>${prose(200)}</p>` },
      ]),
    })
    bench.server.on('/a', html(page('A', { related: related(`${origin}/b#comments`, `${origin}/c`) })))
    bench.server.on('/c', html(page('C')))
    await bench.sync()
    const links = bench.library.bodyOf('A').related
    expect(links[0]?.articleId).toBe(bench.library.titled('B').articleId)
    expect(links[1]?.articleId).toBe(relatedArticleId(`${origin}/c`))
    // Once, as an article of the feed.
    expect(bench.server.asked('/b').length).toBeLessThanOrEqual(1)
    expect(bench.library.titled('B').kind).toBe('feed')
    expect(bench.library.titled('C').kind).toBe('related')
  })

  it('counts articles of one pass that link to each other as here, whichever is completed first', async () => {
    const { origin } = bench.server
    const item = (title: string) => ({ title, link: `${origin}/${title.toLowerCase()}` })
    bench.server.on('/feed', { body: rss('F', ['A', 'B'].map(item)) })
    bench.server.on('/a', html(page('A', { related: related(`${origin}/b`) })))
    bench.server.on('/b', html(page('B', { related: related(`${origin}/a`) })))
    await bench.sync()
    for (const title of ['A', 'B'])
      expect(bench.library.titled(title)).toMatchObject({
        pending: false,
        missing: [],
        readiness: { related: [1, 1] },
      })
  })

  it('does not count a headline whose text is not here, and counts it once the text has come', async () => {
    const { origin } = bench.server
    bench.server.on('/feed', {
      body: rss('F', [
        { title: 'A', link: `${origin}/a`, summary: 'short' },
        { title: 'B', link: `${origin}/b` },
      ]),
    })
    bench.server.on('/a', html(page('A', { related: related(`${origin}/b`) })))
    bench.server.on('/b', { status: 503 })
    await bench.sync()
    expect(bench.library.titled('A')).toMatchObject({ pending: true, readiness: { related: [0, 1] } })
    expect(bench.library.titled('A').missing).toEqual([
      'The related page "Earlier report number 1" is not here: The library has its headline but not its text.',
    ])
    bench.server.on('/b', html(page('B')))
    await bench.sync()
    expect(bench.library.titled('A')).toMatchObject({
      pending: false,
      missing: [],
      readiness: { related: [1, 1] },
    })
  })

  it('goes one step and no further', async () => {
    const { origin } = bench.server
    summaryFeed()
    bench.server.on('/a', html(page('A', { related: related(`${origin}/b`, `${origin}/c`) })))
    bench.server.on('/b', html(page('B', { related: related(`${origin}/d`, `${origin}/e`) })))
    bench.server.on('/c', html(page('C')))
    await bench.sync()
    expect(bench.server.asked('/d')).toHaveLength(0)
    expect(bench.library.titled('B').readiness.related).toEqual([0, 0])
  })

  it('says for each page why it is not here, and keeps to its number', async () => {
    await bench.stop()
    bench = await startSyncBench({ limits: { maxRelatedPerArticle: 2 } })
    bench.library.addFeed(`${bench.server.origin}/feed`)
    const { origin } = bench.server
    summaryFeed()
    bench.server.on('/a', html(page('A', { related: related(`${origin}/b`, `${origin}/c`, `${origin}/d`) })))
    bench.server.on('/b', html(page('B')))
    await bench.sync()
    expect(bench.library.titled('A').readiness.related).toEqual([1, 2])
    expect(bench.library.titled('A').missing).toEqual([
      expect.stringMatching(/^The related page "Earlier report number 2" is not here: .*404/),
    ])
    expect(bench.library.bodyOf('A').related[2]?.why).toContain('beyond the number')
    expect(bench.server.asked('/d')).toHaveLength(0)
  })

  it('fetches none when the reader does not want them', async () => {
    const { origin } = bench.server
    summaryFeed()
    bench.server.on('/a', html(page('A', { related: related(`${origin}/b`, `${origin}/c`) })))
    await bench.sync({ prefetchRelated: false })
    expect(bench.server.asked('/b')).toHaveLength(0)
    expect(bench.library.titled('A')).toMatchObject({
      pending: false,
      missing: [],
      readiness: { related: [0, 2] },
    })
  })

  it('gives a page one name, wherever in it a link points', () => {
    expect(relatedArticleId('https://example.org/a#x')).toBe(relatedArticleId('https://EXAMPLE.org/a'))
    expect(relatedArticleId('https://example.org/a')).toMatch(/^[0-9a-f]{32}$/)
    expect(relatedArticleId('https://example.org/a')).toBe('909179e8f33ffb242a27c4aea8892bd1')
  })
})

describe('prepare for offline', () => {
  it('tries again what was given up and reports what stays incomplete and why', async () => {
    picturesFeed('/one.png', '/two.png')
    bench.server.on('/one.png', { body: png() })
    await bench.sync()
    const { articleId } = bench.library.titled('A')
    const prepare = () => prepareOffline(bench.ports(), [articleId], { prefetchRelated: true })
    expect(await prepare()).toEqual({
      ready: 0,
      incomplete: [{ articleId, missing: 'picture 2 of 2', why: expect.stringContaining('404') as string }],
    })
    bench.server.on('/two.png', { body: png(640, 360, 2) })
    expect(await prepare()).toEqual({ ready: 1, incomplete: [] })
    expect(bench.server.asked('/one.png')).toHaveLength(1)
    expect(bench.library.titled('A').missing).toEqual([])
  })

  it('fetches again a picture that is gone from the disk', async () => {
    picturesFeed('/one.png')
    bench.server.on('/one.png', { body: png() })
    await bench.sync()
    const { articleId } = bench.library.titled('A')
    bench.library.media.clear()
    expect(await prepareOffline(bench.ports(), [articleId], { prefetchRelated: true })).toMatchObject({
      ready: 1,
    })
    expect(bench.library.media.size).toBe(1)
  })

  it('names articles that do not exist', async () => {
    const articleId = relatedArticleId('https://example.org/none')
    const report = await prepareOffline(bench.ports(), [articleId], { prefetchRelated: true })
    expect(report).toMatchObject({ ready: 0, incomplete: [{ articleId, missing: 'the article' }] })
  })

  it('says of every article that it was cancelled', async () => {
    picturesFeed('/one.png')
    await bench.sync({ depth: 'headlines' })
    const { articleId } = bench.library.titled('A')
    const report = await prepareOffline(bench.ports(), [articleId], {
      prefetchRelated: true,
      signal: AbortSignal.abort(),
    })
    expect(report).toMatchObject({ ready: 0, incomplete: [{ why: 'Preparing it was cancelled.' }] })
    expect(bench.library.titled('A').pending).toBe(true)
  })
})
