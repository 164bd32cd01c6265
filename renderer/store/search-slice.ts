/** Search: what is typed, and the articles found. Only the answer to the last question is shown. */
import type { ArticleId } from '../../contract/article-id'
import { EMPTY_LAYOUT, appendRows } from '../article-list/list-items'
import type { ListLayout } from '../article-list/list-items'
import type { SliceTools } from './app-state'

export interface SearchSlice {
  readonly searchText: string
  /** null while nothing is searched for. */
  readonly searchLayout: ListLayout | null
  readonly snippets: ReadonlyMap<ArticleId, string>
  readonly searching: boolean
  readonly searchRebuilding: boolean
  readonly searchProblem: string | null
  readonly search: (text: string) => void
  readonly endSearch: () => void
}

/** Long enough for the next key of a fast typist, too short to be felt. */
const TYPING_PAUSE_MS = 90
const MOST_HITS = 200

export function createSearchSlice({ set, get, ask }: SliceTools): SearchSlice {
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const find = async (text: string) => {
    const number = ++asked
    const answer = await ask('search.query', text, MOST_HITS)
    if (number !== asked) return
    if (!answer.ok) {
      set({ searching: false, searchProblem: answer.error.message, searchLayout: EMPTY_LAYOUT })
      return
    }
    const { hits, rows, rebuilding } = answer.value
    get().putRows(rows)
    set({
      searching: false,
      searchProblem: null,
      searchRebuilding: rebuilding,
      searchLayout: appendRows(EMPTY_LAYOUT, rows, false),
      snippets: new Map(hits.map((hit) => [hit.articleId, hit.snippet])),
    })
  }
  const endSearch = () => {
    asked++
    clearTimeout(timer)
    set({ searchText: '', searchLayout: null, searching: false, searchProblem: null, snippets: new Map() })
  }
  return {
    searchText: '',
    searchLayout: null,
    snippets: new Map(),
    searching: false,
    searchRebuilding: false,
    searchProblem: null,
    search: (text) => {
      if (text.trim() === '') {
        endSearch()
        set({ searchText: text })
        return
      }
      set({ searchText: text, searching: true, middle: 'articles' })
      clearTimeout(timer)
      timer = setTimeout(() => void find(text), TYPING_PAUSE_MS)
    },
    endSearch,
  }
}
