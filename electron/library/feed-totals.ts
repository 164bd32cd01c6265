/** Unread and all articles of every feed, counted in one pass when the catalogue has changed since the last question. */
import type { Catalogue } from './catalogue'
import { countFeeds } from './catalogue-lists'

export class FeedTotals {
  private version = -1
  private counts: ReturnType<typeof countFeeds> = { unread: new Uint32Array(0), total: new Uint32Array(0) }

  constructor(private readonly catalogue: Catalogue) {}

  of(feedId: string): { readonly unread: number; readonly total: number } {
    if (this.version !== this.catalogue.version) {
      this.counts = countFeeds(this.catalogue)
      this.version = this.catalogue.version
    }
    const feed = this.catalogue.feedNumber(feedId)
    return { unread: this.counts.unread[feed] ?? 0, total: this.counts.total[feed] ?? 0 }
  }
}
