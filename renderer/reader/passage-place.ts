/** Where passages stand in the frame's view, and the way to them. */
import { rangeOf } from './shown-text'
import type { ShownText, Span } from './shown-text'

/** Offset of the first text that is not scrolled away above; 0 when nothing is shown. */
export function firstShownOffset(shown: ShownText): number {
  const range = shown.root.ownerDocument.createRange()
  let last: unknown = null
  for (const { node, start } of shown.runs) {
    // One node may hold many runs.
    if (node === last) continue
    last = node
    range.selectNodeContents(node as Node)
    if (range.getBoundingClientRect().bottom > 0) return start
  }
  return 0
}

/** A passage in the middle part of the view already, where it can be read with its surroundings, moves nothing. */
export function scrollIntoSight(shown: ShownText, span: Span): void {
  const view = shown.root.ownerDocument.defaultView
  const range = rangeOf(shown, span)
  if (!view || !range) return
  const { top, bottom } = range.getBoundingClientRect()
  if (top > view.innerHeight * 0.12 && bottom < view.innerHeight * 0.88) return
  view.scrollTo({ top: view.scrollY + top - view.innerHeight / 3, behavior: 'instant' })
}
