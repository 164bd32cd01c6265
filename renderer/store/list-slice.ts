/**
 * The article list: which one, its rows as far as they have been asked for, and the selected one. A sync never moves rows under
 * the eye: once the reader has scrolled or selected, what it brings is counted in `pendingNew` until he asks to see it.
 */
import type { ArticleRow } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import { FIRST_PAGE_SIZE, FIRST_QUERY } from '../../contract/article-query'
import type { ArticlePage, ArticleQuery } from '../../contract/article-query'
import type { ListPlace } from '../../contract/kept-view'
import { EMPTY_LAYOUT, appendRows } from '../article-list/list-items'
import type { ListLayout } from '../article-list/list-items'
import type { AppState, SliceTools } from './app-state'
import { keepUnchanged } from './keep-unchanged'
import { visibleIds } from './visible-list'

export interface ListSlice {
  readonly query: ArticleQuery
  readonly listState: 'loading' | 'ready' | 'failed'
  readonly listProblem: string | null
  readonly layout: ListLayout
  readonly listTotal: number
  /** Grows with every new list, so that the view knows when to go back to the top. */
  readonly listNumber: number
  readonly pendingNew: number
  /**
   * Every row seen. The map is changed in place: copying a hundred thousand entries for one star would be felt. A changed row is a
   * new object and `rowsVersion` moves, so selectors of single rows see it.
   */
  readonly rows: ReadonlyMap<ArticleId, ArticleRow>
  readonly rowsVersion: number
  readonly selectedId: ArticleId | null
  /** Where the list stands; null at its top. */
  readonly listPlace: ListPlace | null
  /** Where the next list drawn shall stand; the view takes it. */
  readonly wantedPlace: ListPlace | null
  readonly showList: (query: ArticleQuery) => Promise<void>
  /** Shows rows that the library has yet to confirm; until it has, none are asked for below them. */
  readonly showKnown: (query: ArticleQuery, page: ArticlePage) => void
  /** The library's own first rows in the place of the ones shown, which stay in sight until they are here. */
  readonly confirmList: () => Promise<void>
  readonly loadMore: () => Promise<void>
  readonly refreshList: () => Promise<void>
  readonly showNew: () => Promise<void>
  readonly keepListPlace: (place: ListPlace | null) => void
  readonly takeWantedPlace: () => ListPlace | null
  readonly select: (articleId: ArticleId | null) => void
  /** The neighbour of the selected article, null past either end. */
  readonly neighbour: (step: 1 | -1) => ArticleId | null
  /** @param own by the reader's mark; an answer that was asked for before a mark on its way does not undo it. */
  readonly putRows: (rows: readonly ArticleRow[], own?: boolean) => void
  /** Until the returned function is called, no answer changes the status of these. */
  readonly holdStatus: (articleIds: readonly ArticleId[]) => () => void
}

const NONE: ReadonlySet<ArticleId> = new Set()

const NEW_LIST: Partial<AppState> = {
  listState: 'loading',
  listProblem: null,
  pendingNew: 0,
  middle: 'articles',
  listPlace: null,
  wantedPlace: null,
  chosen: NONE,
}

export const PAGE_SIZE = 200

export function createListSlice(tools: SliceTools): ListSlice {
  const { set, get } = tools
  const rows = new Map<ArticleId, ArticleRow>()
  const marks = createMarksOnTheirWay()
  const paging = createPaging(tools)
  return {
    query: FIRST_QUERY,
    listState: 'loading',
    listProblem: null,
    layout: EMPTY_LAYOUT,
    listTotal: 0,
    listNumber: 0,
    pendingNew: 0,
    rows,
    rowsVersion: 0,
    selectedId: null,
    listPlace: null,
    wantedPlace: null,
    ...paging,
    showKnown: (query, page) => {
      get().putRows(page.rows)
      set({ query, ...firstPage(page, query) })
    },
    keepListPlace: (listPlace) => {
      set({ listPlace })
    },
    takeWantedPlace: () => {
      const { wantedPlace } = get()
      if (wantedPlace) set({ wantedPlace: null })
      return wantedPlace
    },
    select: (selectedId) => {
      set({ selectedId, chosen: NONE })
    },
    neighbour: (step) => {
      const ids = visibleIds(get())
      const { selectedId } = get()
      const at = selectedId === null ? -1 : ids.indexOf(selectedId)
      if (at < 0) return ids[0] ?? null
      return ids[at + step] ?? null
    },
    holdStatus: marks.hold,
    putRows: (changed, own = false) => {
      let any = false
      for (const fresh of changed) {
        const before = rows.get(fresh.articleId)
        const isHeld = before && !own && marks.has(fresh.articleId)
        const row = isHeld ? { ...fresh, status: before.status } : fresh
        // The very row where nothing changed: a list that is asked for again draws no line anew.
        const kept = before ? keepUnchanged(before, row) : row
        if (kept === before) continue
        rows.set(row.articleId, kept)
        any = true
      }
      if (any) set({ rowsVersion: get().rowsVersion + 1 })
    },
  }
}

