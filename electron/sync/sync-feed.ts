/** One feed's visit, from its due time to its headlines; reads top to bottom. Its bodies are left to `store-bodies`. */
import { createHash } from 'node:crypto'
import type { ParsedFeedResult } from '../feeds/parsed-feed'
import type { NormalArticle } from '../feeds/normalise-article'
import { normaliseArticles } from '../feeds/normalise-article'
import type { ArticleRecord, FeedRecord, SyncState } from '../library/records'
import { feedHtml, headlineRecord } from './article-record'
import { PORTAL_MESSAGE, looksLikeHtml } from './captive-portal'
import { validatorsOf } from './conditional-get'
import { afterSuccess, firstState } from './feed-state'
import type { FeedFetch } from './fetch-feed'
import { endsLikeAFeed, fetchFeed } from './fetch-feed'
import { hostOf } from './fetch-outcome'
import { dueness, patienceWith } from './schedule'
import type { HeldArticle } from './store-bodies'
import type { SyncPorts } from './sync-ports'
import { takeOverFacts } from './take-over-facts'
import type { FeedVisit, FetchFailed, Visit } from './visit-outcome'
import { endFailed, endGood, endQuietly, endUnchanged } from './visit-outcome'

export interface FeedVisitOptions {
  readonly force: boolean
  readonly gapMs: number
  readonly signal?: AbortSignal | undefined
}

type Answer = Extract<FeedFetch, { kind: 'answer' }>
type Parsed = Extract<ParsedFeedResult, { ok: true }>

/** Never rejects for anything a feed or a network does; a library that cannot write rejects. */
export async function syncFeed(
  ports: SyncPorts,
  feed: FeedRecord,
  options: FeedVisitOptions,
): Promise<FeedVisit> {
  const { library } = ports
  const { signal } = options
  const state = library.syncState(feed.feedId) ?? firstState(feed.feedId)
  const patience = patienceWith(feed, options.gapMs)
  const visit: Visit = { ports, feed, state, patience, signal }

  const due = dueness(state, {
    now: ports.now(),
    force: options.force,
    patience,
    paused: feed.paused,
  })
  if (!due.due) return endQuietly(visit, 'skipped', due.why, due.until)

  const empty = library.articlesOf(feed.feedId).length === 0
  const answer = await fetchFeed(ports, feed, state, { whole: empty, signal })
  if (answer.kind === 'failed') return endFailed(visit, answer)
  if (answer.kind === 'not_modified') return endUnchanged(visit, answer)

  const bodyHash = createHash('sha256').update(answer.bytes).digest('hex')
  if (bodyHash === state.bodyHash && !empty) return endUnchanged(visit, answer)
  if (answer.truncated && !endsLikeAFeed(answer.bytes)) return endFailed(visit, brokenOff(answer))

  const parsed = await parse(visit, answer)
  if (signal?.aborted) return endQuietly(visit, 'cancelled', 'The sync was cancelled.')
  if (!parsed.ok) return endFailed(visit, notAFeed(state, answer, parsed.error))
  return storeHeadlines(visit, answer, parsed, bodyHash)
}

async function storeHeadlines(
  visit: Visit,
  answer: Answer,
  parsed: Parsed,
  hash: string,
): Promise<FeedVisit> {
  const { ports, feed, state } = visit
  const { fresh, changed } = sortArticles(visit, parsed)
  const headlines = fresh.map((article) => headlineRecord(article, feed.feedId, ports.now()))
  if (headlines.length > 0) await ports.library.saveArticles(feed.feedId, headlines)

  const said = { target: answer.movedTo, remembered: state.movedTo, says: parsed.feed }
  const after = stateAfter(visit, answer, hash, await takeOverFacts(ports, feed, said))
  const next = { ...after, pace: parsed.feed.pace }
  const articles = [
    ...fresh.map((article, at): HeldArticle => ({ article, prior: headlines[at] ?? null })),
    ...changed,
  ]
  const held =
    articles.length > 0 ? { feed, articles, state: next, characters: charactersOf(articles) } : null
  const reallyChanged = changed.filter(({ article, prior }) => prior?.itemHash !== article.itemHash)
  return endGood(visit, next, { fresh: fresh.length, changed: reallyChanged.length, held })
}

/** New articles and changed ones; what was purged never comes back, what is as it was costs nothing. */
function sortArticles(
  { ports, feed }: Visit,
  parsed: Parsed,
): { readonly fresh: readonly NormalArticle[]; readonly changed: readonly HeldArticle[] } {
  const items = parsed.items.slice(0, ports.limits.maxItems)
  const context = { feedId: feed.feedId, feedUrl: feed.url, now: ports.now().toISOString() }
  const fresh: NormalArticle[] = []
  const changed: HeldArticle[] = []
  for (const article of normaliseArticles(items, context)) {
    const prior = ports.library.article(article.articleId)
    if (!prior) {
      if (!ports.library.isPurged(feed.feedId, article.articleId)) fresh.push(article)
    } else if (prior.itemHash !== article.itemHash || lacksBody(prior, article))
      changed.push({ article, prior })
  }
  return { fresh, changed }
}

/** A kill or a full disk between headline and body: the headline is there, its text is not. */
function lacksBody(prior: ArticleRecord, article: NormalArticle): boolean {
  return prior.readiness.text === 'none' && feedHtml(article) !== null
}

async function parse({ ports, signal }: Visit, answer: Answer): Promise<ParsedFeedResult> {
  const { bytes, headers, finalUrl } = answer
  const input = { bytes, contentType: headers['content-type'] ?? null, url: finalUrl }
  const options = { timeoutMs: ports.limits.taskMs, ...(signal ? { signal } : {}) }
  try {
    return await ports.tasks.run('parse-feed', input, options)
  } catch (error) {
    // A feed that no worker survives must not end the sync.
    const words = error instanceof Error ? error.message : String(error)
    const message = `The feed from ${hostOf(finalUrl)} could not be read: ${words}.`
    return { ok: false, error: { code: 'bad_feed', message } }
  }
}

function stateAfter(
  { ports, state }: Visit,
  answer: Answer,
  hash: string,
  movedTo: string | null,
): SyncState {
  const { status, headers, truncated } = answer
  const now = ports.now()
  // A broken-off answer may lack something: next time the whole is asked for again.
  const validators = validatorsOf(truncated ? {} : headers, now.getTime())
  const bodyHash = truncated ? '' : hash
  return afterSuccess(state, { code: 'ok', status, headers, validators, bodyHash, movedTo }, now)
}

function charactersOf(articles: readonly HeldArticle[]): number {
  return articles.reduce((sum, { article }) => sum + (feedHtml(article)?.length ?? 0), 0)
}

function brokenOff(answer: Answer): FetchFailed {
  const message = `${hostOf(answer.finalUrl)} broke the connection off halfway; it is tried again at a later sync.`
  return { kind: 'failed', code: 'failed', message, status: answer.status, headers: {} }
}

function notAFeed(
  state: SyncState,
  answer: Answer,
  error: Extract<ParsedFeedResult, { ok: false }>['error'],
): FetchFailed {
  const portal = state.lastSuccess !== null && looksLikeHtml(answer.bytes)
  const { code, message } = portal ? { code: 'captive_portal' as const, message: PORTAL_MESSAGE } : error
  return { kind: 'failed', code, message, status: answer.status, headers: answer.headers }
}
