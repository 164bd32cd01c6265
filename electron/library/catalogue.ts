/**
 * All articles in memory, as columns: enough to order, filter and count them, and where each lies in its feed's file. About
 * 60 bytes an article. Lists and counts are answered by scanning columns; nothing here can drift, for nothing is kept twice.
 */
import type { ArticleId } from '../../contract/article-id'
import { ID_BYTES, IdTable } from './id-table'
import { sortRows } from './sort-rows'

export const READ = 1
export const STARRED = 2
export const SAVED = 4
/** A rule keeps it out of the lists; it stays where the reader marked it. */
export const MUTED = 256
/** The reader removed it: it stands in no list, and leaves the disk with the next day's tidying. */
export const DELETED = 512
export const STATUS_BITS = READ | STARRED | SAVED | MUTED | DELETED
export const HIGHLIGHTED = 8
export const READY = 16
/** Fetched because another article links to it. */
export const RELATED = 32
/** Of a feed that the reader removed; kept because it is marked. */
export const KEPT = 64
export const REMOVED = 128
/** What the files of a feed's articles and statuses say; the rest is worked out at each start. */
const FILE_BITS = STATUS_BITS | READY | RELATED

/** An article as its feed's file has it. */
export interface CatalogueEntry {
  readonly id: Buffer
  readonly time: number
  readonly ready: boolean
  readonly related: boolean
  readonly offset: number
  readonly length: number
}

/** Rows in order of time, column by column; `feeds` are places in a list of feeds that goes with them. */
export interface CatalogueColumns {
  readonly ids: Buffer
  readonly times: Float64Array
  readonly changes: Float64Array
  readonly feeds: Uint32Array
  readonly flags: Uint16Array
  readonly offsets: Uint32Array
  readonly lengths: Uint32Array
}

export class Catalogue {
  readonly ids = new IdTable()
  /** Grows with every change; lists and counts made for an older one are stale. */
  version = 0
  private times = new Float64Array(1024)
  private changes = new Float64Array(1024)
  private feeds = new Uint32Array(1024)
  private flags = new Uint16Array(1024)
  private offsets = new Uint32Array(1024)
  private lengths = new Uint32Array(1024)
  private readonly feedIds: string[] = []
  private readonly feedNumbers = new Map<string, number>()
  /** Rows by time, then name, oldest first; those of `unplaced` are missing, those of `displaced` stand wrong. */
  private sorted: Uint32Array = new Uint32Array(0)
  private unplaced: number[] = []
  private readonly displaced = new Set<number>()

  get size(): number {
    return this.ids.size
  }

  feedNumber(feedId: string): number {
    const known = this.feedNumbers.get(feedId)
    if (known !== undefined) return known
    this.feedNumbers.set(feedId, this.feedIds.length)
    return this.feedIds.push(feedId) - 1
  }

  feedIdOf(row: number): string {
    return this.feedIds[this.feeds[row] ?? 0] ?? ''
  }

  /** Row of an article that is here, -1 otherwise. */
  find(articleId: ArticleId): number {
    const row = this.ids.find(articleId)
    return row >= 0 && (this.flagsOf(row) & REMOVED) === 0 ? row : -1
  }

  flagsOf(row: number): number {
    return this.flags[row] ?? 0
  }

  timeOf(row: number): number {
    return this.times[row] ?? 0
  }

  feedOf(row: number): number {
    return this.feeds[row] ?? 0
  }

  /** When the reader last changed its status, milliseconds; 0 for never. */
  changedAt(row: number): number {
    return this.changes[row] ?? 0
  }

  placeOf(row: number): { readonly offset: number; readonly length: number } {
    return { offset: this.offsets[row] ?? 0, length: this.lengths[row] ?? 0 }
  }

  /** Adds an article or takes over what its feed's file now says of it; its status stays. True when it was not here. */
  put(feed: number, entry: CatalogueEntry): boolean {
    let row = this.ids.findBytes(entry.id)
    const isNew = row < 0 || (this.flagsOf(row) & REMOVED) !== 0
    if (row < 0) {
      row = this.ids.add(entry.id)
      if (row >= this.times.length) this.grow()
      this.unplaced.push(row)
    } else if (this.times[row] !== entry.time || isNew) this.displace(row)
    const kept = isNew ? 0 : this.flagsOf(row) & (STATUS_BITS | HIGHLIGHTED | KEPT)
    this.flags[row] = kept | (entry.ready ? READY : 0) | (entry.related ? RELATED : 0)
    this.times[row] = entry.time
    this.feeds[row] = feed
    this.offsets[row] = entry.offset
    this.lengths[row] = entry.length
    this.version++
    return isNew
  }

  setFlags(row: number, flags: number): void {
    this.flags[row] = flags
    this.version++
  }

  setStatus(row: number, bits: number, changed: number): void {
    this.changes[row] = changed
    this.setFlags(row, (this.flagsOf(row) & ~STATUS_BITS) | bits)
  }

  remove(row: number): void {
    this.changes[row] = 0
    this.setFlags(row, REMOVED)
    this.displace(row)
  }

