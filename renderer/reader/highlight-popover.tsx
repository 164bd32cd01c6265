/** The small card at a passage: five colours, a note, and, for a highlight that is there, its removal. */
import { useEffect, useRef } from 'react'
import { HIGHLIGHT_COLORS } from '../../contract/highlight'
import type { Highlight, HighlightColor } from '../../contract/highlight'
import { IconButton } from '../controls/icon-button'
import { NoteField } from '../highlights/note-field'
import { wording } from '../text/wording'

export interface HighlightPopoverProps {
  /** null while the passage is only selected. */
  readonly highlight: Highlight | null
  /** Pixels in the reader, the middle of the passage's edge. */
  readonly place: { readonly x: number; readonly y: number; readonly below: boolean }
  /** Whether it takes the focus: when it was asked for by a key, not when text was merely selected. */
  readonly focus: boolean
  readonly onColor: (color: HighlightColor) => void
  readonly onNote: (note: string) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

export function HighlightPopover(props: HighlightPopoverProps) {
  const { highlight, place, focus, onColor, onNote, onRemove, onClose } = props
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    ref.current?.style.setProperty('--x', `${String(place.x)}px`)
    ref.current?.style.setProperty('--y', `${String(place.y)}px`)
  }, [place])
  useEffect(() => {
    if (focus) ref.current?.querySelector<HTMLElement>('[aria-pressed="true"], button')?.focus()
  }, [focus, highlight?.highlightId])
  return (
    // A dialog that does not block the window; Escape closes it from anywhere inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      className="highlight-popover"
      role="dialog"
      tabIndex={-1}
      data-below={place.below || undefined}
      aria-label={highlight ? wording.highlights.edit : wording.highlights.make}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="popover-row">
        <div className="colors" role="group" aria-label={wording.highlights.color}>
          {HIGHLIGHT_COLORS.map((color) => (
            <button
              key={color}
              type="button"
              className="color"
              data-color={color}
              aria-label={wording.highlights.colors[color]}
              title={wording.highlights.colors[color]}
              aria-pressed={highlight?.color === color}
              onClick={() => {
                onColor(color)
              }}
            />
          ))}
        </div>
        {highlight ? <IconButton icon="trash" label={wording.highlights.remove} onClick={onRemove} /> : null}
        {highlight ? <IconButton icon="close" label={wording.actions.close} onClick={onClose} /> : null}
      </div>
      {highlight ? (
        <NoteField
          key={highlight.highlightId}
          note={highlight.note ?? ''}
          rows={2}
          escapeKeeps
          onKeep={onNote}
          onDone={onClose}
        />
      ) : null}
    </div>
  )
}
