/** What sync needs of the library, as an interface so that network and library never import each other. `LibraryStore` satisfies it. */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleRecord, BodyRecord, FeedRecord, SyncState } from '../library/records'

export interface SyncLibrary {
  feeds(): readonly FeedRecord[]
  feed(feedId: string): FeedRecord | null
  changeFeed(feedId: string, change: Partial<Omit<FeedRecord, 'feedId'>>): Promise<void>
  syncState(feedId: string): SyncState | null
  saveSyncState(state: SyncState): Promise<void>
  article(articleId: ArticleId): ArticleRecord | null
  articlesOf(feedId: string): readonly ArticleRecord[]
  /** True for an article that was purged: it must not come back as new. */
  isPurged(feedId: string, articleId: ArticleId): boolean
  /** New and changed articles of one feed, one durable write; their bodies must have been saved before. */
  saveArticles(feedId: string, records: readonly ArticleRecord[]): Promise<void>
  body(articleId: ArticleId): Promise<BodyRecord | null>
  saveBody(record: BodyRecord): Promise<void>
  /** Stores a picture under its content hash and returns its name. */
  saveMedia(bytes: Uint8Array, extension: string): Promise<string>
  /** Whether a stored picture is still on the disk. */
  hasMedia(name: string): boolean
}
