import { describe, expect, it } from 'vitest'
import { findInText, matchFrom } from '../../../renderer/reader/find-in-text'

const found = (text: string, words: string) =>
  findInText(text, words).map(({ start, end }) => text.slice(start, end))

describe('finding in an article', () => {
  it('pays no heed to letter case, in any script that has it', () => {
    expect(found('Harbour, HARBOUR and harbour', 'harbour')).toEqual(['Harbour', 'HARBOUR', 'harbour'])
    expect(found('Маяк и МАЯК', 'маяк')).toEqual(['Маяк', 'МАЯК'])
  })

  it('finds words on both sides of a line or paragraph', () => {
    expect(found('the old\n\nharbour wall', 'old harbour')).toEqual(['old\n\nharbour'])
  })

  it('takes signs for what they are', () => {
    expect(found('a+b (c) [d] 1.5 $2 x-y', 'a+b (c)')).toEqual(['a+b (c)'])
    expect(found('1.5 and 145', '1.5')).toEqual(['1.5'])
    expect(found('back\\slash x-y {z}', 'x-y {z}')).toEqual(['x-y {z}'])
  })

  it('finds nothing for nothing, and no match inside another', () => {
    expect(found('text', '  ')).toEqual([])
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
  })

  it('stops at 2,000 matches', () => {
    expect(findInText('a'.repeat(5000), 'a')).toHaveLength(2000)
  })

  it('begins at the place that is read, and goes round', () => {
    const matches = findInText('one two one two one', 'one')
    expect(matchFrom(matches, 5)).toBe(1)
    expect(matchFrom(matches, 18)).toBe(0)
    expect(matchFrom([], 0)).toBe(-1)
  })
})
