import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ArticleQuery } from '../../../contract/article-query'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { showLaunchSnapshot } from '../../../renderer/store/launch-snapshot'
import { keepView } from '../../../renderer/store/keep-view'
import type { ViewKeeper } from '../../../renderer/store/keep-view'
import { NOW, articleId, makeArticles, rowOf } from './fake-articles'
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

describe('what was kept for the launch', () => {
  const QUERY = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
  const known = makeArticles(40).map(rowOf).slice(0, 40)
  const launch = async (query: ArticleQuery, rows = known): Promise<void> => {
    keeper.stop()
    end()
    const { settings } = bridge
    const { counts } = state()
    store = createAppStore(bridge, () => NOW)
    showLaunchSnapshot(store, { settings, counts, query, page: { rows, next: 'more', total: 900 } })
  }

  it('is shown before anything was asked', async () => {
    bridge.asked.length = 0
    await launch(QUERY)
    expect(bridge.asked).toEqual([])
    expect(state()).toMatchObject({ loaded: true, listState: 'ready', listTotal: 900, query: QUERY })
    expect(state().layout.ids).toHaveLength(40)
    await state().loadMore()
    expect(bridge.asked).toEqual([])
  })

  it('stays in sight until the library has answered, and goes on from there', async () => {
    await state().showList(QUERY)
    keeper.flush()
    await launch(QUERY)
    const states: string[] = []
    store.subscribe(({ listState, layout }) => states.push(`${listState} ${String(layout.ids.length > 0)}`))
    end = await startStore(store, bridge)
    keeper = keepView(store, bridge)
    expect(new Set(states)).toEqual(new Set(['ready true']))
    await state().loadMore()
    expect(state().layout.ids.length).toBeGreaterThan(40)
  })

  it('gives way to what the library says', async () => {
    await state().showList(QUERY)
    keeper.flush()
    const [gone, ...others] = known
    bridge.articles = bridge.articles.filter(({ articleId }) => articleId !== gone!.articleId)
    await launch(QUERY, [gone!, ...others.map((row) => ({ ...row, title: 'As it was' }))])
    end = await startStore(store, bridge)
    keeper = keepView(store, bridge)
    expect(state().layout.ids).not.toContain(gone!.articleId)
    expect(
      [...state().rows.values()].filter(({ articleId }) => articleId !== gone!.articleId),
    ).not.toContainEqual(expect.objectContaining({ title: 'As it was' }))
  })
})
