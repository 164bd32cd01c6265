/** Removing articles and feeds, each with an undo that puts everything back: places in the list, marks, highlights. */
import type { ArticleId } from '../../contract/article-id'
import type { FeedRow } from '../../contract/feed'
import { withoutIds } from '../article-list/list-items'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'
import { visibleIds } from './visible-list'

export interface RemovalSlice {
  /** Takes articles out of every list; the next one below is selected. */
  readonly removeArticles: (articleIds: readonly ArticleId[]) => Promise<void>
  readonly removeFeed: (feed: FeedRow) => Promise<boolean>
  /** Several together, told and undone as one. True when all are gone. */
  readonly removeFeeds: (feeds: readonly FeedRow[]) => Promise<boolean>
}

export function createRemovalSlice(tools: SliceTools): RemovalSlice {
  const removeFeeds = createFeedRemoval(tools)
  return {
    removeArticles: createArticleRemoval(tools),
    removeFeed: (feed) => removeFeeds([feed]),
    removeFeeds,
  }
}

function createArticleRemoval({ set, get, ask }: SliceTools): RemovalSlice['removeArticles'] {
  return async (articleIds) => {
    const answer = await ask('articles.remove', articleIds, true)
    if (!answer.ok) return get().complain(answer.error.message)
    const { layout, searchLayout, listTotal, listNumber, selectedId, openId } = get()
    const gone = new Set(articleIds)
    const listed = layout.ids.filter((id) => gone.has(id)).length
    set({
      selectedId: selectedId !== null && gone.has(selectedId) ? nextLeft(get(), gone) : selectedId,
      chosen: new Set(),
      layout: withoutIds(layout, articleIds),
      searchLayout: searchLayout && withoutIds(searchLayout, articleIds),
      listTotal: listTotal - listed,
    })
    if (openId !== null && gone.has(openId)) get().closeArticle()
    get().refreshCounts()
    const back = async () => {
      const restored = await ask('articles.remove', answer.value.changed, false)
      if (!restored.ok) return get().complain(restored.error.message)
      get().refreshCounts()
      // The very list of before where it is still shown; otherwise the one of now, asked for anew.
      if (get().listNumber === listNumber) set({ layout, searchLayout, listTotal, selectedId })
      else await get().showList(get().query)
    }
    get().say(wording.list.removed(articleIds.length), {
      label: wording.actions.undo,
      run: () => void back(),
    })
  }
}

/** The first article below the selected one that stays, else the last above it. */
function nextLeft(state: Parameters<typeof visibleIds>[0], gone: ReadonlySet<ArticleId>): ArticleId | null {
  const ids = visibleIds(state)
  const at = state.selectedId === null ? 0 : ids.indexOf(state.selectedId)
  const stays = (id: ArticleId) => !gone.has(id)
  return ids.slice(at).find(stays) ?? ids.slice(0, at).reverse().find(stays) ?? null
}

function createFeedRemoval({ get, ask }: SliceTools): RemovalSlice['removeFeeds'] {
  return async (feeds) => {
    const left: FeedRow[] = []
    for (const feed of feeds) {
      const answer = await ask('feeds.remove', feed.feedId)
      if (answer.ok) left.push(feed)
      else get().complain(answer.error.message)
    }
    const [first] = left
    if (!first) return false
    const { query, showList } = get()
    const back = async () => {
      // The last one first: each comes back to the place it had when it went.
      for (const { feedId } of [...left].reverse()) {
        const answer = await ask('feeds.restore', feedId)
        if (!answer.ok) get().complain(answer.error.message)
      }
      get().refreshCounts()
      await get().showList(query)
    }
    get().say(
      left.length === 1 ? wording.feeds.removed(first.title) : wording.feeds.removedMany(left.length),
      {
        label: wording.actions.undo,
        run: () => void back(),
      },
    )
    get().refreshCounts()
    const shown = left.some(({ feedId }) => feedId === query.feedId)
    await showList(shown ? { ...query, feedId: null, view: 'all' } : query)
    return left.length === feeds.length
  }
}