/** Several marks of one article may be on their way at once: it is held until the last of them is answered. */
function createMarksOnTheirWay() {
  const counts = new Map<ArticleId, number>()
  const step = (articleIds: readonly ArticleId[], by: 1 | -1) => {
    for (const articleId of articleIds) {
      const count = (counts.get(articleId) ?? 0) + by
      if (count > 0) counts.set(articleId, count)
      else counts.delete(articleId)
    }
  }
  return {
    has: (articleId: ArticleId) => counts.has(articleId),
    hold: (articleIds: readonly ArticleId[]) => {
      step(articleIds, 1)
      return () => {
        step(articleIds, -1)
      }
    },
  }
}

function firstPage({ rows, total }: ArticlePage, query: ArticleQuery): Partial<AppState> {
  return {
    layout: laidOut(EMPTY_LAYOUT, rows, query),
    listTotal: total,
    listState: 'ready',
    pendingNew: 0,
  }
}

/** By day; an edition has an order of its own. */
function laidOut(layout: ListLayout, rows: readonly ArticleRow[], { view }: ArticleQuery): ListLayout {
  return appendRows(layout, rows, view !== 'edition')
}

function isUntouched({ listPlace, selectedId, chosen }: AppState): boolean {
  return listPlace === null && selectedId === null && chosen.size === 0
}

/** As many rows as may be compared with those that are here: what lies below these is not new. */
function topSize({ ids }: ListLayout, cursor: string | null): number {
  return cursor === null ? PAGE_SIZE : Math.min(PAGE_SIZE, ids.length)
}

function createPaging({ set, get, ask }: SliceTools) {
  let cursor: string | null = null
  let loadingMore = false
  const showList = async (query: ArticleQuery) => {
    const listNumber = get().listNumber + 1
    cursor = null
    loadingMore = false
    set({ query, listNumber, ...NEW_LIST })
    await confirmList()
  }
  const confirmList = async () => {
    const { listNumber, query } = get()
    const answer = await ask('articles.list', query, null, FIRST_PAGE_SIZE)
    // Another list was asked for meanwhile.
    if (get().listNumber !== listNumber) return
    if (answer.ok) showFirst(answer.value)
    else set({ listState: 'failed', listProblem: answer.error.message, layout: EMPTY_LAYOUT, listTotal: 0 })
  }
  const showFirst = (page: ArticlePage) => {
    cursor = page.next
    get().putRows(page.rows)
    set(firstPage(page, get().query))
  }
  const loadMore = async () => {
    if (cursor === null || loadingMore) return
    loadingMore = true
    const { listNumber, query } = get()
    const answer = await ask('articles.list', query, cursor, PAGE_SIZE)
    if (get().listNumber !== listNumber) return
    loadingMore = false
    if (!answer.ok) {
      get().complain(answer.error.message)
      return
    }
    const { rows, next, total } = answer.value
    cursor = next
    get().putRows(rows)
    set({ layout: laidOut(get().layout, rows, query), listTotal: total })
  }
  const refreshList = async () => {
    const { listNumber, query, layout } = get()
    if (layout.ids.length === 0) return showList(query)
    const answer = await ask('articles.list', query, null, topSize(layout, cursor))
    if (!answer.ok || get().listNumber !== listNumber) return
    const known = new Set(get().layout.ids)
    const fresh = answer.value.rows.filter((row) => !known.has(row.articleId))
    // At the top with nothing chosen there is no place to keep: a first sync would otherwise show ten articles of a thousand.
    if (fresh.length > 0 && isUntouched(get())) {
      showFirst(answer.value)
      return
    }
    get().putRows(answer.value.rows.filter((row) => known.has(row.articleId)))
    set({ pendingNew: fresh.length, listTotal: answer.value.total })
  }
  return { showList, confirmList, loadMore, refreshList, showNew: () => showList(get().query) }
}
