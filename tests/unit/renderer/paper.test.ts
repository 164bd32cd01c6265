/** Articles on their way into a PDF: what is laid out for paper, and what is said in the end. */
import { beforeEach, expect, it } from 'vitest'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { NOW, makeArticles } from './fake-articles'
import { FakeBridge } from './fake-bridge'

let store: AppStore
const state = () => store.getState()
const ids = (from: number, to: number) => state().layout.ids.slice(from, to)
const said = () => state().toasts.at(-1)?.message

beforeEach(async () => {
  const bridge = new FakeBridge({ articles: makeArticles(500) })
  store = createAppStore(bridge, () => NOW)
  await startStore(store, bridge)
})

it('lays one article out under its own name, until it is printed', async () => {
  await state().savePdf(ids(2, 3))
  const { paper } = state()
  expect(paper?.articles.map(({ articleId }) => articleId)).toEqual(ids(2, 3))
  expect(paper?.name).toBe(paper?.articles[0]?.title)
  await state().printPaper()
  expect(state().paper).toBeNull()
  expect(said()).toBe(`1 article written to /home/reader/${paper?.name ?? ''}.pdf`)
})

it('lays several out in their order under one name, and begins nothing else meanwhile', async () => {
  await Promise.all([state().savePdf(ids(0, 3)), state().savePdf(ids(4, 5))])
  expect(state().paper?.articles.map(({ articleId }) => articleId)).toEqual(ids(0, 3))
  expect(state().paper?.name).toMatch(/^Offprint \d{4}-\d\d-\d\d$/)
  await state().savePdf(ids(4, 5))
  expect(state().paper?.articles).toHaveLength(3)
  await state().printPaper()
  expect(said()).toContain('3 articles written')
})

it('says how many articles a PDF holds when more are chosen', async () => {
  await state().savePdf(Array.from({ length: 51 }, () => ids(0, 1)).flat())
  expect(state().paper).toBeNull()
  expect(said()).toBe(
    'A PDF holds at most 50 articles, and 51 are chosen; choose fewer, or save a book (EPUB).',
  )
})

it('lays nothing out when an article is gone', async () => {
  await state().savePdf([...ids(0, 1), 'f'.repeat(32) as never])
  expect(state().paper).toBeNull()
  expect(state().toasts).toHaveLength(1)
})
