/** The reader's own order of feeds and folders: what moving one line up, down or beside another makes of the list of feeds. Pure. */
import type { FeedRow } from '../../contract/feed'
import type { TreeNode } from './feed-tree'

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
  const stepped = stepIn(nodes, key, step)
  return stepped && orderOf(stepped)
}

function stepIn(nodes: readonly TreeNode[], key: string, step: 1 | -1): readonly TreeNode[] | null {
  const at = nodes.findIndex((node) => node.key === key)
  if (at < 0) {
    for (const [place, node] of nodes.entries()) {
      const inside = node.kind === 'folder' ? stepIn(node.children, key, step) : null
      if (inside)
        return nodes.map((one, each) => (each === place ? { ...node, children: inside } : one)) as TreeNode[]
    }
    return null
  }
  const [moved, other] = [nodes[at], nodes[at + step]]
  if (!moved || other?.kind !== moved.kind) return null
  return nodes.map((one, place) => (place === at ? other : place === at + step ? moved : one))
}

/** The order after a feed was put before or after another one. */
export function placedOrder(
  nodes: readonly TreeNode[],
  feedId: FeedRow['feedId'],
  beside: FeedRow['feedId'],
  side: 'before' | 'after',
): readonly string[] {
  const others = orderOf(nodes).filter((one) => one !== feedId)
  const at = others.indexOf(beside) + (side === 'after' ? 1 : 0)
  return [...others.slice(0, at), feedId, ...others.slice(at)]
}
