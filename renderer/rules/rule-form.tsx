/** Makes or changes one rule, and shows whom it would find while it is written. */
import { useEffect, useState } from 'react'
import { MOST_CONDITIONS, RULE_ACTIONS } from '../../contract/rule'
import type { Rule, RuleAction, RuleCondition, RuleField, RulePreview } from '../../contract/rule'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { ConditionFields } from './condition-fields'

const text = wording.rules
/** Writing goes on meanwhile. */
const PREVIEW_AFTER_MS = 250

export interface RuleFormProps {
  readonly rule: Rule
  /** What a field is filled with when it is chosen. */
  readonly suggested: Partial<Record<RuleField, string>>
  readonly onSave: (rule: Rule) => void
  readonly onCancel: () => void
}

export function RuleForm({ rule, suggested, onSave, onCancel }: RuleFormProps) {
  const [conditions, setConditions] = useState(rule.conditions)
  const [actions, setActions] = useState(rule.actions)
  const written = { ...rule, conditions, actions }
  const whole = actions.length > 0 && conditions.every(({ value }) => value.trim() !== '')
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (whole) onSave(written)
      }}
    >
      <h3>{text.when}</h3>
      <Conditions conditions={conditions} suggested={suggested} onChange={setConditions} />
      <h3>{text.then}</h3>
      <Actions actions={actions} onChange={setActions} />
      <Preview rule={written} whole={whole} />
      <footer className="rule-form-foot">
        <button type="button" className="button plain" onClick={onCancel}>
          {wording.actions.cancel}
        </button>
        <button type="submit" className="button primary" aria-disabled={!whole}>
          {text.save}
        </button>
      </footer>
    </form>
  )
}

interface ConditionsProps {
  readonly conditions: readonly RuleCondition[]
  readonly suggested: RuleFormProps['suggested']
  readonly onChange: (conditions: readonly RuleCondition[]) => void
}

function Conditions({ conditions, suggested, onChange }: ConditionsProps) {
  return (
    <>
      {conditions.map((condition, at) => (
        <ConditionFields
          // They have no name of their own and never change places.
          key={at}
          condition={condition}
          suggested={suggested}
          onChange={(changed) => {
            onChange(conditions.map((one, place) => (place === at ? changed : one)))
          }}
          onRemove={
            conditions.length < 2
              ? null
              : () => {
                  onChange(conditions.filter((_one, place) => place !== at))
                }
          }
        />
      ))}
      {conditions.length < MOST_CONDITIONS ? (
        <button
          type="button"
          className="button plain rule-more"
          onClick={() => {
            onChange([...conditions, { field: 'words', value: '', not: false }])
          }}
        >
          {text.addCondition}
        </button>
      ) : null}
    </>
  )
}

interface ActionsProps {
  readonly actions: readonly RuleAction[]
  readonly onChange: (actions: readonly RuleAction[]) => void
}

function Actions({ actions, onChange }: ActionsProps) {
  return (
    <div className="rule-actions">
      {RULE_ACTIONS.map((action) => (
        <label key={action}>
          <input
            type="checkbox"
            checked={actions.includes(action)}
            onChange={(event) => {
              const others = actions.filter((one) => one !== action)
              onChange(event.target.checked ? [...others, action] : others)
            }}
          />
          <span>
            {text.actions[action]}
            <small className="quiet">{text.actionHints[action]}</small>
          </span>
        </label>
      ))}
    </div>
  )
}

function Preview({ rule, whole }: { readonly rule: Rule; readonly whole: boolean }) {
  const previewRule = useApp((state) => state.previewRule)
  const [preview, setPreview] = useState<RulePreview | null>(null)
  const asked = whole ? JSON.stringify(rule.conditions) : null
  useEffect(() => {
    if (asked === null) return
    let current = true
    const timer = setTimeout(() => {
      void previewRule({ ...rule, conditions: JSON.parse(asked) as RuleCondition[] }).then((answer) => {
        if (current) setPreview(answer)
      })
    }, PREVIEW_AFTER_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
    // The rule is another object at each letter; its conditions, as text, are what is asked about.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, previewRule])
  return (
    <p className="quiet rule-preview" role="status">
      {asked === null || !preview ? text.unfinished : text.finds(preview.matching, preview.looked)}
      {asked === null || !preview ? null : preview.titles.map((title) => <span key={title}>{title}</span>)}
    </p>
  )
}
