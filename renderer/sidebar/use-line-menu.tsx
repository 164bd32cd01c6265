/** The context menu of the sidebar's lines: where the pointer asks for it, or under the current line when a key does. */
import { useState } from 'react'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { useWindow } from '../app/window-context'
import { ContextMenu } from '../controls/context-menu'
import { lineMenu } from './feed-menu'
import type { SidebarLine } from './sidebar-lines'

interface OpenMenu {
  readonly line: SidebarLine
  readonly x: number
  readonly y: number
}

/** `current` is the key of the line the keyboard is at; `tree` gets the focus back. */
export function useLineMenu(
  lines: readonly SidebarLine[],
  current: string | null,
  tree: RefObject<HTMLElement | null>,
): { readonly onContextMenu: (event: MouseEvent) => void; readonly menu: ReactNode } {
  const { store } = useWindow()
  const [open, setOpen] = useState<OpenMenu | null>(null)
  const close = () => {
    setOpen(null)
    tree.current?.focus()
  }
  const onContextMenu = (event: MouseEvent) => {
    const under = (event.target as Element).closest('.tree-line')
    const line = lines.find(({ key }) => (under ? `line-${key}` === under.id : key === current))
    const box = under ? null : document.getElementById(`line-${current ?? ''}`)?.getBoundingClientRect()
    event.preventDefault()
    if (!line || (line.target === null && line.search === null)) return
    setOpen({ line, x: box ? box.left + 40 : event.clientX, y: box ? box.bottom : event.clientY })
  }
  const menu = open ? (
    <ContextMenu
      label={open.line.label}
      items={lineMenu(open.line, store.getState())}
      x={open.x}
      y={open.y}
      onClose={close}
    />
  ) : null
  return { onContextMenu, menu }
}
