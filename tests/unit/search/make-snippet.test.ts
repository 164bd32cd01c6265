import { describe, expect, it } from 'vitest'
import { SNIPPET_END, SNIPPET_START } from '../../../contract/article-query'
import { makeSnippet } from '../../../electron/search/make-snippet'
import { parseQuery } from '../../../electron/search/parse-query'

const snippet = (text: string, query: string) =>
  makeSnippet(text, parseQuery(query)).replaceAll(SNIPPET_START, '[').replaceAll(SNIPPET_END, ']')
const FILLER = 'Nothing of the kind was said here for a while. '.repeat(10)

describe('makeSnippet', () => {
  it('marks the words found as they stand in the text', () => {
    expect(snippet('An Élan of its own.', 'elan ')).toBe('An [Élan] of its own.')
    expect(snippet('Two elections, one electorate.', 'elect')).toBe('Two [elections], one [electorate].')
    expect(snippet('Two elections.', 'election ')).toBe('Two [elections].')
  })
  it('shows the place where most of the words stand together', () => {
    const found = snippet(
      `The dam. ${FILLER}At dawn the dam above the harbour broke. ${FILLER}`,
      'dam harbour ',
    )
    expect(found).toContain('the [dam] above the [harbour] broke')
    expect(found.startsWith('…')).toBe(true)
    expect(found.endsWith('…')).toBe(true)
    expect(found.length).toBeLessThan(200)
  })
  it('marks runs of characters as one', () => {
    expect(snippet('他在北京大学学习', '北京大学')).toBe('他在[北京大学]学习')
    expect(snippet('他在北京', '京')).toBe('他在北[京]')
  })
  it('shows the beginning when the words stand in the title only', () => {
    expect(snippet(FILLER, 'harbour ')).toMatch(/^Nothing of the kind.*…$/)
  })
  it('is one line, and carries no marks of the text itself', () => {
    expect(snippet(`one\n\n two ${SNIPPET_START}three`, 'two ')).toBe('one [two] three')
  })
  it('answers for an empty text', () => {
    expect(snippet('', 'two')).toBe('')
  })
})
