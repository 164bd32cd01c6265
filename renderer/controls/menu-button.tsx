/** A button with a menu under it: arrows move, Escape closes and gives the focus back to the button. */
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon'
import { IconButton } from './icon-button'

export interface MenuItem {
  readonly label: string
  readonly icon?: IconName
  readonly checked?: boolean
  readonly keys?: string | undefined
  readonly onChoose: () => void
}

export interface MenuButtonProps {
  readonly icon: IconName
  readonly label: string
  /** null draws a line between groups. */
  readonly items: readonly (MenuItem | null)[]
}

export function MenuButton({ icon, label, items }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div className="menu-anchor">
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      />
      {open ? <Menu label={label} items={items} onClose={close} /> : null}
    </div>
  )
}

interface MenuProps {
  readonly label: string
  readonly items: MenuButtonProps['items']
  readonly onClose: () => void
}

export function Menu({ label, items, onClose }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    entries(ref.current)[0]?.focus()
  }, [])
  useEffect(() => {
    const menu = ref.current
    const onPointerDown = (event: PointerEvent) => {
      // The button beside the menu closes it by itself.
      if (event.target instanceof Node && !menu?.parentElement?.contains(event.target)) onClose()
    }
    // A click into the article's frame reaches the window only as a loss of focus.
    window.addEventListener('blur', onClose)
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      window.removeEventListener('blur', onClose)
      document.removeEventListener('pointerdown', onPointerDown)
    }
  }, [onClose])
  return (
    <div
      ref={ref}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        moveInMenu(event, entries(ref.current), onClose)
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) onClose()
      }}
    >
      {items.map((item, at) =>
        item === null ? (
          // A line has no identity but its place.
          <hr key={`line-${String(at)}`} />
        ) : (
          <MenuEntry key={item.label} item={item} onClose={onClose} />
        ),
      )}
    </div>
  )
}

function MenuEntry({ item, onClose }: { readonly item: MenuItem; readonly onClose: () => void }) {
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      tabIndex={-1}
      onClick={() => {
        onClose()
        item.onChoose()
      }}
    >
      <span className="menu-icon">
        {item.checked === true ? <Icon name="check" /> : item.icon ? <Icon name={item.icon} /> : null}
      </span>
      <span className="menu-label">{item.label}</span>
      {item.keys === undefined ? null : <kbd aria-hidden="true">{item.keys}</kbd>}
    </button>
  )
}

function entries(menu: HTMLElement | null): HTMLElement[] {
  return menu ? [...menu.querySelectorAll<HTMLElement>('button')] : []
}

function moveInMenu(event: KeyboardEvent, all: readonly HTMLElement[], onClose: () => void): void {
  const at = all.findIndex((one) => one === document.activeElement)
  const to: Record<string, number> = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  }
  const next = to[event.key]
  if (event.key === 'Escape' || event.key === 'Tab') onClose()
  else if (next !== undefined) all[next]?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}
