/** The sync that runs, as the main process tells of it, and what the last one did. */
import type { Result } from '../../contract/result'
import { IDLE_PROGRESS, type SyncDecision, type SyncProgress } from '../../contract/sync'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface FinishedSync {
  readonly newArticles: number
  readonly failed: number
  readonly feeds: number
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly cancelled: boolean
}

export interface SyncSlice {
  readonly sync: SyncProgress
  readonly cancelling: boolean
  readonly lastSync: FinishedSync | null
  readonly startSync: (feedIds?: readonly string[]) => Promise<void>
  readonly cancelSync: () => Promise<void>
  readonly loadSync: () => Promise<void>
  readonly askDecisions: (feedId: string) => Promise<Result<readonly SyncDecision[]>>
  readonly takeProgress: (progress: SyncProgress) => void
}

/** A preparation tells its progress as a sync does, and is told of by its own dialog. */
function isSync({ phase, feedsTotal }: SyncProgress): boolean {
  return phase === 'feeds' || (phase === 'articles' && feedsTotal > 0)
}

export function createSyncSlice({ set, get, ask, now }: SliceTools): SyncSlice {
  const takeProgress = (progress: SyncProgress) => {
    const before = get().sync
    set({ sync: progress })
    if (before.phase === 'idle' && isSync(progress)) get().announce(wording.sync.begun)
    // A quick pass tells nothing but its end, which names its feeds.
    const isEnd = progress.phase === 'idle' && (before.phase !== 'idle' || progress.feedsTotal > 0)
    if (!isEnd) return
    // The last event may already have been emptied; what was counted on the way stands.
    const { newArticles, failed, feedsTotal: feeds, bytes } = progress.feedsTotal > 0 ? progress : before
    if (isSync(before) || progress.feedsTotal > 0)
      get().announce(wording.sync.finished(newArticles, failed, get().cancelling))
    set({
      lastSync: { newArticles, failed, feeds, bytes, at: now(), cancelled: get().cancelling },
      cancelling: false,
    })
    get().refreshCounts()
    void get().refreshList()
  }
  return {
    sync: IDLE_PROGRESS,
    cancelling: false,
    lastSync: null,
    startSync: async (feedIds = []) => {
      if (get().sync.phase !== 'idle') return
      const answer = await ask('sync.start', feedIds)
      if (!answer.ok) get().complain(answer.error.message)
    },
    cancelSync: async () => {
      set({ cancelling: true })
      const answer = await ask('sync.cancel')
      if (!answer.ok) {
        set({ cancelling: false })
        get().complain(answer.error.message)
      }
    },
    loadSync: async () => {
      const answer = await ask('sync.progress')
      if (answer.ok) set({ sync: answer.value })
      else get().complain(answer.error.message)
    },
    askDecisions: (feedId) => ask('sync.decisions', feedId),
    takeProgress,
  }
}
