/** What can be prepared from where the reader stands: what is selected, the list that is shown, all unread, the newest. Pure. */
import type { PrepareScope } from '../../contract/prepare'
import { listTitle } from '../article-list/list-header'
import type { AppState } from '../store/app-state'
import { wording } from '../text/wording'

export interface NamedScope {
  readonly label: string
  readonly scope: PrepareScope
}

const NEWEST = [50, 200]

export function prepareScopes(state: AppState): readonly NamedScope[] {
  const text = wording.prepare
  const here = listScope(state)
  const { chosen } = state
  return [
    ...(chosen.size > 1
      ? [
          {
            label: text.selection(chosen.size),
            scope: { kind: 'articles', articleIds: [...chosen] } as const,
          },
        ]
      : []),
    ...(here ? [{ label: `${text.list} (${listTitle(state)})`, scope: here }] : []),
    { label: text.unread, scope: { kind: 'unread' } },
    ...NEWEST.map((count) => ({ label: text.newest(count), scope: { kind: 'newest', count } as const })),
  ]
}

function listScope({ searchLayout, searchText, query, layout }: AppState): PrepareScope | null {
  if (searchLayout) return { kind: 'search', text: searchText }
  if (query.feedId !== null) return { kind: 'feed', feedId: query.feedId }
  if (query.folder !== null) return { kind: 'folder', folder: query.folder }
  return query.view === 'unread' || query.view === 'all' ? null : { kind: 'articles', articleIds: layout.ids }
}
