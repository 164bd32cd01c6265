/** Articles in several pages, and pages that show their text only in a plain version. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareOffline } from '../../../electron/sync/prepare-offline'
import type { SyncBench } from '../../support/sync-bench'
import { page, prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench

beforeEach(async () => {
  bench = await startSyncBench({ limits: { maxPagesPerArticle: 3 } })
  const { origin } = bench.server
  bench.library.addFeed(`${origin}/feed`)
  bench.server.on('/feed', {
    body: rss('F', [{ title: 'Long read', link: `${origin}/long`, summary: 'short' }]),
  })
})
afterEach(async () => {
  await bench.stop()
})

const address = (n: number, origin = '') => `${origin}/long${n === 1 ? '' : `?page=${String(n)}`}`
/** Page `n`, with the words "leaf<n>" in its text and a link to what follows. */
function serve(n: number, next: string | null, status = 200): void {
  const link = next === null ? '' : `<link rel="next" href="${next}">`
  const body = page('Long read', { text: prose(300, `leaf${String(n)}`) })
    .replace('</head>', `${link}</head>`)
    .replace('</main>', '<nav><a href="/long">1</a></nav></main>')
  bench.server.on(address(n), { status, headers: { 'Content-Type': 'text/html' }, body })
}
const text = () => bench.library.bodyOf('Long read').body.text
const pagesAsked = () => bench.server.log.map(({ path }) => path).filter((path) => path.startsWith('/long'))

describe('an article in several pages', () => {
  it('is joined, and whole', async () => {
    serve(1, address(2))
    serve(2, address(3))
    serve(3, null)
    await bench.sync()
    for (const n of [1, 2, 3]) expect(text()).toContain(`leaf${String(n)}`)
    expect(bench.library.titled('Long read')).toMatchObject({
      pending: false,
      missing: [],
      readiness: { text: 'page' },
    })
  })

  it('says which page is missing and why, keeps the others, and fetches it with the next attempt', async () => {
    serve(1, address(2))
    serve(2, address(3))
    serve(3, null, 500)
    await bench.sync()
    expect(text()).toContain('leaf2')
    const record = bench.library.titled('Long read')
    expect(record).toMatchObject({ pending: true, readiness: { text: 'feed' } })
    expect(record.missing[0]).toMatch(/^Page 3 of the text is not here: .*\(500\)/)
    serve(3, null)
    await prepareOffline(bench.ports(), [record.articleId], { prefetchRelated: false })
    expect(text()).toContain('leaf3')
    expect(bench.library.titled('Long read')).toMatchObject({ missing: [], readiness: { text: 'page' } })
  })

  it('ends at the limit, and says so', async () => {
    for (const n of [1, 2, 3, 4]) serve(n, address(n + 1))
    await bench.sync()
    expect(pagesAsked()).toEqual([1, 2, 3].map((n) => address(n)))
    expect(bench.library.titled('Long read').missing[0]).toContain('more pages than the 3 that are fetched')
  })

  it('is not followed to another host, to a private one least of all', async () => {
    serve(1, 'http://127.0.0.2:1/long?page=2')
    await bench.sync()
    expect(text()).toContain('leaf1')
    expect(bench.library.titled('Long read')).toMatchObject({ missing: [], readiness: { text: 'page' } })
  })

  it('does not go round in a ring', async () => {
    serve(1, address(2))
    serve(2, address(1))
    await bench.sync()
    expect(pagesAsked()).toEqual([address(1), address(2)])
  })
})

describe('a page without text of its own', () => {
  const bare = () =>
    `<!doctype html><html><head><title>Long read</title><link rel="amphtml" href="${bench.server.origin}/amp"></head><body><div id="app"></div></body></html>`

  it('is read in its plain version', async () => {
    bench.server.on('/long', { headers: { 'Content-Type': 'text/html' }, body: bare() })
    bench.server.on('/amp', {
      headers: { 'Content-Type': 'text/html' },
      body: page('Long read', { text: prose(300, 'plain') }),
    })
    await bench.sync()
    expect(text()).toContain('plain')
    expect(bench.library.titled('Long read')).toMatchObject({ missing: [], readiness: { text: 'page' } })
  })

  it('says why there is none when the plain version has none either', async () => {
    bench.server.on('/long', { headers: { 'Content-Type': 'text/html' }, body: bare() })
    bench.server.on('/amp', { status: 404 })
    await bench.sync()
    expect(bench.library.titled('Long read').missing[0]).toMatch(/^The full page is not here: /)
  })
})
