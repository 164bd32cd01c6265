/** When the app syncs by itself. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SyncTimer } from '../../../electron/shell/sync-timer'

const MINUTE = 60_000

function timerWith(
  settings: { syncOnLaunch: boolean; syncIntervalMinutes: number },
  dueApart: () => readonly string[] = () => [],
): {
  timer: SyncTimer
  syncs: () => number
  asked: (readonly string[])[]
  failures: unknown[]
  fail: () => void
} {
  let syncs = 0
  let failing = false
  const asked: (readonly string[])[] = []
  const failures: unknown[] = []
  const timer = new SyncTimer({
    settings: () => settings,
    dueApart,
    sync: (feedIds) => {
      syncs++
      asked.push(feedIds)
      return failing ? Promise.reject(new Error('no network')) : Promise.resolve()
    },
    failed: (error) => failures.push(error),
    now: () => Date.now(),
  })
  return { timer, syncs: () => syncs, asked, failures, fail: () => (failing = true) }
}

describe('SyncTimer', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('syncs at launch when the reader wants it', () => {
    const wanted = timerWith({ syncOnLaunch: true, syncIntervalMinutes: 0 })
    wanted.timer.start()
    expect(wanted.syncs()).toBe(1)
    const unwanted = timerWith({ syncOnLaunch: false, syncIntervalMinutes: 0 })
    unwanted.timer.start()
    expect(unwanted.syncs()).toBe(0)
  })

  it('syncs again after the interval, counted from the end of the last one', async () => {
    const { timer, syncs } = timerWith({ syncOnLaunch: false, syncIntervalMinutes: 30 })
    timer.start()
    await vi.advanceTimersByTimeAsync(29 * MINUTE)
    expect(syncs()).toBe(0)
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(syncs()).toBe(1)
    await vi.advanceTimersByTimeAsync(30 * MINUTE)
    expect(syncs()).toBe(2)
  })

  it('heeds a changed interval within a minute', async () => {
    const settings = { syncOnLaunch: false, syncIntervalMinutes: 0 }
    const { timer, syncs } = timerWith(settings)
    timer.start()
    await vi.advanceTimersByTimeAsync(90 * MINUTE)
    expect(syncs()).toBe(0)
    settings.syncIntervalMinutes = 15
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(syncs()).toBe(1)
  })

  it('syncs feeds with an interval of their own between the passes over all, and does not put those off', async () => {
    let due: readonly string[] = []
    const { timer, asked } = timerWith({ syncOnLaunch: false, syncIntervalMinutes: 30 }, () => due)
    timer.start()
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(asked).toEqual([])
    due = ['often']
    await vi.advanceTimersByTimeAsync(MINUTE)
    due = []
    await vi.advanceTimersByTimeAsync(19 * MINUTE)
    expect(asked).toEqual([['often'], []])
  })

  it('tells of a failure and goes on', async () => {
    const { timer, syncs, failures, fail } = timerWith({ syncOnLaunch: true, syncIntervalMinutes: 5 })
    fail()
    timer.start()
    await vi.advanceTimersByTimeAsync(6 * MINUTE)
    expect(failures.length).toBe(syncs())
    expect(syncs()).toBe(2)
  })

  it('stops', async () => {
    const { timer, syncs } = timerWith({ syncOnLaunch: false, syncIntervalMinutes: 5 })
    timer.start()
    timer.stop()
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(syncs()).toBe(0)
  })
})
