import { describe, expect, it } from 'vitest'
import { feedLines } from '../../../renderer/sidebar/sidebar-lines'
import { createLineKeeper, linePlaces } from '../../../renderer/sidebar/tree-places'
import { FEEDS } from './fake-articles'

const feeds = (unread: number) =>
  FEEDS.map((feed) => ({ ...feed, unread: 2 + unread, choices: { ...feed.choices } }))

describe('the places of the tree’s lines', () => {
  it('count each line among its siblings under the same folder, whether or not it is drawn', () => {
    const feed = FEEDS[0]!
    const at = (feedId: string, ...folder: string[]) => ({ ...feed, feedId, title: feedId, folder })
    const lines = feedLines([at('1', 'A', 'B'), at('2', 'A'), at('3', 'A'), at('4', 'C'), at('5')], new Set())
    const places = linePlaces(lines)
    expect(lines.map(({ label, level }, place) => [label, level, places[place]])).toEqual([
      ['A', 1, { position: 1, size: 3 }],
      ['B', 2, { position: 1, size: 3 }],
      ['1', 3, { position: 1, size: 1 }],
      ['2', 2, { position: 2, size: 3 }],
      ['3', 2, { position: 3, size: 3 }],
      ['C', 1, { position: 2, size: 3 }],
      ['4', 2, { position: 1, size: 1 }],
      ['5', 1, { position: 3, size: 3 }],
    ])
  })
})

describe('lines that are made again', () => {
  it('stay the same objects where they say the same, so that only the others are drawn again', () => {
    const keep = createLineKeeper()
    const before = keep(feedLines(feeds(0), new Set()))
    const changed = feeds(0).map((feed, at) => (at === 0 ? { ...feed, unread: 9 } : feed))
    const after = keep(feedLines(changed, new Set()))
    const drawn = after.filter((line, at) => line !== before[at]).map(({ key }) => key)
    // The feed itself, and the folders it stands in.
    const [{ feedId, folder }] = FEEDS as [(typeof FEEDS)[number]]
    const folders = folder.map((_, depth) => `folder-${folder.slice(0, depth + 1).join('/')}`)
    expect(drawn.sort()).toEqual([...folders, `feed-${feedId}`].sort())
    expect(keep(feedLines(changed, new Set())).every((line, at) => line === after[at])).toBe(true)
  })

  it('stay the same also when others come before them', () => {
    const keep = createLineKeeper()
    const [closed, open] = [new Set(['folder-News']), new Set<string>()]
    const before = new Map(keep(feedLines(feeds(0), closed)).map((line) => [line.key, line]))
    for (const line of keep(feedLines(feeds(0), open)))
      if (line.key !== 'folder-News' && before.has(line.key)) expect(line).toBe(before.get(line.key))
  })
})
