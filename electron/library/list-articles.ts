/** One page of a list: rows from the catalogue, records from single lines of the feeds' files. */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleQuery } from '../../contract/article-query'
import { isListed, listRows } from './catalogue-lists'
import type { LibraryParts } from './library-parts'
import { editionRows } from './list-edition'
import type { ArticleRecord, FeedRecord } from './records'

export interface ListedArticles {
  readonly records: readonly ArticleRecord[]
  /** Cursor of the articles after these; null at the end. */
  readonly next: string | null
  /** Articles of the whole list. */
  readonly total: number
}

export function listArticles(
  parts: LibraryParts,
  query: ArticleQuery,
  page: { readonly cursor: string | null; readonly limit: number; readonly now: Date },
): ListedArticles {
  const { catalogue, articles } = parts
  const { view, order } = query
  if (view === 'edition') return pageOfEdition(parts, query, page)
  const feeds = feedsOf(parts, query)
  const listed = listRows(catalogue, { view, order, now: page.now, feeds }, page.cursor, page.limit)
  const records = listed.rows.flatMap((row) => articles.read(row) ?? [])
  return { records, next: listed.next, total: listed.total }
}

/** Every article of a list in its order, without reading one. */
export function listedIds(parts: LibraryParts, query: ArticleQuery, now: Date): readonly ArticleId[] {
  const { catalogue } = parts
  const { view, order } = query
  if (view === 'edition') return rowsOfEdition(parts, query).map((row) => catalogue.ids.idOf(row))
  const feeds = feedsOf(parts, query)
  const { rows } = listRows(catalogue, { view, order, now, feeds }, null, Number.POSITIVE_INFINITY)
  return rows.map((row) => catalogue.ids.idOf(row))
}

/** Tells of an article whether a query lists it; good until articles change. */
export function listedBy(
  parts: LibraryParts,
  query: ArticleQuery,
  now: Date,
): (articleId: ArticleId) => boolean {
  const { catalogue } = parts
  if (query.view === 'edition') {
    const rows = new Set(rowsOfEdition(parts, query))
    return (articleId) => rows.has(catalogue.find(articleId))
  }
  const wanted = { view: query.view, feeds: feedsOf(parts, query), now }
  return (articleId) => {
    const row = catalogue.find(articleId)
    return row >= 0 && isListed(catalogue, wanted, row)
  }
}

/** In its own order: what an edition has first stays first. */
function pageOfEdition(
  parts: LibraryParts,
  query: ArticleQuery,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): ListedArticles {
  const rows = rowsOfEdition(parts, query)
  const from = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0
  const records = rows.slice(from, from + limit).flatMap((row) => parts.articles.read(row) ?? [])
  const end = from + limit
  return { records, next: end < rows.length ? String(end) : null, total: rows.length }
}

function rowsOfEdition(parts: LibraryParts, query: ArticleQuery): readonly number[] {
  const feeds = feedsOf(parts, query)
  return editionRows(parts).filter((row) => feeds === null || feeds.has(parts.catalogue.feedOf(row)))
}

/** Numbers of the feeds a query is about; null for all. */
function feedsOf(
  { feeds, catalogue }: LibraryParts,
  { feedId, folder }: ArticleQuery,
): ReadonlySet<number> | null {
  if (feedId === null && folder === null) return null
  const inFolder = (feed: FeedRecord): boolean =>
    folder?.every((name, at) => feed.folder[at] === name) ?? true
  const wanted = feeds.all().filter((feed) => (feedId === null || feed.feedId === feedId) && inFolder(feed))
  return new Set(wanted.map((feed) => catalogue.feedNumber(feed.feedId)))
}
