/** Rules: what is done with an article at the moment it arrives. Stored in the library's `rules.json`. */

/** What of an article a condition looks at; `words` is its title and the beginning of its text. */
export const RULE_FIELDS = ['words', 'title', 'author', 'category', 'feed'] as const
export type RuleField = (typeof RULE_FIELDS)[number]

/**
 * mute: it is kept, but stands in no list and no count unless it is marked. read, star, save: it arrives so.
 * notify: the desktop says so, where the reader has allowed it.
 */
export const RULE_ACTIONS = ['mute', 'read', 'star', 'save', 'notify'] as const
export type RuleAction = (typeof RULE_ACTIONS)[number]

export interface RuleCondition {
  readonly field: RuleField
  /** Words or phrases with commas between them, one of which must be there; for `feed` the feed's id. */
  readonly value: string
  /** True when the condition holds where the words are not found. */
  readonly not: boolean
}

/** Holds for an article when all its conditions hold; a rule without conditions holds for none. */
export interface Rule {
  readonly ruleId: string
  readonly enabled: boolean
  readonly conditions: readonly RuleCondition[]
  readonly actions: readonly RuleAction[]
}

/** How a rule would have done with the newest articles of the library. */
export interface RulePreview {
  readonly looked: number
  readonly matching: number
  /** Titles of the newest that match. */
  readonly titles: readonly string[]
}

// Enough for people, and few enough that an arrival costs nothing that is felt.
export const MOST_RULES = 200
export const MOST_CONDITIONS = 10
export const LONGEST_VALUE = 1_000
