/** Dragging a feed into a folder, above or below another feed, or up to the lists to take it out of its folder. The line's menu does the same by keyboard. */
import { useState } from 'react'
import type { DragEvent } from 'react'
import { useWindow } from '../app/window-context'
import type { SidebarLine } from './sidebar-lines'

/** Own type: nothing dropped from outside can look like it by accident. */
const TYPE = 'application/x-offprint-feed'

export type DropSide = 'before' | 'after' | 'into'

export interface FeedDrag {
  /** The line that would take the feed now, and where. */
  readonly over: { readonly key: string; readonly side: DropSide } | null
  /** Key of the line that is dragged: taken away while the tree scrolls, it would end the drag unheard. */
  readonly dragged: string | null
  readonly onDragStart: (event: DragEvent) => void
  readonly onDragOver: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
  readonly onDragEnd: (event: DragEvent<HTMLElement>) => void
}

export function useFeedDrag(lines: readonly SidebarLine[]): FeedDrag {
  const { store } = useWindow()
  const [over, setOver] = useState<FeedDrag['over']>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const lineAt = (event: DragEvent) => {
    const id = event.target instanceof Element ? event.target.closest('.tree-line')?.id : undefined
    return lines.find(({ key }) => `line-${key}` === id)
  }
  const isFeed = (event: DragEvent) => event.dataTransfer.types.includes(TYPE)
  return {
    over,
    dragged,
    onDragStart: (event) => {
      const line = lineAt(event)
      const feed = line?.feed
      if (!feed) return
      setDragged(line.key)
      event.dataTransfer.setData(TYPE, feed.feedId)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event) => {
      if (!isFeed(event)) return
      event.preventDefault()
      event.stopPropagation()
      const line = lineAt(event)
      event.dataTransfer.dropEffect = line ? 'move' : 'none'
      // A new object sixty times a second would draw the whole tree again.
      const side = line ? sideOf(event, line) : null
      if (line?.key !== over?.key || side !== (over?.side ?? null))
        setOver(line && side ? { key: line.key, side } : null)
    },
    onDrop: (event) => {
      if (!isFeed(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(null)
      const line = lineAt(event)
      const { feeds, moveFeed, placeFeed } = store.getState()
      const feed = feeds.find(({ feedId }) => feedId === event.dataTransfer.getData(TYPE))
      if (!line || !feed) return
      const side = sideOf(event, line)
      if (line.feed && side !== 'into') void placeFeed(feed, line.feed, side)
      else void moveFeed(feed, folderOf(line))
    },
    onDragEnd: (event) => {
      setOver(null)
      setDragged(null)
      // The press had given the focus to the line.
      event.currentTarget.focus()
    },
  }
}

/** The upper half of a feed's line puts above it, the lower half below; every other line takes the feed in. */
function sideOf(event: DragEvent, line: SidebarLine): DropSide {
  const box = document.getElementById(`line-${line.key}`)?.getBoundingClientRect()
  if (!line.feed || !box) return 'into'
  return event.clientY < box.top + box.height / 2 ? 'before' : 'after'
}

/** The folder that a feed dropped on this line goes into. */
export function folderOf({ feed, target }: Pick<SidebarLine, 'feed' | 'target'>): readonly string[] {
  return feed?.folder ?? target?.folder ?? []
}
