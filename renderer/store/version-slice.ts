/** What the publisher changed in the open article, one version at a time. */
import type { VersionChange } from '../../contract/version'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export type ShownChange =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly change: VersionChange }
  | { readonly state: 'failed'; readonly message: string }

export interface VersionSlice {
  /** The version that is shown, by its time. */
  readonly versionAt: string | null
  readonly versionChange: ShownChange
  /** Opens the change of that time, or the last one; says so where the open article has none. */
  readonly showChanges: (at?: string) => Promise<void>
}

export function createVersionSlice({ set, get, ask }: SliceTools): VersionSlice {
  return {
    versionAt: null,
    versionChange: { state: 'loading' },
    showChanges: async (wanted) => {
      const { article } = get()
      if (article.state !== 'ready') return
      const { articleId, versions } = article.detail
      const at = wanted ?? versions.at(-1)?.at
      if (at === undefined) {
        get().say(wording.versions.none)
        return
      }
      // The last one stays in sight until this one is here.
      if (get().dialog !== 'changes') {
        set({ versionChange: { state: 'loading' } })
        get().openDialog('changes')
      }
      set({ versionAt: at })
      const answer = await ask('articles.compare', articleId, at)
      if (get().versionAt !== at) return
      set({
        versionChange: answer.ok
          ? { state: 'ready', change: answer.value }
          : { state: 'failed', message: answer.error.message },
      })
    },
  }
}
