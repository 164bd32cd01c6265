/** A dialog: the browser's own modal `dialog`, which traps focus, gives it back, and makes the rest of the window inert. */
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { useApp } from '../app/window-context'
import { WindowFoot } from '../app/window-foot'
import { wording } from '../text/wording'
import { IconButton } from './icon-button'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size?: 'small' | 'medium' | 'large'
  readonly footer?: ReactNode
  /** It is mostly read: what does not fit is scrolled with the keys as well, so the text itself takes the focus. */
  readonly scrollsByKey?: boolean
}

export function Dialog({
  title,
  onClose,
  children,
  size = 'small',
  footer,
  scrollsByKey = false,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const isOnTop = useApp((state) => state.modals.at(-1) === titleId)
  const openModal = useApp((state) => state.openModal)
  useEffect(() => openModal(titleId), [openModal, titleId])
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    // A dialog with fields begins at the first of them, not at the Close button above; radio buttons at the chosen one.
    dialog?.querySelector<HTMLElement>('.dialog-body :is(input:not([type=radio]), input:checked)')?.focus()
    return () => {
      dialog?.close()
      // React removes the element at once, before the browser gives the focus back by itself.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    // A click on the backdrop is a convenience beside Escape and the Close button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={ref}
      className="dialog"
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      <div className="dialog-box">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={wording.actions.close} onClick={onClose} />
        </header>
        <div
          className="dialog-body"
          {...(scrollsByKey ? { tabIndex: 0, role: 'group', 'aria-labelledby': titleId } : {})}
        >
          {children}
        </div>
        {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
      </div>
      {isOnTop ? <WindowFoot /> : null}
    </dialog>
  )
}
