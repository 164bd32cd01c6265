/** kill -9 at random moments of an import of highlights, again and again: what had been seen or made by hand is there at the next start, nothing is doubled, and importing once more brings exactly what is missing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Highlight } from '../../contract/highlight'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { launchApp, newProfile, runHidden, type LaunchedApp } from '../support/packaged-app'
import { FEED_ARTICLES, startNewsSite } from '../support/site/news-site'

const ROUNDS = 12
const PER_ROUND = 200
/** An import of one round's highlights takes at most about this long; where it is quicker, the kills come sooner. */
const IMPORT_MS = 900
const SOONER = 0.6
/** Repeat a failing run with the same moments. */
const SEED = Number(process.env['OFFPRINT_SEED'] ?? Date.now() % 100_000)
const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

type Exported = Omit<Highlight, 'articleId'>

const profile = newProfile('kill-import')
const file = join(profile.folder, 'highlights.json')
/** What the file holds, by article; it grows with every round. */
const exported: { articleId: Highlight['articleId']; title: string; text: string; highlights: Exported[] }[] =
  []

beforeAll(async () => {
  const site = await startNewsSite()
  await runHidden(profile, ['add', ...site.feeds])
  const launched = await launchApp(profile)
  await waitForQuiet(launched.window, FEED_ARTICLES.length)
  await site.stop()
  const { rows } = await askEngine(launched.window, 'articles.list', ALL, null, 100)
  for (const { articleId, title } of rows) {
    const { text } = await askEngine(launched.window, 'articles.get', articleId)
    exported.push({ articleId, title, text, highlights: [] })
  }
  await launched.close()
}, 200_000)

let live: LaunchedApp | null = null
afterAll(() => live?.close())

/** Puts more highlights into the file, each with a name and a time of its own. */
function grow(round: number): void {
  for (let number = 0; number < PER_ROUND; number++) {
    const article = exported[number % exported.length]!
    const start = (number * 7 + round) % (article.text.length - 40)
    const created = new Date(Date.UTC(2026, 0, 1, 0, round, 0, number)).toISOString()
    article.highlights.push({
      highlightId: `round-${String(round)}-${String(number)}`,
      quote: article.text.slice(start, start + 30).trim(),
      prefix: '',
      suffix: '',
      start,
      end: start + 30,
      color: 'green',
      note: `Note ${String(number)}`,
      created,
      updated: created,
      anchor: 'exact',
    })
  }
  writeFileSync(
    file,
    JSON.stringify(
      exported.map(({ articleId, title, highlights }) => ({ articleId, title, url: null, highlights })),
    ),
  )
}

async function launch(): Promise<LaunchedApp> {
  const launched = await launchApp(profile)
  // The system's own dialog cannot be pressed from here.
  await launched.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
  return launched
}

const idsOf = async ({ window }: LaunchedApp) =>
  (await askEngine(window, 'highlights.list')).map(({ highlightId }) => highlightId)

async function kill(launched: LaunchedApp): Promise<void> {
  const child = launched.app.process()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

it(`keeps what was seen through ${String(ROUNDS)} kills and doubles nothing (seed ${String(SEED)})`, async () => {
  let state = SEED
  // Park and Miller's: small, and the same moments for the same seed.
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const seen = new Set<string>()
  let cut = 0
  let longest = IMPORT_MS
  for (let round = 0; round < ROUNDS; round++) {
    const launched = await launch()
    live = launched
    check(await idsOf(launched), seen, `round ${String(round)}`)
    grow(round)
    // It ends with the app; what it would have answered is never heard.
    const answer = askEngine(launched.window, 'highlights.import').catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, random() * longest))
    const { articleId, text } = exported[round % exported.length]!
    const passage = {
      articleId,
      quote: text.slice(50, 90).trim(),
      prefix: '',
      suffix: '',
      note: null,
    } as const
    const made = await askEngine(launched.window, 'highlights.add', { ...passage, color: 'blue' })
    const here = await idsOf(launched)
    if (here.filter((id) => id.startsWith('round-')).length < PER_ROUND * (round + 1)) cut++
    else longest *= SOONER
    for (const id of [...here, made.highlightId]) seen.add(id)
    await kill(launched)
    await answer
  }
  expect(cut, 'no kill came in the middle of an import').toBeGreaterThan(2)
  live = await launch()
  check(await idsOf(live), seen, 'the end')
  await askEngine(live.window, 'highlights.import')
  const all = await idsOf(live)
  check(all, seen, 'the last import')
  expect(all.filter((id) => id.startsWith('round-')).length).toBe(ROUNDS * PER_ROUND)
  expect(await askEngine(live.window, 'highlights.import')).toMatchObject({ added: 0, missing: [] })
  expect(await idsOf(live)).toHaveLength(all.length)
}, 600_000)

function check(here: readonly string[], seen: ReadonlySet<string>, when: string): void {
  const known = new Set(here)
  expect(known.size, `a highlight is doubled at ${when}`).toBe(here.length)
  const lost = [...seen].filter((id) => !known.has(id))
  expect(lost, `highlights are lost at ${when}`).toEqual([])
}
