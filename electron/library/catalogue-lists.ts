/** Answers lists and counts from the catalogue's columns: one pass over numbers, by keyset, never a record or a body. */
import type { ArticleQuery, ArticleView } from '../../contract/article-query'
import type { Counts } from '../../contract/bridge'
import { parseArticleId, type ArticleId } from '../../contract/article-id'
import { DELETED, HIGHLIGHTED, KEPT, MUTED, READ, READY, RELATED, REMOVED, SAVED, STARRED } from './catalogue'
import type { Catalogue } from './catalogue'

/** Lists that are told by what an article is; the edition is told by name (`list-edition.ts`). */
export type FilteredView = Exclude<ArticleView, 'edition'>

/** A row belongs to a view when its flags under the mask are these. */
interface Filter {
  readonly mask: number
  readonly want: number
}

/** What stands in no list of a feed's articles. */
const ASIDE = RELATED | KEPT | MUTED
/** What stands in no list at all. */
const GONE = REMOVED | DELETED
const MARKED = STARRED | SAVED | HIGHLIGHTED

// What the reader marked is shown wherever it came from, a removed feed or a related page; other lists hold feeds' articles.
const VIEWS: Readonly<Record<FilteredView, Filter>> = {
  all: { mask: ASIDE | GONE, want: 0 },
  today: { mask: ASIDE | GONE, want: 0 },
  unread: { mask: ASIDE | GONE | READ, want: 0 },
  starred: { mask: GONE | STARRED, want: STARRED },
  saved: { mask: GONE | SAVED, want: SAVED },
  highlighted: { mask: GONE | HIGHLIGHTED, want: HIGHLIGHTED },
  ready: { mask: ASIDE | GONE | READY, want: READY },
}

export interface ListedRows {
  readonly rows: readonly number[]
  readonly next: string | null
  readonly total: number
}

/** First millisecond of the day of `now`, in the reader's time zone. */
function startOfDay(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
}

interface Place {
  readonly time: number
  readonly id: Buffer
}

function parseCursor(cursor: string | null): Place | null {
  const [time = '', name = ''] = (cursor ?? '').split('-')
  const id = parseArticleId(name)
  return id !== null && /^\d{1,16}$/.test(time) ? { time: Number(time), id: Buffer.from(id, 'hex') } : null
}

/** Position in `order` of the first row that stands after the place (`equal`: or on it). */
function positionOf(catalogue: Catalogue, order: Uint32Array, place: Place, equal: boolean): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = order[middle] ?? 0
    const compared = catalogue.timeOf(row) - place.time || catalogue.ids.compareTo(row, place.id)
    if (compared < 0 || (compared === 0 && !equal)) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a page begins, going through `order` by `step`. */
function startOf(catalogue: Catalogue, order: Uint32Array, cursor: string | null, step: 1 | -1): number {
  const place = parseCursor(cursor)
  if (place === null) return step > 0 ? 0 : order.length - 1
  return step > 0 ? positionOf(catalogue, order, place, false) : positionOf(catalogue, order, place, true) - 1
}

/**
 * Rows of a query after a cursor. `feeds` are the numbers of the feeds it may show, null for every feed. A cursor that
 * is none begins at the start.
 */
export function listRows(
  catalogue: Catalogue,
  query: Pick<ArticleQuery, 'order'> & {
    readonly view: FilteredView
    readonly feeds: ReadonlySet<number> | null
    readonly now: Date
  },
  cursor: string | null,
  limit: number,
): ListedRows {
  const order = catalogue.inOrder()
  const from = query.view === 'today' ? startOfDay(query.now) : -Infinity
  const { mask, want } = VIEWS[query.view]
  const belongs = (row: number): boolean =>
    (catalogue.flagsOf(row) & mask) === want &&
    catalogue.timeOf(row) >= from &&
    (query.feeds === null || query.feeds.has(catalogue.feedOf(row)))
  let total = 0
  for (const row of order) if (belongs(row)) total++

  const step = query.order === 'newest' ? -1 : 1
  const rows: number[] = []
  let next: string | null = null
  for (let at = startOf(catalogue, order, cursor, step); at >= 0 && at < order.length; at += step) {
    const row = order[at] ?? 0
    if (!belongs(row)) continue
    if (rows.length === limit) {
      const last = rows.at(-1)
      next = last === undefined ? null : `${String(catalogue.timeOf(last))}-${catalogue.ids.idOf(last)}`
      break
    }
    rows.push(row)
  }
  return { rows, next, total }
}

