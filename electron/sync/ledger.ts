/** Remembers for every feed the last decisions and their reasons, so that a reader can see why it did or did not update. */
import type { SyncCode } from '../../contract/feed'

export interface LedgerEntry {
  readonly at: string
  readonly feedId: string
  readonly code: SyncCode
  readonly status: number | null
  /** One sentence. */
  readonly reason: string
  readonly nextDue: string | null
}

/** Keeps entries beyond the life of the process. */
export type LedgerSink = (entry: LedgerEntry) => void

const KEPT_PER_FEED = 50

export class Ledger {
  private readonly feeds = new Map<string, LedgerEntry[]>()

  constructor(private readonly sink: LedgerSink | null = null) {}

  write(entry: LedgerEntry): void {
    const entries = this.feeds.get(entry.feedId) ?? []
    entries.push(entry)
    if (entries.length > KEPT_PER_FEED) entries.shift()
    this.feeds.set(entry.feedId, entries)
    this.sink?.(entry)
  }

  /** Newest first. */
  of(feedId: string): readonly LedgerEntry[] {
    return [...(this.feeds.get(feedId) ?? [])].reverse()
  }

  forget(feedId: string): void {
    this.feeds.delete(feedId)
  }
}
