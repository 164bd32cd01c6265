/** What is known of the library as a whole: the app's facts, the counts of the sidebar, and the feeds. */
import type { AppInfo, Counts } from '../../contract/bridge'
import type { FeedRow } from '../../contract/feed'
import type { SliceTools } from './app-state'
import { keepUnchanged } from './keep-unchanged'

export interface LibrarySlice {
  readonly info: AppInfo | null
  readonly online: boolean
  readonly counts: Counts
  readonly feeds: readonly FeedRow[]
  /** False until the feeds have come for the first time: none in the list means nothing before. */
  readonly feedsKnown: boolean
  readonly loaded: boolean
  readonly loadCounts: () => Promise<void>
  readonly loadFeeds: () => Promise<void>
  readonly loadLibrary: () => Promise<void>
  /** Counts again and these feeds, all when none is named; soon after, so that a burst of changes asks once. */
  readonly refreshCounts: (feedIds?: readonly string[]) => void
}

const NO_COUNTS: Counts = {
  all: 0,
  today: 0,
  unread: 0,
  starred: 0,
  saved: 0,
  highlighted: 0,
  ready: 0,
  edition: null,
}
const REFRESH_DELAY_MS = 120

export function createLibrarySlice({ set, get, ask }: SliceTools): LibrarySlice {
  const loadCounts = async () => {
    const counts = await ask('app.counts')
    if (counts.ok) set({ counts: keepUnchanged(get().counts, counts.value) })
    else get().complain(counts.error.message)
  }
  const loadFeeds = async () => {
    const feeds = await ask('feeds.list')
    if (feeds.ok) set({ feeds: keepUnchanged(get().feeds, feeds.value), feedsKnown: true })
    else get().complain(feeds.error.message)
  }
  const loadSome = async (feedIds: readonly string[]): Promise<void> => {
    const some = await ask('feeds.some', feedIds)
    if (!some.ok) {
      get().complain(some.error.message)
      return
    }
    const fresh = new Map(some.value.map((feed) => [feed.feedId, feed]))
    const known = new Set(get().feeds.map(({ feedId }) => feedId))
    // One that came or went changes the list itself.
    if (feedIds.some((feedId) => fresh.has(feedId) !== known.has(feedId))) return loadFeeds()
    const feeds = get().feeds.map((feed) => fresh.get(feed.feedId) ?? feed)
    set({ feeds: keepUnchanged(get().feeds, feeds) })
  }
  const load = async (feedIds: readonly string[]) => {
    await Promise.all([loadCounts(), feedIds.length === 0 ? loadFeeds() : loadSome(feedIds)])
  }
  return {
    info: null,
    online: true,
    counts: NO_COUNTS,
    feeds: [],
    feedsKnown: false,
    loaded: false,
    loadCounts,
    loadFeeds,
    loadLibrary: async () => {
      const [info] = await Promise.all([ask('app.info'), load([])])
      if (info.ok) {
        set({ info: info.value, online: info.value.online })
        for (const notice of info.value.notices) get().say(notice)
      } else get().complain(info.error.message)
      set({ loaded: true })
    },
    refreshCounts: createGatherer(load),
  }
}

/** Gathers names for a moment and hands them on together; none when all were asked for by naming none. */
function createGatherer(work: (feedIds: readonly string[]) => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | null = null
  let all = false
  const named = new Set<string>()
  const hand = () => {
    const feedIds = all ? [] : [...named]
    timer = null
    all = false
    named.clear()
    void work(feedIds)
  }
  return (feedIds: readonly string[] = []) => {
    all ||= feedIds.length === 0
    for (const feedId of feedIds) named.add(feedId)
    timer ??= setTimeout(hand, REFRESH_DELAY_MS)
  }
}
