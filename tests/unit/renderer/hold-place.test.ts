import { describe, expect, it } from 'vitest'
import { movedOffset } from '../../../renderer/reader/hold-place'
import { keepUnchanged } from '../../../renderer/store/keep-unchanged'

describe('a place in a text that changes', () => {
  it('stays before the change and moves with what follows it', () => {
    const before = 'The ferry leaves at nine. Bring a coat.'
    const after = 'The ferry leaves at half past nine. Bring a coat.'
    expect(movedOffset(before, before, 12)).toBe(12)
    expect(movedOffset(before, after, before.indexOf('ferry'))).toBe(after.indexOf('ferry'))
    expect(movedOffset(before, after, before.indexOf('coat'))).toBe(after.indexOf('coat'))
  })

  it('is gone with the words it stood in', () => {
    expect(movedOffset('one two three', 'one three', 'one two three'.indexOf('o three'))).toBeNull()
  })
})

describe('a fresh copy of a value', () => {
  const article = { title: 'Ferries', images: [{ url: 'a', media: null }], tags: ['x'], text: 'T' }

  it('is the old value when it says the same', () => {
    expect(keepUnchanged(article, structuredClone(article))).toBe(article)
  })

  it('keeps the old parts beside the one that changed', () => {
    const kept = keepUnchanged(article, { ...structuredClone(article), tags: ['x', 'y'] })
    expect(kept).toEqual({ ...article, tags: ['x', 'y'] })
    expect(kept.images).toBe(article.images)
    expect(kept.tags).not.toBe(article.tags)
  })

  it('notices what is gone, what is new, and what turned from a list into something else', () => {
    expect(keepUnchanged<unknown>({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 })
    expect(keepUnchanged<unknown>({ a: 1 }, { a: 1, b: undefined })).toHaveProperty('b')
    expect(keepUnchanged<unknown>({ b: undefined }, { c: undefined })).toEqual({ c: undefined })
    expect(keepUnchanged<unknown>([1], { 0: 1 })).toEqual({ 0: 1 })
    expect(keepUnchanged<unknown>([1, 2], [1])).toEqual([1])
    expect(keepUnchanged<unknown>(null, [1])).toEqual([1])
  })
})
