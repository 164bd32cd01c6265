/** What the article list asks for, and the page it gets. */
import type { ArticleId } from './article-id'
import type { ArticleRow } from './article'

export type ArticleView =
  'all' | 'today' | 'unread' | 'starred' | 'saved' | 'highlighted' | 'ready' | 'edition'

export interface ArticleQuery {
  readonly view: ArticleView
  /** Only this feed. */
  readonly feedId: string | null
  /** Only feeds in this folder or below it. */
  readonly folder: readonly string[] | null
  readonly order: 'newest' | 'oldest'
}

/** What a window shows that has shown nothing yet. */
export const FIRST_QUERY: ArticleQuery = { view: 'unread', feedId: null, folder: null, order: 'newest' }

/** More than any window shows: what follows is asked for while these are looked at. */
export const FIRST_PAGE_SIZE = 40

export function isSameQuery(one: ArticleQuery, other: ArticleQuery): boolean {
  const folder = JSON.stringify(one.folder) === JSON.stringify(other.folder)
  return folder && one.view === other.view && one.feedId === other.feedId && one.order === other.order
}

export interface ArticlePage {
  readonly rows: readonly ArticleRow[]
  /** Pass it back for the rows after these; null at the end. */
  readonly next: string | null
  /** Number of articles in the whole list. */
  readonly total: number
}

export interface SearchHit {
  readonly articleId: ArticleId
  readonly feedId: string
  readonly title: string
  readonly published: string | null
  readonly score: number
  /** Plain text; matches stand between SNIPPET_START and SNIPPET_END. Null where none was asked for. */
  readonly snippet: string | null
}

export interface ArticleSnippet {
  readonly articleId: ArticleId
  /** As in `SearchHit`. */
  readonly snippet: string
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  readonly rows: readonly ArticleRow[]
  /** Set while the index is being made again: not everything is found yet. */
  readonly rebuilding: boolean
}

// Private-use characters: they cannot stand for anything in an article's own text.
export const SNIPPET_START = '\uE000'
export const SNIPPET_END = '\uE001'
