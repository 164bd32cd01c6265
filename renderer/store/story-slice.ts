/** Stories of the list: opening the other versions under a row, and taking an article out of its story. */
import type { ArticleId } from '../../contract/article-id'
import { insertAfter, withoutIds } from '../article-list/list-items'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface StorySlice {
  /** The rows put under a story's row, by that row; of the list of this number alone. */
  readonly openStories: {
    readonly listNumber: number
    readonly parts: ReadonlyMap<ArticleId, readonly ArticleId[]>
  }
  /** Shows or hides the other versions under a row; `wanted` does nothing where it is so already. */
  readonly toggleStory: (articleId: ArticleId, wanted?: boolean) => Promise<void>
  /** "Not the same story", with undo. */
  readonly partStory: (articleIds: readonly ArticleId[]) => Promise<void>
}

export function createStorySlice({ set, get, ask }: SliceTools): StorySlice {
  const parts = () => {
    const { openStories, listNumber } = get()
    return openStories.listNumber === listNumber
      ? openStories.parts
      : new Map<ArticleId, readonly ArticleId[]>()
  }
  const keep = (changed: ReadonlyMap<ArticleId, readonly ArticleId[]>) => {
    set({ openStories: { listNumber: get().listNumber, parts: changed } })
  }
  const close = (articleId: ArticleId, shown: readonly ArticleId[]) => {
    const { layout, listTotal, selectedId, select } = get()
    set({ layout: withoutIds(layout, shown), listTotal: listTotal - shown.length })
    keep(new Map([...parts()].filter(([lead]) => lead !== articleId)))
    if (selectedId !== null && shown.includes(selectedId)) select(articleId)
  }
  const open = async (articleId: ArticleId) => {
    const { listNumber } = get()
    const answer = await ask('stories.others', articleId)
    if (get().listNumber !== listNumber || parts().has(articleId)) return
    if (!answer.ok) {
      get().complain(answer.error.message)
      return
    }
    const { layout, listTotal, putRows } = get()
    putRows(answer.value)
    const listed = new Set(layout.ids)
    const ids = answer.value.map((row) => row.articleId).filter((id) => !listed.has(id))
    set({ layout: insertAfter(layout, articleId, ids), listTotal: listTotal + ids.length })
    keep(new Map([...parts(), [articleId, ids]]))
  }
  const part = async (articleIds: readonly ArticleId[], apart: boolean) => {
    const answer = await ask('stories.part', articleIds, apart)
    if (!answer.ok) get().complain(answer.error.message)
    else await Promise.all([get().showList(get().query), get().reloadArticle()])
    return answer.ok
  }
  return {
    openStories: { listNumber: 0, parts: new Map() },
    toggleStory: async (articleId, wanted) => {
      const shown = parts().get(articleId)
      if (wanted === (shown !== undefined)) return
      if (shown) close(articleId, shown)
      else if (get().rows.get(articleId)?.story) await open(articleId)
    },
    partStory: async (articleIds) => {
      if (!(await part(articleIds, true))) return
      const undo = { label: wording.actions.undo, run: () => void part(articleIds, false) }
      get().say(wording.stories.parted, undo)
    },
  }
}
