/** What the window looked like when it was last used, so that the next start goes on there. Kept by the shell, apart from the library. */
import type { ArticleId } from './article-id'
import type { ArticleQuery } from './article-query'

export interface KeptView {
  readonly query: ArticleQuery
  readonly middle: 'articles' | 'highlights'
  readonly pane: 'sidebar' | 'list' | 'reader'
  readonly selectedId: ArticleId | null
  readonly openId: ArticleId | null
  /** Where the list stood; null at its top. */
  readonly listPlace: ListPlace | null
  /** Keys of the folders whose feeds are hidden. */
  readonly closedFolders: readonly string[]
  /** Pixels from the top of each article read lately, the latest last. */
  readonly positions: readonly (readonly [ArticleId, number])[]
}

export interface ListPlace {
  /** Articles in sight from the top down: the first that is still in the list stands where it stood. */
  readonly articleIds: readonly ArticleId[]
  /** Pixels of the first one that were scrolled out of sight. */
  readonly offset: number
}

/** Articles whose place is remembered. */
export const MOST_POSITIONS = 500
