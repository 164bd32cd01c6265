import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SyncProgress } from '../../../contract/sync'
import type { SyncBench } from '../../support/sync-bench'
import { page, png, prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench

beforeEach(async () => {
  bench = await startSyncBench()
})
afterEach(async () => {
  await bench.stop()
})

describe('a first sync', () => {
  it('stores headline, page, pictures and related articles, so that all of it is ready', async () => {
    const { server, library } = bench
    const { origin } = server
    server.on('/feed', {
      body: rss('Harbour News', [
        { title: 'Pier opens', link: `${origin}/pier`, summary: '<p>The pier opens.</p>' },
      ]),
    })
    server.on('/pier', {
      headers: { 'Content-Type': 'text/html' },
      body: page('Pier opens', {
        image: `${origin}/pier.png`,
        related: [
          { title: 'The old pier and its keepers', url: `${origin}/old` },
          { title: 'Why the ferry was late again', url: `${origin}/ferry` },
        ],
      }),
    })
    server.on('/old', {
      headers: { 'Content-Type': 'text/html' },
      body: page('The old pier', { image: `${origin}/old.png` }),
    })
    server.on('/ferry', { headers: { 'Content-Type': 'text/html' }, body: page('The ferry') })
    server.on('/pier.png', { body: png() })
    server.on('/old.png', { body: png(640, 360, 1) })
    library.addFeed(`${origin}/feed`)

    const summary = await bench.sync()

    expect(summary).toMatchObject({ feeds: 1, ok: 1, failed: 0, newArticles: 1 })
    const pier = library.titled('Pier opens')
    expect(pier).toMatchObject({ kind: 'feed', pending: false, missing: [] })
    expect(pier.readiness).toEqual({ text: 'page', images: [1, 1], related: [2, 2], comments: 'none' })
    expect(pier.thumbnail).toMatch(/^[0-9a-f]{64}\.png$/)
    const old = library.titled('The old pier')
    expect(old).toMatchObject({
      kind: 'related',
      pending: false,
      readiness: { text: 'page', images: [1, 1] },
    })
    expect(library.bodyOf('Pier opens').related).toMatchObject([
      { articleId: old.articleId, why: null },
      { articleId: library.titled('The ferry').articleId, why: null },
    ])
    expect(library.feed('feed1')).toMatchObject({ title: 'Harbour News' })
  })

  it('keeps the whole text of a feed and looks at two of its pages for more', async () => {
    const { server, library } = bench
    const whole = (n: number) => ({
      title: `Whole ${n}`,
      link: `${server.origin}/whole${n}`,
      html: `<p>${prose(300)}</p>`,
    })
    server.on('/feed', { body: rss('Full', [1, 2, 3, 4, 5].map(whole)) })
    library.addFeed(`${server.origin}/feed`)
    await bench.sync()
    for (const n of [1, 2, 3, 4, 5])
      expect(library.titled(`Whole ${n}`)).toMatchObject({
        pending: false,
        missing: [],
        readiness: { text: 'feed' },
      })
    expect(server.log.filter(({ path }) => path.startsWith('/whole'))).toHaveLength(2)
  })

  it('has every headline before it asks for any page', async () => {
    const { server, library } = bench
    for (const n of [1, 2, 3, 4, 5]) {
      server.on(`/feed${n}`, {
        body: rss(`F${n}`, [{ title: `A${n}`, link: `${server.origin}/a${n}`, summary: 'short' }]),
        delay: n * 10,
      })
      server.on(`/a${n}`, { headers: { 'Content-Type': 'text/html' }, body: page(`A${n}`) })
      library.addFeed(`${server.origin}/feed${n}`)
    }
    await bench.sync()
    const paths = server.log.map((one) => one.path).filter((path) => /^\/(feed|a)\d/.test(path))
    expect(paths.slice(0, 5).every((path) => path.startsWith('/feed'))).toBe(true)
    expect(library.articles.size).toBe(5)
  })

  it('completes the newest article first', async () => {
    bench = await restartWith({ articlesAtOnce: 1 })
    const { server, library } = bench
    const items = [3, 9, 6].map((day) => ({
      title: `Day ${day}`,
      link: `${server.origin}/${day}`,
      date: `0${day} Feb 2026 07:00:00 GMT`,
      summary: 'short',
    }))
    server.on('/feed', { body: rss('Days', items) })
    library.addFeed(`${server.origin}/feed`)
    await bench.sync()
    expect(server.log.map((one) => one.path).filter((path) => /^\/\d$/.test(path))).toEqual([
      '/9',
      '/6',
      '/3',
    ])
  })

  it('leaves pages and pictures to a later sync when only headlines are wanted', async () => {
    const { server, library } = bench
    server.on('/feed', { body: rss('F', [{ title: 'A', link: `${server.origin}/a`, summary: 'short' }]) })
    server.on('/a', { headers: { 'Content-Type': 'text/html' }, body: page('A') })
    library.addFeed(`${server.origin}/feed`)
    await bench.sync({ depth: 'headlines' })
    expect(server.asked('/a')).toHaveLength(0)
    expect(library.titled('A')).toMatchObject({ pending: true, readiness: { text: 'feed' } })
    await bench.sync()
    expect(library.titled('A')).toMatchObject({ pending: false, readiness: { text: 'page' } })
  })

  it('fetches the icon of a new feed once', async () => {
    const { server, library } = bench
    server.on('/feed', {
      body: rss('F', [{ title: 'A', html: prose(200) }]).replace('http://site.invalid/', server.origin),
    })
    server.on('/favicon.ico', {
      body: Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0, 16, 16]), Buffer.alloc(60)]),
    })
    library.addFeed(`${server.origin}/feed`)
    await bench.sync()
    expect(library.feed('feed1')?.icon).toMatch(/\.ico$/)
    await bench.sync()
    expect(server.asked('/favicon.ico')).toHaveLength(1)
  })
})

