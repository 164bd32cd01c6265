/** Long work as the window shows it, and how its end is told. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Work } from '../../../contract/work'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { isLibraryBusy } from '../../../renderer/store/storage-slice'
import { FakeBridge } from './fake-bridge'

const IMPORT: Work = {
  workId: 1,
  name: 'import-feeds',
  done: 0,
  total: 4000,
  current: 'Harbour news',
  cancellable: true,
}

let bridge: FakeBridge
let store: AppStore
let stop: () => void

beforeEach(async () => {
  vi.useFakeTimers()
  bridge = new FakeBridge()
  store = createAppStore(bridge, () => Date.now())
  stop = await startStore(store, bridge)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const state = () => store.getState()
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const tell = (...works: readonly Work[]) => {
  bridge.tell('work.changed', { works })
}
const shown = () => state().shownWorks.map(({ workId, done }) => [workId, done])

describe('work that lasts', () => {
  it('is shown after half a second, follows its progress, and is announced once', async () => {
    tell(IMPORT)
    await pass(400)
    expect(shown()).toEqual([])
    expect(state().news).toBeNull()
    await pass(200)
    expect(shown()).toEqual([[1, 0]])
    const { news } = state()
    expect(news?.text).toBe('Importing feeds…')
    tell({ ...IMPORT, done: 500 })
    tell({ ...IMPORT, done: 1000 })
    expect(shown()).toEqual([[1, 1000]])
    expect(state().news).toBe(news)
  })

  it('stays long enough to be seen', async () => {
    tell(IMPORT)
    await pass(510)
    tell()
    await pass(400)
    expect(shown()).toHaveLength(1)
    await pass(300)
    expect(shown()).toEqual([])
  })

  it('is never shown when it ends at once', async () => {
    tell(IMPORT)
    await pass(300)
    tell()
    await pass(2000)
    expect(shown()).toEqual([])
    expect(state().news).toBeNull()
  })

  it('is ended by its name', async () => {
    tell(IMPORT)
    await state().cancelWork(1)
    expect(bridge.asked.at(-1)).toEqual({ name: 'work.cancel', args: [1] })
    expect(state().endingWorks.has(1)).toBe(true)
    tell()
    await pass(1000)
    expect(state().endingWorks.size).toBe(0)
  })
})

describe('the end', () => {
  it('of a work that was cancelled is no problem', () => {
    state().tellFailedWork('backup', { code: 'cancelled', message: 'It was cancelled.' })
    state().tellFailedWork('backup', { code: 'disk_full', message: 'The disk is full.' })
    expect(state().toasts.map(({ tone, message }) => [tone, message])).toEqual([
      ['plain', 'The backup was cancelled. No file was written.'],
      ['problem', 'The disk is full.'],
    ])
  })

  it('of the search index is told only when it was seen to be made', async () => {
    const index = { ...IMPORT, name: 'index', done: 1200, cancellable: false } as const
    bridge.tell('work.ended', { work: index, outcome: 'done' })
    expect(state().toasts).toEqual([])
    tell(index)
    await pass(600)
    bridge.tell('work.ended', { work: index, outcome: 'done' })
    expect(state().toasts.at(-1)?.message).toBe(
      'The search index is whole: 1,200 articles were looked through.',
    )
  })
})

it('lets the library be backed up or restored one at a time', () => {
  tell(IMPORT)
  expect(isLibraryBusy(state())).toBe(false)
  tell(IMPORT, { ...IMPORT, workId: 2, name: 'restore' })
  expect(isLibraryBusy(state())).toBe(true)
})