  /** Rows by time, oldest first, removed ones not among them. */
  inOrder(): Uint32Array {
    if (this.unplaced.length > 0 || this.displaced.size > 0) this.sorted = this.merge()
    return this.sorted
  }

  /** Below zero when row `a` stands before row `b`. */
  compare(a: number, b: number): number {
    return this.timeOf(a) - this.timeOf(b) || this.ids.compareRows(a, b)
  }

  /** What the files of these feeds say, statuses included. */
  columnsOf(feedIds: readonly string[]): CatalogueColumns {
    const places = new Map(feedIds.map((feedId, place) => [this.feedNumber(feedId), place]))
    const rows = this.inOrder().filter((row) => places.has(this.feedOf(row)))
    const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row] ?? 0)
    return {
      ids: this.ids.bytesOf(rows),
      times: pick(this.times),
      changes: pick(this.changes),
      feeds: rows.map((row) => places.get(this.feedOf(row)) ?? 0),
      flags: Uint16Array.from(rows, (row) => this.flagsOf(row) & FILE_BITS),
      offsets: rows.map((row) => this.offsets[row] ?? 0),
      lengths: rows.map((row) => this.lengths[row] ?? 0),
    }
  }

  /** Fills an empty catalogue with rows of `columnsOf`; `feedIds` has null where a feed's rows are to be left out. */
  adopt(columns: CatalogueColumns, feedIds: readonly (string | null)[]): void {
    const numbers = feedIds.map((feedId) => (feedId === null ? -1 : this.feedNumber(feedId)))
    const kept = numbers.includes(-1) ? keptRows(columns, numbers) : columns
    const rows = kept.feeds.length
    while (this.times.length < rows) this.grow()
    this.ids.fill(kept.ids)
    this.times.set(kept.times)
    this.changes.set(kept.changes)
    this.flags.set(kept.flags)
    this.offsets.set(kept.offsets)
    this.lengths.set(kept.lengths)
    this.sorted = new Uint32Array(rows)
    for (let row = 0; row < rows; row++) {
      this.feeds[row] = numbers[kept.feeds[row] ?? 0] ?? 0
      this.sorted[row] = row
    }
    this.version++
  }

  /** Rows of one feed, in no order. */
  rowsOf(feedId: string): number[] {
    const feed = this.feedNumbers.get(feedId)
    const rows: number[] = []
    for (let row = 0; row < this.size; row++)
      if (this.feeds[row] === feed && (this.flagsOf(row) & REMOVED) === 0) rows.push(row)
    return rows
  }

  private displace(row: number): void {
    this.displaced.add(row)
  }

  private merge(): Uint32Array {
    const added = new Set(this.unplaced)
    for (const row of this.displaced) added.add(row)
    const fresh = Uint32Array.from([...added].filter((row) => (this.flagsOf(row) & REMOVED) === 0))
    sortRows(fresh, this)
    const stay =
      this.displaced.size === 0 ? this.sorted : this.sorted.filter((row) => !this.displaced.has(row))
    const merged = new Uint32Array(stay.length + fresh.length)
    let from = 0
    let next = 0
    for (let at = 0; at < merged.length; at++) {
      const old = stay[from]
      const young = fresh[next]
      const takeOld = young === undefined || (old !== undefined && this.compare(old, young) < 0)
      merged[at] = (takeOld ? old : young) ?? 0
      if (takeOld) from++
      else next++
    }
    this.unplaced = []
    this.displaced.clear()
    return merged
  }

  private grow(): void {
    const size = this.times.length * 2
    const longer = <A extends Float64Array | Uint32Array | Uint16Array>(old: A, fresh: A): A => {
      fresh.set(old)
      return fresh
    }
    this.times = longer(this.times, new Float64Array(size))
    this.changes = longer(this.changes, new Float64Array(size))
    this.feeds = longer(this.feeds, new Uint32Array(size))
    this.flags = longer(this.flags, new Uint16Array(size))
    this.offsets = longer(this.offsets, new Uint32Array(size))
    this.lengths = longer(this.lengths, new Uint32Array(size))
  }
}

/** The rows of feeds that have a number; -1 stands for none. */
function keptRows(columns: CatalogueColumns, numbers: readonly number[]): CatalogueColumns {
  const isKept = (_: number, row: number): boolean => (numbers[columns.feeds[row] ?? 0] ?? -1) >= 0
  const rows = Uint32Array.from(columns.feeds.keys()).filter(isKept)
  const ids = Buffer.allocUnsafe(rows.length * ID_BYTES)
  for (const [at, row] of rows.entries())
    columns.ids.copy(ids, at * ID_BYTES, row * ID_BYTES, (row + 1) * ID_BYTES)
  return {
    ids,
    times: columns.times.filter(isKept),
    changes: columns.changes.filter(isKept),
    feeds: columns.feeds.filter(isKept),
    flags: columns.flags.filter(isKept),
    offsets: columns.offsets.filter(isKept),
    lengths: columns.lengths.filter(isKept),
  }
}
