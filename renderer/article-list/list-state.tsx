/** What stands where the list would: it is being loaded, it could not be, or there is nothing in it. */
import { Icon } from '../controls/icon'
import type { IconName } from '../controls/icon'
import { useApp } from '../app/window-context'
import type { ArticleView } from '../../contract/article-query'
import type { AppState } from '../store/app-state'
import { wording } from '../text/wording'

export function ListState() {
  const listState = useApp((state) => (state.searchLayout ? 'ready' : state.listState))
  const problem = useApp((state) => state.searchProblem ?? (state.searchLayout ? null : state.listProblem))
  const searching = useApp((state) => state.searchLayout !== null)
  const query = useApp((state) => state.query)
  const showList = useApp((state) => state.showList)
  if (problem !== null) {
    return (
      <div className="list-state" role="alert">
        <Icon name="warning" />
        <h2>{searching ? wording.search.failed : wording.list.failed}</h2>
        <p>{problem}</p>
        <button type="button" className="button" onClick={() => void showList(query)}>
          {wording.actions.retry}
        </button>
      </div>
    )
  }
  return listState === 'loading' ? <Skeleton /> : <Nothing />
}

/** Grey rows, faded in late: a list that is there in a moment shows none of it. */
function Skeleton() {
  return (
    <div className="skeleton" role="status" aria-label={wording.list.loading}>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="skeleton-row" />
      ))}
    </div>
  )
}

const ICONS: Record<keyof typeof wording.empty, IconName> = {
  unread: 'read',
  today: 'today',
  all: 'all',
  starred: 'star',
  saved: 'save',
  highlighted: 'highlight',
  ready: 'ready',
  edition: 'edition',
  syncing: 'sync',
  search: 'search',
  reader: 'all',
}

/** What the reader marks himself: a sync brings nothing there. */
const KEPT_BY_HAND: ReadonlySet<ArticleView> = new Set(['starred', 'saved', 'highlighted', 'edition'])

function emptyName(state: AppState): keyof typeof wording.empty {
  if (state.searchLayout) return 'search'
  // A list that a sync may yet fill must not say that there is nothing left.
  return state.sync.phase === 'idle' || KEPT_BY_HAND.has(state.query.view) ? state.query.view : 'syncing'
}

function Nothing() {
  const name = useApp(emptyName)
  const rebuilding = useApp((state) => state.searchRebuilding && state.searchLayout !== null)
  const [title, hint] = wording.empty[name]
  return (
    <div className="list-state">
      <Icon name={ICONS[name]} />
      <h2>{title}</h2>
      <p>{rebuilding ? wording.search.rebuilding : hint}</p>
    </div>
  )
}
