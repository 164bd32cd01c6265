/** One condition of a rule: what it looks at, whether it must be there, and the words or the feed. */
import { RULE_FIELDS, LONGEST_VALUE, type RuleCondition, type RuleField } from '../../contract/rule'
import { useApp } from '../app/window-context'
import { IconButton } from '../controls/icon-button'
import { wording } from '../text/wording'

const text = wording.rules

export interface ConditionFieldsProps {
  readonly condition: RuleCondition
  readonly suggested: Partial<Record<RuleField, string>>
  readonly onChange: (condition: RuleCondition) => void
  /** Null for the only one. */
  readonly onRemove: (() => void) | null
}

export function ConditionFields({ condition, suggested, onChange, onRemove }: ConditionFieldsProps) {
  const { field, not } = condition
  const isFeed = field === 'feed'
  return (
    <div className="rule-condition" role="group" aria-label={text.conditionLabel}>
      <select
        className="field"
        aria-label={text.fieldLabel}
        value={field}
        onChange={(event) => {
          const chosen = event.target.value as RuleField
          // A feed's id is no words, and words are no feed.
          const kept = (chosen === 'feed') === isFeed ? condition.value : ''
          // What the reader typed stays; what was filled in makes room for the other field's own.
          const filled = kept === '' || kept === suggested[field]
          const value = (filled ? suggested[chosen] : undefined) ?? kept
          onChange({ ...condition, field: chosen, value })
        }}
      >
        {RULE_FIELDS.map((name) => (
          <option key={name} value={name}>
            {text.fields[name]}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={text.testLabel}
        value={String(not)}
        onChange={(event) => {
          onChange({ ...condition, not: event.target.value === 'true' })
        }}
      >
        <option value="false">{isFeed ? text.is : text.contains}</option>
        <option value="true">{isFeed ? text.isNot : text.containsNot}</option>
      </select>
      {isFeed ? (
        <FeedChoice condition={condition} onChange={onChange} />
      ) : (
        <input
          className="field"
          type="text"
          dir="auto"
          aria-label={text.wordsLabel}
          placeholder={text.wordsHint}
          maxLength={LONGEST_VALUE}
          value={condition.value}
          onChange={(event) => {
            onChange({ ...condition, value: event.target.value })
          }}
        />
      )}
      {onRemove ? <IconButton icon="close" label={text.removeCondition} onClick={onRemove} /> : <span />}
    </div>
  )
}

function FeedChoice({ condition, onChange }: Pick<ConditionFieldsProps, 'condition' | 'onChange'>) {
  const feeds = useApp((state) => state.feeds)
  return (
    <select
      className="field"
      aria-label={text.fields.feed}
      value={condition.value}
      onChange={(event) => {
        onChange({ ...condition, value: event.target.value })
      }}
    >
      <option value="">{text.chooseFeed}</option>
      {feeds.map(({ feedId, title }) => (
        <option key={feedId} value={feedId}>
          {title}
        </option>
      ))}
    </select>
  )
}
