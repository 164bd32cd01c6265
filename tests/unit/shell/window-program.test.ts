import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WindowProgram } from '../../../electron/shell/window-program'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function watch(program: WindowProgram): { handedOver: boolean } {
  const seen = { handedOver: false }
  void program.handedOver.then(() => (seen.handedOver = true))
  return seen
}

describe('the window’s program', () => {
  it('counts as handed over when that is said', async () => {
    const program = new WindowProgram()
    const seen = watch(program)
    await vi.advanceTimersByTimeAsync(100)
    expect(seen.handedOver).toBe(false)
    program.markHandedOver()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen.handedOver).toBe(true)
  })

  it('has drawn when that is said, or when some seconds are over', async () => {
    const drawn: string[] = []
    const [soon, never] = [new WindowProgram(), new WindowProgram()]
    void soon.drawn.then(() => drawn.push('soon'))
    void never.drawn.then(() => drawn.push('never'))
    soon.markDrawn()
    await vi.advanceTimersByTimeAsync(0)
    expect(drawn).toEqual(['soon'])
    await vi.advanceTimersByTimeAsync(3500)
    expect(drawn).toEqual(['soon', 'never'])
  })

  it('is waited for no longer than some seconds, so that the library opens behind a window in trouble', async () => {
    const seen = watch(new WindowProgram())
    await vi.advanceTimersByTimeAsync(3500)
    expect(seen.handedOver).toBe(true)
  })
})
