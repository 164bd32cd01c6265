/** Says a rule in one sentence, for the list and for screen readers. */
import type { FeedRow } from '../../contract/feed'
import type { Rule, RuleCondition } from '../../contract/rule'
import { wording } from '../text/wording'

const text = wording.rules

export function ruleSentence({ conditions, actions }: Rule, feeds: readonly FeedRow[]): string {
  const when = conditions.map((condition) => conditionWords(condition, feeds)).join(text.and)
  const what = actions.map((action) => text.actions[action]).join(', ')
  return text.sentence(when, what)
}

function conditionWords({ field, value, not }: RuleCondition, feeds: readonly FeedRow[]): string {
  if (field === 'feed') {
    const title = feeds.find(({ feedId }) => feedId === value)?.title ?? text.unknownFeed
    return text.feedCondition(title, not)
  }
  return text.condition(text.fields[field], value.trim(), not)
}
