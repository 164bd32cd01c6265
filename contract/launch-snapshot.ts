/**
 * What a window can draw before the library is open: its list as it was last known, for the eye alone. The library's own answers follow a
 * moment later and stand in its place.
 */
import type { ArticlePage, ArticleQuery } from './article-query'
import type { Counts } from './bridge'
import type { Settings } from './settings'

export interface LaunchSnapshot {
  readonly settings: Settings
  readonly counts: Counts
  readonly query: ArticleQuery
  /** Its first rows; never none. */
  readonly page: ArticlePage
}

/** Of the element in the window's page that holds the snapshot as JSON. */
export const LAUNCH_SNAPSHOT_ID = 'launch-snapshot'
