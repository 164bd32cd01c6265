/** Listens for keys in a document (the window's own or the article's frame) and runs their commands. */
import type { CommandName } from './commands'
import { strokeOf } from './key-stroke'
import type { KeyStroke } from './key-stroke'

export interface KeyFollower {
  /** Returns the end of it. */
  readonly follow: (document: Document) => () => void
}

export function createKeyFollower(
  read: (stroke: KeyStroke) => CommandName | null,
  run: (command: CommandName) => void,
): KeyFollower {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || belongsToTarget(event)) return
    const command = read(strokeOf(event))
    if (!command) return
    event.preventDefault()
    run(command)
  }
  return {
    follow: (document) => {
      document.addEventListener('keydown', listener)
      return () => {
        document.removeEventListener('keydown', listener)
      }
    },
  }
}

/** A field keeps the keys that type, a button keeps those that press it, an open dialog keeps them all. */
function belongsToTarget(event: KeyboardEvent): boolean {
  const target = event.target as (EventTarget & Partial<Element>) | null
  // `instanceof Element` would fail for the frame's own elements, which are of another realm.
  if (typeof target?.closest !== 'function') return false
  const element = target as Element
  if (element.closest('dialog, [role="dialog"], [role="menu"]')) return true
  // Also when the focus was lost with what had it: no key may act on what lies behind the dialog.
  if (element.ownerDocument.querySelector('dialog[open]')) return true
  if (element.closest('input, textarea, select')) return !(event.ctrlKey || event.metaKey)
  return (event.key === 'Enter' || event.key === ' ') && element.closest('button, a[href], summary') !== null
}
