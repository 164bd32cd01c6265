import { describe, expect, it } from 'vitest'
import { syncNotification, type ToldArticle } from '../../../electron/shell/sync-notification'
import { articleId } from '../renderer/fake-articles'

const told = (count: number): ToldArticle[] =>
  Array.from({ length: count }, (_, at) => ({
    articleId: articleId(at + 1),
    title: `Title ${String(at + 1)}`,
    feedTitle: 'The Harbour',
  }))

describe('what the desktop is told after a sync', () => {
  it('is nothing until the reader asks for it', () => {
    expect(syncNotification('off', 12, told(3))).toBeNull()
  })

  it('is the article itself when a rule asked for one', () => {
    expect(syncNotification('rules', 12, told(1))).toEqual({
      title: 'Title 1',
      body: 'The Harbour',
      articleId: articleId(1),
    })
  })

  it('is one notification for many, with three titles', () => {
    expect(syncNotification('rules', 12, told(5))).toEqual({
      title: '5 articles you asked for',
      body: 'Title 1\nTitle 2\nTitle 3\nand 2 more',
      articleId: null,
    })
  })

  it('is a number where the reader wants every pass told, and nothing when it brought nothing', () => {
    expect(syncNotification('all', 1, [])?.title).toBe('1 new article')
    expect(syncNotification('all', 12, [])?.title).toBe('12 new articles')
    expect(syncNotification('all', 0, [])).toBeNull()
    expect(syncNotification('rules', 12, [])).toBeNull()
  })

  it('cuts a title that no desktop would show whole', () => {
    const [one] = told(1)
    const long = [{ ...one!, title: 'word '.repeat(100) }]
    expect(syncNotification('rules', 1, long)?.title.length).toBeLessThanOrEqual(120)
  })
})
