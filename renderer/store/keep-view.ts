/** Takes up the view of the last time at the start, and keeps the present one while the window is used. */
import { FIRST_QUERY, isSameQuery } from '../../contract/article-query'
import type { ArticleQuery } from '../../contract/article-query'
import type { Bridge } from '../../contract/bridge'
import type { KeptView } from '../../contract/kept-view'
import type { AppState } from './app-state'
import type { AppStore } from './app-store'

const PAUSE_MS = 500

/** Pages asked for to find the place in a long list; further down the list begins at its top. */
const MOST_PAGES = 10

export interface ViewKeeper {
  /** Keeps now what is not kept yet. */
  readonly flush: () => void
  readonly stop: () => void
}

/** Shows the list of the last time, with the folders closed that were. */
export async function resumeList(store: AppStore, kept: KeptView | null): Promise<void> {
  if (kept) store.setState({ closedFolders: new Set(kept.closedFolders) })
  const state = store.getState()
  const query = notEmpty(state, kept?.query ?? FIRST_QUERY)
  if (state.listState === 'ready' && isSameQuery(state.query, query)) await state.confirmList()
  else await state.showList(query)
}

/** Once list and feeds are there: the place in the list and the article of the last time. What is gone since is passed over. */
export async function resumeView(store: AppStore, kept: KeptView | null): Promise<void> {
  const { showList, putPositions, feeds } = store.getState()
  const feedId = kept?.query.feedId ?? null
  const known = kept !== null && (feedId === null || feeds.some((feed) => feed.feedId === feedId))
  if (!kept) return
  if (!known) await showList(notEmpty(store.getState(), FIRST_QUERY))
  putPositions(kept.positions)
  const { selectedId, pane, listPlace } = kept
  store.setState({ selectedId, pane })
  if (listPlace && known) await findPlace(store, listPlace)
  await showAgain(store, kept)
}

/** An all-read library opened on an empty list would look as if it had lost something. */
function notEmpty({ counts }: AppState, query: ArticleQuery): ArticleQuery {
  const nothingUnread = query.view === 'unread' && counts.unread === 0 && counts.all > 0
  return nothingUnread ? { ...query, view: 'all' } : query
}

async function showAgain(store: AppStore, { middle, openId }: KeptView): Promise<void> {
  const { preview, loadHighlights } = store.getState()
  if (middle === 'highlights') {
    store.setState({ middle })
    await loadHighlights()
  }
  if (openId === null) return
  await preview(openId)
  const { article, pane, closeArticle, showPane } = store.getState()
  if (article.state !== 'failed') return
  // It may have been removed meanwhile; an error about an article nobody asked for would only puzzle.
  closeArticle()
  showPane(pane === 'reader' ? 'list' : pane)
}

async function findPlace(store: AppStore, place: NonNullable<KeptView['listPlace']>): Promise<void> {
  for (let page = 1; ; page++) {
    const { layout, listTotal, loadMore } = store.getState()
    const here = new Set(layout.ids)
    if (place.articleIds.some((articleId) => here.has(articleId))) break
    if (page === MOST_PAGES || layout.ids.length >= listTotal) return
    await loadMore()
  }
  store.setState({ wantedPlace: place })
}

/** Writes a while after each change, and only what differs from what was written last. */
export function keepView(store: AppStore, bridge: Bridge): ViewKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = JSON.stringify(viewOf(store.getState()))
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const view = viewOf(store.getState())
    const text = JSON.stringify(view)
    if (text === written) return
    written = text
    void bridge.request('view.keep', view).then((answer) => {
      if (!answer.ok) store.getState().complain(answer.error.message)
    })
  }
  const stop = store.subscribe(() => {
    timer ??= setTimeout(flush, PAUSE_MS)
  })
  return {
    flush,
    stop: () => {
      clearTimeout(timer)
      stop()
    },
  }
}

function viewOf(state: AppState): KeptView {
  const { query, middle, pane, selectedId, openId, listPlace, closedFolders } = state
  return {
    query,
    middle,
    pane,
    selectedId,
    openId,
    listPlace,
    closedFolders: [...closedFolders],
    positions: state.positions(),
  }
}
