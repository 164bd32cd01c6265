/** The open article, the way back from related ones, and the place in each. Articles read lately are kept, so that going back is instant. */
import type { ArticleDetail } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import { MOST_POSITIONS, type KeptView } from '../../contract/kept-view'
import type { AppState, SliceTools } from './app-state'
import { keepUnchanged } from './keep-unchanged'

export type OpenArticle =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly detail: ArticleDetail }
  | { readonly state: 'failed'; readonly message: string }

/** A place to scroll to; `at` makes each wish a new one. */
export interface Passage {
  readonly articleId: ArticleId
  readonly start: number
  readonly end: number
  readonly at: number
}

export interface ArticleSlice {
  readonly openId: ArticleId | null
  readonly article: OpenArticle
  /** Articles to go back to, the latest last. */
  readonly trail: readonly ArticleId[]
  readonly passage: Passage | null
  /** Shows an article without marking it. */
  readonly preview: (articleId: ArticleId) => Promise<void>
  /** Shows an article, and marks it read if the reader wants that. */
  readonly open: (articleId: ArticleId) => Promise<void>
  readonly openRelated: (articleId: ArticleId) => Promise<void>
  readonly goBack: () => Promise<void>
  readonly closeArticle: () => void
  readonly reloadArticle: () => Promise<void>
  readonly showPassage: (start: number, end: number) => void
  readonly keepPosition: (articleId: ArticleId, top: number) => void
  readonly positionOf: (articleId: ArticleId) => number
  /** Every place known, the latest last; for keeping them over a restart. */
  readonly positions: () => KeptView['positions']
  readonly putPositions: (positions: KeptView['positions']) => void
  /** Moves with every place that is kept. */
  readonly placesKept: number
  readonly openExternal: (url: string) => Promise<void>
  /** Changes the open article's own copy, for highlights. */
  readonly patchArticle: (change: Partial<ArticleDetail>) => void
}

const KEPT = 30
/** A sync may keep the workers busy: nobody waits longer for hyphens than is felt. */
const HYPHENS_MS = 100

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function createArticleSlice(tools: SliceTools): ArticleSlice {
  const { set, get, ask, now } = tools
  const shelf = createShelf(tools)
  const open = async (articleId: ArticleId) => {
    set({ pane: 'reader' })
    await shelf.show(articleId)
    const row = get().rows.get(articleId)
    if (row && !row.status.read && get().settings.markReadOnOpen)
      await get().mark([articleId], { read: true })
  }
  return {
    openId: null,
    article: { state: 'none' },
    trail: [],
    passage: null,
    preview: async (articleId) => {
      set({ trail: [] })
      await shelf.show(articleId)
    },
    open: async (articleId) => {
      get().select(articleId)
      set({ trail: [] })
      await open(articleId)
    },
    openRelated: async (articleId) => {
      const { openId, trail } = get()
      set({ trail: openId ? [...trail, openId] : trail })
      await open(articleId)
    },
    goBack: async () => {
      const { trail } = get()
      const last = trail.at(-1)
      if (!last) return
      set({ trail: trail.slice(0, -1) })
      await shelf.show(last)
    },
    closeArticle: () => {
      set({ openId: null, article: { state: 'none' }, trail: [], pane: 'list' })
    },
    reloadArticle: shelf.reload,
    showPassage: (start, end) => {
      const { openId } = get()
      if (openId) set({ passage: { articleId: openId, start, end, at: now() } })
    },
    ...createPlaces(tools),
    openExternal: async (url) => {
      const answer = await ask('app.openExternal', url)
      if (!answer.ok) get().complain(answer.error.message)
    },
    patchArticle: shelf.patch,
  }
}

type Places = Pick<ArticleSlice, 'keepPosition' | 'positionOf' | 'placesKept' | 'positions' | 'putPositions'>

function createPlaces({ set, get }: SliceTools): Places {
  const positions = new Map<ArticleId, number>()
  return {
    keepPosition: (articleId, top) => {
      // Taken out first, so that the one read last comes last.
      positions.delete(articleId)
      positions.set(articleId, Math.max(0, top))
      set({ placesKept: get().placesKept + 1 })
    },
    positionOf: (articleId) => positions.get(articleId) ?? 0,
    placesKept: 0,
    positions: () => [...positions].slice(-MOST_POSITIONS),
    putPositions: (kept) => {
      for (const [articleId, top] of kept) positions.set(articleId, top)
    },
  }
}

/** The articles read lately, and the one that is shown. */
function createShelf({ set, get, ask }: SliceTools) {
  const shelf = new Map<ArticleId, ArticleDetail>()
  const put = (detail: ArticleDetail) => {
    shelf.delete(detail.articleId)
    shelf.set(detail.articleId, detail)
    for (const oldest of shelf.keys()) {
      if (shelf.size <= KEPT) break
      shelf.delete(oldest)
    }
  }
  // Counts what the window changed itself: an answer that was on its way meanwhile does not know of it.
  let patches = 0
  const fetch = async (articleId: ArticleId): Promise<void> => {
    const before = patches
    // Together: words that are parted only after they are shown move the lines that are read.
    const hyphens = Promise.race([get().loadHyphens(articleId), pause(HYPHENS_MS)])
    const [answer] = await Promise.all([ask('articles.get', articleId), hyphens])
    if (get().openId !== articleId) return
    if (patches !== before) return fetch(articleId)
    if (!answer.ok) {
      set({ article: { state: 'failed', message: answer.error.message } })
      return
    }
    const { article } = get()
    // The very parts that say the same: an article is drawn anew, and a selection in it lost, only where something changed.
    const detail = keepUnchanged(shelf.get(articleId), answer.value) ?? answer.value
    put(detail)
    adoptRow(get(), detail)
    if (article.state !== 'ready' || article.detail !== detail) set({ article: { state: 'ready', detail } })
  }
  return {
    show: async (articleId: ArticleId) => {
      if (get().openId === articleId && get().article.state === 'ready') return
      const kept = shelf.get(articleId)
      const shown = get().article
      // The last article stays in view until the next one is here: that is a few milliseconds, and nothing flickers.
      set({
        openId: articleId,
        article: kept
          ? { state: 'ready', detail: kept }
          : shown.state === 'ready'
            ? shown
            : { state: 'loading' },
      })
      const fetching = fetch(articleId)
      // A kept article may have changed since; nobody waits for that.
      if (!kept) await fetching
    },
    reload: async () => {
      const { openId } = get()
      if (openId) await fetch(openId)
    },
    patch: (change: Partial<ArticleDetail>) => {
      const { article } = get()
      if (article.state !== 'ready') return
      patches++
      const detail = { ...article.detail, ...change }
      put(detail)
      set({ article: { state: 'ready', detail } })
    },
  }
}

/** A related article is in no list, yet its status must be shown and changed like any other's. */
function adoptRow(state: AppState, detail: ArticleDetail): void {
  const { articleId, feedId, feedTitle, title, url, published, arrived, author, excerpt } = detail
  const { thumbnail, status, readiness, ready, highlightCount, readingMinutes } = detail
  const facts = { articleId, feedId, feedTitle, title, url, published, arrived, author, excerpt }
  // The article itself knows nothing of the list it stands in.
  const story = state.rows.get(articleId)?.story ?? null
  state.putRows([{ ...facts, thumbnail, status, readiness, ready, highlightCount, readingMinutes, story }])
}
