/** Dragging a feed or a folder into a folder, above or below another one, or up to the lists to take it out of its folder. Keys and menu of the line do the same. */
import { useState } from 'react'
import type { DragEvent } from 'react'
import { useWindow } from '../app/window-context'
import { dropPlace } from './drop-place'
import type { Drop } from './drop-place'
import type { SidebarLine } from './sidebar-lines'

/** Own type: nothing dropped from outside can look like it by accident. */
const TYPE = 'application/x-offprint-line'

export interface LineDrag {
  /** Where the dragged line would go now. */
  readonly over: Drop | null
  /** Key of the line that is dragged: taken away while the tree scrolls, it would end the drag unheard. */
  readonly dragged: string | null
  readonly onDragStart: (event: DragEvent) => void
  readonly onDragOver: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
  readonly onDragEnd: (event: DragEvent<HTMLElement>) => void
}

export function useLineDrag(lines: readonly SidebarLine[]): LineDrag {
  const { store } = useWindow()
  const [over, setOver] = useState<Drop | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const lineAt = (event: DragEvent) => {
    const id = event.target instanceof Element ? event.target.closest('.tree-line')?.id : undefined
    return lines.find(({ key }) => `line-${key}` === id)
  }
  const dropAt = (event: DragEvent): Drop | null => {
    const [moved, line] = [lines.find(({ key }) => key === dragged), lineAt(event)]
    return moved && line ? dropPlace(moved, line, heightIn(event, line)) : null
  }
  const isLine = (event: DragEvent) => event.dataTransfer.types.includes(TYPE)
  return {
    over,
    dragged,
    onDragStart: (event) => {
      const line = lineAt(event)
      if (!line || !isMovable(line)) return
      setDragged(line.key)
      event.dataTransfer.setData(TYPE, line.key)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event) => {
      if (!isLine(event)) return
      event.preventDefault()
      event.stopPropagation()
      const drop = dropAt(event)
      event.dataTransfer.dropEffect = drop ? 'move' : 'none'
      // A new object sixty times a second would draw the whole tree again.
      if (drop?.key !== over?.key || drop?.side !== over?.side) setOver(drop)
    },
    onDrop: (event) => {
      if (!isLine(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(null)
      const drop = dropAt(event)
      if (drop && dragged !== null) void store.getState().placeLine(dragged, drop.place)
    },
    onDragEnd: (event) => {
      setOver(null)
      setDragged(null)
      // The press had given the focus to the line.
      event.currentTarget.focus()
    },
  }
}

/** Feeds and folders; lists and saved searches stay where they are. */
export function isMovable({ feed, expanded }: SidebarLine): boolean {
  return feed !== null || expanded !== null
}

function heightIn(event: DragEvent, line: SidebarLine): number {
  const box = document.getElementById(`line-${line.key}`)?.getBoundingClientRect()
  return box ? (event.clientY - box.top) / box.height : 0
}
