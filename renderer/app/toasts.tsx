/**
 * Messages at the foot of the window. They leave by themselves, but not while the pointer or the focus is on them. Screen readers are
 * told of each once: at once of what went wrong, of anything else when they have a moment.
 */
import { useEffect, useRef, useState } from 'react'
import type { FocusEvent } from 'react'
import { IconButton } from '../controls/icon-button'
import { Icon } from '../controls/icon'
import type { Toast } from '../store/toast-slice'
import { wording } from '../text/wording'
import { useApp, useWindow } from './window-context'

/** A message with something to press stays longer. */
const STAY_MS = { plain: 5000, action: 10_000, problem: 12_000 }

/** @param heard messages up to this one have been told already */
export function Toasts({ heard }: { readonly heard: number }) {
  const toasts = useApp((state) => state.toasts)
  const cards = (wanted: (toast: Toast) => boolean) =>
    toasts.filter(wanted).map((toast) => <ToastCard key={toast.id} toast={toast} />)
  // A region that comes with its text may go unheard, so both stand there from the beginning. Not atomic: only what is new is told.
  return (
    <div className="toasts" role="region" aria-label={wording.messages}>
      {cards(({ id }) => id <= heard)}
      <div role="status" aria-atomic="false">
        {cards(({ id, tone }) => id > heard && tone === 'plain')}
      </div>
      <div role="alert" aria-atomic="false">
        {cards(({ id, tone }) => id > heard && tone === 'problem')}
      </div>
    </div>
  )
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const dismiss = useApp((state) => state.dismissToast)
  const [held, setHeld] = useState(false)
  const focus = useFocusBack()
  const { id, tone, message, action } = toast
  useEffect(() => {
    if (held) return undefined
    const stay = tone === 'problem' ? STAY_MS.problem : action ? STAY_MS.action : STAY_MS.plain
    const timer = setTimeout(() => {
      dismiss(id)
    }, stay)
    return () => {
      clearTimeout(timer)
    }
  }, [held, tone, action, dismiss, id])
  const hold = (value: boolean) => () => {
    setHeld(value)
  }
  return (
    // It takes no input itself: pointer and focus on it only keep it from leaving.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="toast"
      data-tone={tone}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={(event) => {
        setHeld(true)
        focus.came(event)
      }}
      onBlur={hold(false)}
    >
      {tone === 'problem' ? <Icon name="warning" /> : null}
      <p>{message}</p>
      {action ? (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            focus.giveBack()
            dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      ) : null}
      <IconButton
        icon="close"
        label={wording.actions.dismiss}
        onClick={() => {
          focus.giveBack()
          dismiss(id)
        }}
      />
    </div>
  )
}

/** A message leaves with the button that was pressed in it, so the focus goes back to where it came from, else to the list. */
function useFocusBack() {
  const { parts } = useWindow()
  const before = useRef<EventTarget | null>(null)
  const toast = useRef<HTMLElement | null>(null)
  return {
    came: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      toast.current = currentTarget
      if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget
    },
    giveBack: () => {
      const { current } = before
      const dialog = toast.current?.closest('dialog')
      if (current instanceof HTMLElement && current.isConnected) current.focus()
      // The list is out of reach behind a dialog.
      else if (dialog) dialog.querySelector('button')?.focus()
      else parts.focusList()
    },
  }
}
