/**
 * Read, starred, saved: in the catalogue while the library is open, in the journal at once, in one file a feed after a while.
 * A status whose article is not here (its file was damaged, its feed comes back) is kept and waits for it.
 */
import * as path from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import type { ArticleStatus, StatusChange } from '../../contract/article'
import { DELETED, MUTED, READ, SAVED, STARRED, STATUS_BITS } from './catalogue'
import type { Catalogue } from './catalogue'
import { feedFileName } from './feed-file-name'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import type { FileStamps } from './file-stamps'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

const FOLDER = 'statuses'
// File systems join what is synced at the same time; more at once would keep the disk from the reader.
const FOLDED_AT_ONCE = 8

/** The reader's own marks, what only rules do, and that an article was removed. */
export type StoredChange = StatusChange & { readonly muted?: boolean; readonly deleted?: boolean }

/** [bits, milliseconds when the reader changed it] */
type StoredStatus = readonly [number, number]

interface StatusFile {
  readonly feedId: string
  readonly statuses: Readonly<Record<string, StoredStatus>>
}

/** The journal's line for a change of status. */
export interface StatusEntry {
  readonly kind: 'status'
  readonly at: number
  readonly change: StoredChange
  readonly articles: Readonly<Record<string, readonly string[]>>
}

/** The journal's line for a feed that was removed: all its statuses are forgotten but those of the kept articles. */
export interface FeedRemovedEntry {
  readonly kind: 'feed-removed'
  readonly feedId: string
  readonly kept: readonly string[]
}

function nameOf(feedId: string): string {
  return `${FOLDER}/${feedFileName(feedId)}.json`
}

function statusCodec(feedId: string): FileCodec<StatusFile> {
  return {
    kind: 'statuses',
    copies: 'mirror',
    lost: 'what was read, starred or saved in this feed is lost, but for the last changes, which the journal still had',
    empty: () => ({ feedId, statuses: {} }),
    encode: (file) => JSON.stringify(file),
    decode: (data) => {
      const file = parseJson(data)
      if (!isObject(file) || !isObject(file['statuses'])) return null
      return { feedId, statuses: Object.fromEntries(Object.entries(file['statuses']).filter(isStatus)) }
    },
  }
}

function isStatus(entry: [string, unknown]): entry is [string, StoredStatus] {
  const [articleId, status] = entry
  if (parseArticleId(articleId) === null || !Array.isArray(status)) return false
  const [bits, changed] = status as unknown[]
  return typeof bits === 'number' && typeof changed === 'number'
}

export function statusOf(flags: number): ArticleStatus {
  return { read: (flags & READ) !== 0, starred: (flags & STARRED) !== 0, saved: (flags & SAVED) !== 0 }
}

function changedBits(bits: number, change: StoredChange): number {
  const set = (value: boolean | undefined, bit: number, before: number): number =>
    value === undefined ? before : value ? before | bit : before & ~bit
  const own = set(
    change.saved,
    SAVED,
    set(change.starred, STARRED, set(change.read, READ, bits & STATUS_BITS)),
  )
  return set(change.deleted, DELETED, set(change.muted, MUTED, own))
}

export class Statuses {
  private readonly library: LibraryFiles
  private readonly catalogue: Catalogue
  private readonly stamps: FileStamps
  /** Statuses without an article, by feed. */
  private readonly waiting = new Map<string, Map<ArticleId, StoredStatus>>()
  /** Feeds whose file is behind. */
  private readonly dirty = new Set<string>()

  constructor(library: LibraryFiles, catalogue: Catalogue, stamps: FileStamps) {
    this.library = library
    this.catalogue = catalogue
    this.stamps = stamps
  }

  async load(feedId: string): Promise<void> {
    const file = this.fileOf(feedId)
    this.noteFile(feedId)
    if (!file.loadWhole()) await file.load()
    for (const [name, status] of Object.entries(file.data.statuses))
      this.put(feedId, name as ArticleId, status)
  }

  /**
   * What a change is about, by feed: the journal's line, null when there is nothing to do. `settled` says that no other
   * change is on its way, so that what is already as wished can be left out.
   */
  entryFor(
    articleIds: readonly ArticleId[],
    change: StoredChange,
    { at, settled }: { readonly at: number; readonly settled: boolean },
  ): StatusEntry | null {
    const articles: Record<string, string[]> = {}
    for (const articleId of new Set(articleIds)) {
      const row = this.catalogue.find(articleId)
      if (row < 0) continue
      const bits = this.catalogue.flagsOf(row) & STATUS_BITS
      if (!settled || changedBits(bits, change) !== bits)
        (articles[this.catalogue.feedIdOf(row)] ??= []).push(articleId)
    }
    return Object.keys(articles).length === 0 ? null : { kind: 'status', at, change, articles }
  }

