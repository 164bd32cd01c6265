/** Unread and all articles of every feed, and how new its newest is, counted in one pass when the catalogue has changed since the last question. */
import type { Catalogue } from './catalogue'
import { countFeeds } from './catalogue-lists'

export interface FeedCounts {
  readonly unread: number
  readonly total: number
  /** Milliseconds since 1970; null when there is no article with a time. */
  readonly newest: number | null
}

export class FeedTotals {
  private version = -1
  private counts: ReturnType<typeof countFeeds> = {
    unread: new Uint32Array(0),
    total: new Uint32Array(0),
    newest: new Float64Array(0),
  }

  constructor(private readonly catalogue: Catalogue) {}

  of(feedId: string): FeedCounts {
    if (this.version !== this.catalogue.version) {
      this.counts = countFeeds(this.catalogue)
      this.version = this.catalogue.version
    }
    const feed = this.catalogue.feedNumber(feedId)
    const { unread, total, newest } = this.counts
    return { unread: unread[feed] ?? 0, total: total[feed] ?? 0, newest: newest[feed] || null }
  }
}
