/**
 * The library's public face: everything on this disk, answered from memory and single lines, changed durably. All other files of this
 * folder but `library-upkeep.ts` are private to it. Methods that write reject with `LibraryError`.
 */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleStatus } from '../../contract/article'
import type { ArticleQuery } from '../../contract/article-query'
import type { Counts } from '../../contract/bridge'
import type { FeedMove } from '../../contract/feed'
import type { Highlight } from '../../contract/highlight'
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import type { Rule } from '../../contract/rule'
import type { Settings } from '../../contract/settings'
import { READY } from './catalogue'
import { countRows, isGone, newestToRead } from './catalogue-lists'
import { keepSnapshot } from './catalogue-snapshot'
import { FeedTotals } from './feed-totals'
import type { FeedCounts } from './feed-totals'
import { Folding } from './folding'
import { keepLaunchSnapshot } from './launch-snapshot'
import { LibraryError } from './library-error'
import { adoptFeeds } from './library-parts'
import type { LibraryParts } from './library-parts'
import { LibraryUpkeep } from './library-upkeep'
import { editionProgress } from './list-edition'
import { listArticles, listedBy, listedIds } from './list-articles'
import type { ListedArticles } from './list-articles'
import type { Lock } from './lock'
import { openLibrary } from './open-library'
import type { OpenOptions } from './open-library'
import type { ArticleRecord, BodyRecord, FeedRecord, LibraryNotice, SyncState } from './records'
import { readBody } from './read-body'
import { clearLeft, leaveFeed, removeFeed, returnFeed } from './remove-feed'
import { saveArticles } from './save-articles'
import { changeSettings } from './settings-file'
import { statusOf, type StoredChange } from './statuses'
import type { SyncLedger } from './sync-ledger'
import type { ContactsFile } from './contacts-file'

export type { StoredChange } from './statuses'

export class LibraryStore {
  /** Absolute. */
  readonly folder: string
  readonly readOnly: boolean
  /** Checking, counting, purging, backing up: what goes over the whole library at once. */
  readonly upkeep: LibraryUpkeep
  private parts: LibraryParts
  private readonly lock: Lock | null
  private readonly heard: readonly LibraryNotice[]
  private folding: Folding
  private feedTotals: FeedTotals

  private constructor(parts: LibraryParts, lock: Lock | null, heard: readonly LibraryNotice[]) {
    this.parts = parts
    this.lock = lock
    this.heard = heard
    this.folder = parts.files.folder
    this.readOnly = parts.files.readOnly
    this.folding = new Folding(parts)
    this.feedTotals = new FeedTotals(parts.catalogue)
    this.upkeep = new LibraryUpkeep({
      parts: () => this.parts,
      heard,
      flush: () => this.flush(),
      replaced: (fresh) => {
        this.parts = fresh
        this.folding = new Folding(fresh)
        this.feedTotals = new FeedTotals(fresh.catalogue)
      },
    })
  }

  /**
   * Opens the library of a folder, an empty one where there is none. Rejects with `LibraryInUse` when another process has it
   * open, with `LibraryError` `library_too_new` when a newer Offprint wrote it. A folder that cannot be written opens for
   * reading, with a notice.
   */
  static async open(folder: string, options: OpenOptions): Promise<LibraryStore> {
    const { parts, lock, heard } = await openLibrary(folder, options)
    return new LibraryStore(parts, lock, heard)
  }

  /** What was noticed or mended since the library was opened. */
  notices(): readonly LibraryNotice[] {
    return this.heard
  }

  /** Writes all that waits: sync states, and the journal's changes into their files. */
  async flush(): Promise<void> {
    await this.parts.feeds.settled()
    await this.parts.syncStates.flush()
    await this.folding.now()
  }

  /** Nothing may be called afterwards. */
  async close(): Promise<void> {
    const { syncStates, journal } = this.parts
    try {
      await this.parts.feeds.settled()
      await syncStates.flush()
      await this.folding.close()
      await keepSnapshot(this.parts)
    } finally {
      syncStates.stop()
      await journal.close()
      await this.lock?.release()
    }
  }

  // Feeds

  feeds(): readonly FeedRecord[] {
    return this.parts.feeds.all()
  }

  feed(feedId: string): FeedRecord | null {
    return this.parts.feeds.get(feedId)
  }

  /** Title to show for an article's feed, also for a removed one of which articles are left; null for no feed of ours. */
  feedTitle(feedId: string): string | null {
    const feed = this.feed(feedId)
    if (feed) return feed.ownTitle ?? feed.title
    return this.parts.feeds.removed().find((removed) => removed.feedId === feedId)?.title ?? null
  }

  /** Adds a feed; articles of it that are on the disk already are its own again. Replaces the feed of the same name. */
  async addFeed(record: FeedRecord): Promise<void> {
    await this.addFeeds([record])
  }

