/** Adding, changing and leaving feeds. Each action answers with what the dialog that asked for it must show. */
import type { AddedFeed, FeedChange, FeedLogin, FeedRow, FoundFeed, LoginFacts } from '../../contract/feed'
import type { Result } from '../../contract/result'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface FeedSlice {
  readonly discoverFeeds: (address: string) => Promise<Result<readonly FoundFeed[]>>
  readonly addFeed: (address: string, folder: readonly string[]) => Promise<Result<AddedFeed>>
  readonly addStarter: () => Promise<Result<AddedFeed>>
  readonly changeFeed: (feed: FeedRow, change: FeedChange) => Promise<boolean>
  readonly askLogin: (address: string) => Promise<Result<LoginFacts>>
  readonly setLogin: (address: string, login: FeedLogin | null) => Promise<Result<LoginFacts>>
  readonly removeFeed: (feed: FeedRow) => Promise<boolean>
  readonly importOpml: () => Promise<boolean>
  readonly exportOpml: () => Promise<void>
}

export function createFeedSlice({ get, ask }: SliceTools): FeedSlice {
  const changed = () => {
    get().refreshCounts()
    void get().refreshList()
  }
  const added = (answer: Result<AddedFeed>) => {
    if (answer.ok) changed()
    return answer
  }
  return {
    discoverFeeds: (address) => ask('feeds.discover', address),
    addFeed: async (address, folder) => added(await ask('feeds.add', address, folder)),
    addStarter: async () => added(await ask('feeds.addStarter')),
    changeFeed: async (feed, change) => {
      const answer = await ask('feeds.change', feed.feedId, change)
      if (answer.ok) changed()
      else get().complain(answer.error.message)
      return answer.ok
    },
    askLogin: (address) => ask('feeds.login', address),
    setLogin: (address, login) => ask('feeds.setLogin', address, login),
    removeFeed: async (feed) => {
      const answer = await ask('feeds.remove', feed.feedId)
      if (!answer.ok) {
        get().complain(answer.error.message)
        return false
      }
      get().say(wording.feeds.removed(feed.title))
      const { query, showList } = get()
      get().refreshCounts()
      await showList(query.feedId === feed.feedId ? { ...query, feedId: null, view: 'all' } : query)
      return true
    },
    importOpml: async () => {
      const answer = await ask('feeds.importOpml')
      if (!answer.ok) get().complain(answer.error.message)
      else if (answer.value) {
        const { added: count, known, failed } = answer.value
        get().say(wording.feeds.imported(count, known, failed.length))
        changed()
        return count + known > 0
      }
      return false
    },
    exportOpml: async () => {
      const answer = await ask('feeds.exportOpml')
      if (!answer.ok) get().complain(answer.error.message)
      else if (answer.value) get().say(wording.feeds.exported(answer.value.feeds, answer.value.file))
    },
  }
}
