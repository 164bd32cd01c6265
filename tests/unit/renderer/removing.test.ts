import { beforeEach, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import { muteDraft } from '../../../renderer/rules/mute-draft'
import { buildFeedTree } from '../../../renderer/sidebar/feed-tree'
import { orderOf, placedLine, steppedOrder } from '../../../renderer/sidebar/arrange-feeds'
import { createAppStore, type AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { FakeBridge } from './fake-bridge'

let bridge: FakeBridge
let store: AppStore
const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

beforeEach(async () => {
  bridge = new FakeBridge()
  store = createAppStore(bridge)
  await startStore(store, bridge)
  await store.getState().showList(ALL)
})

const ids = (): readonly ArticleId[] => store.getState().layout.ids
const undo = async (): Promise<void> => {
  store.getState().toasts.at(-1)?.action?.run()
  await new Promise((resolve) => setTimeout(resolve, 5))
}

it('takes a removed article out of the list, selects the next one, and undoes it to the letter', async () => {
  const before = store.getState()
  const [, second, third] = ids()
  before.select(second!)
  await store.getState().removeArticles([second!])
  expect(ids()).not.toContain(second)
  expect(store.getState().selectedId).toBe(third)
  expect(store.getState().listTotal).toBe(before.listTotal - 1)
  await undo()
  const after = store.getState()
  expect(after.layout).toEqual(before.layout)
  expect(after).toMatchObject({ selectedId: second, listTotal: before.listTotal })
  expect(bridge.removed.size).toBe(0)
})

it('closes a removed article that was open, and selects the last one when the end was removed', async () => {
  const [beforeLast, last] = ids().slice(-2)
  await store.getState().open(last!)
  await store.getState().removeArticles([last!])
  expect(store.getState()).toMatchObject({ openId: null, selectedId: beforeLast })
})

it('keeps the list as it is when the library cannot keep the removal', async () => {
  bridge.failing.set('articles.remove', 'The disk is full.')
  const before = ids()
  await store.getState().removeArticles([before[0]!])
  expect(ids()).toBe(before)
  expect(store.getState().toasts.at(-1)).toMatchObject({ tone: 'problem', message: 'The disk is full.' })
})

it('brings several removed feeds back by one undo', async () => {
  const feeds = store.getState().feeds
  await store.getState().removeFeeds(feeds.slice(0, 2))
  await store.getState().loadLibrary()
  expect(store.getState().feeds).toHaveLength(feeds.length - 2)
  await undo()
  await store.getState().loadLibrary()
  expect(store.getState().feeds.map(({ feedId }) => feedId)).toEqual(feeds.map(({ feedId }) => feedId))
})

it('moves a line past its neighbour of the same kind, and keeps the order as the reader’s own', async () => {
  const tree = buildFeedTree(store.getState().feeds, 'name')
  const top = tree.filter((node) => node.kind === 'feed')
  const [first, second] = top
  if (!first || !second) throw new Error('the fake library has too few feeds at its top')
  await store.getState().stepLine(second.key, -1)
  const { settings, feeds } = store.getState()
  expect(settings.feedOrder).toBe('own')
  const after = buildFeedTree(feeds, 'own').filter((node) => node.kind === 'feed')
  expect(after.slice(0, 2).map(({ key }) => key)).toEqual([second.key, first.key])
})

it('moves no line past the end of its kind', () => {
  const tree = buildFeedTree(store.getState().feeds, 'name')
  expect(steppedOrder(tree, tree.at(-1)!.key, 1)).toBeNull()
  expect(steppedOrder(tree, tree[0]!.key, -1)).toBeNull()
  expect(steppedOrder(tree, 'feed-unknown', 1)).toBeNull()
})

it('puts a feed above or below another one', () => {
  const tree = buildFeedTree(store.getState().feeds, 'name')
  const order = orderOf(tree)
  const [one, two, three] = order
  const put = (feedId: string, beside: string, side: 'before' | 'after') =>
    placedLine(tree, `feed-${feedId}`, { beside: `feed-${beside}`, side })?.order.slice(0, 3)
  expect(put(three!, one!, 'before')).toEqual([three, one, two])
  expect(put(one!, two!, 'after')).toEqual([two, one, three])
})

it('begins a muting rule with the author, and with the title where nobody is named', () => {
  const row = { author: 'Ida Fenwick, Rosa Lindqvist', title: 'Bees, and votes', feedId: 'f' }
  expect(muteDraft(row, 'r').rule).toMatchObject({
    actions: ['mute'],
    conditions: [{ field: 'author', value: 'Ida Fenwick Rosa Lindqvist', not: false }],
  })
  expect(muteDraft({ ...row, author: null }, 'r').rule.conditions).toEqual([
    { field: 'title', value: 'Bees and votes', not: false },
  ])
})