  /** As `addFeed` for each of them, by one write of the list. */
  async addFeeds(records: readonly FeedRecord[]): Promise<void> {
    await this.upkeep.restored
    const { feeds, articles } = this.parts
    const removed = new Set(feeds.removed().map(({ feedId }) => feedId))
    const known = new Set(records.filter(({ feedId }) => feeds.get(feedId) !== null || removed.has(feedId)))
    await feeds.putAll(records)
    for (const { feedId } of known) articles.readopt(feedId)
    await adoptFeeds(
      this.parts,
      records.flatMap((record) => (known.has(record) ? [] : [record.feedId])),
    )
  }

  async changeFeed(feedId: string, change: Partial<Omit<FeedRecord, 'feedId'>>): Promise<void> {
    await this.upkeep.restored
    const feed = this.feed(feedId)
    if (!feed) throw new LibraryError('not_found', `There is no feed ${feedId} in the library to change.`)
    await this.parts.feeds.put({ ...feed, ...change, feedId })
  }

  /** Removes a feed with its articles; starred, saved and highlighted ones stay. Nothing happens for an unknown feed. */
  async removeFeed(feedId: string): Promise<void> {
    await this.upkeep.restored
    await removeFeed(this.parts, feedId)
  }

  /** As `removeFeed`, but everything of it stays until `clearLeft` or the next start, so that `returnFeed` can undo it. */
  async leaveFeed(feedId: string): Promise<void> {
    await leaveFeed(this.parts, feedId)
  }

  /** Undoes `leaveFeed`: the feed stands again at `place` among the others, with all it had. */
  async returnFeed(feed: FeedRecord, place: number): Promise<void> {
    await returnFeed(this.parts, feed, place)
  }

  /** Ends what `leaveFeed` began. */
  async clearLeft(feedId: string): Promise<void> {
    await clearLeft(this.parts, feedId)
  }

  /** Puts the feeds in this order, and these of them into folders, by one write. */
  async arrangeFeeds(feedIds: readonly string[], moves: readonly FeedMove[] = []): Promise<void> {
    await this.upkeep.restored
    await this.parts.feeds.arrange(feedIds, moves)
  }

  syncState(feedId: string): SyncState | null {
    return this.parts.syncStates.get(feedId)
  }

  /** Known at once, on the disk within a second. */
  saveSyncState(state: SyncState): Promise<void> {
    if (this.feed(state.feedId)) this.parts.syncStates.put(state)
    return Promise.resolve()
  }

  /** Why feeds did or did not update, over restarts. */
  get syncLedger(): SyncLedger {
    return this.parts.syncLedger
  }

  /** Which hosts were asked for what, over restarts. */
  get contacts(): ContactsFile {
    return this.parts.contacts
  }

  // Articles

  article(articleId: ArticleId): ArticleRecord | null {
    const row = this.parts.catalogue.find(articleId)
    return row < 0 ? null : this.parts.articles.read(row)
  }

  /** Whether an article is here, without reading it. */
  hasArticle(articleId: ArticleId): boolean {
    return this.parts.catalogue.find(articleId) >= 0
  }

  /** Whether an article that is still on this disk is shown no more: the reader removed it, or its feed and did not mark it. */
  isGone(articleId: ArticleId): boolean {
    return isGone(this.parts.catalogue, articleId)
  }

  /** The feed an article is of; null for one that is not here. */
  feedOf(articleId: ArticleId): string | null {
    const row = this.parts.catalogue.find(articleId)
    return row < 0 ? null : this.parts.catalogue.feedIdOf(row)
  }

  /** Changes whenever the file of a feed's articles does; empty where there is none. */
  articlesStamp(feedId: string): string {
    return this.parts.stamps.of(this.parts.articles.fileOf(feedId))
  }

  /** Every article of a feed, related ones among them, in the order they came. */
  articlesOf(feedId: string): readonly ArticleRecord[] {
    return this.parts.articles.readAll(feedId)
  }

  isPurged(feedId: string, articleId: ArticleId): boolean {
    return this.parts.tombstones.has(feedId, articleId)
  }

  /**
   * Stores new and changed articles of a feed, one durable write. An article that is here under another feed (a related page
   * found twice) is changed where it is. Nothing is stored for a feed that was removed meanwhile.
   */
  async saveArticles(feedId: string, records: readonly ArticleRecord[]): Promise<void> {
    await saveArticles(this.parts, feedId, records)
  }

  /** Null when the text is not here, or no longer whole: then the article is marked to be fetched again. */
  body(articleId: ArticleId): Promise<BodyRecord | null> {
    return readBody(this.parts, articleId)
  }

  /** Before the article's record; a kill cannot lose it once this resolves. */
  saveBody(record: BodyRecord): Promise<void> {
    return this.parts.bodies.write(record)
  }