describe('a sync among bad feeds', () => {
  beforeEach(async () => {
    bench = await restartWith({ firstByteMs: 1000 })
  })

  it('reads the good feed although others hang, break, lie and redirect for ever', async () => {
    const { server, library } = bench
    server.on('/good', { body: rss('Good', [{ title: 'Fine', html: prose(200) }]) })
    server.on('/hang', () => null)
    server.on('/loop', { status: 302, headers: { Location: '/loop' } })
    server.on('/html', { headers: { 'Content-Type': 'text/html' }, body: page('No feed') })
    server.on('/gone', { status: 410 })
    server.on('/error', { status: 500 })
    server.on('/big', { body: Buffer.alloc(600_000, ' ') })
    server.on('/reset', (request) => {
      request.socket.destroy()
      return null
    })
    for (const path of ['hang', 'loop', 'html', 'gone', 'error', 'big', 'reset', 'good'])
      library.addFeed(`${server.origin}/${path}`, { feedId: path })
    const summary = await bench.sync()
    const codes = Object.fromEntries(summary.results.map((one) => [one.feedId, one.code]))
    expect(codes).toEqual({
      hang: 'timeout',
      loop: 'too_many_redirects',
      html: 'not_a_feed',
      gone: 'gone',
      error: 'http_error',
      big: 'too_large',
      reset: 'failed',
      good: 'ok',
    })
    expect(summary).toMatchObject({ feeds: 8, ok: 1, failed: 7, newArticles: 1 })
    for (const { code, message } of summary.results) if (code !== 'ok') expect(message).toMatch(/\w.{10,}\.$/)
    expect(library.titled('Fine').readiness.text).toBe('feed')
  })

  it('begins with the articles while one feed still hangs', async () => {
    const { server, library } = bench
    server.on('/feed', { body: rss('F', [{ title: 'A', link: `${server.origin}/a`, summary: 'short' }]) })
    server.on('/a', { headers: { 'Content-Type': 'text/html' }, body: page('A') })
    let hangEnded = false
    server.on('/hang', (_request, response) => {
      response.on('close', () => (hangEnded = true))
      return null
    })
    let early = false
    library.beforeWrite = (line) => {
      if (line.startsWith('body') && !hangEnded) early = true
    }
    library.addFeed(`${server.origin}/hang`)
    library.addFeed(`${server.origin}/feed`)
    await bench.sync()
    expect(early).toBe(true)
    expect(library.titled('A').readiness.text).toBe('page')
  })

  it('does not fetch the pages of headlines whose text is still on its way from the feed', async () => {
    const { server, library } = bench
    const items = [{ title: 'A', link: `${server.origin}/a`, html: `<p>${prose(200)}</p>` }]
    server.on('/feed', { body: rss('F', items) })
    library.addFeed(`${server.origin}/feed`, { textSource: 'feed' })
    // The visit takes long after its headlines, so that the articles begin without it.
    const { changeFeed } = library
    library.changeFeed = async (feedId, change) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await changeFeed(feedId, change)
    }
    await bench.sync()
    expect(server.asked('/a')).toEqual([])
    expect(library.titled('A')).toMatchObject({ pending: false, readiness: { text: 'feed' } })
  })

  it('does not punish feeds when the whole network is away', async () => {
    const { library, server } = bench
    await server.stop()
    library.addFeed(`${server.origin}/feed`)
    const summary = await bench.sync()
    expect(summary.results[0]?.code).toBe('refused')
    expect(library.syncState('feed1')).toMatchObject({ failures: 0, nextDue: null, lastCode: 'refused' })
  })

  it('tells a full disk as such and goes on when there is room again', async () => {
    const { server, library } = bench
    server.on('/one', { headers: { ETag: '"1"' }, body: rss('One', [{ title: 'A', html: prose(200, 'a') }]) })
    server.on('/two', { headers: { ETag: '"2"' }, body: rss('Two', [{ title: 'B', html: prose(200, 'b') }]) })
    library.addFeed(`${server.origin}/one`)
    library.addFeed(`${server.origin}/two`)
    let full = true
    library.beforeWrite = (line) => {
      if (full && (line.startsWith('body') || line === 'articles feed2 1'))
        throw new Error('The disk is full.')
    }
    const summary = await bench.sync()
    expect(summary.results).toMatchObject([
      { code: 'disk', message: 'The disk is full.' },
      { code: 'disk', message: 'The disk is full.' },
    ])
    full = false
    expect(await bench.sync()).toMatchObject({ ok: 2 })
    expect(library.titled('A').readiness.text).toBe('feed')
    expect(library.titled('B').readiness.text).toBe('feed')
  })

  it('loses one document that kills its worker, not the feed', async () => {
    const { server, library } = bench
    server.on('/feed', {
      body: rss('F', [
        { title: 'A', html: prose(200, 'a') },
        { title: 'Bomb', html: prose(200, 'bomb') },
        { title: 'C', html: prose(200, 'c') },
      ]),
    })
    library.addFeed(`${server.origin}/feed`)
    const { tasks } = bench.ports()
    const fragile: typeof tasks = {
      run: (name, input, options) =>
        name === 'prepare-feed-html' && JSON.stringify(input).includes('bomb')
          ? Promise.reject(new Error('TaskTimeout'))
          : tasks.run(name, input, options),
    }
    await bench.sync({}, { tasks: fragile })
    expect(library.titled('A').readiness.text).toBe('feed')
    expect(library.titled('C').readiness.text).toBe('feed')
    expect(library.titled('Bomb')).toMatchObject({ readiness: { text: 'none' } })
    expect(library.titled('Bomb').missing).toHaveLength(1)
  })
})

