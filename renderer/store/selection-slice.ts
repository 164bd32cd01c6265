/** Several articles chosen together: by clicks with Ctrl or Shift, by Shift and the arrows, or all that are loaded. */
import type { ArticleId } from '../../contract/article-id'
import type { SliceTools } from './app-state'
import { visibleIds } from './visible-list'

export interface SelectionSlice {
  /** Two or more, in no order; empty while only one article is selected. */
  readonly chosen: ReadonlySet<ArticleId>
  /** Takes one more into the choice, or out of it. */
  readonly toggleChosen: (articleId: ArticleId) => void
  /** From where the choice began to this article. */
  readonly chooseTo: (articleId: ArticleId) => void
  readonly chooseAll: () => void
  readonly endChoosing: () => void
}

export function createSelectionSlice({ set, get }: SliceTools): SelectionSlice {
  let from: ArticleId | null = null
  const begin = (): ArticleId | null => {
    const { chosen, selectedId } = get()
    if (chosen.size === 0 || from === null) from = selectedId
    return from
  }
  /** One alone is no choice of several. */
  const choose = (ids: readonly ArticleId[], selectedId: ArticleId | null) => {
    set({ chosen: new Set(ids.length > 1 ? ids : []), selectedId })
  }
  return {
    chosen: new Set(),
    toggleChosen: (articleId) => {
      const start = begin()
      const { chosen } = get()
      const ids = new Set(chosen.size > 0 ? chosen : start === null ? [] : [start])
      if (!ids.delete(articleId)) ids.add(articleId)
      from = articleId
      choose([...ids], ids.has(articleId) ? articleId : ([...ids].at(-1) ?? articleId))
    },
    chooseTo: (articleId) => {
      const ids = visibleIds(get())
      const start = begin()
      const first = start === null ? -1 : ids.indexOf(start)
      const last = ids.indexOf(articleId)
      const from = first < 0 ? last : first
      choose(ids.slice(Math.min(from, last), Math.max(from, last) + 1), articleId)
    },
    chooseAll: () => {
      const ids = visibleIds(get())
      choose(ids, get().selectedId ?? ids[0] ?? null)
    },
    endChoosing: () => {
      if (get().chosen.size > 0) set({ chosen: new Set() })
    },
  }
}

/** The articles an action is meant for: the chosen ones in the order of the list, else the open or selected one. */
export function meantArticles(
  state: Pick<SelectionSlice, 'chosen'> & Parameters<typeof visibleIds>[0],
): readonly ArticleId[] {
  const { chosen, openId, selectedId } = state
  if (chosen.size > 1) return visibleIds(state).filter((articleId) => chosen.has(articleId))
  const one = openId ?? selectedId
  return one === null ? [] : [one]
}
