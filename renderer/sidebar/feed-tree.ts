/** Makes the sidebar's lines out of the feeds: folders nested by their path, feeds under them, unread counts added up. Pure. */
import type { FeedRow } from '../../contract/feed'
import type { Settings } from '../../contract/settings'

export interface FolderNode {
  readonly kind: 'folder'
  readonly key: string
  readonly path: readonly string[]
  readonly name: string
  readonly level: number
  readonly unread: number
  readonly children: readonly TreeNode[]
}
export interface FeedNode {
  readonly kind: 'feed'
  readonly key: string
  readonly level: number
  readonly feed: FeedRow
}
export type TreeNode = FolderNode | FeedNode

/** Name of a folder's line. */
export function folderKey(path: readonly string[]): string {
  return `folder-${path.join('/')}`
}

const BY_NAME = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Folders before feeds, each by name, as the reader's language orders them, or as the feeds come. */
export function buildFeedTree(
  feeds: readonly FeedRow[],
  order: Settings['feedOrder'] = 'name',
): readonly TreeNode[] {
  return nodesAt(feeds, [], order)
}

function nodesAt(
  feeds: readonly FeedRow[],
  path: readonly string[],
  order: Settings['feedOrder'],
): readonly TreeNode[] {
  const level = path.length
  const folders = new Map<string, FeedRow[]>()
  const here: FeedNode[] = []
  for (const feed of feeds) {
    const name = feed.folder[level]
    if (name === undefined) here.push({ kind: 'feed', key: `feed-${feed.feedId}`, level: level + 1, feed })
    else folders.set(name, [...(folders.get(name) ?? []), feed])
  }
  const made = [...folders].map(([name, inside]): FolderNode => {
    const own = [...path, name]
    const unread = inside.reduce((sum, feed) => sum + feed.unread, 0)
    return {
      kind: 'folder',
      key: folderKey(own),
      path: own,
      name,
      level: level + 1,
      unread,
      children: nodesAt(inside, own, order),
    }
  })
  if (order === 'name') {
    made.sort((a, b) => BY_NAME.compare(a.name, b.name))
    here.sort((a, b) => BY_NAME.compare(a.feed.title, b.feed.title))
  }
  return [...made, ...here]
}

/** The lines that are seen: children of closed folders are left out. */
export function visibleNodes(nodes: readonly TreeNode[], closed: ReadonlySet<string>): readonly TreeNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'folder' && !closed.has(node.key) ? [node, ...visibleNodes(node.children, closed)] : [node],
  )
}

/** Every folder's path, for choosing one. */
export function folderPaths(feeds: readonly FeedRow[]): readonly (readonly string[])[] {
  const paths = new Map<string, readonly string[]>()
  for (const { folder } of feeds) {
    for (let depth = 1; depth <= folder.length; depth++) {
      const path = folder.slice(0, depth)
      paths.set(JSON.stringify(path), path)
    }
  }
  return [...paths.values()].sort((a, b) => BY_NAME.compare(a.join('/'), b.join('/')))
}
