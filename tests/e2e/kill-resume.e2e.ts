/** kill -9 at random moments of a sync, twenty times: the app starts again each time and has lost and doubled nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleRow } from '../../contract/article'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { growingFeed } from '../support/growing-feed'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { startNewsSite, type NewsSite } from '../support/site/news-site'

const ROUNDS = 20
const PER_ROUND = 4
/** A sync of one round takes about this long with the delay below. */
const SYNC_MS = 2_000
/** Repeat a failing run with the same moments. */
const SEED = Number(process.env['OFFPRINT_SEED'] ?? Date.now() % 100_000)

const feed = growingFeed()
const profile = newProfile('kill')
let site: NewsSite

/** Mulberry32: small, and the same moments for the same seed. */
function randomMoments(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function listAll(launched: LaunchedApp): Promise<readonly ArticleRow[]> {
  const query = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
  return (await askEngine(launched.window, 'articles.list', query, null, 1_000)).rows
}

async function kill(launched: LaunchedApp): Promise<void> {
  const child = launched.app.process()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  feed.grow(PER_ROUND)
  site = await startNewsSite({ extra: feed.files, delayMs: 40 })
  const added = await runHidden(profile, ['add', site.base + feed.path])
  expect(added, added.stderr).toMatchObject({ code: 0 })
})
afterAll(() => site.stop())

it(`starts again after each of ${String(ROUNDS)} kills, with everything it had shown (seed ${String(SEED)})`, async () => {
  const random = randomMoments(SEED)
  const shown = new Set<ArticleId>()
  const starred = new Set<ArticleId>()
  for (let round = 0; round < ROUNDS; round++) {
    const launched = await launchApp(profile)
    const rows = await listAll(launched)
    check(rows, `round ${String(round)}`, shown, starred)
    for (const row of rows) shown.add(row.articleId)

    feed.grow(PER_ROUND)
    await askEngine(launched.window, 'sync.start', [])
    const star = rows.find((row) => !row.status.starred)
    const wait = new Promise((resolve) => setTimeout(resolve, random() * SYNC_MS))
    if (star) {
      await askEngine(launched.window, 'articles.mark', [star.articleId], { starred: true })
      starred.add(star.articleId)
    }
    await wait
    await kill(launched)
  }

  const last = await launchApp(profile)
  await askEngine(last.window, 'sync.start', [])
  await waitForQuiet(last.window, feed.titles.length)
  const rows = await listAll(last)
  check(rows, 'the end', shown, starred)
  expect(rows.map((row) => row.title).sort()).toEqual([...feed.titles].sort())
  expect(rows.filter((row) => !row.ready).map((row) => row.title)).toEqual([])
  await last.close()
}, 600_000)

function check(
  rows: readonly ArticleRow[],
  when: string,
  shown: ReadonlySet<ArticleId>,
  starred: ReadonlySet<ArticleId>,
): void {
  const titles = rows.map((row) => row.title)
  expect(new Set(titles).size, `an article is doubled at ${when}`).toBe(titles.length)
  const here = new Map(rows.map((row) => [row.articleId, row]))
  const lost = [...shown].filter((articleId) => !here.has(articleId))
  expect(lost, `articles are lost at ${when}`).toEqual([])
  const faded = [...starred].filter((articleId) => !here.get(articleId)?.status.starred)
  expect(faded, `stars are lost at ${when}`).toEqual([])
}
