/** Preparing many articles for offline: the estimate, the run, and what came of it. */
import type { PrepareEstimate, PrepareOutcome, PrepareScope } from '../../contract/prepare'
import type { SliceTools } from './app-state'

export interface PrepareSlice {
  readonly preparing: boolean
  /** Of the last run; null before one. */
  readonly prepared: PrepareOutcome | null
  /** Null when it could not be told; the reader heard why. */
  readonly estimateScope: (scope: PrepareScope) => Promise<PrepareEstimate | null>
  readonly prepareScope: (scope: PrepareScope) => Promise<void>
  readonly forgetPrepared: () => void
}

export function createPrepareSlice({ set, get, ask }: SliceTools): PrepareSlice {
  return {
    preparing: false,
    prepared: null,
    estimateScope: async (scope) => {
      const answer = await ask('prepare.estimate', scope)
      if (answer.ok) return answer.value
      get().complain(answer.error.message)
      return null
    },
    prepareScope: async (scope) => {
      if (get().preparing) return
      set({ preparing: true, prepared: null })
      const answer = await ask('prepare.run', scope)
      set({ preparing: false, prepared: answer.ok ? answer.value : null })
      if (!answer.ok) get().complain(answer.error.message)
      await get().reloadArticle()
    },
    forgetPrepared: () => {
      set({ prepared: null })
    },
  }
}
