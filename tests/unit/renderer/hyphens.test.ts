/** Where words may be parted is known when an article is shown, and nobody waits for it when it is not. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { NOW, makeArticles } from './fake-articles'
import { FakeBridge } from './fake-bridge'

let bridge: FakeBridge
let store: AppStore
let stop: () => void
const state = () => store.getState()
const first = () => state().layout.ids[0]!

beforeEach(async () => {
  vi.useFakeTimers()
  bridge = new FakeBridge({ articles: makeArticles(5) })
  store = createAppStore(bridge, () => NOW)
  stop = await startStore(store, bridge)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

it('asks with the reader’s wish, and has the answer when the article is shown', async () => {
  await state().preview(first())
  const { hyphenation, alignment } = state().settings
  expect(bridge.asked.filter(({ name }) => name === 'articles.hyphens').map(({ args }) => args)).toEqual([
    [first(), { hyphenation, alignment }],
  ])
  expect(state().article.state).toBe('ready')
  expect(state().hyphens.has(first())).toBe(true)
  state().forgetHyphens()
  expect(state().hyphens.size).toBe(0)
})

it('shows the article after a tenth of a second when the answer is late, and takes it then', async () => {
  let arrive: () => void = () => undefined
  bridge.lateName = 'articles.hyphens'
  bridge.late = new Promise((resolve) => (arrive = resolve))
  const shown = state().preview(first())
  await vi.advanceTimersByTimeAsync(90)
  expect(state().article.state).toBe('loading')
  await vi.advanceTimersByTimeAsync(20)
  await shown
  expect(state().article.state).toBe('ready')
  expect(state().hyphens.size).toBe(0)
  arrive()
  await vi.advanceTimersByTimeAsync(0)
  expect(state().hyphens.has(first())).toBe(true)
})

it('shows the article also when nothing can be found out', async () => {
  bridge.failing.set('articles.hyphens', 'No worker is left.')
  await state().preview(first())
  expect(state().article.state).toBe('ready')
  expect(state().toasts).toEqual([])
})
