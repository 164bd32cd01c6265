/** "Prepare for offline": which articles, what it may take, what came of it. */
import type { ArticleId } from './article-id'
import type { PrepareReport } from './sync'

export type PrepareScope =
  | { readonly kind: 'unread' }
  | { readonly kind: 'newest'; readonly count: number }
  | { readonly kind: 'feed'; readonly feedId: string }
  | { readonly kind: 'folder'; readonly folder: readonly string[] }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'articles'; readonly articleIds: readonly ArticleId[] }

export interface PrepareEstimate {
  readonly articles: number
  /** Of these, articles of which something is still to be fetched. */
  readonly incomplete: number
  /** About what will come onto this disk, judged by the articles that are complete; 0 when nothing is missing. */
  readonly bytes: number
}

export interface PrepareOutcome extends PrepareReport {
  readonly articles: number
  readonly cancelled: boolean
  /** Titles of the incomplete articles, by name. */
  readonly titles: Readonly<Record<string, string>>
}
