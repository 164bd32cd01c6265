/**
 * The library as sync sees it, with everything that must follow a change done on the way: highlights are anchored anew when a
 * text changes, the index learns what is stored, and whoever shows lists hears of it.
 */
import type { ArticleId } from '../../contract/article-id'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord, BodyRecord, FeedRecord, SyncState } from '../library/records'
import type { SyncLibrary } from '../sync/sync-library'

export interface LibraryFollowers {
  /** Records that were stored, each with its text when that is new as well. */
  readonly stored: (records: readonly { record: ArticleRecord; text: string | null }[]) => void
  /** Records of feeds that were never here before; `first` when their feed had none. */
  readonly arrived: (records: readonly ArticleRecord[], first: boolean) => Promise<void>
  readonly textChanged: (articleId: ArticleId, text: string) => Promise<void>
  readonly feedsChanged: (feedIds: readonly string[]) => void
}

export class FollowedLibrary implements SyncLibrary {
  /** Texts whose record is still to come: a body is always stored before the record that names it. */
  private readonly texts = new Map<ArticleId, string>()

  constructor(
    private readonly library: LibraryStore,
    private readonly followers: LibraryFollowers,
  ) {}

  feeds = (): readonly FeedRecord[] => this.library.feeds()
  feed = (feedId: string): FeedRecord | null => this.library.feed(feedId)
  syncState = (feedId: string): SyncState | null => this.library.syncState(feedId)
  article = (articleId: ArticleId): ArticleRecord | null => this.library.article(articleId)
  articlesOf = (feedId: string): readonly ArticleRecord[] => this.library.articlesOf(feedId)
  isPurged = (feedId: string, articleId: ArticleId): boolean => this.library.isPurged(feedId, articleId)
  body = (articleId: ArticleId): Promise<BodyRecord | null> => this.library.body(articleId)
  saveMedia = (bytes: Uint8Array, extension: string): Promise<string> =>
    this.library.saveMedia(bytes, extension)
  hasMedia = (name: string): boolean => this.library.hasMedia(name)

  async changeFeed(feedId: string, change: Partial<Omit<FeedRecord, 'feedId'>>): Promise<void> {
    await this.library.changeFeed(feedId, change)
    this.followers.feedsChanged([feedId])
  }

  async saveSyncState(state: SyncState): Promise<void> {
    await this.library.saveSyncState(state)
    this.followers.feedsChanged([state.feedId])
  }

  async saveBody(record: BodyRecord): Promise<void> {
    await this.library.saveBody(record)
    this.texts.set(record.articleId, record.body.text)
    if (this.library.highlightsOf(record.articleId).length > 0)
      await this.followers.textChanged(record.articleId, record.body.text)
  }

  async saveArticles(feedId: string, records: readonly ArticleRecord[]): Promise<void> {
    const fresh = records.filter(
      ({ kind, articleId }) => kind === 'feed' && !this.library.hasArticle(articleId),
    )
    const first = fresh.length > 0 && this.library.feedCounts(feedId).total === 0
    await this.library.saveArticles(feedId, records)
    if (fresh.length > 0) await this.followers.arrived(fresh, first)
    const stored = records.map((record) => ({ record, text: this.texts.get(record.articleId) ?? null }))
    for (const { articleId } of records) this.texts.delete(articleId)
    this.followers.stored(stored)
    this.followers.feedsChanged([feedId])
  }
}
