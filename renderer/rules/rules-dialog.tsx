/** The reader's rules as sentences, each with its switch; one of them may be open for editing. */
import { useEffect, useState } from 'react'
import type { Rule } from '../../contract/rule'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { IconButton } from '../controls/icon-button'
import { wording } from '../text/wording'
import { RuleForm } from './rule-form'
import { ruleSentence } from './rule-sentence'

const text = wording.rules

const emptyRule = (): Rule => ({
  ruleId: crypto.randomUUID(),
  enabled: true,
  conditions: [{ field: 'words', value: '', not: false }],
  actions: ['mute'],
})

export function RulesDialog() {
  const close = useApp((state) => state.closeDialog)
  const rules = useApp((state) => state.rules)
  const loadRules = useApp((state) => state.loadRules)
  const saveRules = useApp((state) => state.saveRules)
  const draft = useApp((state) => state.ruleDraft)
  const [edited, setEdited] = useState<Rule | null>(draft?.rule ?? null)
  useEffect(() => {
    void loadRules()
  }, [loadRules])
  const keep = async (rule: Rule) => {
    if (await saveRules(withRule(rules ?? [], rule))) setEdited(null)
  }
  if (edited) {
    return (
      <Dialog title={text.editTitle} onClose={close} size="medium" key="edit">
        <RuleForm
          rule={edited}
          suggested={draft?.suggested ?? {}}
          onSave={(rule) => void keep(rule)}
          onCancel={() => {
            setEdited(null)
          }}
        />
      </Dialog>
    )
  }
  return (
    <Dialog title={text.title} onClose={close} size="medium" key="list">
      <p className="quiet">{text.hint}</p>
      {rules === null ? null : (
        <RuleList
          rules={rules}
          onChange={(rule) => void saveRules(withRule(rules, rule))}
          onEdit={setEdited}
          onRemove={(rule) => void saveRules(rules.filter(({ ruleId }) => ruleId !== rule.ruleId))}
        />
      )}
      <button
        type="button"
        className="button rule-new"
        onClick={() => {
          setEdited(emptyRule())
        }}
      >
        {text.add}
      </button>
    </Dialog>
  )
}

interface RuleListProps {
  readonly rules: readonly Rule[]
  readonly onChange: (rule: Rule) => void
  readonly onEdit: (rule: Rule) => void
  readonly onRemove: (rule: Rule) => void
}

function RuleList({ rules, onChange, onEdit, onRemove }: RuleListProps) {
  const feeds = useApp((state) => state.feeds)
  if (rules.length === 0) return <p>{text.none}</p>
  return (
    <ul className="rules" aria-label={text.title}>
      {rules.map((rule) => {
        const sentence = ruleSentence(rule, feeds)
        return (
          <li key={rule.ruleId} className="rule">
            <label className="switch">
              <input
                type="checkbox"
                role="switch"
                checked={rule.enabled}
                onChange={(event) => {
                  onChange({ ...rule, enabled: event.target.checked })
                }}
              />
              <span dir="auto">{sentence}</span>
            </label>
            <IconButton
              icon="note"
              label={text.edit(sentence)}
              onClick={() => {
                onEdit(rule)
              }}
            />
            <IconButton
              icon="trash"
              label={text.remove(sentence)}
              onClick={() => {
                onRemove(rule)
              }}
            />
          </li>
        )
      })}
    </ul>
  )
}

/** The rule in its place, or at the end when it is new. */
function withRule(rules: readonly Rule[], rule: Rule): readonly Rule[] {
  const known = rules.some(({ ruleId }) => ruleId === rule.ruleId)
  return known ? rules.map((one) => (one.ruleId === rule.ruleId ? rule : one)) : [...rules, rule]
}
