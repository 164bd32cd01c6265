/** Read, starred and saved: shown at once, put back when the library could not keep the change, undone as a whole. */
import type { ArticleStatus, StatusChange } from '../../contract/article'
import type { ArticleQuery } from '../../contract/article-query'
import type { ArticleId } from '../../contract/article-id'
import { wording } from '../text/wording'
import type { AppState, SliceTools } from './app-state'

export interface StatusSlice {
  readonly mark: (articleIds: readonly ArticleId[], change: StatusChange) => Promise<void>
  readonly toggle: (articleId: ArticleId, what: keyof ArticleStatus) => Promise<void>
  /** Of the list that is shown unless another is given. */
  readonly markAllRead: (query?: ArticleQuery) => Promise<void>
  readonly prepareOffline: (articleId: ArticleId) => Promise<void>
}

export function createStatusSlice({ get, ask }: SliceTools): StatusSlice {
  const mark = async (articleIds: readonly ArticleId[], change: StatusChange) => {
    const before = articleIds.flatMap((id) => get().rows.get(id) ?? [])
    showStatus(get(), articleIds, change)
    const answer = await ask('articles.mark', articleIds, change)
    if (!answer.ok) {
      for (const row of before) showStatus(get(), [row.articleId], row.status)
      get().complain(answer.error.message)
    }
    get().refreshCounts()
  }
  return {
    mark,
    toggle: async (articleId, what) => {
      const row = get().rows.get(articleId)
      if (row) await mark([articleId], { [what]: !row.status[what] })
    },
    markAllRead: async (query = get().query) => {
      const answer = await ask('articles.markAllRead', query)
      if (!answer.ok) {
        get().complain(answer.error.message)
        return
      }
      const { changed } = answer.value
      showStatus(get(), changed, { read: true })
      get().refreshCounts()
      const undo = { label: wording.actions.undo, run: () => void mark(changed, { read: false }) }
      get().say(wording.list.markedRead(changed.length), changed.length > 0 ? undo : null)
    },
    prepareOffline: async (articleId) => {
      get().say(wording.reader.preparing)
      const answer = await ask('articles.prepare', [articleId])
      if (!answer.ok) {
        get().complain(answer.error.message)
        return
      }
      const missing = answer.value.incomplete[0]
      get().say(missing ? wording.reader.notPrepared(missing.missing, missing.why) : wording.reader.prepared)
      await get().reloadArticle()
    },
  }
}

function showStatus(state: AppState, articleIds: readonly ArticleId[], change: StatusChange): void {
  const changed = articleIds.flatMap((id) => {
    const row = state.rows.get(id)
    return row ? [{ ...row, status: { ...row.status, ...change } }] : []
  })
  state.putRows(changed)
}