describe('going on', () => {
  /** A site with one summary feed of three articles with pictures. */
  function site(): void {
    const { server, library } = bench
    const items = [1, 2, 3].map((n) => ({
      title: `A${n}`,
      link: `${server.origin}/a${n}`,
      summary: `short ${n}`,
    }))
    server.on('/feed', { headers: { ETag: '"1"' }, body: rss('F', items) })
    for (const n of [1, 2, 3]) {
      server.on(`/a${n}`, {
        headers: { 'Content-Type': 'text/html' },
        body: page(`A${n}`, { image: `${server.origin}/${n}.png` }),
      })
      server.on(`/${n}.png`, { body: png(640, 360, n) })
    }
    library.addFeed(`${server.origin}/feed`)
  }
  const whole = () =>
    [1, 2, 3].every((n) => {
      const { pending, readiness } = bench.library.titled(`A${n}`)
      return !pending && readiness.text === 'page' && readiness.images[0] === 1
    })

  it('completes after a kill at any write, without losing or doubling an article', async () => {
    for (let kill = 1; kill < 40; kill++) {
      await bench.stop()
      bench = await startSyncBench()
      site()
      let writes = 0
      bench.library.beforeWrite = () => {
        if (++writes >= kill) throw new Error('killed')
      }
      await bench.sync().catch(() => undefined)
      const finished = writes < kill
      bench.library.beforeWrite = () => undefined
      bench.restart()
      await bench.sync()
      expect({ kill, articles: bench.library.articles.size, whole: whole() }).toEqual({
        kill,
        articles: 3,
        whole: true,
      })
      if (finished) return
    }
    throw new Error('a sync of three articles should end in fewer than 40 writes')
  })

  it('stops soon when it is cancelled, says so, and goes on at the next sync', async () => {
    site()
    const controller = new AbortController()
    bench.server.on('/a2', () => {
      controller.abort()
      return null
    })
    const started = performance.now()
    const summary = await bench.sync({ signal: controller.signal })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(summary.newArticles).toBe(3)
    expect(bench.library.titled('A2').pending).toBe(true)
    bench.server.on('/a2', {
      headers: { 'Content-Type': 'text/html' },
      body: page('A2', { image: `${bench.server.origin}/2.png` }),
    })
    await bench.sync()
    expect(whole()).toBe(true)
  })

  it('asks for nothing when it is cancelled before it begins', async () => {
    site()
    const summary = await bench.sync({ signal: AbortSignal.abort() })
    expect(summary.results).toMatchObject([{ code: 'cancelled' }])
    expect(bench.server.log).toHaveLength(0)
    expect(bench.library.writes).toEqual([])
  })

  it('keeps the feed text and tries again later when a page fails for now, and gives up after a day', async () => {
    site()
    bench.server.on('/a2', { status: 500 })
    await bench.sync()
    expect(bench.library.titled('A2')).toMatchObject({ pending: true, readiness: { text: 'feed' } })
    expect(bench.library.titled('A2').missing[0]).toMatch(/^The full page is not here: .*\(500\)/)
    bench.time += 25 * 3600_000
    await bench.sync()
    expect(bench.library.titled('A2').pending).toBe(false)
    const asked = bench.server.asked('/a2').length
    await bench.sync()
    expect(bench.server.asked('/a2')).toHaveLength(asked)
  })

  it('does not try again what is not there', async () => {
    site()
    bench.server.on('/2.png', { status: 404 })
    await bench.sync()
    expect(bench.library.titled('A2')).toMatchObject({ pending: false, readiness: { images: [0, 1] } })
    expect(bench.library.titled('A2').missing).toEqual([
      `Picture 1 of 1 is not here: 127.0.0.1:${bench.server.port} has nothing at this address (404).`,
    ])
    await bench.sync()
    expect(bench.server.asked('/2.png')).toHaveLength(1)
  })

  it('does not bring back what was purged', async () => {
    site()
    await bench.sync()
    const { articleId } = bench.library.titled('A1')
    bench.library.articles.delete(articleId)
    bench.library.purged.add(articleId)
    bench.server.on('/feed', {
      body: rss('F', [{ title: 'A1', link: `${bench.server.origin}/a1`, summary: 'short 1' }]),
    })
    const summary = await bench.sync({ force: true })
    expect(summary.newArticles).toBe(0)
    expect(bench.library.articles.has(articleId)).toBe(false)
  })

  it('writes no article and no body when nothing changed', async () => {
    site()
    await bench.sync()
    bench.library.writes.length = 0
    const summary = await bench.sync({ force: true })
    expect(summary).toMatchObject({ newArticles: 0, updatedArticles: 0 })
    expect(bench.library.writes.filter((line) => !line.startsWith('state'))).toEqual([])
  })
})

