import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { firstPaint, letters } from '../../../renderer/app/first-frame'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** True once the promise has resolved; told by hand, for timers stand still. */
function watch(promise: Promise<void>): { readonly over: boolean } {
  const seen = { over: false }
  void promise.then(() => (seen.over = true))
  return seen
}

describe('the first paint', () => {
  it('is waited for until the browser tells of it', async () => {
    let tell: () => void = () => undefined
    class Observer {
      constructor(callback: () => void) {
        tell = callback
      }
      observe(options: unknown): void {
        // A paint of before is told as well.
        expect(options).toEqual({ type: 'paint', buffered: true })
      }
      disconnect(): void {
        tell = () => undefined
      }
    }
    vi.stubGlobal('PerformanceObserver', Observer)
    const seen = watch(firstPaint())
    await vi.advanceTimersByTimeAsync(100)
    expect(seen.over).toBe(false)
    tell()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen.over).toBe(true)
  })

  it('is waited for no longer than half a second, for a covered window may not paint', async () => {
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        readonly observe = (): void => undefined
        readonly disconnect = (): void => undefined
      },
    )
    const seen = watch(firstPaint())
    await vi.advanceTimersByTimeAsync(499)
    expect(seen.over).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(seen.over).toBe(true)
  })
})

describe('the letters', () => {
  it('are waited for a moment, and no longer', async () => {
    const soon = watch(letters({ load: () => Promise.resolve([]) }))
    const never = watch(letters({ load: () => new Promise(() => undefined) }))
    await vi.advanceTimersByTimeAsync(0)
    expect([soon.over, never.over]).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(60)
    expect(never.over).toBe(true)
  })

  it('that cannot be read keep no window from being drawn', async () => {
    const seen = watch(letters({ load: () => Promise.reject(new Error('no such file')) }))
    await vi.advanceTimersByTimeAsync(0)
    expect(seen.over).toBe(true)
  })
})
