import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { articleMenu } from '../../../renderer/article-list/article-menu'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { meantArticles } from '../../../renderer/store/selection-slice'
import { NOW, makeArticles } from './fake-articles'
import { FakeBridge } from './fake-bridge'

let bridge: FakeBridge
let store: AppStore
let stop: () => void
const state = () => store.getState()
const id = (at: number) => state().layout.ids[at]!
const read = (at: number) => state().rows.get(id(at))?.status.read

beforeEach(async () => {
  vi.useFakeTimers()
  bridge = new FakeBridge({ articles: makeArticles(500) })
  store = createAppStore(bridge, () => NOW)
  stop = await startStore(store, bridge)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('choosing several articles', () => {
  it('takes single ones in and out, and forgets a choice of one', () => {
    state().select(id(1))
    state().toggleChosen(id(4))
    expect([...state().chosen]).toEqual([id(1), id(4)])
    state().toggleChosen(id(4))
    expect(state().chosen.size).toBe(0)
    expect(state().selectedId).toBe(id(1))
  })

  it('stretches and shrinks from where it began', () => {
    state().select(id(3))
    state().chooseTo(id(6))
    expect(meantArticles(state())).toEqual([id(3), id(4), id(5), id(6)])
    state().chooseTo(id(2))
    expect(meantArticles(state())).toEqual([id(2), id(3)])
  })

  it('means the choice before the open article, and the open article without one', async () => {
    await state().open(id(0))
    expect(meantArticles(state())).toEqual([id(0)])
    state().chooseTo(id(1))
    expect(meantArticles(state())).toEqual([id(0), id(1)])
    state().select(id(5))
    expect(state().chosen.size).toBe(0)
  })

  it('stars all unless all are starred, and undoes exactly what it changed', async () => {
    await state().toggle(id(1), 'starred')
    const ids = [id(0), id(1), id(2)]
    const before = ids.map((one) => state().rows.get(one)?.status.starred)
    await state().toggleAll(ids, 'starred')
    expect(ids.every((one) => state().rows.get(one)?.status.starred)).toBe(true)
    state().toasts.at(-1)?.action?.run()
    await vi.advanceTimersByTimeAsync(500)
    expect(ids.map((one) => state().rows.get(one)?.status.starred)).toEqual(before)
    expect(bridge.articles.filter((one) => one.status.starred).length).toBeGreaterThan(0)
  })
})

describe('marking what stands above or below', () => {
  it('leaves the article itself and the other side alone, and is undone as a whole', async () => {
    const total = state().listTotal
    await state().markAboveRead(id(3))
    expect([read(0), read(1), read(2), read(3), read(4)]).toEqual([true, true, true, false, false])
    state().toasts.at(-1)?.action?.run()
    await vi.advanceTimersByTimeAsync(500)
    expect(read(0)).toBe(false)
    expect(bridge.articles.filter((one) => !one.status.read)).toHaveLength(total)
  })

  it('reaches what is not loaded yet', async () => {
    const total = state().listTotal
    expect(state().layout.ids.length).toBeLessThan(total)
    await state().open(id(3))
    await state().markBelowRead(id(3))
    expect(bridge.articles.filter((one) => !one.status.read)).toHaveLength(3)
    state().toasts.at(-1)?.action?.run()
    await vi.advanceTimersByTimeAsync(500)
    expect(bridge.articles.filter((one) => !one.status.read)).toHaveLength(total - 1)
  })
})

describe('the menu of an article', () => {
  it('offers to take back what is set', async () => {
    const labels = () => articleMenu([id(0)], state()).map((item) => item?.label)
    expect(labels()).toContain('Star')
    await state().toggle(id(0), 'starred')
    expect(labels()).toContain('Remove star')
  })

  it('copies the link through the main process', async () => {
    articleMenu([id(0)], state())
      .find((item) => item?.label === 'Copy link')
      ?.onChoose()
    await vi.advanceTimersByTimeAsync(10)
    expect(bridge.asked.at(-1)).toMatchObject({ name: 'app.copyText' })
  })
})

describe('saved searches', () => {
  it('are saved by name, run, renamed, removed and put back where they stood', async () => {
    state().search('harbour')
    expect(await state().saveSearch(' Harbour news ')).toBeNull()
    state().search('ferry')
    expect(await state().saveSearch('Harbour news')).toContain('already')
    expect(await state().saveSearch('Ferries')).toBeNull()
    expect(await state().renameSearch('Harbour news', 'Harbour')).toBeNull()
    const names = () => bridge.settings.savedSearches.map(({ name }) => name)
    expect(names()).toEqual(['Harbour', 'Ferries'])
    await state().removeSearch('Harbour')
    expect(names()).toEqual(['Ferries'])
    state().toasts.at(-1)?.action?.run()
    await vi.advanceTimersByTimeAsync(500)
    expect(names()).toEqual(['Harbour', 'Ferries'])
    state().endSearch()
    state().runSearch('Harbour')
    expect(state().searchText).toBe('harbour')
  })
})
