/**
 * Holds what the reader has before the eye while the body under it is drawn anew (a picture arrived, the publisher mended a
 * sentence): the selection, and the line at the top of the view.
 */
import { pointOf, rangeOf } from './shown-text'
import type { ShownText } from './shown-text'
import { firstShownOffset } from './passage-place'

export interface HeldPlace {
  readonly text: string
  /** Offsets of the selection's two ends, in the order it was made; null when nothing of the body is selected. */
  readonly selection: { readonly anchor: number; readonly focus: number } | null
  /** A character near the top, and its pixels from the view's upper edge; null at the very top of the article. */
  readonly line: { readonly offset: number; readonly top: number } | null
}

export function holdPlace(shown: ShownText): HeldPlace {
  return { text: shown.text, selection: heldSelection(shown), line: heldLine(shown) }
}

/** Puts both back; an end of the selection in words that are gone lets the selection go. */
export function restorePlace(shown: ShownText, held: HeldPlace): void {
  const view = shown.root.ownerDocument.defaultView
  if (!view) return
  if (held.line) {
    const offset = movedOffset(held.text, shown.text, held.line.offset)
    const box = offset === null ? undefined : rangeOf(shown, { start: offset, end: offset + 1 })
    const by = box ? box.getBoundingClientRect().top - held.line.top : 0
    if (by !== 0) view.scrollBy({ top: by, behavior: 'instant' })
  }
  if (!held.selection) return
  const anchor = placeOf(shown, held.text, held.selection.anchor)
  const focus = placeOf(shown, held.text, held.selection.focus)
  if (anchor && focus) view.getSelection()?.setBaseAndExtent(...anchor, ...focus)
}

/** Where a character of the old text stands in the new one, told by what both share at their two ends; null in between. */
export function movedOffset(before: string, after: string, offset: number): number | null {
  if (before === after) return offset
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++
  if (offset <= head) return offset
  let tail = 0
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return offset >= before.length - tail ? offset + after.length - before.length : null
}

function heldSelection(shown: ShownText): HeldPlace['selection'] {
  const selection = shown.root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed) return null
  const anchor = offsetOf(shown, selection.anchorNode, selection.anchorOffset)
  const focus = offsetOf(shown, selection.focusNode, selection.focusOffset)
  return anchor === null || focus === null ? null : { anchor, focus }
}

function heldLine(shown: ShownText): HeldPlace['line'] {
  const view = shown.root.ownerDocument.defaultView
  if (!view || view.scrollY === 0) return null
  const offset = firstShownOffset(shown)
  const range = rangeOf(shown, { start: offset, end: offset + 1 })
  return range && { offset, top: range.getBoundingClientRect().top }
}

function offsetOf(shown: ShownText, node: Node | null, offset: number): number | null {
  const run = shown.runs.find((one) => one.node === node && one.from <= offset && offset <= one.to)
  return run ? run.start + offset - run.from : null
}

function placeOf(shown: ShownText, before: string, offset: number): readonly [Node, number] | null {
  const moved = movedOffset(before, shown.text, offset)
  return moved === null ? null : pointOf(shown, moved)
}
