/** What is known of the library as a whole: the app's facts, the counts of the sidebar, and the feeds. */
import type { AppInfo, Counts } from '../../contract/bridge'
import type { FeedRow } from '../../contract/feed'
import type { SliceTools } from './app-state'

export interface LibrarySlice {
  readonly info: AppInfo | null
  readonly online: boolean
  readonly counts: Counts
  readonly feeds: readonly FeedRow[]
  /** False until the feeds have come for the first time: none in the list means nothing before. */
  readonly feedsKnown: boolean
  readonly loaded: boolean
  readonly loadCounts: () => Promise<void>
  readonly loadLibrary: () => Promise<void>
  /** Counts and feeds again; soon after, so that a burst of changes asks once. */
  readonly refreshCounts: () => void
}

const NO_COUNTS: Counts = { all: 0, today: 0, unread: 0, starred: 0, saved: 0, highlighted: 0, ready: 0 }
const REFRESH_DELAY_MS = 120

export function createLibrarySlice({ set, get, ask }: SliceTools): LibrarySlice {
  let timer: ReturnType<typeof setTimeout> | null = null
  const loadCounts = async () => {
    const counts = await ask('app.counts')
    if (counts.ok) set({ counts: counts.value })
    else get().complain(counts.error.message)
  }
  const loadFeeds = async () => {
    const feeds = await ask('feeds.list')
    if (feeds.ok) set({ feeds: feeds.value, feedsKnown: true })
    else get().complain(feeds.error.message)
  }
  const load = async () => {
    await Promise.all([loadCounts(), loadFeeds()])
  }
  return {
    info: null,
    online: true,
    counts: NO_COUNTS,
    feeds: [],
    feedsKnown: false,
    loaded: false,
    loadCounts,
    loadLibrary: async () => {
      const [info] = await Promise.all([ask('app.info'), load()])
      if (info.ok) {
        set({ info: info.value, online: info.value.online })
        for (const notice of info.value.notices) get().say(notice)
      } else get().complain(info.error.message)
      set({ loaded: true })
    },
    refreshCounts: () => {
      timer ??= setTimeout(() => {
        timer = null
        void load()
      }, REFRESH_DELAY_MS)
    },
  }
}
