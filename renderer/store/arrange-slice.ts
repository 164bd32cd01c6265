/** The order of the left pane: by name, or the reader's own, made by dragging or line by line from the keyboard. */
import type { FeedRow } from '../../contract/feed'
import { placedOrder, steppedOrder } from '../sidebar/arrange-feeds'
import { buildFeedTree } from '../sidebar/feed-tree'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface ArrangeSlice {
  /** Moves a folder or feed, by the key of its line, past its neighbour. */
  readonly stepLine: (key: string, step: 1 | -1) => Promise<void>
  /** Puts a feed beside another one, into its folder. */
  readonly placeFeed: (feed: FeedRow, beside: FeedRow, side: 'before' | 'after') => Promise<void>
  readonly sortFeedsByName: () => Promise<void>
}

export function createArrangeSlice({ get, ask }: SliceTools): ArrangeSlice {
  const tree = () => buildFeedTree(get().feeds, get().settings.feedOrder)
  const arrange = async (feedIds: readonly string[]) => {
    const answer = await ask('feeds.arrange', feedIds)
    if (!answer.ok) return get().complain(answer.error.message)
    if (get().settings.feedOrder !== 'own') await get().changeSettings({ feedOrder: 'own' })
    await get().loadLibrary()
  }
  return {
    stepLine: async (key, step) => {
      const order = steppedOrder(tree(), key, step)
      if (order) await arrange(order)
    },
    placeFeed: async (feed, beside, side) => {
      if (feed.feedId === beside.feedId) return
      const order = placedOrder(tree(), feed.feedId, beside.feedId, side)
      if (feed.folder.join('\n') !== beside.folder.join('\n')) await get().moveFeed(feed, beside.folder)
      await arrange(order)
    },
    sortFeedsByName: async () => {
      await get().changeSettings({ feedOrder: 'name' })
      get().say(wording.sidebar.sortedByName)
    },
  }
}
