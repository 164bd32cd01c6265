/**
 * Which feeds are wholly in the full-text index, by the stamps of their files, so that a start need not look through every article for what
 * a kill may have kept from the index. In doubt a feed is looked through again.
 */
import type { LibraryStore } from '../library/library-store'
import type { FeedStamps } from '../search/search-index'

type StampedLibrary = Pick<LibraryStore, 'feeds' | 'articlesStamp'>

export class IndexProgress {
  private readonly known = new Map<string, string>()
  /** Feeds of which articles were put in since the last pass, text and all. */
  private readonly putIn = new Set<string>()
  /** Feeds of which a record changed and its text was not at hand. */
  private readonly doubtful = new Set<string>()
  /** A pass has been through everything. */
  private whole = false

  constructor(private readonly library: StampedLibrary) {}

  /** Feeds that have to be looked through; null when the index holds exactly what the library does. */
  begin(stored: FeedStamps): readonly string[] | null {
    this.whole = false
    this.known.clear()
    this.putIn.clear()
    const feedIds = this.library.feeds().map(({ feedId }) => feedId)
    const changed = feedIds.filter((feedId) => {
      const stamp = this.library.articlesStamp(feedId)
      if (stamp !== (stored[feedId] ?? '') || this.doubtful.has(feedId)) return true
      this.known.set(feedId, stamp)
      return false
    })
    const isRemoved = (feedId: string): boolean => !this.known.has(feedId)
    if (changed.length > 0 || Object.keys(stored).some(isRemoved)) return changed
    this.whole = true
    return null
  }

  /** Called before a feed's articles are read to be compared; what is stored meanwhile makes the feed differ again. */
  look(feedId: string): void {
    this.known.set(feedId, this.library.articlesStamp(feedId))
    this.doubtful.delete(feedId)
  }

  /** The pass has been through all that `begin` named. */
  end(): void {
    this.whole = true
  }

  /** Articles of a feed were stored and handed to the index; `withText` false when only what is said of them changed. */
  put(feedId: string, withText: boolean): void {
    if (withText) this.putIn.add(feedId)
    else this.doubtful.add(feedId)
  }

  /**
   * What the index may be told that it holds; null before a pass has been through everything. `closing` says that all that was handed to
   * it is in and nothing more will come.
   */
  stamps(closing: boolean): FeedStamps | null {
    if (!this.whole) return null
    const feeds = this.library.feeds().map(({ feedId }) => feedId)
    const sure = feeds.filter((feedId) => this.known.has(feedId) && !this.doubtful.has(feedId))
    const stampOf = (feedId: string): string =>
      closing && this.putIn.has(feedId) ? this.library.articlesStamp(feedId) : (this.known.get(feedId) ?? '')
    return Object.fromEntries(sure.map((feedId) => [feedId, stampOf(feedId)]))
  }
}
