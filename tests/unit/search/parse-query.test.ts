import { describe, expect, it } from 'vitest'
import { isEmptyQuery, parseQuery } from '../../../electron/search/parse-query'

const word = (text: string) => ({ field: 'any', text, kind: 'word' })
const prefix = (text: string) => ({ field: 'any', text, kind: 'prefix' })

describe('parseQuery', () => {
  it('reads words, the last one as a beginning until a space follows it', () => {
    expect(parseQuery('syria talks').all).toEqual([[word('syria')], [prefix('talks')]])
    expect(parseQuery('syria talks ').all).toEqual([[word('syria')], [word('talks')]])
    expect(parseQuery('pre* talks ').all).toEqual([[prefix('pre')], [word('talks')]])
  })
  it('reads phrases in straight, curly and unfinished quotes', () => {
    for (const query of ['"first light"', '“first light”', '„first light“', '"first light'])
      expect(parseQuery(query).all, query).toEqual([[{ field: 'any', text: 'first light', kind: 'phrase' }]])
  })
  it('reads fields in any case, with phrases too', () => {
    expect(parseQuery('Title:dam AUTHOR:"Ilse Brandt" ').all).toEqual([
      [{ field: 'title', text: 'dam', kind: 'word' }],
      [{ field: 'author', text: 'Ilse Brandt', kind: 'phrase' }],
    ])
    expect(parseQuery('feed:daily -feed:"Evening Post"')).toMatchObject({
      feeds: ['daily'],
      notFeeds: ['Evening Post'],
      all: [],
    })
  })
  it('joins neighbours of OR and ignores an OR that joins nothing', () => {
    expect(parseQuery('a b OR c OR d e ').all).toEqual([
      [word('a')],
      [word('b'), word('c'), word('d')],
      [word('e')],
    ])
    expect(parseQuery('OR a OR ').all).toEqual([[word('a')]])
    expect(parseQuery('a or b ').all).toEqual([[word('a')], [word('or')], [word('b')]])
  })
  it('reads what is not wanted, never as a beginning', () => {
    expect(parseQuery('-art').none).toEqual([word('art')])
    expect(parseQuery('COVID-19 ').all).toEqual([[word('COVID-19')]])
  })
  it('reads statuses, wanted or not', () => {
    expect(parseQuery('is:unread -is:Starred').statuses).toEqual([
      { status: 'unread', wanted: true },
      { status: 'starred', wanted: false },
    ])
  })
  it('reads days, months and years, the narrowest of several', () => {
    expect(parseQuery('after:2024-02-29 before:2024-03')).toMatchObject({
      after: Date.UTC(2024, 1, 29),
      before: Date.UTC(2024, 2, 1),
    })
    expect(parseQuery('before:2024 before:2023-06').before).toBe(Date.UTC(2023, 5, 1))
    expect(parseQuery('-before:2024').after).toBe(Date.UTC(2024, 0, 1))
  })
  it('takes for words what is no operator', () => {
    expect(parseQuery('is:blue ').all).toEqual([[word('is blue')]])
    expect(parseQuery('before:2024-02-31 ').all).toEqual([[word('before 2024-02-31')]])
    expect(parseQuery('note:this ').all).toEqual([[word('note this')]])
  })
  it('knows an empty query', () => {
    for (const query of ['', '  ', '""', 'feed:""']) expect(isEmptyQuery(parseQuery(query)), query).toBe(true)
    for (const query of ['a', '-a', 'is:read', 'feed:x', 'after:2020'])
      expect(isEmptyQuery(parseQuery(query)), query).toBe(false)
  })
})
