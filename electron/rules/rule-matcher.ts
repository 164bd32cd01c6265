/** Tells what the reader's rules want done with an article. Pure. */
import type { Rule, RuleAction, RuleCondition } from '../../contract/rule'
import { foldText, phraseMatcher } from './phrase-matcher'

/** What rules look at; all of it is known when an article's headline arrives. */
export interface RuleSubject {
  readonly feedId: string
  readonly title: string
  readonly excerpt: string
  readonly author: string | null
  readonly categories: readonly string[]
}

/** What is done with one article; the actions of all rules that hold for it, each once. */
export type RuleMatcher = (article: RuleSubject) => ReadonlySet<RuleAction>

/** Reads the rules once, so that a feed of ten thousand articles does not read them ten thousand times. */
export function ruleMatcher(rules: readonly Rule[]): RuleMatcher {
  const readied = rules
    .filter(({ enabled, conditions, actions }) => enabled && conditions.length > 0 && actions.length > 0)
    .map(({ conditions, actions }) => ({ holds: conditions.map(readCondition), actions }))
  return (article) => {
    const folded = foldSubject(article)
    const holding = readied.filter(({ holds }) => holds.every((hold) => hold(folded)))
    return new Set(holding.flatMap(({ actions }) => actions))
  }
}

interface FoldedSubject {
  readonly feedId: string
  readonly title: string
  readonly words: string
  readonly author: string
  readonly categories: readonly string[]
}

function foldSubject({ feedId, title, excerpt, author, categories }: RuleSubject): FoldedSubject {
  const foldedTitle = foldText(title)
  return {
    feedId,
    title: foldedTitle,
    // A line end no phrase can reach over.
    words: `${foldedTitle}\n${foldText(excerpt)}`,
    author: foldText(author ?? ''),
    categories: categories.map(foldText),
  }
}

function readCondition({ field, value, not }: RuleCondition): (article: FoldedSubject) => boolean {
  const found = finder(field, value)
  // Words that are none hold nowhere, turned round or not: a rule half written must not seize everything.
  if (!found) return () => false
  return (article) => found(article) !== not
}

function finder(field: RuleCondition['field'], value: string): ((article: FoldedSubject) => boolean) | null {
  if (field === 'feed') return value === '' ? null : ({ feedId }) => feedId === value
  const matches = phraseMatcher(value)
  if (!matches) return null
  if (field === 'category') return ({ categories }) => categories.some(matches)
  return (article) => matches(article[field])
}
