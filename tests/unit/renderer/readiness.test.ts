import { describe, expect, it } from 'vitest'
import { createAppStore } from '../../../renderer/store/app-store'
import { readinessParts } from '../../../renderer/readiness/readiness-parts'
import { makeArticles, NOW } from './fake-articles'
import { FakeBridge } from './fake-bridge'

describe('the readiness panel', () => {
  const opened = async () => {
    const articles = makeArticles()
    const part = articles.find(({ ready, missing }) => !ready && missing.length > 0)
    if (!part) throw new Error('no article of the sample lacks anything')
    const bridge = new FakeBridge({ articles })
    const store = createAppStore(bridge, () => NOW)
    await store.getState().preview(part.articleId)
    return { bridge, store, part }
  }

  it('shows what lacks, part by part, and why', async () => {
    const { store, part } = await opened()
    await store.getState().showReadiness()
    const { dialog, readiness } = store.getState()
    expect(dialog).toBe('readiness')
    if (readiness.state !== 'ready') throw new Error(readiness.state)
    expect(readiness.check.missing).toEqual(part.missing)
    const lines = readinessParts(readiness.check)
    expect(lines.map(({ name }) => name)).toEqual([
      'Text',
      'Pictures',
      'Related articles',
      'Comments',
      'Size',
    ])
    expect(lines.filter(({ lacks }) => lacks).map(({ words }) => words)).toEqual(['2 of 3', '2 of 3'])
  })

  it('looks again after what lacked was fetched', async () => {
    const { store } = await opened()
    await store.getState().showReadiness()
    await store.getState().completeOpen()
    expect(store.getState()).toMatchObject({
      completing: false,
      readiness: { state: 'ready', check: { ready: true } },
    })
  })

  it('tells why the disk could not be looked at', async () => {
    const { bridge, store } = await opened()
    bridge.failing.set('articles.check', 'The disk does not answer.')
    await store.getState().showReadiness()
    expect(store.getState().readiness).toEqual({ state: 'failed', message: 'The disk does not answer.' })
  })

  it('does not open where no article is open', async () => {
    const store = createAppStore(new FakeBridge({ articles: makeArticles() }), () => NOW)
    await store.getState().showReadiness()
    expect(store.getState().dialog).toBeNull()
  })
})
