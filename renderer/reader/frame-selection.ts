/** Reads the frame's selection and clicks as places in the article's text, and finds where the highlight card fits. */
import { rangeOf, spanOf } from './shown-text'
import type { ShownText, Span } from './shown-text'

export interface Place {
  readonly x: number
  readonly y: number
  /** The card hangs under the passage when there is no room above. */
  readonly below: boolean
}

const CARD_HEIGHT = 130
const CARD_HALF_WIDTH = 150
const GAP = 8

/** null when nothing of the body is selected. */
export function selectedSpan(shown: ShownText): Span | null {
  const selection = shown.root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  return spanOf(shown, selection.getRangeAt(0))
}

/** What is selected, else the passage of the key point that has the focus; null when there is neither. */
export function meantSpan(shown: ShownText): Span | null {
  const selected = selectedSpan(shown)
  if (selected) return selected
  const { start, end } =
    shown.root.ownerDocument.activeElement?.closest<HTMLElement>('.point[data-start]')?.dataset ?? {}
  return start === undefined || end === undefined ? null : { start: Number(start), end: Number(end) }
}

/** Offset of the character under the pointer, null outside the text. */
export function clickedOffset(shown: ShownText, { clientX, clientY }: MouseEvent): number | null {
  const at = shown.root.ownerDocument.caretRangeFromPoint(clientX, clientY)
  if (at?.startContainer.nodeType !== Node.TEXT_NODE) return null
  const run = shown.runs.find(
    ({ node, from, to }) => node === at.startContainer && from <= at.startOffset && at.startOffset <= to,
  )
  return run ? run.start + at.startOffset - run.from : null
}

/** In pixels of the frame's view; null when the passage is not in the text or scrolled away. */
export function popoverPlace(shown: ShownText, span: Span): Place | null {
  const range = rangeOf(shown, span)
  const view = shown.root.ownerDocument.defaultView
  if (!range || !view) return null
  const box = range.getBoundingClientRect()
  if (box.bottom < 0 || box.top > view.innerHeight) return null
  const middle = box.left + box.width / 2
  const x = Math.min(view.innerWidth - CARD_HALF_WIDTH - GAP, Math.max(CARD_HALF_WIDTH + GAP, middle))
  const below = box.top < CARD_HEIGHT + GAP
  return { x, y: below ? Math.min(box.bottom + GAP, view.innerHeight - CARD_HEIGHT) : box.top - GAP, below }
}
