import { describe, expect, it } from 'vitest'
import { FIRST_QUERY } from '../../../contract/article-query'
import { folderPaths } from '../../../renderer/sidebar/feed-tree'
import { feedLines, lineOfQuery } from '../../../renderer/sidebar/sidebar-lines'
import { FEEDS } from './fake-articles'

const feeds = FEEDS.map((feed) => ({ ...feed, unread: 2 }))

describe('the lines of the sidebar', () => {
  it('nest folders, add up their unread articles, and put folders before feeds', () => {
    const lines = feedLines(feeds, new Set())
    expect(lines.map(({ label, level }) => [level, label]).slice(0, 4)).toEqual([
      [1, 'News'],
      [2, 'Europe'],
      [3, 'The Harbour Post'],
      [2, 'Meridian'],
    ])
    expect(lines[0]?.count).toBe(6)
  })

  it('hide what is inside a closed folder', () => {
    const lines = feedLines(feeds, new Set(['folder-News']))
    expect(lines.some(({ label }) => label === 'Europe')).toBe(false)
    expect(lines[0]).toMatchObject({ label: 'News', expanded: false })
  })

  it('know which line stands for the list that is shown', () => {
    const keys = feedLines(feeds, new Set()).map(({ key }) => key)
    expect(keys).toContain(lineOfQuery({ ...FIRST_QUERY, feedId: 'harbour' }))
    expect(keys).toContain(lineOfQuery({ ...FIRST_QUERY, folder: ['News', 'Europe'] }))
  })

  it('offer every folder, also those that hold only folders', () => {
    expect(folderPaths([{ ...feeds[0]!, folder: ['A', 'B'] }])).toEqual([['A'], ['A', 'B']])
  })
})
