/** Where the words of articles may be parted, for as long as the reader's wish stays the same. */
import type { ArticleId } from '../../contract/article-id'
import type { Hyphens } from '../../contract/hyphens'
import type { SliceTools } from './app-state'

export interface HyphenSlice {
  /** Null where the engine knows none. */
  readonly hyphens: ReadonlyMap<ArticleId, Hyphens | null>
  /** Asks the engine for them; a refusal leaves the words whole. */
  readonly loadHyphens: (articleId: ArticleId) => Promise<void>
  /** After another wish. */
  readonly forgetHyphens: () => void
}

/** As many articles as the window keeps. */
const KEPT = 30

export function createHyphenSlice({ set, get, ask }: SliceTools): HyphenSlice {
  return {
    hyphens: new Map(),
    loadHyphens: async (articleId) => {
      const { hyphenation, alignment } = get().settings
      const answer = await ask('articles.hyphens', articleId, { hyphenation, alignment })
      const hyphens = new Map([...get().hyphens].slice(-KEPT))
      hyphens.delete(articleId)
      set({ hyphens: hyphens.set(articleId, answer.ok ? answer.value : null) })
    },
    forgetHyphens: () => {
      set({ hyphens: new Map() })
    },
  }
}
