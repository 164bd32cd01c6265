/** Dragging a feed into a folder, onto a feed of a folder, or up to the lists to take it out of its folder. The feed's dialog does the same by keyboard. */
import { useState } from 'react'
import type { DragEvent } from 'react'
import { useWindow } from '../app/window-context'
import type { SidebarLine } from './sidebar-lines'

/** Own type: nothing dropped from outside can look like it by accident. */
const TYPE = 'application/x-offprint-feed'

export interface FeedDrag {
  /** Key of the line that would take the feed now. */
  readonly over: string | null
  readonly onDragStart: (event: DragEvent) => void
  readonly onDragOver: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
  readonly onDragEnd: (event: DragEvent<HTMLElement>) => void
}

export function useFeedDrag(lines: readonly SidebarLine[]): FeedDrag {
  const { store } = useWindow()
  const [over, setOver] = useState<string | null>(null)
  const lineAt = (event: DragEvent) => {
    const id = event.target instanceof Element ? event.target.closest('.tree-line')?.id : undefined
    return lines.find(({ key }) => `line-${key}` === id)
  }
  const isFeed = (event: DragEvent) => event.dataTransfer.types.includes(TYPE)
  return {
    over,
    onDragStart: (event) => {
      const feed = lineAt(event)?.feed
      if (!feed) return
      event.dataTransfer.setData(TYPE, feed.feedId)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event) => {
      if (!isFeed(event)) return
      event.preventDefault()
      event.stopPropagation()
      const line = lineAt(event)
      event.dataTransfer.dropEffect = line ? 'move' : 'none'
      setOver(line?.key ?? null)
    },
    onDrop: (event) => {
      if (!isFeed(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(null)
      const line = lineAt(event)
      const { feeds, moveFeed } = store.getState()
      const feed = feeds.find(({ feedId }) => feedId === event.dataTransfer.getData(TYPE))
      if (line && feed) void moveFeed(feed, folderOf(line))
    },
    onDragEnd: (event) => {
      setOver(null)
      // The press had given the focus to the line.
      event.currentTarget.focus()
    },
  }
}

/** The folder that a feed dropped on this line goes into. */
export function folderOf({ feed, target }: Pick<SidebarLine, 'feed' | 'target'>): readonly string[] {
  return feed?.folder ?? target?.folder ?? []
}
