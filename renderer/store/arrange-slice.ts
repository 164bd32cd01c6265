/** Order and folders of the left pane: by name, or the reader's own, made by dragging, from the keyboard or in a folder's settings. */
import type { FeedRow } from '../../contract/feed'
import {
  changedFolder,
  folderAbove,
  isInside,
  nodeOf,
  parentOf,
  placedLine,
  steppedOrder,
} from '../sidebar/arrange-feeds'
import type { Arrangement, LinePlace } from '../sidebar/arrange-feeds'
import { buildFeedTree, folderKey } from '../sidebar/feed-tree'
import type { TreeNode } from '../sidebar/feed-tree'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface ArrangeSlice {
  /** Moves a folder or feed, by the key of its line, past its neighbour. */
  readonly stepLine: (key: string, step: 1 | -1) => Promise<void>
  /** Moves it into the folder above it, or out of its own. Answers with the key its line has then; null when nothing moved. */
  readonly nestLine: (key: string, way: 'in' | 'out') => Promise<string | null>
  /** Puts a feed or folder somewhere else, told and undone. Answers as `nestLine`. */
  readonly placeLine: (key: string, place: LinePlace) => Promise<string | null>
  /** Gives a folder another name or place; false when it could not be. */
  readonly changeFolder: (path: readonly string[], to: readonly string[]) => Promise<boolean>
  /** Several feeds into one folder, told and undone as one. */
  readonly moveFeeds: (feeds: readonly FeedRow[], folder: readonly string[]) => Promise<void>
  readonly sortFeedsByName: () => Promise<void>
}

interface FolderChange {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

interface Move extends Arrangement {
  /** Makes the order the reader's own where feeds were by name. */
  readonly own: boolean
  readonly folder: FolderChange | null
}

export function createArrangeSlice(tools: SliceTools): ArrangeSlice {
  const { get } = tools
  const tree = () => buildFeedTree(get().feeds, get().settings.feedOrder)
  const carryOut = createMover(tools)
  const tell = (message: string, undo: () => Promise<boolean>) => {
    get().say(message, { label: wording.actions.undo, run: () => void undo() })
  }
  const placeLine: ArrangeSlice['placeLine'] = async (key, place) => {
    const nodes = tree()
    const [node, placed] = [nodeOf(nodes, key), placedLine(nodes, key, place)]
    if (!node || !placed) return null
    const folder = 'into' in place ? place.into : (parentOf(nodeOf(nodes, place.beside)) ?? [])
    const change = node.kind === 'folder' ? { from: node.path, to: [...folder, node.name] } : null
    const undo = await carryOut({ ...placed, own: 'beside' in place, folder: change })
    if (!undo) return null
    if (placed.moves.length > 0) tell(wording.feeds.moved(nameOf(node), folder.at(-1) ?? null), undo)
    return change ? folderKey(change.to) : key
  }
  return {
    placeLine,
    stepLine: async (key, step) => {
      const order = steppedOrder(tree(), key, step)
      if (order) await carryOut({ order, moves: [], own: true, folder: null })
    },
    nestLine: async (key, way) => {
      const nodes = tree()
      const parent = parentOf(nodeOf(nodes, key)) ?? []
      if (way === 'out') return parent.length > 0 ? placeLine(key, { into: parent.slice(0, -1) }) : null
      const above = folderAbove(nodes, key)
      if (!above) return null
      if (get().closedFolders.has(above.key)) get().toggleFolder(above.key)
      return placeLine(key, { into: above.path })
    },
    changeFolder: async (path, to) => {
      const changed = changedFolder(tree(), path, to)
      if (!changed) return true
      return (await carryOut({ ...changed, own: false, folder: { from: path, to } })) !== null
    },
    moveFeeds: async (feeds, folder) => {
      const moves = feeds
        .filter((feed) => feed.folder.join('\n') !== folder.join('\n'))
        .map(({ feedId }) => ({ feedId, folder }))
      const [first] = feeds
      const name = folder.at(-1) ?? null
      if (!first || moves.length === 0) return
      const undo = await carryOut({ order: [], moves, own: false, folder: null })
      const { moved, movedMany } = wording.feeds
      if (undo) tell(feeds.length === 1 ? moved(first.title, name) : movedMany(feeds.length, name), undo)
    },
    sortFeedsByName: async () => {
      await get().changeSettings({ feedOrder: 'name' })
      get().say(wording.sidebar.sortedByName)
    },
  }
}

const nameOf = (node: TreeNode) => (node.kind === 'folder' ? node.name : node.feed.title)

/** Makes a move lasting, and answers with what undoes it exactly; null when the library refused it. */
function createMover({ set, get, ask }: SliceTools) {
  const arrange = async (order: readonly string[], moves: Arrangement['moves']): Promise<boolean> => {
    const answer = await ask('feeds.arrange', order, moves)
    if (!answer.ok) get().complain(answer.error.message)
    return answer.ok
  }
  /** What is closed or shown is so under the folder's new name too. */
  const follow = ({ from, to }: FolderChange): void => {
    const { closedFolders, query, showList } = get()
    const [old, now] = [folderKey(from), folderKey(to)]
    const moved = (key: string) =>
      key === old || key.startsWith(`${old}/`) ? now + key.slice(old.length) : key
    set({ closedFolders: new Set([...closedFolders].map(moved)) })
    if (query.folder && isInside(query.folder, from))
      void showList({ ...query, folder: [...to, ...query.folder.slice(from.length)] })
  }
  const changed = async (folder: FolderChange | null): Promise<void> => {
    await get().loadFeeds()
    if (folder) follow(folder)
    void get().refreshList()
  }
  return async ({ order, moves, own, folder }: Move): Promise<(() => Promise<boolean>) | null> => {
    const { feeds, settings } = get()
    const { feedOrder } = settings
    const kept = own || feedOrder === 'own'
    if (!(await arrange(kept ? order : [], moves))) return null
    if (own && feedOrder !== 'own') await get().changeSettings({ feedOrder: 'own' })
    await changed(folder)
    return async () => {
      const folders = new Map(feeds.map((feed) => [feed.feedId, feed.folder]))
      const back = moves.map(({ feedId }) => ({ feedId, folder: folders.get(feedId) ?? [] }))
      const ids = feeds.map(({ feedId }) => feedId)
      if (!(await arrange(ids, back))) return false
      if (get().settings.feedOrder !== feedOrder) await get().changeSettings({ feedOrder })
      await changed(folder && { from: folder.to, to: folder.from })
      return true
    }
  }
}