/** The newest rows of feeds' articles that are unread and ready offline: the pass ends when there are enough. */
export function newestToRead(catalogue: Catalogue, limit: number): readonly number[] {
  const order = catalogue.inOrder()
  const rows: number[] = []
  for (let at = order.length - 1; at >= 0 && rows.length < limit; at--) {
    const row = order[at] ?? 0
    if ((catalogue.flagsOf(row) & (ASIDE | GONE | READ | READY)) === READY) rows.push(row)
  }
  return rows
}

/** Whether a query lists a row. */
export function isListed(
  catalogue: Catalogue,
  query: {
    readonly view: FilteredView
    readonly feeds: ReadonlySet<number> | null
    readonly now: Date
  },
  row: number,
): boolean {
  const { mask, want } = VIEWS[query.view]
  return (
    (catalogue.flagsOf(row) & mask) === want &&
    (query.view !== 'today' || catalogue.timeOf(row) >= startOfDay(query.now)) &&
    (query.feeds === null || query.feeds.has(catalogue.feedOf(row)))
  )
}

/** Whether no list and no search shows this article, though it is still on the disk. */
export function isGone(catalogue: Catalogue, articleId: ArticleId): boolean {
  const row = catalogue.find(articleId)
  const flags = row < 0 ? REMOVED : catalogue.flagsOf(row)
  return (flags & GONE) !== 0 || ((flags & KEPT) !== 0 && (flags & MARKED) === 0)
}

export function countRows(catalogue: Catalogue, now: Date): Omit<Counts, 'edition'> {
  const today = startOfDay(now)
  const counts = { all: 0, today: 0, unread: 0, starred: 0, saved: 0, highlighted: 0, ready: 0 }
  for (let row = 0; row < catalogue.size; row++) {
    const flags = catalogue.flagsOf(row)
    if ((flags & GONE) !== 0) continue
    if ((flags & ASIDE) === 0) {
      counts.all++
      if (catalogue.timeOf(row) >= today) counts.today++
      if ((flags & READ) === 0) counts.unread++
      if ((flags & READY) !== 0) counts.ready++
    }
    if ((flags & STARRED) !== 0) counts.starred++
    if ((flags & SAVED) !== 0) counts.saved++
    if ((flags & HIGHLIGHTED) !== 0) counts.highlighted++
  }
  return counts
}

/** Unread and all articles of every feed and the time of its newest one (0 for none), by feed number. */
export function countFeeds(catalogue: Catalogue): {
  readonly unread: Uint32Array
  readonly total: Uint32Array
  readonly newest: Float64Array
} {
  let feeds = 0
  for (let row = 0; row < catalogue.size; row++) feeds = Math.max(feeds, catalogue.feedOf(row) + 1)
  const unread = new Uint32Array(feeds)
  const total = new Uint32Array(feeds)
  const newest = new Float64Array(feeds)
  for (let row = 0; row < catalogue.size; row++) {
    const flags = catalogue.flagsOf(row)
    if ((flags & (ASIDE | GONE)) !== 0) continue
    const feed = catalogue.feedOf(row)
    total[feed] = (total[feed] ?? 0) + 1
    newest[feed] = Math.max(newest[feed] ?? 0, catalogue.timeOf(row))
    if ((flags & READ) === 0) unread[feed] = (unread[feed] ?? 0) + 1
  }
  return { unread, total, newest }
}
