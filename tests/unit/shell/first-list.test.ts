import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FirstList } from '../../../electron/shell/first-list'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function watch(list: FirstList): { shown: boolean } {
  const seen = { shown: false }
  void list.shown.then(() => (seen.shown = true))
  return seen
}

describe('the first list', () => {
  it('counts as shown a moment after it was answered, whatever else was asked before', async () => {
    const list = new FirstList()
    const seen = watch(list)
    list.answered('feeds.list')
    await vi.advanceTimersByTimeAsync(2000)
    expect(seen.shown).toBe(false)
    list.answered('articles.list')
    await vi.advanceTimersByTimeAsync(100)
    expect(seen.shown).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(seen.shown).toBe(true)
  })

  it('is waited for no longer than some seconds, so that a window without a list keeps no sync back', async () => {
    const seen = watch(new FirstList())
    await vi.advanceTimersByTimeAsync(11_000)
    expect(seen.shown).toBe(true)
  })
})
