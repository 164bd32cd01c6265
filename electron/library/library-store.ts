/**
 * The library's public face: everything on this disk, answered from memory and single lines, changed durably. All other files of this
 * folder are private to it. Methods that write reject with `LibraryError`.
 */
import * as path from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleStatus, StatusChange } from '../../contract/article'
import type { ArticleQuery } from '../../contract/article-query'
import type { Counts } from '../../contract/bridge'
import type { Highlight } from '../../contract/highlight'
import type { Settings } from '../../contract/settings'
import { countFeeds, countRows, listRows } from './catalogue-lists'
import { diskCode, realDisk } from './disk'
import type { Disk } from './disk'
import type { LibraryFiles } from './json-file'
import { asLibraryError, LibraryError } from './library-error'
import { fold, openParts } from './library-parts'
import type { LibraryParts } from './library-parts'
import { takeLock } from './lock'
import type { Lock } from './lock'
import type { ArticleRecord, BodyRecord, FeedRecord, LibraryNotice, SyncState } from './records'
import { finishRemovals, removeFeed } from './remove-feed'
import { readSettings } from './settings-file'
import { statusOf } from './statuses'

export interface OpenOptions {
  readonly now: () => Date
  /** Hears every notice as it comes; `notices()` has them all. */
  readonly onNotice?: (notice: LibraryNotice) => void
  /** Reads beside a process that has the library open, and writes nothing. */
  readonly readOnly?: boolean
  readonly disk?: Disk
}

// A start reads the journal in a few milliseconds up to here.
const FOLD_AT_BYTES = 512 * 1024
// What a disk refuses when it cannot be written but may still be read.
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'])

export class LibraryStore {
  /** Absolute. */
  readonly folder: string
  readonly readOnly: boolean
  private readonly parts: LibraryParts
  private readonly lock: Lock | null
  private readonly heard: LibraryNotice[]
  private folding: Promise<void> | null = null
  private feedTotals: { version: number; counts: ReturnType<typeof countFeeds> } | null = null

  private constructor(parts: LibraryParts, lock: Lock | null, heard: LibraryNotice[]) {
    this.parts = parts
    this.lock = lock
    this.heard = heard
    this.folder = parts.files.folder
    this.readOnly = parts.files.readOnly
  }

  /**
   * Opens the library of a folder, an empty one where there is none. Rejects with `LibraryInUse` when another process has it
   * open, with `LibraryError` `library_too_new` when a newer Offprint wrote it. A folder that cannot be written opens for
   * reading, with a notice.
   */
  static async open(folder: string, options: OpenOptions): Promise<LibraryStore> {
    const disk = options.disk ?? realDisk
    const root = path.resolve(folder)
    const heard: LibraryNotice[] = []
    const notice = (fact: LibraryNotice): void => {
      heard.push(fact)
      options.onNotice?.(fact)
    }
    const lock = options.readOnly ? null : await lockOrRead(disk, root, notice)
    const files: LibraryFiles = { disk, folder: root, readOnly: lock === null, now: options.now, notice }
    try {
      const parts = await openParts(files)
      if (lock) await finishRemovals(parts)
      return new LibraryStore(parts, lock, heard)
    } catch (error) {
      await lock?.release()
      throw asLibraryError(error, `opening the library ${root}`)
    }
  }

  /** What was noticed or mended since the library was opened. */
  notices(): readonly LibraryNotice[] {
    return this.heard
  }

  /** Writes all that waits: sync states, and the journal's changes into their files. */
  async flush(): Promise<void> {
    await this.parts.syncStates.flush()
    await this.fold()
  }

