/** What is said of a sync while it runs and when it has ended. */
import type { SyncCode } from './feed'

export interface SyncProgress {
  readonly phase: 'idle' | 'feeds' | 'articles'
  readonly feedsDone: number
  readonly feedsTotal: number
  /** Articles whose page, pictures and related links have been fetched, of those that need it. */
  readonly articlesDone: number
  readonly articlesTotal: number
  readonly newArticles: number
  readonly failed: number
  readonly bytes: number
  /** Title of the feed at work, null between feeds. */
  readonly current: string | null
}

/** Nothing runs, nothing has been done. */
export const IDLE_PROGRESS: SyncProgress = {
  phase: 'idle',
  feedsDone: 0,
  feedsTotal: 0,
  articlesDone: 0,
  articlesTotal: 0,
  newArticles: 0,
  failed: 0,
  bytes: 0,
  current: null,
}

export interface FeedResult {
  readonly feedId: string
  /** HTTP status of the last answer, null when none came. */
  readonly status: number | null
  readonly code: SyncCode
  readonly newArticles: number
  readonly message: string | null
}

/** What a sync decided about a feed, and why. */
export interface SyncDecision {
  readonly at: string
  readonly code: SyncCode
  /** HTTP status of the answer, null when none came. */
  readonly status: number | null
  /** One sentence. */
  readonly reason: string
  /** When the feed is due again, null for at the next sync or, for a stopped feed, never. */
  readonly nextDue: string | null
}

export interface SyncSummary {
  readonly feeds: number
  readonly ok: number
  readonly notModified: number
  readonly failed: number
  readonly skipped: number
  readonly newArticles: number
  readonly updatedArticles: number
  readonly bytes: number
  readonly ms: number
  readonly results: readonly FeedResult[]
}

export interface PrepareReport {
  readonly ready: number
  readonly incomplete: readonly {
    readonly articleId: string
    readonly missing: string
    readonly why: string
  }[]
}