describe('a changed article', () => {
  it('keeps the earlier text as a version', async () => {
    const { server, library } = bench
    library.addFeed(`${server.origin}/feed`)
    server.on('/feed', { body: rss('F', [{ title: 'Vote', guid: 'v', html: `<p>${prose(200)}</p>` }]) })
    await bench.sync()
    server.on('/feed', {
      body: rss('F', [
        { title: 'Vote moved', guid: 'v', html: `<p>${prose(200)} It was then postponed.</p>` },
      ]),
    })
    bench.time += 3600_000
    const summary = await bench.sync()
    expect(summary).toMatchObject({ newArticles: 0, updatedArticles: 1 })
    const body = library.bodyOf('Vote moved')
    expect(body.body.text).toContain('postponed')
    expect(body.versions).toMatchObject([{ at: new Date(bench.time).toISOString(), title: 'Vote' }])
    expect(body.versions[0]?.text).not.toContain('postponed')
  })

  it('does not lose a good text to an emptied one', async () => {
    const { server, library } = bench
    library.addFeed(`${server.origin}/feed`)
    server.on('/feed', { body: rss('F', [{ title: 'Vote', guid: 'v', html: `<p>${prose(200)}</p>` }]) })
    await bench.sync()
    server.on('/feed', { body: rss('F', [{ title: 'Vote', guid: 'v', html: '<p>Subscribers only.</p>' }]) })
    await bench.sync()
    expect(library.bodyOf('Vote').body.words).toBeGreaterThan(150)
  })

  it('fetches its page anew when the feed only holds a summary', async () => {
    const { server, library } = bench
    library.addFeed(`${server.origin}/feed`)
    const feed = (summary: string) =>
      rss('F', [{ title: 'Vote', guid: 'v', link: `${server.origin}/v`, summary }])
    server.on('/feed', { body: feed('First summary') })
    server.on('/v', { headers: { 'Content-Type': 'text/html' }, body: page('Vote', { text: prose(300) }) })
    await bench.sync()
    server.on('/feed', { body: feed('Second summary') })
    server.on('/v', {
      headers: { 'Content-Type': 'text/html' },
      body: page('Vote', { text: `${prose(300)} Later it rained hard.` }),
    })
    await bench.sync()
    expect(library.bodyOf('Vote').body.text).toContain('rained hard')
    expect(library.bodyOf('Vote').versions).toHaveLength(1)
    expect(library.titled('Vote')).toMatchObject({ pending: false, readiness: { text: 'page' } })
  })
})

describe('progress', () => {
  it('is told while it runs and ends idle with the final figures', async () => {
    const { server, library } = bench
    server.on('/feed', {
      body: rss('F', [{ title: 'A', link: `${server.origin}/a`, summary: 'short' }]),
      delay: 150,
    })
    server.on('/a', { headers: { 'Content-Type': 'text/html' }, body: page('A'), delay: 250 })
    library.addFeed(`${server.origin}/feed`)
    const told: SyncProgress[] = []
    await bench.sync({ onProgress: (progress) => told.push(progress) })
    expect(told.map((one) => one.phase)).toContain('feeds')
    expect(told.map((one) => one.phase)).toContain('articles')
    expect(told.at(-1)).toMatchObject({
      phase: 'idle',
      feedsDone: 1,
      feedsTotal: 1,
      articlesDone: 1,
      articlesTotal: 1,
      newArticles: 1,
    })
    expect(told.at(-1)?.bytes).toBeGreaterThan(1000)
    expect(told.length).toBeLessThan(12)
  })
})

async function restartWith(
  limits: NonNullable<Parameters<typeof startSyncBench>[0]>['limits'],
): Promise<SyncBench> {
  await bench.stop()
  return startSyncBench(limits ? { limits } : {})
}
