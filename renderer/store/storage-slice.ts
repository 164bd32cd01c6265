/** The library as a whole: its size, what limits would let go of, and the long works on it. */
import type { KeepLimits, LibraryUsage, PurgePreview } from '../../contract/library'
import type { WorkName } from '../../contract/work'
import { wording } from '../text/wording'
import type { AppState, SliceTools } from './app-state'

export interface StorageSlice {
  /** Null until it was counted. */
  readonly usage: LibraryUsage | null
  readonly purgePreview: PurgePreview | null
  readonly loadUsage: () => Promise<void>
  readonly previewPurge: (limits: KeepLimits) => Promise<void>
  /** Stores the limits, lets go of what is over them and says how much that was. */
  readonly keepWithin: (limits: KeepLimits) => Promise<void>
  readonly backUp: () => Promise<void>
  readonly restoreBackup: () => Promise<void>
  readonly moveLibrary: (keepOld: boolean) => Promise<void>
}

const text = wording.storage

/** One of these at a time. */
const WHOLE_LIBRARY: ReadonlySet<WorkName> = new Set(['backup', 'restore', 'move'])

export function isLibraryBusy({ works }: Pick<AppState, 'works'>): boolean {
  return works.some(({ name }) => WHOLE_LIBRARY.has(name))
}

export function createStorageSlice({ set, get, ask }: SliceTools): StorageSlice {
  let asked = 0
  return {
    usage: null,
    purgePreview: null,
    loadUsage: async () => {
      const answer = await ask('library.usage')
      if (answer.ok) set({ usage: answer.value })
      else get().complain(answer.error.message)
    },
    previewPurge: async (limits) => {
      const question = ++asked
      const answer = await ask('library.previewPurge', limits)
      // Answers may overtake each other: the last question counts.
      if (question !== asked) return
      if (answer.ok) set({ purgePreview: answer.value })
      else get().complain(answer.error.message)
    },
    keepWithin: async (limits) => {
      await get().changeSettings(limits)
      const { keepDays, keepArticles, budgetMb } = get().settings
      const stored =
        keepDays === limits.keepDays && keepArticles === limits.keepArticles && budgetMb === limits.budgetMb
      // The reader has been told why they were not; the old ones are no wish of today.
      if (!stored) return
      const answer = await ask('library.purge')
      if (!answer.ok) return get().complain(answer.error.message)
      const { articles, bytes, usage } = answer.value
      set({ usage, purgePreview: null })
      get().say(articles === 0 ? text.nothingRemoved : text.removed(articles, bytes, usage.total))
    },
    backUp: async () => {
      const answer = await ask('library.backup')
      if (!answer.ok) get().tellFailedWork('backup', answer.error)
      else if (answer.value) get().say(text.backedUp(answer.value.bytes, answer.value.file))
    },
    restoreBackup: async () => {
      const answer = await ask('library.restore')
      if (!answer.ok) return get().tellFailedWork('restore', answer.error)
      if (!answer.value) return
      get().say(text.restored(answer.value.articles, answer.value.feeds))
      const { loadSettings, loadLibrary, refreshList, loadUsage } = get()
      await Promise.all([loadSettings(), loadLibrary(), refreshList(), loadUsage()])
    },
    moveLibrary: async (keepOld) => {
      // When it was moved the app starts anew: an answer means that it was not.
      const answer = await ask('library.move', keepOld)
      if (!answer.ok) get().complain(answer.error.message)
    },
  }
}
