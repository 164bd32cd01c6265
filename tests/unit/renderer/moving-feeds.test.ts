import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { folderOf } from '../../../renderer/sidebar/drop-place'
import { feedLines, listLines } from '../../../renderer/sidebar/sidebar-lines'
import { NOW } from './fake-articles'
import { FakeBridge } from './fake-bridge'

let bridge: FakeBridge
let store: AppStore
let stop: () => void
const state = () => store.getState()

beforeEach(async () => {
  vi.useFakeTimers()
  bridge = new FakeBridge()
  store = createAppStore(bridge, () => NOW)
  stop = await startStore(store, bridge)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('a feed that is dragged', () => {
  it('goes into the folder of the line it is dropped on', () => {
    const lines = feedLines(state().feeds, new Set())
    const folder = lines.find(({ expanded }) => expanded !== null)!
    const inside = lines.find(({ feed }) => (feed?.folder.length ?? 0) > 0)!
    expect(folderOf(folder)).toEqual(folder.target?.folder)
    expect(folderOf(inside)).toEqual(inside.feed?.folder)
    expect(folderOf(listLines(state().counts)[0]!)).toEqual([])
  })

  it('is put back exactly by undo', async () => {
    const feed = state().feeds.find(({ folder }) => folder.length > 0)!
    const now = () => bridge.feeds.find(({ feedId }) => feedId === feed.feedId)?.folder
    await state().moveFeeds([feed], [])
    expect(now()).toEqual([])
    state().toasts.at(-1)?.action?.run()
    await vi.advanceTimersByTimeAsync(500)
    expect(now()).toEqual(feed.folder)
  })

  it('asks for nothing when it stays where it is', async () => {
    const [feed] = state().feeds
    const before = bridge.asked.length
    await state().moveFeeds([feed!], feed!.folder)
    expect(bridge.asked).toHaveLength(before)
  })
})

describe('a list of feeds that is dropped', () => {
  const file = (size: number) => ({
    name: 'feeds.opml',
    size,
    arrayBuffer: () => Promise.resolve(new ArrayBuffer(8)),
  })

  it('is imported, and what it could not take in is told one by one', async () => {
    await state().importDropped([file(8)])
    expect(state()).toMatchObject({ dialog: 'import-report', importReport: { added: 2 } })
    expect(state().importReport?.failed).toHaveLength(1)
  })

  it('brings its articles at once: the feeds that were never synced are, and no others', async () => {
    bridge.feeds.push({ ...bridge.feeds[0]!, feedId: 'fresh', lastSync: null })
    await state().importDropped([file(8)])
    await vi.advanceTimersByTimeAsync(10)
    expect(bridge.asked.filter(({ name }) => name === 'sync.start').map(({ args }) => args)).toEqual([
      [['fresh']],
    ])
  })

  it('is refused unread when it cannot be one', async () => {
    await state().importDropped([file(30_000_000)])
    expect(bridge.asked.at(-1)?.name).not.toBe('feeds.importDropped')
    expect(state().toasts.at(-1)).toMatchObject({ tone: 'problem' })
  })
})
