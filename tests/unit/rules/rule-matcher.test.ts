import { describe, expect, it } from 'vitest'
import type { Rule, RuleAction, RuleCondition } from '../../../contract/rule'
import { foldText, phraseMatcher } from '../../../electron/rules/phrase-matcher'
import { ruleMatcher, type RuleSubject } from '../../../electron/rules/rule-matcher'

const subject = (change: Partial<RuleSubject> = {}): RuleSubject => ({
  feedId: 'harbour',
  title: 'The ferry to Älvsö sails again',
  excerpt: 'After a winter ashore the old ferry carries cars and cattle.',
  author: 'Ines Okafor',
  categories: ['Transport', 'Islands'],
  ...change,
})

const rule = (actions: readonly RuleAction[], ...conditions: Partial<RuleCondition>[]): Rule => ({
  ruleId: 'r',
  enabled: true,
  conditions: conditions.map((one) => ({ field: 'words', value: '', not: false, ...one })),
  actions,
})

const found = (value: string, text: string): boolean => phraseMatcher(value)?.(foldText(text)) ?? false

describe('words of a rule', () => {
  it('are found whole, never inside another word', () => {
    expect(found('car', 'The car stops')).toBe(true)
    expect(found('car', 'A card and a scar')).toBe(false)
    expect(found('car', 'cars')).toBe(false)
  })

  it('are found whatever their case and accents', () => {
    expect(found('alvso', 'ÄLVSÖ')).toBe(true)
    expect(found('Élysée', 'Elysee palace')).toBe(true)
  })

  it('are alternatives where commas stand between them, and phrases where blanks do', () => {
    expect(found('tram, old  ferry', 'the old ferry')).toBe(true)
    expect(found('tram, bus', 'the old ferry')).toBe(false)
  })

  it('may leave their end open', () => {
    expect(found('rail*', 'Railways reopen')).toBe(true)
    expect(found('rail*', 'Monorail')).toBe(false)
  })

  it('need no blanks around them in a script without blanks', () => {
    expect(found('東京', '昨日東京都で')).toBe(true)
  })

  it('are none where only signs stand', () => {
    expect(phraseMatcher(' , * , !')).toBeNull()
  })
})

describe('rules', () => {
  it.each([
    ['words in the title', { field: 'words', value: 'ferry' }],
    ['words in the text', { field: 'words', value: 'cattle' }],
    ['the title', { field: 'title', value: 'sails again' }],
    ['the author', { field: 'author', value: 'okafor' }],
    ['a category', { field: 'category', value: 'islands' }],
    ['the feed', { field: 'feed', value: 'harbour' }],
    ['words that are not there', { field: 'words', value: 'football', not: true }],
  ] as const)('hold by %s', (_what, condition) => {
    expect([...ruleMatcher([rule(['star'], condition)])(subject())]).toEqual(['star'])
  })

  it('hold only when all their conditions hold', () => {
    const match = ruleMatcher([rule(['read'], { value: 'ferry' }, { field: 'author', value: 'nobody' })])
    expect(match(subject()).size).toBe(0)
  })

  it('add up, each action once', () => {
    const match = ruleMatcher([
      rule(['star', 'read'], { value: 'ferry' }),
      rule(['read'], { value: 'cattle' }),
    ])
    expect([...match(subject())].sort()).toEqual(['read', 'star'])
  })

  it('seize nothing while they are switched off, empty or half written', () => {
    const off = { ...rule(['mute'], { value: 'ferry' }), enabled: false }
    const half = rule(['mute'], { value: ' ', not: true })
    const match = ruleMatcher([
      off,
      rule(['mute']),
      half,
      rule(['mute'], { field: 'feed', value: '', not: true }),
    ])
    expect(match(subject()).size).toBe(0)
  })

  it('find no phrase that begins in the title and ends in the text', () => {
    expect(ruleMatcher([rule(['mute'], { value: 'again after' })])(subject()).size).toBe(0)
  })
})
