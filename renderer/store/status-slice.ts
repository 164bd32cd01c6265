/** Read, starred and saved: shown at once, put back when the library could not keep the change, undone as a whole. */
import type { ArticleStatus, StatusChange } from '../../contract/article'
import type { ArticleQuery } from '../../contract/article-query'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleFormat } from '../../contract/bridge'
import type { Result } from '../../contract/result'
import type { PrepareReport } from '../../contract/sync'
import { wording } from '../text/wording'
import type { AppState, SliceTools } from './app-state'
import { visibleIds } from './visible-list'

export interface StatusSlice {
  readonly mark: (articleIds: readonly ArticleId[], change: StatusChange) => Promise<void>
  readonly toggle: (articleId: ArticleId, what: keyof ArticleStatus) => Promise<void>
  /** The same for several together, told and undone as one; one alone is only marked. */
  readonly markMany: (articleIds: readonly ArticleId[], change: StatusChange) => Promise<void>
  /** Sets it for all unless all have it. */
  readonly toggleAll: (articleIds: readonly ArticleId[], what: keyof ArticleStatus) => Promise<void>
  /** What stands above this article in the list as it is shown. */
  readonly markAboveRead: (articleId: ArticleId) => Promise<void>
  /** What stands below it, also what is not loaded yet. */
  readonly markBelowRead: (articleId: ArticleId) => Promise<void>
  readonly copyLink: (url: string) => Promise<void>
  /** Of the list that is shown unless another is given. */
  readonly markAllRead: (query?: ArticleQuery) => Promise<void>
  /** Asks for a file and writes them into it. */
  readonly saveArticles: (articleIds: readonly ArticleId[], format: ArticleFormat) => Promise<void>
  readonly prepareOffline: (...articleIds: readonly ArticleId[]) => Promise<void>
}

export function createStatusSlice(tools: SliceTools): StatusSlice {
  const { get, ask } = tools
  const mark = async (articleIds: readonly ArticleId[], change: StatusChange) => {
    const before = articleIds.flatMap((id) => get().rows.get(id) ?? [])
    showStatus(get(), articleIds, change)
    const release = get().holdStatus(articleIds)
    const answer = await ask('articles.mark', articleIds, change)
    release()
    if (!answer.ok) {
      for (const row of before) showStatus(get(), [row.articleId], row.status)
      get().complain(answer.error.message)
    }
    get().refreshCounts(before.map(({ feedId }) => feedId))
    return answer.ok ? answer.value.changed : []
  }
  const markMany = async (articleIds: readonly ArticleId[], change: StatusChange) => {
    const changed = await mark(articleIds, change)
    if (articleIds.length < 2 || changed.length === 0) return
    // A change of one kind: what changed had the opposite before.
    const back = Object.fromEntries(Object.entries(change).map(([what, on]) => [what, !on]))
    const undo = { label: wording.actions.undo, run: () => void mark(changed, back) }
    get().say(wording.list.marked(changed.length, change), undo)
  }
  return {
    mark: async (articleIds, change) => {
      await mark(articleIds, change)
    },
    markMany,
    toggle: async (articleId, what) => {
      const row = get().rows.get(articleId)
      if (row) await mark([articleId], { [what]: !row.status[what] })
    },
    toggleAll: (articleIds, what) => {
      const all = articleIds.every((id) => get().rows.get(id)?.status[what] === true)
      return markMany(articleIds, { [what]: !all })
    },
    ...createReadMarks(tools, mark),
    ...createWriting(tools),
    prepareOffline: async (...articleIds) => {
      get().say(wording.reader.preparing)
      const answer = await ask('articles.prepare', articleIds)
      if (!answer.ok) {
        get().complain(answer.error.message)
        return
      }
      get().say(prepared(answer.value))
      await get().reloadArticle()
    },
  }
}

type Writing = Pick<StatusSlice, 'copyLink' | 'saveArticles'>

/** What leaves the window for another program. */
function createWriting({ get, ask }: SliceTools): Writing {
  return {
    copyLink: async (url) => {
      const answer = await ask('app.copyText', url)
      if (answer.ok) get().say(wording.list.linkCopied)
      else get().complain(answer.error.message)
    },
    saveArticles: async (articleIds, format) => {
      const answer = await ask('articles.save', articleIds, format)
      if (!answer.ok) get().tellFailedWork('save-articles', answer.error)
      else if (answer.value) get().say(wording.reader.written(answer.value.articles, answer.value.file))
    },
  }
}

type ReadMarks = Pick<StatusSlice, 'markAllRead' | 'markAboveRead' | 'markBelowRead'>

/** Marking many as read at once, each undone exactly: only what was unread before becomes unread again. */
function createReadMarks(
  { get, ask }: SliceTools,
  mark: (articleIds: readonly ArticleId[], change: StatusChange) => Promise<readonly ArticleId[]>,
): ReadMarks {
  const tell = (changed: readonly ArticleId[]) => {
    const undo = { label: wording.actions.undo, run: () => void mark(changed, { read: false }) }
    get().say(wording.list.markedRead(changed.length), changed.length > 0 ? undo : null)
  }
  const take = (answer: Result<{ readonly changed: readonly ArticleId[] }>) => {
    if (!answer.ok) {
      get().complain(answer.error.message)
      return
    }
    showStatus(get(), answer.value.changed, { read: true })
    get().refreshCounts()
    tell(answer.value.changed)
  }
  const unreadOf = (ids: readonly ArticleId[]) =>
    ids.filter((id) => get().rows.get(id)?.status.read === false)
  return {
    markAllRead: async (query = get().query) => {
      take(await ask('articles.markAllRead', query))
    },
    markAboveRead: async (articleId) => {
      const ids = visibleIds(get())
      tell(await mark(unreadOf(ids.slice(0, Math.max(0, ids.indexOf(articleId)))), { read: true }))
    },
    markBelowRead: async (articleId) => {
      const ids = visibleIds(get())
      // What a search found is all here; a list may go on where nothing is loaded yet.
      if (get().searchLayout)
        tell(await mark(unreadOf(ids.slice(ids.indexOf(articleId) + 1)), { read: true }))
      else take(await ask('articles.markBelowRead', get().query, articleId))
    },
  }
}

function prepared({ ready, incomplete }: PrepareReport): string {
  const [missing] = incomplete
  if (!missing) return ready > 1 ? wording.reader.preparedMany(ready) : wording.reader.prepared
  const { missing: what, why } = missing
  return incomplete.length + ready > 1
    ? wording.reader.preparedPart(ready, incomplete.length, why)
    : wording.reader.notPrepared(what, why)
}

function showStatus(state: AppState, articleIds: readonly ArticleId[], change: StatusChange): void {
  const changed = articleIds.flatMap((id) => {
    const row = state.rows.get(id)
    return row ? [{ ...row, status: { ...row.status, ...change } }] : []
  })
  state.putRows(changed, true)
}
