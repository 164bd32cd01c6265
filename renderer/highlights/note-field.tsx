/** Where the note of a highlight is written, in the card at the passage and in the list of all. Kept when the field is left or Ctrl+Enter is pressed. */
import { useRef } from 'react'
import { wording } from '../text/wording'

const LONGEST = 4000

export interface NoteFieldProps {
  readonly note: string
  readonly rows: number
  /** Escape keeps what was written, as where it closes more than the field; else it leaves the note as it was. */
  readonly escapeKeeps?: boolean
  /** It takes the focus at once, behind the last letter. */
  readonly focused?: boolean
  /** Gets the new note without white space at its ends; only called when it is another one. */
  readonly onKeep: (note: string) => void
  /** The reader ended it by a key. */
  readonly onDone: () => void
  readonly onLeave?: () => void
}

export function NoteField(props: NoteFieldProps) {
  const { note, rows, escapeKeeps = false, focused = false, onKeep, onDone, onLeave } = props
  const last = useRef(note)
  const keep = (written: string) => {
    const value = written.trim()
    if (value === last.current) return
    last.current = value
    onKeep(value)
  }
  return (
    <textarea
      ref={focused ? focusAtEnd : null}
      className="field"
      rows={rows}
      dir="auto"
      aria-label={wording.highlights.note}
      placeholder={wording.highlights.notePlaceholder}
      defaultValue={note}
      maxLength={LONGEST}
      onBlur={(event) => {
        keep(event.target.value)
        onLeave?.()
      }}
      onKeyDown={(event) => {
        const field = event.currentTarget
        const isEscape = event.key === 'Escape'
        if (isEscape && !escapeKeeps) field.value = last.current
        else if (isEscape || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) keep(field.value)
        else return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    />
  )
}

function focusAtEnd(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}
