/** What of the open article is on this disk: looked up when its panel is opened, and again after what lacks was fetched. */
import type { ReadinessCheck } from '../../contract/readiness'
import type { SliceTools } from './app-state'

export type ShownReadiness =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly check: ReadinessCheck }
  | { readonly state: 'failed'; readonly message: string }

export interface ReadinessSlice {
  readonly readiness: ShownReadiness
  /** True while what lacks is being fetched. */
  readonly completing: boolean
  /** Opens the panel of the open article. */
  readonly showReadiness: () => Promise<void>
  /** Fetches what the open article lacks and looks again. */
  readonly completeOpen: () => Promise<void>
}

export function createReadinessSlice({ set, get, ask }: SliceTools): ReadinessSlice {
  const look = async () => {
    const { openId } = get()
    if (openId === null) return
    const answer = await ask('articles.check', openId)
    // Another article was opened meanwhile.
    if (get().openId !== openId) return
    set({
      readiness: answer.ok
        ? { state: 'ready', check: answer.value }
        : { state: 'failed', message: answer.error.message },
    })
  }
  return {
    readiness: { state: 'loading' },
    completing: false,
    showReadiness: async () => {
      if (get().article.state !== 'ready') return
      set({ readiness: { state: 'loading' } })
      get().openDialog('readiness')
      await look()
    },
    completeOpen: async () => {
      const { openId, completing } = get()
      if (openId === null || completing) return
      set({ completing: true })
      await get().prepareOffline(openId)
      set({ completing: false })
      await look()
    },
  }
}
