import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FIRST_QUERY, type ArticlePage, type ArticleQuery } from '../../../contract/article-query'
import type { LaunchSnapshot } from '../../../contract/launch-snapshot'
import { DEFAULT_SETTINGS } from '../../../contract/settings'
import { LaunchKeeper } from '../../../electron/engine/launch-keeper'
import { makeArticles, rowOf } from '../renderer/fake-articles'

const rows = makeArticles(50).map(rowOf).slice(0, 50)
const counts = {
  all: 50,
  today: 0,
  unread: 50,
  starred: 0,
  saved: 0,
  highlighted: 0,
  ready: 0,
  edition: null,
}

let written: (LaunchSnapshot | null)[]
let total: number
let query: ArticleQuery
let keeper: LaunchKeeper

const page = (asked: ArticleQuery, _cursor: null, limit: number): ArticlePage => ({
  rows: asked.view === 'starred' ? [] : rows.slice(0, Math.min(limit, total)),
  next: null,
  total,
})

beforeEach(() => {
  vi.useFakeTimers()
  written = []
  total = rows.length
  query = FIRST_QUERY
  const library = {
    settings: () => DEFAULT_SETTINGS,
    counts: () => counts,
    keepLaunchSnapshot: (_version: string, snapshot: LaunchSnapshot | null) => {
      written.push(snapshot)
      return Promise.resolve()
    },
  }
  keeper = new LaunchKeeper({
    library,
    lists: { page },
    version: '1.0.0',
    failed: (message) => expect.fail(message),
  })
  keeper.follow(() => query)
})
afterEach(() => {
  vi.useRealTimers()
})

it('keeps the first rows a while after a change, once for a burst of them', async () => {
  for (let change = 0; change < 20; change++) keeper.changed()
  await vi.advanceTimersByTimeAsync(4_900)
  expect(written).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(written).toHaveLength(1)
  expect(written[0]).toMatchObject({ query: FIRST_QUERY, counts, page: { total: 50 } })
  expect(written[0]?.page.rows).toHaveLength(40)
})

it('writes nothing when nothing that is shown is another', async () => {
  keeper.changed()
  await vi.advanceTimersByTimeAsync(5_100)
  keeper.changed()
  await vi.advanceTimersByTimeAsync(5_100)
  await keeper.close()
  expect(written).toHaveLength(1)
})

it('keeps at the end what the window shows by then, and nothing afterwards', async () => {
  query = { ...FIRST_QUERY, view: 'all' }
  await keeper.close()
  keeper.changed()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(written.map((one) => one?.query.view)).toEqual(['all'])
})

it('takes away what was kept when the list has no rows', async () => {
  query = { ...FIRST_QUERY, view: 'starred' }
  await keeper.close()
  expect(written).toEqual([null])
})

it('keeps nothing for who has no window', async () => {
  const library = {
    settings: () => DEFAULT_SETTINGS,
    counts: () => counts,
    keepLaunchSnapshot: () => expect.fail(),
  }
  const windowless = new LaunchKeeper({ library, lists: { page }, version: '1.0.0', failed: () => undefined })
  windowless.changed()
  await windowless.close()
  expect(vi.getTimerCount()).toBe(0)
})
