/** Between sync and library: which feeds are due by an interval of their own, and what a pass decided, kept. */
import { appErrorOf } from '../app-failure'
import type { LibraryStore } from '../library/library-store'
import type { FeedRecord } from '../library/records'
import type { LedgerEntry } from '../sync/ledger'
import { dueness, ownPatience } from '../sync/schedule'

/** Feeds that the reader gave an interval of their own, and that are due by it. */
export function dueByOwnInterval(
  library: Pick<LibraryStore, 'feeds' | 'syncState'>,
  now: Date,
): readonly string[] {
  const due = (feed: FeedRecord): boolean => {
    const patience = ownPatience(feed)
    const options = { now, force: false, paused: feed.paused }
    return patience !== null && dueness(library.syncState(feed.feedId), { ...options, patience }).due
  }
  return library
    .feeds()
    .filter(due)
    .map(({ feedId }) => feedId)
}

/** Keeps what a pass decided. Losing it costs an explanation: a full disk must not make a failed sync of a good one. */
export function decisionKeeper(
  library: Pick<LibraryStore, 'syncLedger' | 'feed'>,
  failed: (message: string) => void,
): (decisions: readonly LedgerEntry[]) => Promise<void> {
  return async (decisions) => {
    try {
      await library.syncLedger.add(decisions, (feedId) => library.feed(feedId) !== null)
    } catch (error) {
      failed(appErrorOf(error).message)
    }
  }
}
