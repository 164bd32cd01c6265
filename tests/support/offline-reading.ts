/** The offline half of tests/e2e/launch-offline.e2e.ts: runs where there is no network and reports what a reader saw. */
import { networkInterfaces } from 'node:os'
import { askEngine } from './ask-engine'
import { connectionError } from './connection-error'
import { launchApp, type Profile } from './packaged-app'
import {
  highlightPassage,
  openArticle,
  openRelated,
  readOpenArticle,
  search,
  showList,
  shownHighlights,
  type SeenArticle,
} from './reading-window'

export interface OfflineReadingInput {
  readonly profile: Profile
  readonly titles: readonly string[]
  /** From the article `from`, the related article `to` is opened. */
  readonly related: readonly { readonly from: string; readonly to: string }[]
  readonly words: readonly string[]
  readonly highlight: { readonly title: string; readonly passage: string }
  /** Port the news site had. */
  readonly sitePort: number
}

export interface OfflineReading {
  readonly interfaces: readonly string[]
  /** Error codes of connecting out and to the site. */
  readonly outside: string
  readonly site: string
  readonly articles: Readonly<Record<string, SeenArticle>>
  readonly opened: readonly SeenArticle[]
  readonly found: Readonly<Record<string, readonly string[]>>
  readonly highlightsAfterRestart: readonly string[]
  readonly highlightsShown: readonly string[]
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

export async function run(input: OfflineReadingInput): Promise<OfflineReading> {
  const first = await launchApp(input.profile)
  const { window } = first
  await showList(window, 'All articles')
  const articles: Record<string, SeenArticle> = {}
  for (const title of input.titles) {
    await openArticle(window, title)
    articles[title] = await readOpenArticle(window)
  }
  const opened: SeenArticle[] = []
  for (const { from, to } of input.related) {
    await openArticle(window, from)
    await openRelated(window, to)
    opened.push(await readOpenArticle(window))
  }
  await openArticle(window, input.highlight.title)
  await highlightPassage(window, input.highlight.passage)
  await window.waitForTimeout(500)
  const found: Record<string, readonly string[]> = {}
  for (const word of input.words) found[word] = await search(window, word)
  await first.close()

  const second = await launchApp(input.profile)
  const rows = await askEngine(second.window, 'highlights.list')
  await showList(second.window, 'All articles')
  await openArticle(second.window, input.highlight.title)
  await second.window.waitForTimeout(500)
  const shown = await shownHighlights(second.window)
  await second.close()
  return {
    interfaces: Object.keys(networkInterfaces()),
    outside: await connectionError('192.0.2.1', 80),
    site: await connectionError('127.0.0.1', input.sitePort),
    articles,
    opened,
    found,
    highlightsAfterRestart: rows.map((row) => row.quote),
    highlightsShown: shown,
    requests: [...first.requests, ...second.requests],
    complaints: [...first.complaints, ...second.complaints],
  }
}
