/** What screen readers are told of that is seen as a moving bar or a number: once each, and not at every step. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IDLE_PROGRESS, type SyncProgress } from '../../../contract/sync'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { NOW } from './fake-articles'
import { FakeBridge } from './fake-bridge'

let bridge: FakeBridge
let store: AppStore
let stop: () => void
let told: string[] = []

beforeEach(async () => {
  vi.useFakeTimers()
  bridge = new FakeBridge()
  store = createAppStore(bridge, () => NOW)
  stop = await startStore(store, bridge)
  told = []
  store.subscribe(({ news }, before) => {
    if (news && news !== before.news) told.push(news.text)
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const state = () => store.getState()
const tell = (change: Partial<SyncProgress>) => {
  bridge.tell('sync.progress', { ...IDLE_PROGRESS, feedsTotal: 8, ...change })
}

it('tells that a sync began and what it brought, and nothing of its steps', () => {
  tell({ phase: 'feeds' })
  for (let feedsDone = 1; feedsDone <= 8; feedsDone++) tell({ phase: 'feeds', feedsDone, newArticles: 3 })
  tell({ phase: 'articles', articlesDone: 1, articlesTotal: 3, newArticles: 3, failed: 1 })
  bridge.tell('sync.progress', IDLE_PROGRESS)
  expect(told).toEqual(['The sync has begun.', 'The sync has ended: 3 new articles, 1 feed failed'])
})

it('tells of a sync that brought nothing, and of one that was stopped', async () => {
  tell({ phase: 'feeds' })
  tell({})
  tell({ phase: 'feeds' })
  // Its end is told at once.
  await state().cancelSync()
  expect(told.filter((text) => text !== 'The sync has begun.')).toEqual([
    'The sync has ended: nothing new',
    'The sync was stopped: nothing new',
  ])
})

it('tells of a sync that was over before its steps could be seen', () => {
  tell({})
  expect(told).toEqual(['The sync has ended: nothing new'])
  expect(state().lastSync).toMatchObject({ feeds: 8, newArticles: 0 })
})

it('leaves a preparation to its dialog', () => {
  for (let articlesDone = 0; articlesDone < 3; articlesDone++)
    bridge.tell('sync.progress', { ...IDLE_PROGRESS, phase: 'articles', articlesDone, articlesTotal: 3 })
  bridge.tell('sync.progress', IDLE_PROGRESS)
  expect(told).toEqual([])
})

it('tells how many articles a search found when the typing has come to rest', async () => {
  for (const text of ['f', 'fe', 'fer', 'ferr']) {
    state().search(text)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(2000)
  expect(told).toEqual([expect.stringMatching(/^\d+ articles? found$/)])
  state().search('ferry')
  await vi.advanceTimersByTimeAsync(200)
  state().endSearch()
  await vi.advanceTimersByTimeAsync(2000)
  expect(told).toHaveLength(1)
})

it('tells of what went wrong as a problem, of the rest as news', () => {
  bridge.tell('library.notice', { message: 'The sync broke off.', problem: true })
  bridge.tell('library.notice', { message: 'Safe mode.' })
  expect(state().toasts.map(({ tone }) => tone)).toEqual(['problem', 'plain'])
})