  /** Nothing may be called afterwards. */
  async close(): Promise<void> {
    const { syncStates, journal } = this.parts
    try {
      await this.folding
      await syncStates.flush()
      if (journal.bytes > FOLD_AT_BYTES / 4) await this.fold()
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

  /** Adds a feed; articles that were kept when it was removed are its own again. Replaces the feed of the same name. */
  async addFeed(record: FeedRecord): Promise<void> {
    await this.parts.feeds.put(record)
    this.parts.articles.readopt(record.feedId)
  }

  async changeFeed(feedId: string, change: Partial<Omit<FeedRecord, 'feedId'>>): Promise<void> {
    const feed = this.feed(feedId)
    if (!feed) throw new LibraryError('not_found', `There is no feed ${feedId} in the library to change.`)
    await this.parts.feeds.put({ ...feed, ...change, feedId })
  }

  /** Removes a feed with its articles; starred, saved and highlighted ones stay. Nothing happens for an unknown feed. */
  async removeFeed(feedId: string): Promise<void> {
    await removeFeed(this.parts, feedId)
    // Else the journal would bring the statuses back with the next start.
    await this.fold()
  }

  syncState(feedId: string): SyncState | null {
    return this.parts.syncStates.get(feedId)
  }

  /** Known at once, on the disk within a second. */
  saveSyncState(state: SyncState): Promise<void> {
    if (this.feed(state.feedId)) this.parts.syncStates.put(state)
    return Promise.resolve()
  }

  // Articles

  article(articleId: ArticleId): ArticleRecord | null {
    const row = this.parts.catalogue.find(articleId)
    return row < 0 ? null : this.parts.articles.read(row)
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
    const { catalogue, articles, statuses, highlights } = this.parts
    const owners = new Map<string, ArticleRecord[]>()
    for (const record of records) {
      const row = catalogue.find(record.articleId)
      const owner = row < 0 ? feedId : catalogue.feedIdOf(row)
      owners.set(owner, [...(owners.get(owner) ?? []), record])
    }
    for (const [owner, owned] of owners) {
      if (!this.feed(owner)) continue
      await articles.save(owner, owned)
      statuses.settle(owner)
      highlights.mark(owned.map(({ articleId }) => articleId))
    }
  }

  /** Null when the text is not here, or no longer whole: then the article is marked to be fetched again. */
  async body(articleId: ArticleId): Promise<BodyRecord | null> {
    return this.parts.bodies.read(articleId)
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

  // What the reader did

  status(articleId: ArticleId): ArticleStatus {
    const row = this.parts.catalogue.find(articleId)
    return statusOf(row < 0 ? 0 : this.parts.catalogue.flagsOf(row))
  }

  /** Durable when it resolves, with the articles whose status is another now; unknown ones are passed over. */
  async setStatus(articleIds: readonly ArticleId[], change: StatusChange): Promise<readonly ArticleId[]> {
    const { statuses, journal, files } = this.parts
    const at = Math.max(1, files.now().getTime())
    const entry = statuses.entryFor(articleIds, change, { at, settled: journal.idle })
    if (!entry) return []
    await journal.append(entry)
    const changed = statuses.apply(entry)
    this.foldLater()
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
    const entry = { kind: 'highlight', highlight } as const
    await this.parts.journal.append(entry)
    this.parts.highlights.apply(entry)
    this.foldLater()
  }

  async removeHighlight(highlightId: string): Promise<void> {
    const entry = { kind: 'highlight-removed', highlightId } as const
    await this.parts.journal.append(entry)
    this.parts.highlights.apply(entry)
    this.foldLater()
  }

  settings(): Settings {
    return this.parts.settings.data
  }

  /** Values that make no sense keep their first value. Durable when it resolves. */
  async changeSettings(change: Partial<Settings>): Promise<Settings> {
    const { settings } = this.parts
    const before = settings.data
    const after = readSettings({ ...before, ...change })
    settings.data = after
    try {
      await settings.save()
    } catch (error) {
      if (settings.data === after) settings.data = before
      throw error
    }
    return settings.data
  }

  // Lists

  /** One page of a list from memory; pass `next` back for the articles after it, whatever came or went meanwhile. */
  list(
    query: ArticleQuery,
    cursor: string | null,
    limit: number,
    now: Date,
  ): { readonly records: readonly ArticleRecord[]; readonly next: string | null; readonly total: number } {
    const { catalogue, articles } = this.parts
    const { view, order } = query
    const listed = listRows(catalogue, { view, order, now, feeds: this.feedsOf(query) }, cursor, limit)
    const records = listed.rows.flatMap((row) => articles.read(row) ?? [])
    return { records, next: listed.next, total: listed.total }
  }

  counts(now: Date): Counts {
    return countRows(this.parts.catalogue, now)
  }

  feedCounts(feedId: string): { readonly unread: number; readonly total: number } {
    const { catalogue } = this.parts
    if (this.feedTotals?.version !== catalogue.version)
      this.feedTotals = { version: catalogue.version, counts: countFeeds(catalogue) }
    const { unread, total } = this.feedTotals.counts
    const feed = catalogue.feedNumber(feedId)
    return { unread: unread[feed] ?? 0, total: total[feed] ?? 0 }
  }

  private feedsOf({ feedId, folder }: ArticleQuery): ReadonlySet<number> | null {
    if (feedId === null && folder === null) return null
    const inFolder = (feed: FeedRecord): boolean =>
      folder?.every((name, at) => feed.folder[at] === name) ?? true
    const feeds = this.feeds().filter((feed) => (feedId === null || feed.feedId === feedId) && inFolder(feed))
    return new Set(feeds.map((feed) => this.parts.catalogue.feedNumber(feed.feedId)))
  }

  private foldLater(): void {
    if (this.parts.journal.bytes < FOLD_AT_BYTES || this.folding) return
    this.fold().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      this.parts.files.notice({ file: 'journal', message })
    })
  }

  private async fold(): Promise<void> {
    if (this.readOnly) return
    await this.folding?.catch(() => {
      // Whoever asked for that fold was told; this one is about later changes and stands for itself.
    })
    this.folding ??= fold(this.parts).finally(() => {
      this.folding = null
    })
    await this.folding
  }
}

async function lockOrRead(
  disk: Disk,
  folder: string,
  notice: (notice: LibraryNotice) => void,
): Promise<Lock | null> {
  try {
    await disk.makeFolder(folder)
    return await takeLock(disk, folder)
  } catch (error) {
    if (!NOT_WRITABLE.has(diskCode(error))) throw error
    const why = asLibraryError(error, 'opening it for writing').message
    notice({
      file: '.',
      message: `The library is open for reading only, and nothing you mark will be kept. ${why}`,
    })
    return null
  }
}
