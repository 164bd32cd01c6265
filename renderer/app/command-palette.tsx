/** Go to anything: type a few letters of a command, a list, a feed or a listed article (Ctrl or Cmd with K). */
import { useId, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { rankEntries } from './palette-entries'
import type { PaletteEntry } from './palette-entries'
import { paletteEntries } from './palette-sources'
import { useApp, useWindow } from './window-context'

export function CommandPalette() {
  const tools = useWindow()
  const close = useApp((state) => state.closeDialog)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const entries = useMemo(() => paletteEntries(tools), [tools])
  const found = useMemo(() => rankEntries(entries, text), [entries, text])
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    close()
    // After the dialog has given the focus back, so that the command may take it.
    setTimeout(entry.run, 0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') choose(found[at])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={wording.palette.title} onClose={close} size="medium">
      <input
        className="field"
        type="text"
        role="combobox"
        aria-label={wording.palette.label}
        placeholder={wording.palette.label}
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found[at] ? `${listId}-${String(at)}` : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={listId} found={found} at={at} onChoose={choose} />
    </Dialog>
  )
}

interface PaletteListProps {
  readonly id: string
  readonly found: readonly PaletteEntry[]
  readonly at: number
  readonly onChoose: (entry: PaletteEntry) => void
}

function PaletteList({ id, found, at, onChoose }: PaletteListProps) {
  if (found.length === 0) return <p className="quiet palette-nothing">{wording.palette.nothing}</p>
  return (
    <div className="palette-list" id={id} role="listbox" aria-label={wording.palette.results}>
      {found.map((entry, index) => (
        // The keys are the input's: the focus never leaves it.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={entry.key}
          id={`${id}-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          ref={(element) => {
            if (index === at) element?.scrollIntoView({ block: 'nearest' })
          }}
          onClick={() => {
            onChoose(entry)
          }}
        >
          <span dir="auto">{entry.label}</span>
          <span className="quiet">{entry.kind}</span>
        </div>
      ))}
    </div>
  )
}
