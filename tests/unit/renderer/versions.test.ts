import { describe, expect, it } from 'vitest'
import type { ChangedParagraph } from '../../../contract/version'
import { createAppStore } from '../../../renderer/store/app-store'
import { countChanges, foldSame } from '../../../renderer/versions/fold-same'
import { makeArticles, NOW } from './fake-articles'
import { FakeBridge } from './fake-bridge'

const paragraph = (change: ChangedParagraph['change'], text = 'One two.'): ChangedParagraph => ({
  change,
  runs: [{ kind: change === 'none' || change === 'edited' ? 'same' : change, text }],
})
const shape = (changes: string) =>
  foldSame([...changes].map((letter) => paragraph(letter === '+' ? 'added' : 'none'))).map(
    ({ folded, paragraphs }) => (folded ? -1 : 1) * paragraphs.length,
  )

describe('unchanged paragraphs', () => {
  it('are folded but for those right beside a change', () => {
    expect(shape('.....+.....+')).toEqual([-4, 3, -3, 2])
  })

  it('stay in sight where a button would hide a single one', () => {
    expect(shape('+...+')).toEqual([2, 1, 2])
  })
})

it('the words that came and went are counted, the title’s too', () => {
  const change = {
    at: '',
    earlier: '',
    title: paragraph('none', 'Same title'),
    paragraphs: [paragraph('added', 'two words'), paragraph('removed', 'one'), paragraph('none')],
  }
  expect(countChanges(change)).toEqual({ added: 2, removed: 1 })
})

describe('showing what changed', () => {
  const opened = async (versions: readonly { at: string; changes: string }[]) => {
    const [first] = makeArticles()
    const bridge = new FakeBridge({ articles: [{ ...first!, versions }] })
    const store = createAppStore(bridge, () => NOW)
    await store.getState().preview(first!.articleId)
    return { bridge, store }
  }
  const twice = [
    { at: '2024-03-01T10:00:00.000Z', changes: '1 word added.' },
    { at: '2024-03-02T10:00:00.000Z', changes: '1 word removed.' },
  ]

  it('begins with the last change', async () => {
    const { store } = await opened(twice)
    await store.getState().showChanges()
    expect(store.getState()).toMatchObject({
      dialog: 'changes',
      versionAt: twice[1]?.at,
      versionChange: { state: 'ready' },
    })
  })

  it('shows the one asked for last, whichever answer comes first', async () => {
    const { store } = await opened(twice)
    await Promise.all(twice.map(({ at }) => store.getState().showChanges(at)))
    expect(store.getState().versionChange).toMatchObject({ change: { at: twice[1]?.at } })
  })

  it('says so where nothing changed, and opens nothing', async () => {
    const { store } = await opened([])
    await store.getState().showChanges()
    expect(store.getState().dialog).toBeNull()
    expect(store.getState().toasts.at(-1)?.message).toContain('not changed')
  })

  it('tells why a text cannot be compared', async () => {
    const { bridge, store } = await opened(twice)
    bridge.failing.set('articles.compare', 'The earlier text is gone.')
    await store.getState().showChanges()
    expect(store.getState().versionChange).toEqual({ state: 'failed', message: 'The earlier text is gone.' })
  })
})
