/** The line between two panes: drag it, or move it with the arrow keys. The width is stored when the reader lets go. */
import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { DEFAULT_SETTINGS } from '../../contract/settings'
import { wording } from '../text/wording'
import { useApp } from './window-context'

interface PaneDividerProps {
  readonly setting: 'sidebarWidth' | 'listWidth'
  readonly property: string
  readonly label: string
  /** Pixels. */
  readonly least: number
  readonly most: number
}

const KEY_STEP = 16

function PaneDivider({ setting, property, label, least, most }: PaneDividerProps) {
  const width = useApp((state) => state.settings[setting])
  const changeSettings = useApp((state) => state.changeSettings)
  const drag = useRef<{ x: number; width: number; now: number } | null>(null)
  const limit = (value: number) => Math.round(Math.min(most, Math.max(least, value)))
  const store = (value: number) => void changeSettings({ [setting]: limit(value) })
  const rtl = () => document.dir === 'rtl'

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const from = drag.current
    if (!from) return
    from.now = limit(from.width + (event.clientX - from.x) * (rtl() ? -1 : 1))
    // Straight to the style: sixty changes a second must not pass through the store.
    event.currentTarget.closest<HTMLElement>('.panes')?.style.setProperty(property, `${String(from.now)}px`)
  }
  const end = () => {
    if (drag.current) store(drag.current.now)
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key]
    if (step === undefined) return
    event.preventDefault()
    store(width + step)
  }
  return (
    // The window splitter pattern of the ARIA practices: a separator that takes the focus and has a value.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="pane-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, width, now: width }
      }}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={onKeyDown}
      onDoubleClick={() => {
        store(DEFAULT_SETTINGS[setting])
      }}
    />
  )
}

export function SidebarDivider() {
  return (
    <PaneDivider
      setting="sidebarWidth"
      property="--sidebar-width"
      label={wording.sidebar.resize}
      least={190}
      most={400}
    />
  )
}

export function ListDivider() {
  return (
    <PaneDivider
      setting="listWidth"
      property="--list-width"
      label={wording.list.resize}
      least={280}
      most={640}
    />
  )
}
