/** The small card for how articles are set, over the article itself, which changes while the reader chooses. */
import { useEffect, useRef } from 'react'
import { useApp } from '../app/window-context'
import { IconButton } from '../controls/icon-button'
import { ThemeField, TypeFields } from '../settings/type-fields'
import { wording } from '../text/wording'

export function TypePopover() {
  const open = useApp((state) => state.typeOpen)
  return open ? <Card /> : null
}

function Card() {
  const ref = useRef<HTMLDivElement>(null)
  const showType = useApp((state) => state.showType)
  useEffect(() => {
    const before = document.activeElement
    ref.current?.querySelector<HTMLElement>('input:checked')?.focus()
    return () => {
      // Where a click elsewhere has taken the focus, it stays there.
      const { activeElement } = document
      if (activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    const close = () => {
      showType(false)
    }
    const onPointerDown = ({ target }: PointerEvent) => {
      if (
        target instanceof Element &&
        !ref.current?.contains(target) &&
        !target.closest('[data-type-button]')
      )
        close()
    }
    // A click into the article's frame reaches the window only as a loss of focus.
    window.addEventListener('blur', close)
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      window.removeEventListener('blur', close)
      document.removeEventListener('pointerdown', onPointerDown)
    }
  }, [showType])
  return (
    // A dialog that does not block the window; Escape closes it from anywhere inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      className="type-popover"
      role="dialog"
      tabIndex={-1}
      aria-label={wording.settings.type}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        showType(false)
      }}
    >
      <header>
        <h2>{wording.settings.type}</h2>
        <IconButton
          icon="close"
          label={wording.actions.close}
          onClick={() => {
            showType(false)
          }}
        />
      </header>
      <ThemeField />
      <TypeFields />
    </div>
  )
}
