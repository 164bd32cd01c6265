import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { keepView } from '../../../renderer/store/keep-view'
import type { ViewKeeper } from '../../../renderer/store/keep-view'
import { NOW, articleId, makeArticles } from './fake-articles'
import { FakeBridge } from './fake-bridge'

const FERRY = articleId(1)

let bridge: FakeBridge
let store: AppStore
let keeper: ViewKeeper
let end: () => void

async function start(): Promise<void> {
  store = createAppStore(bridge, () => NOW)
  end = await startStore(store, bridge)
  keeper = keepView(store, bridge)
}
async function restart(): Promise<void> {
  keeper.flush()
  keeper.stop()
  end()
  await start()
}
const state = () => store.getState()

beforeEach(async () => {
  vi.useFakeTimers()
  bridge = new FakeBridge({ articles: makeArticles(900) })
  await start()
})
afterEach(() => {
  keeper.stop()
  end()
  vi.useRealTimers()
})

describe('a restart', () => {
  it('shows the list, the article and the place in it of last time', async () => {
    await state().showList({ view: 'starred', feedId: null, folder: null, order: 'oldest' })
    await state().open(FERRY)
    state().keepPosition(FERRY, 740)
    state().toggleFolder('folder-News')
    await restart()
    expect(state().query).toMatchObject({ view: 'starred', order: 'oldest' })
    expect(state()).toMatchObject({ openId: FERRY, selectedId: FERRY, pane: 'reader' })
    expect(state().positionOf(FERRY)).toBe(740)
    expect(state().closedFolders.has('folder-News')).toBe(true)
  })

  it('does not mark as read what it only shows again', async () => {
    await state().preview(FERRY)
    await restart()
    expect(state().openId).toBe(FERRY)
    expect(state().rows.get(FERRY)?.status.read).toBe(false)
  })

  it('loads a long list as far as the place it stood at', async () => {
    await state().showList({ view: 'all', feedId: null, folder: null, order: 'newest' })
    while (state().layout.ids.length < state().listTotal) await state().loadMore()
    const place = { articleIds: [state().layout.ids[700]!], offset: 12 }
    state().keepListPlace(place)
    await restart()
    expect(state().layout.ids.length).toBeGreaterThan(700)
    expect(state().takeWantedPlace()).toEqual(place)
    expect(state().takeWantedPlace()).toBeNull()
  })

  it('passes over a feed and an article that are gone', async () => {
    const { feedId } = bridge.feeds[0]!
    await state().showList({ view: 'all', feedId, folder: null, order: 'newest' })
    await state().open(state().layout.ids[0]!)
    keeper.flush()
    bridge.articles = bridge.articles.filter((one) => one.feedId !== feedId)
    bridge.feeds = bridge.feeds.slice(1)
    bridge.failing.set('articles.get', 'There is no such article.')
    await restart()
    expect(state().query).toMatchObject({ view: 'unread', feedId: null })
    expect(state()).toMatchObject({ openId: null, article: { state: 'none' }, pane: 'list' })
    expect(state().toasts).toEqual([])
  })
})

describe('keeping the view', () => {
  const kept = () => bridge.asked.filter(({ name }) => name === 'view.keep').length

  it('writes once for many changes, and nothing for none', async () => {
    await vi.advanceTimersByTimeAsync(5000)
    expect(kept()).toBe(0)
    for (let top = 0; top < 50; top++) state().keepPosition(FERRY, top)
    await vi.advanceTimersByTimeAsync(5000)
    expect(kept()).toBe(1)
    expect(bridge.view?.positions).toEqual([[FERRY, 49]])
  })
})
