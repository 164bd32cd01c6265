/** Stories in the window's list, and the dialog's part of the store that prepares for offline. */
import { beforeEach, describe, expect, it } from 'vitest'
import { articleMenu } from '../../../renderer/article-list/article-menu'
import { listKey } from '../../../renderer/article-list/list-input'
import { prepareScopes } from '../../../renderer/prepare/prepare-scopes'
import { createAppStore, type AppStore } from '../../../renderer/store/app-store'
import { FakeBridge } from './fake-bridge'
import { articleId, makeArticles, NOW } from './fake-articles'

const all = makeArticles()
const [lead, shown] = [all[0]!, all[1]!]
const other = { ...all.at(-1)!, articleId: articleId(999), title: 'The same, elsewhere' }

let bridge: FakeBridge
let store: AppStore

beforeEach(async () => {
  const part = { title: other.title, published: other.published, feedTitle: other.feedTitle }
  const story = {
    story: { articles: 1, feeds: 1 },
    storyParts: [{ ...part, articleId: other.articleId, sameText: true, ready: true }],
  }
  bridge = new FakeBridge({ articles: [{ ...lead, ...story }, ...all.slice(1), other] })
  store = createAppStore(bridge, () => NOW)
  await store.getState().showList({ view: 'all', feedId: null, folder: null, order: 'newest' })
  // The library leaves a story's other copies out of the list; the fake one does not know how.
  const { layout } = store.getState()
  store.setState({
    layout: {
      ...layout,
      ids: layout.ids.filter((id) => id !== other.articleId),
      items: layout.items.filter(({ key }) => key !== other.articleId),
    },
  })
})

const ids = () => store.getState().layout.ids
const press = (key: string) => {
  const event = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  return listKey(event as never, { store } as never)
}

describe('a story in the list', () => {
  it('opens under its row and closes again, by the arrow keys', async () => {
    store.getState().select(lead.articleId)
    const before = ids()
    expect(press('ArrowRight')).toBe(true)
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
    expect(ids().slice(0, 3)).toEqual([lead.articleId, other.articleId, shown.articleId])
    expect(
      store
        .getState()
        .layout.items.filter((item) => item.kind === 'article')
        .map((item) => item.position),
    ).toEqual(ids().map((_, at) => at))
    expect(press('ArrowLeft')).toBe(true)
    expect(ids()).toEqual(before)
  })

  it('gives the selection back to its row when what was selected is hidden', async () => {
    await store.getState().toggleStory(lead.articleId)
    store.getState().select(other.articleId)
    await store.getState().toggleStory(lead.articleId)
    expect(store.getState().selectedId).toBe(lead.articleId)
  })

  it('does nothing for an article alone, and forgets what was open with the list', async () => {
    await store.getState().toggleStory(shown.articleId)
    expect(ids()).not.toContain(other.articleId)
    await store.getState().toggleStory(lead.articleId)
    await store.getState().showList(store.getState().query)
    await store.getState().toggleStory(lead.articleId, false)
    expect(store.getState().openStories.listNumber).not.toBe(store.getState().listNumber)
  })

  it('offers “not the same story” in the menu of its rows only, and takes it back by undo', async () => {
    const labels = (id: typeof lead.articleId) =>
      articleMenu([id], store.getState()).map((item) => item?.label)
    expect(labels(lead.articleId)).toContain('Not the same story')
    expect(labels(shown.articleId)).not.toContain('Not the same story')
    await store.getState().partStory([lead.articleId])
    const toast = store.getState().toasts.at(-1)
    expect(toast?.message).toBe('Shown by itself from now on')
    toast?.action?.run()
    expect(bridge.asked.filter(({ name }) => name === 'stories.part').map(({ args }) => args[1])).toEqual([
      true,
      false,
    ])
  })
})

describe('preparing for offline', () => {
  it('offers the list in sight where it is one of its own, all unread, and the newest', async () => {
    expect(prepareScopes(store.getState()).map(({ scope }) => scope.kind)).toEqual([
      'unread',
      'newest',
      'newest',
    ])
    await store.getState().showList({ view: 'all', feedId: 'harbour', folder: null, order: 'newest' })
    expect(prepareScopes(store.getState())[0]?.scope).toEqual({ kind: 'feed', feedId: 'harbour' })
  })

  it('keeps what came of it, and says so when it could not be done', async () => {
    bridge.prepared = {
      articles: 2,
      ready: 1,
      cancelled: false,
      incomplete: [{ articleId: lead.articleId, missing: 'picture 1 of 2', why: 'The server answered 404.' }],
      titles: { [lead.articleId]: lead.title },
    }
    const run = store.getState().prepareScope({ kind: 'unread' })
    expect(store.getState().preparing).toBe(true)
    await run
    expect(store.getState()).toMatchObject({ preparing: false, prepared: bridge.prepared })
    bridge.failing.set('prepare.run', 'The disk is full.')
    await store.getState().prepareScope({ kind: 'unread' })
    expect(store.getState().prepared).toBeNull()
    expect(store.getState().toasts.at(-1)?.message).toBe('The disk is full.')
  })
})
