/**
 * Search: what is typed, and the articles found. One question is on its way at a time and the next is the latest text, so that a
 * fast typist waits for no question that he has typed past; only the answer to the last one is shown.
 */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleSnippet, SearchResult } from '../../contract/article-query'
import type { Result } from '../../contract/result'
import { EMPTY_LAYOUT, appendRows } from '../article-list/list-items'
import type { ListLayout } from '../article-list/list-items'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface SearchSlice {
  readonly searchText: string
  /** null while nothing is searched for. */
  readonly searchLayout: ListLayout | null
  readonly snippets: ReadonlyMap<ArticleId, string>
  readonly searching: boolean
  /** False while the first of what was found is shown and the rest is still to come. */
  readonly searchWhole: boolean
  /** Another for each question whose answer is shown. */
  readonly searchNumber: number
  readonly searchRebuilding: boolean
  readonly searchProblem: string | null
  readonly search: (text: string) => void
  readonly endSearch: () => void
  /** Of the articles in view; those that are here already are not asked for again. */
  readonly wantSnippets: (articleIds: readonly ArticleId[]) => Promise<void>
}

const MOST_HITS = 200
/** Shown at once: each is read from the disk, and a window shows fewer. The rest comes after them. */
const FIRST_HITS = 30
/** As many as a window shows at once: the others come when they are scrolled to. */
const FIRST_SNIPPETS = 8
/** A number is read aloud when the typing has come to rest. */
const AT_REST_MS = 800

export function createSearchSlice(tools: SliceTools): SearchSlice {
  const { set, get, ask } = tools
  const snippets = createSnippets(tools)
  const answers = createAnswers(tools, snippets)
  let pending: string | null = null
  let asking = false
  const isLatest = (text: string) => pending === null && get().searchText === text
  const askLatest = async () => {
    if (asking) return
    asking = true
    while (pending !== null) {
      const text = pending
      pending = null
      const first = await ask('search.query', text, FIRST_HITS, FIRST_SNIPPETS)
      if (get().searchText === text) answers.show(text, first)
      // What was typed meanwhile is asked before the rest of this.
      if (!isLatest(text) || get().searchWhole) continue
      const all = await ask('search.query', text, MOST_HITS, 0)
      if (isLatest(text)) answers.addRest(all)
    }
    asking = false
  }
  const endSearch = () => {
    pending = null
    snippets.begin('', [])
    const searchNumber = get().searchNumber + 1
    set({ searchText: '', searchLayout: null, searchNumber, searching: false, searchProblem: null })
  }
  return {
    searchText: '',
    searchLayout: null,
    snippets: new Map(),
    searching: false,
    searchWhole: true,
    searchNumber: 0,
    searchRebuilding: false,
    searchProblem: null,
    search: (text) => {
      if (text.trim() === '') {
        endSearch()
        set({ searchText: text })
        return
      }
      set({ searchText: text, searching: true, middle: 'articles' })
      pending = text
      void askLatest()
    },
    endSearch,
    wantSnippets: snippets.want,
  }
}

/** Puts what was found into the list: the first of it anew, the rest below. */
function createAnswers(tools: SliceTools, snippets: ReturnType<typeof createSnippets>) {
  const { set, get } = tools
  const tellNumber = createNumberTeller(tools)
  const show = (text: string, answer: Result<SearchResult>) => {
    const searchNumber = get().searchNumber + 1
    if (!answer.ok) {
      const searchProblem = answer.error.message
      set({ searching: false, searchWhole: true, searchNumber, searchProblem, searchLayout: EMPTY_LAYOUT })
      return
    }
    const { hits, rows, rebuilding } = answer.value
    get().putRows(rows)
    snippets.begin(text, hits)
    set({
      searching: false,
      searchWhole: hits.length < FIRST_HITS,
      searchNumber,
      searchProblem: null,
      searchRebuilding: rebuilding,
      searchLayout: appendRows(EMPTY_LAYOUT, rows, false),
    })
    tellNumber(text)
  }
  const addRest = (answer: Result<SearchResult>) => {
    const { searchLayout, putRows, complain } = get()
    if (!searchLayout) return
    if (!answer.ok) {
      complain(answer.error.message)
      set({ searchWhole: true })
      return
    }
    const { rows, rebuilding } = answer.value
    putRows(rows)
    set({
      searchWhole: true,
      searchRebuilding: rebuilding,
      searchLayout: appendRows(searchLayout, rows, false),
    })
    tellNumber(get().searchText)
  }
  return { show, addRest }
}

/** Reads aloud how many were found in all; what the reader has typed past by then is not read. */
function createNumberTeller({ get }: SliceTools) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const { searchText, searchWhole, searchLayout, announce } = get()
      if (searchText === text && searchWhole && searchLayout)
        announce(wording.search.results(searchLayout.ids.length))
    }, AT_REST_MS)
  }
}

/** The snippets of one answer: the first came with it, the others are asked for as their articles come into view. */
function createSnippets({ set, get, ask }: SliceTools) {
  let question = ''
  let known = new Set<ArticleId>()
  let wanted: readonly ArticleId[] = []
  let asking = false
  const begin = (text: string, hits: SearchResult['hits']) => {
    question = text
    const given = hits.flatMap(({ articleId, snippet }) =>
      snippet === null ? [] : [[articleId, snippet] as const],
    )
    known = new Set(given.map(([articleId]) => articleId))
    wanted = []
    set({ snippets: new Map(given) })
  }
  const take = (of: ReadonlySet<ArticleId>, answer: Result<readonly ArticleSnippet[]>) => {
    // Where they cannot be had, the articles' own first lines stay.
    if (of !== known || !answer.ok) return
    const more = answer.value.map(({ articleId, snippet }) => [articleId, snippet] as const)
    set({ snippets: new Map([...get().snippets, ...more]) })
  }
  const want = async (articleIds: readonly ArticleId[]) => {
    wanted = articleIds
    if (asking) return
    asking = true
    for (let missing = wanted; missing.length > 0;) {
      const of = known
      missing = wanted.filter((articleId) => !of.has(articleId))
      for (const articleId of missing) of.add(articleId)
      if (missing.length > 0) take(of, await ask('search.snippets', question, missing))
    }
    asking = false
  }
  return { begin, want }
}
