/** The reader's own order of feeds and folders: what moving one line makes of the list of feeds and of their folders. Pure. */
import type { FeedMove } from '../../contract/feed'
import type { FolderNode, TreeNode } from './feed-tree'

/** Where a line is put: last in a folder (an empty path is the top level), or beside another line. */
export type LinePlace =
  { readonly into: readonly string[] } | { readonly beside: string; readonly side: 'before' | 'after' }

/** All feeds from top to bottom, and those that get into another folder by it. */
export interface Arrangement {
  readonly order: readonly string[]
  readonly moves: readonly FeedMove[]
}

/** Feeds from top to bottom as the tree shows them, closed folders' feeds among them. */
export function orderOf(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === 'feed' ? [node.feed.feedId] : orderOf(node.children)))
}

/** The order after the line `key` has changed places with its neighbour of the same kind; null where there is none. */
export function steppedOrder(
  nodes: readonly TreeNode[],
  key: string,
  step: 1 | -1,
): readonly string[] | null {
  const siblings = siblingsOf(nodes, key)
  const at = siblings.findIndex((node) => node.key === key)
  const [moved, other] = [siblings[at], siblings[at + step]]
  if (!moved || other?.kind !== moved.kind) return null
  return orderOf(putBeside(without(nodes, key), moved, other.key, step === 1 ? 'after' : 'before'))
}

/** What putting the line `key` there makes; null when there is no such line or place, and when it is in that folder already. */
export function placedLine(nodes: readonly TreeNode[], key: string, place: LinePlace): Arrangement | null {
  const node = nodeOf(nodes, key)
  const folder = 'into' in place ? place.into : parentOf(nodeOf(nodes, place.beside))
  if (!node || !folder || ('beside' in place && place.beside === key)) return null
  if (node.kind === 'folder' && isInside(folder, node.path)) return null
  const moves = movesOf(node, folder)
  if ('into' in place && moves.length === 0) return null
  const others = without(nodes, key)
  const placed =
    'into' in place ? putInto(others, node, folder) : putBeside(others, node, place.beside, place.side)
  return { order: orderOf(placed), moves }
}

/** What another name and another place make of a folder; null when neither changes or it would be in itself. */
export function changedFolder(
  nodes: readonly TreeNode[],
  path: readonly string[],
  to: readonly string[],
): Arrangement | null {
  const node = folderOf(nodes, path)
  const folder = to.slice(0, -1)
  if (!node || isInside(folder, path)) return null
  const renamed = { ...node, name: to.at(-1) ?? node.name }
  const moves = movesOf(renamed, folder)
  if (moves.length === 0) return null
  const stays = samePath(folder, path.slice(0, -1))
  return { order: orderOf(stays ? nodes : putInto(without(nodes, node.key), renamed, folder)), moves }
}

/** The folder that the line `key` goes into by one step to the right: the next one above it, beside it; null where there is none. */
export function folderAbove(nodes: readonly TreeNode[], key: string): FolderNode | null {
  const siblings = siblingsOf(nodes, key)
  const at = siblings.findIndex((node) => node.key === key)
  return (
    siblings
      .slice(0, at)
      .filter((node) => node.kind === 'folder')
      .at(-1) ?? null
  )
}

/** The folder a line is in, empty at the top level; null for no line. */
export function parentOf(node: TreeNode | null): readonly string[] | null {
  if (!node) return null
  return node.kind === 'feed' ? node.feed.folder : node.path.slice(0, -1)
}

/** The line of this key, in closed folders too. */
export function nodeOf(nodes: readonly TreeNode[], key: string): TreeNode | null {
  return siblingsOf(nodes, key).find((node) => node.key === key) ?? null
}

/** Whether a folder is that one or within it. */
export function isInside(path: readonly string[], folder: readonly string[]): boolean {
  return folder.every((name, at) => path[at] === name)
}

const samePath = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && isInside(one, other)

function folderOf(nodes: readonly TreeNode[], path: readonly string[]): FolderNode | null {
  for (const node of nodes) {
    if (node.kind !== 'folder' || !isInside(path, node.path)) continue
    return node.path.length === path.length ? node : folderOf(node.children, path)
  }
  return null
}

function siblingsOf(nodes: readonly TreeNode[], key: string): readonly TreeNode[] {
  if (nodes.some((node) => node.key === key)) return nodes
  for (const node of nodes) {
    const found = node.kind === 'folder' ? siblingsOf(node.children, key) : []
    if (found.length > 0) return found
  }
  return []
}

/** A folder that is empty now keeps its place: what is moved may go into it, or beside it. */
function without(nodes: readonly TreeNode[], key: string): readonly TreeNode[] {
  return nodes
    .filter((node) => node.key !== key)
    .map((node) => (node.kind === 'folder' ? { ...node, children: without(node.children, key) } : node))
}

function putBeside(
  nodes: readonly TreeNode[],
  moved: TreeNode,
  beside: string,
  side: 'before' | 'after',
): readonly TreeNode[] {
  return nodes.flatMap((node) => {
    if (node.key === beside) return side === 'before' ? [moved, node] : [node, moved]
    if (node.kind === 'feed') return [node]
    return [{ ...node, children: putBeside(node.children, moved, beside, side) }]
  })
}

/** Last in the folder; where there is none of this path yet, last of all. */
function putInto(nodes: readonly TreeNode[], moved: TreeNode, path: readonly string[]): readonly TreeNode[] {
  const target = folderOf(nodes, path)
  if (!target) return [...nodes, moved]
  return nodes.map((node) => {
    if (node.kind === 'feed' || !isInside(path, node.path)) return node
    const children = node.key === target.key ? [...node.children, moved] : putInto(node.children, moved, path)
    return { ...node, children }
  })
}

/** Feeds of the line that are in another folder once it is in this one. */
function movesOf(node: TreeNode, folder: readonly string[]): readonly FeedMove[] {
  if (node.kind === 'folder') return node.children.flatMap((child) => movesOf(child, [...folder, node.name]))
  const { feedId, folder: before } = node.feed
  return samePath(before, folder) ? [] : [{ feedId, folder }]
}
