/** Folders and feeds moved about the left pane: what a drop, a key or a folder's settings make of the library, and that undo puts all of it back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { dropPlace } from '../../../renderer/sidebar/drop-place'
import { folderKey } from '../../../renderer/sidebar/feed-tree'
import { feedLines, listLines, type SidebarLine } from '../../../renderer/sidebar/sidebar-lines'
import { createAppStore, type AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { NOW } from './fake-articles'
import { FakeBridge } from './fake-bridge'

let bridge: FakeBridge
let store: AppStore
const state = () => store.getState()
/** The tree as it is seen, an indent a level. */
const seen = (closed: ReadonlySet<string> = new Set()) =>
  feedLines(state().feeds, closed, state().settings.feedOrder).map(
    ({ label, level }) => '  '.repeat(level - 1) + label,
  )
const lineOf = (label: string): SidebarLine =>
  feedLines(state().feeds, new Set(), state().settings.feedOrder).find((line) => line.label === label)!
const undo = async () => {
  state().toasts.at(-1)?.action?.run()
  await new Promise((resolve) => setTimeout(resolve, 5))
}
const NEWS = folderKey(['News'])
const SCIENCE = folderKey(['Science'])

beforeEach(async () => {
  bridge = new FakeBridge()
  const titles = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Top']
  const folders = [['News'], ['News', 'Europe'], ['Science'], ['Technology'], []]
  bridge.feeds = bridge.feeds
    .slice(0, 5)
    .map((feed, at) => ({ ...feed, title: titles[at]!, folder: folders[at]! }))
  store = createAppStore(bridge, () => NOW)
  await startStore(store, bridge)
})

describe('a folder that is put elsewhere', () => {
  it('takes its feeds and folders along, and undo brings all of it back', async () => {
    const before = { feeds: bridge.feeds, tree: seen() }
    expect(await state().placeLine(NEWS, { into: ['Science'] })).toBe('folder-Science/News')
    expect(seen()).toEqual([
      'Science',
      '  News',
      '    Europe',
      '      Beta',
      '    Alpha',
      '  Gamma',
      'Technology',
      '  Delta',
      'Top',
    ])
    expect(state().settings.feedOrder).toBe('name')
    await undo()
    expect(seen()).toEqual(before.tree)
    expect(bridge.feeds).toEqual(before.feeds)
  })

  it('stands above or below another folder, and the order is the reader’s own until undone', async () => {
    await state().placeLine(folderKey(['Technology']), { beside: NEWS, side: 'before' })
    expect(seen().filter((line) => !line.startsWith(' '))).toEqual(['Technology', 'News', 'Science', 'Top'])
    expect(state().settings.feedOrder).toBe('own')
    await state().placeLine(folderKey(['News', 'Europe']), { beside: SCIENCE, side: 'after' })
    expect(seen()).toEqual([
      'Technology',
      '  Delta',
      'News',
      '  Alpha',
      'Science',
      '  Gamma',
      'Europe',
      '  Beta',
      'Top',
    ])
    await undo()
    expect(seen().slice(2, 6)).toEqual(['News', '  Europe', '    Beta', '  Alpha'])
  })

  it('keeps its place in an order of one’s own when the last feed beside it leaves', async () => {
    await state().placeLine(folderKey(['Technology']), { beside: NEWS, side: 'before' })
    await state().placeLine('feed-harbour', { into: ['Technology'] })
    await state().placeLine('feed-meridian', { into: ['News'] })
    expect(seen().filter((line) => !line.startsWith(' '))).toEqual(['Technology', 'News', 'Science', 'Top'])
  })

  it('never goes into itself, and asks for nothing when it is there already', async () => {
    const before = bridge.asked.length
    expect(await state().placeLine(NEWS, { into: ['News', 'Europe'] })).toBeNull()
    expect(await state().placeLine(NEWS, { into: ['News'] })).toBeNull()
    expect(await state().placeLine(NEWS, { into: [] })).toBeNull()
    expect(await state().placeLine(NEWS, { beside: NEWS, side: 'after' })).toBeNull()
    expect(await state().placeLine('folder-unknown', { into: [] })).toBeNull()
    expect(bridge.asked).toHaveLength(before)
  })

  it('stays closed and shown under its new name', async () => {
    state().toggleFolder(folderKey(['News', 'Europe']))
    await state().showList({ ...state().query, view: 'all', feedId: null, folder: ['News', 'Europe'] })
    await state().placeLine(NEWS, { into: ['Science'] })
    expect([...state().closedFolders]).toEqual(['folder-Science/News/Europe'])
    expect(state().query.folder).toEqual(['Science', 'News', 'Europe'])
    await undo()
    expect(state().query.folder).toEqual(['News', 'Europe'])
  })

  it('stays where it is when the library cannot keep it', async () => {
    bridge.failing.set('feeds.arrange', 'The disk is full.')
    const before = seen()
    expect(await state().placeLine(NEWS, { into: ['Science'] })).toBeNull()
    expect(seen()).toEqual(before)
    expect(state().toasts.at(-1)).toMatchObject({ tone: 'problem', message: 'The disk is full.' })
  })
})

