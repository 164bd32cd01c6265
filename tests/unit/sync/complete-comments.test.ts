import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isReady } from '../../../electron/library/is-ready'
import { prepareOffline } from '../../../electron/sync/prepare-offline'
import { threadComments } from '../../../electron/sync/thread-comments'
import type { SyncBench } from '../../support/sync-bench'
import { prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench

beforeEach(async () => {
  bench = await startSyncBench()
  const { origin } = bench.server
  const item = { title: 'A', html: prose(200) }
  bench.server.on('/feed', {
    body: rss('F', [item])
      .replace(
        '<rss ',
        '<rss xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" ',
      )
      .replace(
        '</item>',
        `<wfw:commentRss>${origin}/comments</wfw:commentRss><slash:comments>3</slash:comments></item>`,
      ),
  })
})
afterEach(async () => {
  await bench.stop()
})

const entry = (id: string, minute: number, words: string, answers?: string) =>
  `<entry><id>${id}</id><title>Re</title><author><name>Reader ${id}</name></author>` +
  `<published>2026-03-01T07:${String(minute).padStart(2, '0')}:00Z</published>` +
  (answers === undefined ? '' : `<thr:in-reply-to ref="${answers}"/>`) +
  `<content type="html">&lt;p&gt;${words}&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;</content></entry>`
const serve = (...entries: string[]) =>
  bench.server.on('/comments', {
    body: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>C</title><id>c</id>${entries.join('')}</feed>`,
  })
const three = () => {
  serve(
    entry('c', 3, 'Third, on the second', 'b'),
    entry('b', 2, 'Second, on the first', 'a'),
    entry('a', 1, 'First'),
  )
}
const subscribe = (fetchComments: boolean) =>
  bench.library.addFeed(`${bench.server.origin}/feed`, { feedId: 'feed1', fetchComments })
const comments = () => bench.library.bodyOf('A').comments
const record = () => bench.library.titled('A')

describe('comments', () => {
  it('of a feed for which the reader wants them come with the article, in order and threaded, as plain text', async () => {
    three()
    subscribe(true)
    await bench.sync()
    expect(comments()).toEqual([
      { author: 'Reader a', published: '2026-03-01T07:01:00Z', text: 'First', parent: null },
      { author: 'Reader b', published: '2026-03-01T07:02:00Z', text: 'Second, on the first', parent: 0 },
      { author: 'Reader c', published: '2026-03-01T07:03:00Z', text: 'Third, on the second', parent: 1 },
    ])
    expect(record()).toMatchObject({ pending: false, missing: [], readiness: { comments: 'all' } })
  })

  it('are not asked for otherwise, until an article is prepared for offline', async () => {
    three()
    subscribe(false)
    await bench.sync()
    expect(bench.server.asked('/comments')).toEqual([])
    expect(record().readiness.comments).toBe('none')
    await prepareOffline(bench.ports(), [record().articleId], { prefetchRelated: false, comments: true })
    expect(comments()).toHaveLength(3)
    expect(record().readiness.comments).toBe('all')
  })

  it('that are fewer than the feed counts are some', async () => {
    serve(entry('a', 1, 'First'))
    subscribe(true)
    await bench.sync()
    expect(record().readiness.comments).toBe('some')
  })

  it('that do not come are told, and what was kept stays', async () => {
    three()
    subscribe(true)
    await bench.sync()
    bench.server.on('/comments', { status: 404 })
    await prepareOffline(bench.ports(), [record().articleId], { prefetchRelated: false, comments: true })
    expect(comments()).toHaveLength(3)
    expect(record().missing[0]).toMatch(/^The comment thread is not here: .*\(404\)/)
  })

  it('that were wished for and never came leave the article unready, until nobody wishes for them', async () => {
    bench.server.on('/comments', { status: 404 })
    subscribe(true)
    await bench.sync()
    expect(record()).toMatchObject({ pending: false, readiness: { comments: 'missing' } })
    expect(isReady(record())).toBe(false)
    bench.library.addFeed(`${bench.server.origin}/feed`, { feedId: 'feed1', fetchComments: false })
    await prepareOffline(bench.ports(), [record().articleId], { prefetchRelated: false })
    expect(record()).toMatchObject({ missing: [], readiness: { comments: 'none' } })
    expect(isReady(record())).toBe(true)
  })
})

describe('a thread', () => {
  const one = (guid: string, published: string | null, inReplyTo?: string) => ({
    guid,
    author: null,
    published,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
  })

  it('never goes round in a ring', () => {
    const parents = threadComments(
      [one('a', '1', 'b'), one('b', '2', 'a'), one('c', '3', 'c')],
      ['x', 'y', 'z'],
    ).map(({ parent }) => parent)
    expect(parents).toEqual([null, 0, null])
  })

  it('leaves out what says nothing, and whoever answers it stands at the top', () => {
    expect(threadComments([one('a', '1'), one('b', '2', 'a')], ['', 'y'])).toMatchObject([
      { text: 'y', parent: null },
    ])
  })
})