  /** Stores a picture under its content hash and returns its name; the same picture twice is stored once. */
  saveMedia(bytes: Uint8Array, extension: string): Promise<string> {
    return this.parts.media.save(bytes, extension)
  }

  /** Absolute path; null for anything that is not the name of a stored picture. */
  mediaFile(name: string): string | null {
    return this.parts.media.fileOf(name)
  }

  hasMedia(name: string): boolean {
    return this.parts.media.has(name)
  }

  /** Whether an article can be read offline as a whole; false for one that is not here. */
  isReady(articleId: ArticleId): boolean {
    const row = this.parts.catalogue.find(articleId)
    return row >= 0 && (this.parts.catalogue.flagsOf(row) & READY) !== 0
  }

  // What the reader did

  status(articleId: ArticleId): ArticleStatus {
    const row = this.parts.catalogue.find(articleId)
    return statusOf(row < 0 ? 0 : this.parts.catalogue.flagsOf(row))
  }

  /** Durable when it resolves, with the articles whose status is another now; unknown ones are passed over. */
  async setStatus(articleIds: readonly ArticleId[], change: StoredChange): Promise<readonly ArticleId[]> {
    await this.upkeep.restored
    const { statuses, journal, files } = this.parts
    const at = Math.max(1, files.now().getTime())
    const entry = statuses.entryFor(articleIds, change, { at, settled: journal.idle })
    if (!entry) return []
    await journal.append(entry)
    const changed = statuses.apply(entry)
    this.folding.later()
    return changed
  }

  highlights(): readonly Highlight[] {
    return this.parts.highlights.all()
  }

  /** In the order of the text. */
  highlightsOf(articleId: ArticleId): readonly Highlight[] {
    return this.parts.highlights.of(articleId)
  }

  /** Adds a highlight or replaces the one of its name; durable when it resolves. */
  async saveHighlight(highlight: Highlight): Promise<void> {
    await this.upkeep.restored
    const entry = { kind: 'highlight', highlight } as const
    await this.parts.journal.append(entry)
    this.parts.highlights.apply(entry)
    this.folding.later()
  }

  async removeHighlight(highlightId: string): Promise<void> {
    await this.upkeep.restored
    const entry = { kind: 'highlight-removed', highlightId } as const
    await this.parts.journal.append(entry)
    this.parts.highlights.apply(entry)
    this.folding.later()
  }

  settings(): Settings {
    return this.parts.settings.data
  }

  /** Values that make no sense keep their first value. Durable when it resolves. */
  async changeSettings(change: Partial<Settings>): Promise<Settings> {
    await this.upkeep.restored
    return changeSettings(this.parts.settings, change)
  }

  /** The same list until it is changed. */
  rules(): readonly Rule[] {
    return this.parts.rules.data
  }

  /** Puts these in the place of all rules; durable when it resolves. */
  async saveRules(wanted: readonly Rule[]): Promise<void> {
    await this.upkeep.restored
    const { rules } = this.parts
    const before = rules.data
    rules.data = wanted
    try {
      await rules.save()
    } catch (error) {
      if (rules.data === wanted) rules.data = before
      throw error
    }
  }

  /** What is kept of stories and of the edition; written by whoever makes them. */
  get desk(): Pick<LibraryParts, 'stories' | 'edition'> {
    return this.parts
  }

  // Lists

  /** One page of a list from memory; pass `next` back for the articles after it, whatever came or went meanwhile. */
  list(query: ArticleQuery, cursor: string | null, limit: number, now: Date): ListedArticles {
    return listArticles(this.parts, query, { cursor, limit, now })
  }

  /** Every article of a list in its order, from memory alone. */
  listIds(query: ArticleQuery, now: Date): readonly ArticleId[] {
    return listedIds(this.parts, query, now)
  }

  /** The newest unread articles that are ready offline, at most so many; the whole list is never looked through. */
  newestToRead(limit: number): readonly ArticleId[] {
    return newestToRead(this.parts.catalogue, limit).map((row) => this.parts.catalogue.ids.idOf(row))
  }

  /** Tells of an article whether a query lists it; good until articles change. */
  listedBy(query: ArticleQuery, now: Date): (articleId: ArticleId) => boolean {
    return listedBy(this.parts, query, now)
  }

  /** For the next start, see `launch-snapshot.ts`. */
  keepLaunchSnapshot(version: string, snapshot: LaunchSnapshot | null): Promise<void> {
    return keepLaunchSnapshot(this.parts.files, version, snapshot)
  }

  counts(now: Date): Counts {
    return { ...countRows(this.parts.catalogue, now), edition: editionProgress(this.parts) }
  }

  feedCounts(feedId: string): FeedCounts {
    return this.feedTotals.of(feedId)
  }
}
