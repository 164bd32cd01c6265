/** Decides what retention and the size budget let go of, and why. Pure: facts in, a plan out; the reader's own is never in it. */
import type { ArticleId } from '../../contract/article-id'

/** Limits of how much is kept; null for no limit. */
export interface RetentionLimits {
  readonly days: number | null
  readonly articlesPerFeed: number | null
}

export interface RetentionPolicy extends RetentionLimits {
  /** Size of the whole library in bytes, null for no limit. */
  readonly bytes: number | null
  /** Feeds with limits of their own. */
  readonly feeds: Readonly<Record<string, RetentionLimits>>
}

/** What a plan needs to know of an article. */
export interface ArticleFacts {
  readonly articleId: ArticleId
  readonly feedId: string
  readonly time: number
  readonly read: boolean
  /** A page that another article links to; not counted among its feed's. */
  readonly related: boolean
  /** Starred, saved, highlighted or needed by such a one: never let go. */
  readonly marked: boolean
  readonly bytes: number
}

export interface PlannedPurge {
  readonly articleId: ArticleId
  readonly feedId: string
  readonly why: 'age' | 'count' | 'size'
  readonly bytes: number
}

const DAY_MS = 86_400_000

/**
 * `used` is the size of the library now, in bytes. Oldest first; for size, read articles go before unread ones. Age counts up to
 * the newest article: a clock that jumped ahead, or a long time without a network, lets nothing go.
 */
export function planPurge(
  articles: readonly ArticleFacts[],
  policy: RetentionPolicy,
  { now, used }: { readonly now: number; readonly used: number },
): readonly PlannedPurge[] {
  const newestFirst = [...articles].sort((a, b) => b.time - a.time)
  const today = Math.min(now, (newestFirst[0]?.time ?? now) + DAY_MS)
  const newer = new Map<string, number>()
  const plan: PlannedPurge[] = []
  const rest: ArticleFacts[] = []
  for (const article of newestFirst) {
    const before = newer.get(article.feedId) ?? 0
    if (!article.related) newer.set(article.feedId, before + 1)
    if (article.marked) continue
    const why = overLimit(article, policy.feeds[article.feedId] ?? policy, { today, before })
    if (why === null) rest.push(article)
    else plan.push(planned(article, why))
  }
  if (policy.bytes === null) return plan
  let left = used - plan.reduce((sum, { bytes }) => sum + bytes, 0)
  rest.sort((a, b) => Number(b.read) - Number(a.read) || a.time - b.time)
  for (const article of rest) {
    if (left <= policy.bytes) break
    plan.push(planned(article, 'size'))
    left -= article.bytes
  }
  return plan
}

function overLimit(
  { time, related }: ArticleFacts,
  { days, articlesPerFeed }: RetentionLimits,
  { today, before }: { readonly today: number; readonly before: number },
): 'age' | 'count' | null {
  if (days !== null && time < today - days * DAY_MS) return 'age'
  return !related && articlesPerFeed !== null && before >= articlesPerFeed ? 'count' : null
}

function planned({ articleId, feedId, bytes }: ArticleFacts, why: PlannedPurge['why']): PlannedPurge {
  return { articleId, feedId, bytes, why }
}
