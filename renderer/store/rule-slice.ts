/** The reader's rules: loaded when they are looked at, kept as a whole list. */
import type { Rule, RulePreview } from '../../contract/rule'
import type { SliceTools } from './app-state'

export interface RuleSlice {
  /** Null until they have been asked for. */
  readonly rules: readonly Rule[] | null
  readonly loadRules: () => Promise<void>
  /** True when they are stored; otherwise the reader has been told why not. */
  readonly saveRules: (rules: readonly Rule[]) => Promise<boolean>
  /** Null when the library does not answer; a preview is worth no message. */
  readonly previewRule: (rule: Rule) => Promise<RulePreview | null>
}

export function createRuleSlice({ set, get, ask }: SliceTools): RuleSlice {
  return {
    rules: null,
    loadRules: async () => {
      const answer = await ask('rules.list')
      if (answer.ok) set({ rules: answer.value })
      else get().complain(answer.error.message)
    },
    saveRules: async (rules) => {
      const answer = await ask('rules.save', rules)
      if (answer.ok) set({ rules: answer.value })
      else get().complain(answer.error.message)
      return answer.ok
    },
    previewRule: async (rule) => {
      const answer = await ask('rules.preview', rule)
      return answer.ok ? answer.value : null
    },
  }
}
