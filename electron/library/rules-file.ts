/** The reader's rules; a rule that cannot be read is left out, alone. */
import { RULE_ACTIONS, RULE_FIELDS, type Rule, type RuleCondition } from '../../contract/rule'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

function isCondition(value: unknown): value is RuleCondition {
  if (!isObject(value)) return false
  const { field, value: words, not } = value
  return RULE_FIELDS.some((known) => known === field) && typeof words === 'string' && typeof not === 'boolean'
}

function isRule(value: unknown): value is Rule {
  if (!isObject(value)) return false
  const { ruleId, enabled, conditions, actions } = value
  return (
    typeof ruleId === 'string' &&
    typeof enabled === 'boolean' &&
    Array.isArray(conditions) &&
    conditions.every(isCondition) &&
    Array.isArray(actions) &&
    actions.every((action) => RULE_ACTIONS.some((known) => known === action))
  )
}

const CODEC: FileCodec<readonly Rule[]> = {
  kind: 'rules',
  copies: 'mirror',
  lost: 'there are no rules any more',
  editable: true,
  isEdit: (data) => Array.isArray(data) && data.every(isRule),
  empty: () => [],
  encode: (rules) => JSON.stringify(rules, null, 2),
  decode: (data) => {
    const value = parseJson(data)
    return Array.isArray(value) ? value.filter(isRule) : null
  },
}

export function rulesFile(library: LibraryFiles): JsonFile<readonly Rule[]> {
  return new JsonFile(library, 'rules.json', CODEC)
}
