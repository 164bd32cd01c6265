/** Second half of one feed's visit: makes the bodies out of the feed's HTML, stores them, then the records, then the sync state. */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleBody } from '../articles/article-body'
import type { NormalArticle } from '../feeds/normalise-article'
import type { ArticleRecord, BodyRecord, FeedRecord, SyncState } from '../library/records'
import type { FeedHtmlInput } from '../workers/tasks'
import { bodyFields, feedFields, feedHtml, headlineRecord, imageCount } from './article-record'
import { newBody, succeed } from './merge-body'
import { MOST_VISITS } from './page-visits'
import { runBounded } from './run-bounded'
import type { SyncPorts } from './sync-ports'
import { mayKnowMore, wantsPage } from './wants-page'

export interface HeldArticle {
  readonly article: NormalArticle
  /** Null for an article that came with this visit. */
  readonly prior: ArticleRecord | null
}

/** What a feed's visit leaves for later: its HTML is only in memory, so the state with the validators waits for it. */
export interface HeldBodies {
  readonly feed: FeedRecord
  readonly articles: readonly HeldArticle[]
  readonly state: SyncState
  readonly characters: number
}

/** Articles a message: large enough to spare messages, small enough for the time limit of a task. */
const BATCH = 100
const WRITES_AT_ONCE = 8

/** Resolves with the articles whose stored text or headline changed. A kill before the end makes the next visit fetch the feed whole again. */
export async function storeBodies(
  ports: SyncPorts,
  held: HeldBodies,
  signal?: AbortSignal,
): Promise<readonly ArticleId[]> {
  const records: ArticleRecord[] = []
  for (let from = 0; from < held.articles.length; from += BATCH) {
    if (signal?.aborted) return []
    const batch = held.articles.slice(from, from + BATCH)
    const bodies = await prepare(
      ports,
      batch.map((one) => htmlInput(one.article, held.feed)),
      signal,
    )
    if (signal?.aborted) return []
    const writes = batch.map((one, at) => ({ one, body: bodies[at] ?? null, place: from + at }))
    await runBounded(writes, WRITES_AT_ONCE, async ({ one, body, place }) => {
      const record = await storeOne(ports, held.feed, one, body)
      // Feeds list their newest first; only those are visited for what their pages may add.
      const visit = body !== null && place < MOST_VISITS && mayKnowMore(record, held.feed, body)
      records.push(visit ? { ...record, pending: true } : record)
    })
  }
  if (records.length > 0) await ports.library.saveArticles(held.feed.feedId, records)
  await ports.library.saveSyncState(held.state)
  return records.map((record) => record.articleId)
}

function htmlInput(article: NormalArticle, feed: FeedRecord): FeedHtmlInput {
  const baseUrl = article.url ?? feed.siteUrl ?? feed.url
  return { html: feedHtml(article) ?? '', baseUrl, title: article.title }
}

/** Null for a document that no worker survives: one bad article never loses its feed. */
async function prepare(
  ports: SyncPorts,
  inputs: readonly FeedHtmlInput[],
  signal: AbortSignal | undefined,
): Promise<readonly (ArticleBody | null)[]> {
  if (inputs.length === 0) return []
  try {
    const options = { timeoutMs: ports.limits.taskMs, ...(signal ? { signal } : {}) }
    return await ports.tasks.run('prepare-feed-html', inputs, options)
  } catch {
    // Halved until the bad one stands alone; its reason is told by the missing text.
    if (inputs.length === 1 || signal?.aborted) return inputs.map(() => null)
    const middle = inputs.length >> 1
    return [
      ...(await prepare(ports, inputs.slice(0, middle), signal)),
      ...(await prepare(ports, inputs.slice(middle), signal)),
    ]
  }
}

async function storeOne(
  ports: SyncPorts,
  feed: FeedRecord,
  { article, prior }: HeldArticle,
  prepared: ArticleBody | null,
): Promise<ArticleRecord> {
  const now = ports.now()
  const record: ArticleRecord = {
    ...(prior ?? headlineRecord(article, feed.feedId, now)),
    ...feedFields(article),
  }
  const body = prepared && (prepared.words > 0 || prepared.images.length > 0) ? prepared : null
  const old = prior && prior.readiness.text !== 'none' ? await ports.library.body(record.articleId) : null
  const withImage = body && { ...body, leadImage: body.leadImage ?? article.image }
  const summary = wantsPage(asFeedText(record), feed, withImage)
  const stored = nextBody(record, old, { body: withImage, summary, at: now, prior })
  if (stored && stored !== old) await ports.library.saveBody(stored)
  return afterFeedText(record, feed, stored, withImage)
}

function nextBody(
  record: ArticleRecord,
  old: BodyRecord | null,
  next: {
    readonly body: ArticleBody | null
    readonly summary: boolean
    readonly at: Date
    readonly prior: ArticleRecord | null
  },
): BodyRecord | null {
  const { body, summary, at, prior } = next
  if (!old) return body ? newBody(record, body, 'feed') : null
  // A page's text is never replaced by a feed's summary: the page is fetched anew instead.
  if (!body || (old.source === 'page' && summary)) return old
  return succeed(old, prior?.title ?? record.title, { body, source: 'feed', changedAt: at.toISOString() })
}

function afterFeedText(
  record: ArticleRecord,
  feed: FeedRecord,
  stored: BodyRecord | null,
  body: ArticleBody | null,
): ArticleRecord {
  if (!stored)
    return { ...record, pending: record.url !== null, missing: record.url === null ? [NO_TEXT] : [] }
  const next = { ...asFeedText(record), ...bodyFields(record, stored.body) }
  const images = imageCount(stored)
  const picture = next.thumbnail === null && stored.body.leadImage !== null
  const comments = feed.fetchComments && record.commentsFeedUrl !== null
  const pending = wantsPage(next, feed, body) || images[0] < images[1] || picture || comments
  return { ...next, readiness: { ...next.readiness, images }, pending, missing: [] }
}

/** "feed" although a page's text is stored says that the page is out of date. */
function asFeedText(record: ArticleRecord): ArticleRecord {
  return { ...record, readiness: { ...record.readiness, text: 'feed' } }
}

const NO_TEXT = 'The feed gives no text and no address for this article.'
