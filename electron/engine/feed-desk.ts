/** The reader's order of feeds, and unsubscribing that can be undone: a feed that was left is out of sight at once, and its articles leave the disk a while later. */
import type { FeedMove } from '../../contract/feed'
import { AppFailure } from '../app-failure'
import type { LibraryStore } from '../library/library-store'
import type { FeedRecord } from '../library/records'
import type { ChangeTeller } from './change-teller'
import type { LibraryIndex } from './library-index'

interface LeftFeed {
  readonly feed: FeedRecord
  readonly place: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Longer than any message with an undo is seen. */
const UNDO_MS = 10 * 60_000

export interface FeedDeskTools {
  readonly changes: Pick<ChangeTeller, 'changed'>
  readonly index: Pick<LibraryIndex, 'remove'>
}

export class FeedDesk {
  private readonly left = new Map<string, LeftFeed>()

  constructor(
    private readonly library: LibraryStore,
    private readonly now: () => Date,
    private readonly tools: FeedDeskTools,
  ) {}

  /** Puts the feeds in this order, those it does not name after them, and these into folders: all of it or nothing. */
  async arrange(feedIds: readonly string[], moves: readonly FeedMove[] = []): Promise<void> {
    await this.library.arrangeFeeds(feedIds, moves)
    this.tools.changes.changed([])
  }

  /** Unsubscribes. Starred, saved and highlighted articles stay in their lists. Rejects for an unknown feed. */
  async leave(feedId: string): Promise<void> {
    const feeds = this.library.feeds()
    const place = feeds.findIndex((feed) => feed.feedId === feedId)
    const feed = feeds[place]
    if (!feed) throw new AppFailure('no_feed', `There is no feed "${feedId}"; list them with: offprint feeds`)
    await this.library.leaveFeed(feedId)
    this.left.set(feedId, { feed, place, at: this.now().getTime() })
    this.tools.changes.changed([])
  }

  /** Undoes `leave` exactly: place, articles, marks and highlights. Rejects when it is too late. */
  async back(feedId: string): Promise<void> {
    const left = this.left.get(feedId)
    if (!left || this.library.feed(feedId))
      throw new AppFailure('too_late', 'This feed cannot be brought back any more; add it again.')
    await this.library.returnFeed(left.feed, left.place)
    this.left.delete(feedId)
    this.tools.changes.changed([])
  }

  /** Lets go of what was left long enough ago, or with `all` of everything. */
  async clear(all: boolean): Promise<void> {
    const until = this.now().getTime() - UNDO_MS
    for (const [feedId, { at }] of [...this.left]) {
      if (!all && at > until) continue
      this.left.delete(feedId)
      const before = this.library.articlesOf(feedId).map(({ articleId }) => articleId)
      await this.library.clearLeft(feedId)
      this.tools.index.remove(before.filter((articleId) => !this.library.hasArticle(articleId)))
    }
  }
}