describe('a line moved by keys', () => {
  it('goes into the folder above it and out again, a folder with all that is in it', async () => {
    state().toggleFolder(NEWS)
    expect(await state().nestLine(SCIENCE, 'in')).toBe('folder-News/Science')
    expect(state().closedFolders.has(NEWS)).toBe(false)
    expect(seen().slice(0, 6)).toEqual(['News', '  Europe', '    Beta', '  Science', '    Gamma', '  Alpha'])
    expect(await state().nestLine('folder-News/Science', 'out')).toBe(SCIENCE)
    expect(seen().filter((line) => !line.startsWith(' '))).toEqual(['News', 'Science', 'Technology', 'Top'])
    expect(await state().nestLine('feed-alnahr', 'in')).toBe('feed-alnahr')
    expect(seen().slice(-3)).toEqual(['Technology', '  Delta', '  Top'])
  })

  it('stays where there is no folder above it, or none around it', async () => {
    expect(await state().nestLine(NEWS, 'in')).toBeNull()
    expect(await state().nestLine(NEWS, 'out')).toBeNull()
  })
})

describe('the settings of a folder', () => {
  it('give it another name in its place, and another place', async () => {
    await state().placeLine(folderKey(['Technology']), { beside: NEWS, side: 'before' })
    expect(await state().changeFolder(['News'], ['The news'])).toBe(true)
    expect(seen().filter((line) => !line.startsWith(' '))).toEqual([
      'Technology',
      'The news',
      'Science',
      'Top',
    ])
    expect(await state().changeFolder(['The news', 'Europe'], ['Science', 'Europa'])).toBe(true)
    expect(seen().slice(4)).toEqual(['Science', '  Europa', '    Beta', '  Gamma', 'Top'])
  })
})

describe('several feeds moved together', () => {
  it('are told and undone as one', async () => {
    const [one, two] = state().feeds
    const before = bridge.feeds
    await state().moveFeeds([one!, two!], ['Later'])
    expect(seen().slice(0, 3)).toEqual(['Later', '  Alpha', '  Beta'])
    expect(state().toasts.at(-1)?.message).toBe('2 feeds are in Later now')
    await undo()
    expect(bridge.feeds).toEqual(before)
  })
})

describe('the place under the pointer', () => {
  it('is above, in or below a closed folder, and above or in an open one', () => {
    const [moved, open] = [lineOf('Technology'), lineOf('News')]
    const closed = { ...open, expanded: false }
    expect(dropPlace(moved, closed, 0.1)?.place).toEqual({ beside: NEWS, side: 'before' })
    expect(dropPlace(moved, closed, 0.5)?.place).toEqual({ into: ['News'] })
    expect(dropPlace(moved, closed, 0.9)?.place).toEqual({ beside: NEWS, side: 'after' })
    expect(dropPlace(moved, open, 0.9)?.place).toEqual({ into: ['News'] })
  })

  it('of a folder over a feed is that feed’s folder, and over the lists the top level', () => {
    const moved = lineOf('Technology')
    expect(dropPlace(moved, lineOf('Beta'), 0.1)).toMatchObject({
      key: 'folder-News/Europe',
      side: 'into',
      place: { into: ['News', 'Europe'] },
    })
    expect(dropPlace(moved, listLines(state().counts)[0]!, 0.5)?.place).toEqual({ into: [] })
  })

  it('is none over itself and what is in it', () => {
    const moved = lineOf('News')
    for (const over of ['News', 'Europe', 'Alpha', 'Beta'])
      expect(dropPlace(moved, lineOf(over), 0.5)).toBeNull()
  })

  it('of a feed is above or below another feed, or in a folder', () => {
    const moved = lineOf('Top')
    expect(dropPlace(moved, lineOf('Alpha'), 0.2)?.place).toMatchObject({ side: 'before' })
    expect(dropPlace(moved, lineOf('Alpha'), 0.8)?.place).toMatchObject({ side: 'after' })
    expect(dropPlace(moved, lineOf('News'), 0.05)?.place).toEqual({ into: ['News'] })
  })
})