  /** Does what a line of the journal says; returns the articles whose status is another now. */
  apply(entry: StatusEntry): readonly ArticleId[] {
    const changed: ArticleId[] = []
    for (const [feedId, names] of Object.entries(entry.articles)) {
      this.dirty.add(feedId)
      for (const articleId of names as ArticleId[]) {
        const before = this.bitsOf(feedId, articleId)
        const bits = changedBits(before, entry.change)
        if (bits !== before) changed.push(articleId)
        this.put(feedId, articleId, [bits, entry.at])
      }
    }
    return changed
  }

  /** Gives articles that have just come the status that waited for them. */
  settle(feedId: string): void {
    const waiting = this.waiting.get(feedId)
    if (!waiting) return
    this.waiting.delete(feedId)
    for (const [articleId, status] of waiting) this.put(feedId, articleId, status)
  }

  /** Does what the line of a removed feed says. */
  clear({ feedId, kept }: FeedRemovedEntry): void {
    const keep = new Set(kept)
    for (const row of this.catalogue.rowsOf(feedId))
      if (!keep.has(this.catalogue.ids.idOf(row))) this.catalogue.setStatus(row, 0, 0)
    for (const articleId of this.waiting.get(feedId)?.keys() ?? [])
      if (!keep.has(articleId)) this.waiting.get(feedId)?.delete(articleId)
    this.dirty.add(feedId)
  }

  /** Forgets the statuses of articles that are gone for good. */
  forget(feedId: string, articleIds: readonly ArticleId[]): void {
    const waiting = this.waiting.get(feedId)
    for (const articleId of articleIds) waiting?.delete(articleId)
    this.dirty.add(feedId)
  }

  /** Whether marks are here of articles that are not. */
  waits(feedId: string): boolean {
    return (this.waiting.get(feedId)?.size ?? 0) > 0
  }

  /** Removes the file of a feed of which nothing is left. */
  async removeFile(feedId: string): Promise<void> {
    this.waiting.delete(feedId)
    this.dirty.delete(feedId)
    await this.fileOf(feedId).remove()
  }

  /** Writes a feed's file and copy anew from memory. */
  rewrite(feedId: string): Promise<void> {
    this.dirty.add(feedId)
    return this.fold()
  }

  /** Brings the files up to date with the catalogue; durable when it resolves. */
  async fold(): Promise<void> {
    const feeds = [...this.dirty]
    this.dirty.clear()
    const rows = this.statusRows(new Set(feeds))
    try {
      for (let at = 0; at < feeds.length; at += FOLDED_AT_ONCE) {
        const some = feeds.slice(at, at + FOLDED_AT_ONCE)
        // All are awaited before one's failure is told: the next fold must not meet a write of this one.
        const ended = await Promise.allSettled(some.map((feedId) => this.foldOne(feedId, rows)))
        for (const each of ended) if (each.status === 'rejected') throw each.reason
      }
    } catch (error) {
      for (const feedId of feeds) this.dirty.add(feedId)
      throw error
    }
  }

  get pending(): boolean {
    return this.dirty.size > 0
  }

  private async foldOne(
    feedId: string,
    rows: ReadonlyMap<string, readonly [ArticleId, StoredStatus][]>,
  ): Promise<void> {
    const file = this.fileOf(feedId)
    const statuses = [...(rows.get(feedId) ?? []), ...(this.waiting.get(feedId) ?? [])]
    file.data = { feedId, statuses: Object.fromEntries(statuses) }
    if (statuses.length > 0) await file.save()
    else await file.remove()
    this.noteFile(feedId)
  }

  private statusRows(feeds: ReadonlySet<string>): Map<string, [ArticleId, StoredStatus][]> {
    const rows = new Map<string, [ArticleId, StoredStatus][]>()
    const { catalogue } = this
    for (let row = 0; row < catalogue.size; row++) {
      const changed = catalogue.changedAt(row)
      const feedId = catalogue.feedIdOf(row)
      if (changed === 0 || !feeds.has(feedId)) continue
      const status: StoredStatus = [catalogue.flagsOf(row) & STATUS_BITS, changed]
      const list = rows.get(feedId) ?? []
      list.push([catalogue.ids.idOf(row), status])
      rows.set(feedId, list)
    }
    return rows
  }

  private bitsOf(feedId: string, articleId: ArticleId): number {
    const row = this.catalogue.find(articleId)
    return row >= 0
      ? this.catalogue.flagsOf(row) & STATUS_BITS
      : (this.waiting.get(feedId)?.get(articleId)?.[0] ?? 0)
  }

  private put(feedId: string, articleId: ArticleId, status: StoredStatus): void {
    const row = this.catalogue.find(articleId)
    if (row >= 0) this.catalogue.setStatus(row, status[0] & STATUS_BITS, status[1])
    else {
      const waiting = this.waiting.get(feedId) ?? new Map<ArticleId, StoredStatus>()
      waiting.set(articleId, status)
      this.waiting.set(feedId, waiting)
    }
  }

  private fileOf(feedId: string): JsonFile<StatusFile> {
    return new JsonFile(this.library, nameOf(feedId), statusCodec(feedId))
  }

  private noteFile(feedId: string): void {
    const file = path.join(this.library.folder, nameOf(feedId))
    this.stamps.note(file)
    this.stamps.note(`${file}.bak`)
  }
}
