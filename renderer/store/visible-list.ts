/** Which articles the middle pane lists now: the search's while there is one, else the list's. */
import type { ArticleId } from '../../contract/article-id'
import type { ListLayout } from '../article-list/list-items'
import type { AppState } from './app-state'

export function visibleLayout(state: AppState): ListLayout {
  return state.searchLayout ?? state.layout
}

export function visibleIds(state: AppState): readonly ArticleId[] {
  return visibleLayout(state).ids
}
