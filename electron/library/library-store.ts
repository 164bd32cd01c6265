/**
 * The library's public face: everything on this disk, answered from memory and single lines, changed durably. All other files of this
 * folder are private to it. Methods that write reject with `LibraryError`.
 */
import * as path from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleStatus } from '../../contract/article'
import type { ArticleQuery } from '../../contract/article-query'
import type { Counts } from '../../contract/bridge'
import type { Highlight } from '../../contract/highlight'
import type { Rule } from '../../contract/rule'
import type { Settings } from '../../contract/settings'
import { backUp } from './backup'
import type { PlannedPurge, RetentionPolicy } from './budget'
import { countFeeds, countRows, listRows } from './catalogue-lists'
import { examine } from './doctor'
import type { DoctorReport } from './doctor'
import { fetchAgain } from './fetch-again'
import { LibraryError } from './library-error'
import { fold, openParts } from './library-parts'
import type { LibraryParts } from './library-parts'
import type { Lock } from './lock'
import { openLibrary } from './open-library'
import type { OpenOptions } from './open-library'
import type { ArticleRecord, BodyRecord, FeedRecord, LibraryNotice, SyncState } from './records'
import { collect, previewPurge, purge } from './purge'
import { finishRemovals, removeFeed } from './remove-feed'
import { finishRestore, prepareRestore } from './restore'
import { readSettings } from './settings-file'
import { statusOf, type StoredChange } from './statuses'
import type { LibraryUsage } from './usage'
import { libraryUsage } from './usage'

// A start reads the journal in a few milliseconds up to here.
const FOLD_AT_BYTES = 512 * 1024

export type { StoredChange } from './statuses'

export class LibraryStore {
  /** Absolute. */
  readonly folder: string
  readonly readOnly: boolean
  private parts: LibraryParts
  private readonly lock: Lock | null
  private readonly heard: readonly LibraryNotice[]
  private folding: Promise<void> | null = null
  private feedTotals: { version: number; counts: ReturnType<typeof countFeeds> } | null = null

  private constructor(parts: LibraryParts, lock: Lock | null, heard: readonly LibraryNotice[]) {
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
    const { parts, lock, heard } = await openLibrary(folder, options)
    return new LibraryStore(parts, lock, heard)
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

  /** Whether an article is here, without reading it. */
  hasArticle(articleId: ArticleId): boolean {
    return this.parts.catalogue.find(articleId) >= 0
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
    const body = await this.parts.bodies.read(articleId)
    if (body === null && !this.readOnly && (this.article(articleId)?.readiness.text ?? 'none') !== 'none') {
      const message = 'The stored text was damaged; it is fetched again with the next sync.'
      await fetchAgain(this.parts, [articleId], 'text', message)
      this.parts.files.notice({
        file: `bodies/${articleId}`,
        message: `One article cannot be shown: ${message}`,
      })
    }
    return body
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
  async setStatus(articleIds: readonly ArticleId[], change: StoredChange): Promise<readonly ArticleId[]> {
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

  /** The same list until it is changed. */
  rules(): readonly Rule[] {
    return this.parts.rules.data
  }

  /** Puts these in the place of all rules; durable when it resolves. */
  async saveRules(wanted: readonly Rule[]): Promise<void> {
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

  // Upkeep

  /** Checks every file, and with `repair` mends what can be mended; reads the whole library, so not for every day. */
  doctor({ repair }: { readonly repair: boolean }): Promise<DoctorReport> {
    const opened = this.heard.map(({ file, message }) => ({
      file,
      problem: message,
      repaired: !this.readOnly,
    }))
    return examine(this.parts, { repair, opened })
  }

  /** Bytes on the disk by kind, counted file by file. */
  usage(): Promise<LibraryUsage> {
    return libraryUsage(this.parts.files)
  }

  /** What a policy would let go of now, and why. */
  previewPurge(policy: RetentionPolicy): Promise<readonly PlannedPurge[]> {
    return previewPurge(this.parts, policy)
  }

  /** Lets go of the articles of a plan, leaving tombstones; those marked meanwhile stay. `bytes` were freed on the disk. */
  async purge(
    plan: readonly PlannedPurge[],
  ): Promise<{ readonly purged: readonly ArticleId[]; readonly bytes: number }> {
    const done = await purge(this.parts, plan)
    await this.fold()
    return done
  }

  /** Removes pictures, texts and temporary files that nothing has named for a day. */
  collect(): Promise<void> {
    return collect(this.parts)
  }

  /** Writes everything into one zip file, while the app runs; returns its size in bytes. */
  async backup(file: string): Promise<{ readonly bytes: number }> {
    await this.flush()
    return { bytes: await backUp(this.parts, path.resolve(file)) }
  }

  /**
   * Puts a backup in the place of everything that is here; what was here is kept under `backups/`. Rejects with `LibraryError`
   * and changes nothing when the backup is damaged. No other call may be under way; indexes must be made again afterwards.
   */
  async restore(file: string): Promise<{ readonly articles: number; readonly feeds: number }> {
    const { files } = this.parts
    if (this.readOnly)
      throw new LibraryError('read_only', 'The library is open for reading only: nothing is restored.')
    await prepareRestore(files, path.resolve(file))
    await this.flush()
    await this.parts.journal.close()
    await finishRestore(files)
    this.parts = await openParts(files)
    this.feedTotals = null
    await finishRemovals(this.parts)
    return { articles: this.counts(files.now()).all, feeds: this.feeds().length }
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
