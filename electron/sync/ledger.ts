/** Remembers for every feed the last decisions and their reasons, so that a reader can see why it did or did not update. */
import type { SyncDecision } from '../../contract/sync'

export interface LedgerEntry extends SyncDecision {
  readonly feedId: string
}

const KEPT_PER_FEED = 50

export class Ledger {
  private readonly feeds = new Map<string, LedgerEntry[]>()
  private fresh: LedgerEntry[] = []

  write(entry: LedgerEntry): void {
    const entries = this.feeds.get(entry.feedId) ?? []
    entries.push(entry)
    if (entries.length > KEPT_PER_FEED) entries.shift()
    this.feeds.set(entry.feedId, entries)
    this.fresh.push(entry)
  }

  /** Newest first, of this run. */
  of(feedId: string): readonly LedgerEntry[] {
    return [...(this.feeds.get(feedId) ?? [])].reverse()
  }

  /** What was written since the last call, oldest first; whoever calls keeps it. */
  takeFresh(): readonly LedgerEntry[] {
    const { fresh } = this
    this.fresh = []
    return fresh
  }
}
