/** What the sidebar and the command line are told of a feed, made from its record and the state of its syncs. Pure. */
import type { FeedRow, SyncCode } from '../../contract/feed'
import type { FeedRecord, SyncState } from '../library/records'

/** Results that are no problem of the feed's. */
const QUIET: ReadonlySet<SyncCode> = new Set<SyncCode>([
  'ok',
  'not_modified',
  'unchanged',
  'skipped',
  'network_off',
  'cancelled',
])

export function feedRow(
  feed: FeedRecord,
  state: SyncState | null,
  counts: { readonly unread: number; readonly total: number },
): FeedRow {
  return {
    feedId: feed.feedId,
    url: feed.url,
    siteUrl: feed.siteUrl,
    title: feedTitle(feed),
    folder: feed.folder,
    unread: counts.unread,
    total: counts.total,
    icon: feed.icon,
    ...(state ? lastSync(state) : NEVER_SYNCED),
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

function lastSync({ lastSync, lastCode, lastMessage, nextDue, failures }: SyncState): SyncFields {
  const quiet = lastCode === null || QUIET.has(lastCode)
  return {
    lastSync,
    lastResult: lastCode,
    problem: quiet ? null : (lastMessage ?? 'The last sync of this feed failed.'),
    nextDue,
    failures,
  }
}

/** The reader's own title before the feed's, the address where there is neither. */
export function feedTitle(feed: FeedRecord): string {
  return feed.ownTitle ?? (feed.title || feed.url)
}
