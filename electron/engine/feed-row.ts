/** What the sidebar and the command line are told of a feed, made from its record and the state of its syncs. Pure. */
import type { FeedChoices, FeedRow, SyncCode } from '../../contract/feed'
import type { FeedCounts } from '../library/feed-totals'
import type { FeedRecord, SyncState } from '../library/records'
import { nextDueAt, ownPatience, type Patience } from '../sync/schedule'

/** Results that are no problem of the feed's. */
const QUIET: ReadonlySet<SyncCode> = new Set<SyncCode>([
  'ok',
  'not_modified',
  'unchanged',
  'skipped',
  'network_off',
  'cancelled',
])

export interface FeedRowContext {
  readonly state: SyncState | null
  readonly counts: FeedCounts
  /** Minutes between syncs by the settings; 0 for only when the reader asks. */
  readonly syncIntervalMinutes: number
}

export function feedRow(feed: FeedRecord, { state, counts, syncIntervalMinutes }: FeedRowContext): FeedRow {
  const patience = ownPatience(feed) ?? { gapMs: syncIntervalMinutes * 60_000, heedsPace: true }
  return {
    feedId: feed.feedId,
    url: feed.url,
    siteUrl: feed.siteUrl,
    title: feedTitle(feed),
    folder: feed.folder,
    unread: counts.unread,
    total: counts.total,
    icon: feed.icon,
    choices: choicesOf(feed),
    newest: counts.newest === null ? null : new Date(counts.newest).toISOString(),
    ...(state ? lastSync(state, patience) : NEVER_SYNCED),
    ...(feed.paused ? { nextDue: null } : {}),
  }
}

function choicesOf(feed: FeedRecord): FeedChoices {
  const { textSource, direction, fetchComments, prefetchRelated } = feed
  const { intervalMinutes, keepDays, keepArticles, paused, notify } = feed
  return {
    textSource,
    direction,
    fetchComments,
    prefetchRelated,
    intervalMinutes,
    keepDays,
    keepArticles,
    paused,
    notify,
  }
}

type SyncFields = Pick<FeedRow, 'lastSync' | 'lastResult' | 'problem' | 'nextDue' | 'failures'>

const NEVER_SYNCED: SyncFields = {
  lastSync: null,
  lastResult: null,
  problem: null,
  nextDue: null,
  failures: 0,
}

function lastSync(state: SyncState, patience: Patience): SyncFields {
  const { lastCode, lastMessage, failures } = state
  const quiet = lastCode === null || QUIET.has(lastCode)
  return {
    lastSync: state.lastSync,
    lastResult: lastCode,
    problem: quiet ? null : (lastMessage ?? 'The last sync of this feed failed.'),
    nextDue: nextDueAt(state, patience),
    failures,
  }
}

/** The reader's own title before the feed's, the address where there is neither. */
export function feedTitle(feed: FeedRecord): string {
  return feed.ownTitle ?? (feed.title || feed.url)
}
