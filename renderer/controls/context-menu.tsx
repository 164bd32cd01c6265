/** A menu where the pointer asked for it, inside the window whatever its size. */
import { useLayoutEffect, useRef } from 'react'
import { Menu } from './menu-button'
import type { MenuItem } from './menu-button'

export interface ContextMenuProps {
  readonly label: string
  readonly items: readonly (MenuItem | null)[]
  /** In pixels of the window. */
  readonly x: number
  readonly y: number
  readonly onClose: () => void
}

const EDGE = 8

export function ContextMenu({ label, items, x, y, onClose }: ContextMenuProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const anchor = ref.current
    const box = anchor?.firstElementChild?.getBoundingClientRect()
    if (!anchor || !box) return
    anchor.style.left = `${String(Math.max(EDGE, Math.min(x, window.innerWidth - box.width - EDGE)))}px`
    anchor.style.top = `${String(Math.max(EDGE, Math.min(y, window.innerHeight - box.height - EDGE)))}px`
  }, [x, y])
  return (
    <div ref={ref} className="context-menu">
      <Menu label={label} items={items} onClose={onClose} />
    </div>
  )
}
