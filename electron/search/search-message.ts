/** What is said between the thread that has the index and the one that asks. Plain values that structured clone can carry. */
import type { ArticleId } from '../../contract/article-id'
import type { NearArticle } from './article-neighbours'
import type { DatabaseState } from './full-text-database'
import type { ParsedQuery } from './parse-query'
import type { HitPage, PageRequest } from './query-runner'
import type { IndexedArticle } from './article-rows'
import type { FeedStamps, PlacedStories, StampedId } from './search-index'

/** Request name -> function of its arguments. */
export interface SearchRequests {
  /** The first of all; `made` and `replaced` mean that every article must be put in again. */
  open: (file: string) => DatabaseState
  put: (articles: readonly IndexedArticle[]) => void
  place: (limit: number) => PlacedStories
  remove: (articleIds: readonly ArticleId[]) => void
  removeFeed: (feedId: string) => void
  renameFeed: (feedId: string, title: string) => void
  query: (query: ParsedQuery, request: PageRequest) => HitPage
  /** The passage of each text that answers the query; texts are the caller's, for the index keeps none. */
  snippets: (query: ParsedQuery, texts: readonly string[]) => readonly string[]
  nearest: (article: IndexedArticle, limit: number) => readonly NearArticle[]
  count: () => number
  stale: (articles: readonly StampedId[]) => readonly ArticleId[]
  list: (
    after: number,
    limit: number,
  ) => { readonly articleIds: readonly ArticleId[]; readonly next: number | null }
  /** Feed -> what `keepFeedStamps` was last told of it. */
  feedStamps: () => FeedStamps
  /** Remembers which files of feeds are wholly in the index; the caller knows what a stamp is. */
  keepFeedStamps: (stamps: FeedStamps) => void
  /** True while there is more to put in order. */
  tidy: () => boolean
  check: () => void
  close: () => void
}

export type SearchRequestName = keyof SearchRequests

export interface SearchMessage<N extends SearchRequestName = SearchRequestName> {
  readonly id: number
  readonly name: N
  readonly args: Parameters<SearchRequests[N]>
}

/**
 * damaged: the index was thrown away and an empty one is in its place, to be filled again; not_open: nothing was opened;
 * failed: the disk refused, or our own fault.
 */
export type SearchErrorCode = 'damaged' | 'not_open' | 'failed'

export type SearchAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: SearchErrorCode; readonly message: string }
