import { beforeEach, describe, expect, it } from 'vitest'
import { IndexProgress } from '../../../electron/engine/index-progress'

describe('what a start knows of the full-text index', () => {
  let files: Map<string, string>
  let progress: IndexProgress

  const restarted = (): IndexProgress =>
    new IndexProgress({
      feeds: () => [...files.keys()].map((feedId) => ({ feedId })) as never,
      articlesStamp: (feedId) => files.get(feedId) ?? '',
    })

  /** A pass over all that is to be looked through. */
  const pass = (stored: Readonly<Record<string, string>>): void => {
    for (const feedId of progress.begin(stored) ?? []) progress.look(feedId)
    progress.end()
  }

  beforeEach(() => {
    files = new Map([
      ['a', 'a1'],
      ['b', 'b1'],
      ['empty', ''],
    ])
    progress = restarted()
  })

  it('is nothing at first, and everything after one pass', () => {
    expect(progress.begin({})).toEqual(['a', 'b'])
    expect(progress.stamps(false)).toBeNull()
    pass({})
    expect(progress.stamps(false)).toEqual({ a: 'a1', b: 'b1', empty: '' })
    expect(restarted().begin({ a: 'a1', b: 'b1', empty: '' })).toBeNull()
  })

  it('leaves only the feeds whose files are others', () => {
    files.set('b', 'b2')
    expect(progress.begin({ a: 'a1', b: 'b1' })).toEqual(['b'])
  })

  it('asks for a pass when a feed has gone, though none is to be looked through', () => {
    expect(progress.begin({ a: 'a1', b: 'b1', gone: 'g1' })).toEqual([])
  })

  it('does not vouch for what came during the pass', () => {
    for (const feedId of progress.begin({}) ?? []) progress.look(feedId)
    files.set('a', 'a2')
    progress.put('a', true)
    progress.end()
    expect(progress.stamps(false)).toMatchObject({ a: 'a1' })
  })

  it('vouches at the end for articles that were handed over with their text', () => {
    pass({})
    files.set('a', 'a2')
    progress.put('a', true)
    expect(progress.stamps(true)).toMatchObject({ a: 'a2', b: 'b1' })
  })

  it('does not vouch for a record that changed without its text, nor for a file that changed by itself', () => {
    pass({})
    files.set('a', 'a2')
    progress.put('a', true)
    progress.put('a', false)
    files.set('b', 'b2')
    const stored = progress.stamps(true)
    expect(stored).toEqual({ b: 'b1', empty: '' })
    expect(restarted().begin(stored ?? {})).toEqual(['a', 'b'])
  })

  it('vouches for nothing when the pass did not come to its end', () => {
    for (const feedId of progress.begin({}) ?? []) progress.look(feedId)
    expect(progress.stamps(true)).toBeNull()
  })
})
