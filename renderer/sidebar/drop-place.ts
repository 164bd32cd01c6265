/** Where a line that is dragged over another one would go, and which line shows it. Pure. */
import { isInside } from './arrange-feeds'
import type { LinePlace } from './arrange-feeds'
import { folderKey } from './feed-tree'
import type { SidebarLine } from './sidebar-lines'

export type DropSide = 'before' | 'after' | 'into'

export interface Drop {
  /** Key of the line that shows it. */
  readonly key: string
  readonly side: DropSide
  readonly place: LinePlace
}

/** Of a folder's line, the part above and the part below that put beside it. */
const EDGE = 0.25

/** `height`: how far down its line the pointer is, from 0 to 1. Null where the line cannot go. */
export function dropPlace(dragged: SidebarLine, over: SidebarLine, height: number): Drop | null {
  if (dragged.key === over.key) return null
  const folder = folderOf(over)
  if (!dragged.feed) return folderDrop(dragged, over, height)
  if (!over.feed) return { key: over.key, side: 'into', place: { into: folder } }
  return besideDrop(over, height < 0.5 ? 'before' : 'after')
}

/** The folder that a line stands for, or that a feed is in. */
export function folderOf({ feed, target }: Pick<SidebarLine, 'feed' | 'target'>): readonly string[] {
  return feed?.folder ?? target?.folder ?? []
}

function folderDrop(dragged: SidebarLine, over: SidebarLine, height: number): Drop | null {
  const into = folderOf(over)
  if (isInside(into, folderOf(dragged))) return null
  if (over.expanded !== null) {
    if (height < EDGE) return besideDrop(over, 'before')
    // Below an open folder stands what is in it: a line drawn there would say "into".
    if (height > 1 - EDGE && !over.expanded) return besideDrop(over, 'after')
  }
  const key = over.feed && into.length > 0 ? folderKey(into) : over.key
  return { key, side: 'into', place: { into } }
}

function besideDrop({ key }: SidebarLine, side: 'before' | 'after'): Drop {
  return { key, side, place: { beside: key, side } }
}
