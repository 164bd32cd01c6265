/** The text of the body that is on screen, and the way between its offsets (those of the contract) and the frame's DOM ranges. */
import type { TextRun } from '../../contract/body-text'

/** `text` and `runs` are read before anything is added to the body for show: what is added later has no offset. */
export interface ShownText {
  readonly root: HTMLElement
  readonly text: string
  readonly runs: readonly TextRun[]
}

/** UTF-16 offsets into the article's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** null when the text has no such place. */
export function rangeOf(shown: ShownText, { start, end }: Span): Range | null {
  const first = shown.runs[runAt(shown.runs, start)]
  const last = shown.runs[runAt(shown.runs, end - 1)]
  if (!first || !last || end <= start || end > shown.text.length) return null
  const range = shown.root.ownerDocument.createRange()
  range.setStart(first.node as Node, nodeOffset(first, start))
  range.setEnd(last.node as Node, nodeOffset(last, end))
  return range
}

/** The DOM's place between two characters; null when nothing is shown. */
export function pointOf(shown: ShownText, offset: number): readonly [Node, number] | null {
  const run = shown.runs[runAt(shown.runs, offset)]
  return run ? [run.node as Node, nodeOffset(run, offset)] : null
}

/** The part of a selection that lies in the body, without white space at its ends; null when nothing is left. */
export function spanOf(shown: ShownText, range: Range): Span | null {
  let start = -1
  let end = -1
  for (const run of shown.runs) {
    const node = run.node as Node
    if (!range.intersectsNode(node)) continue
    const from = node === range.startContainer ? Math.max(run.from, range.startOffset) : run.from
    const to = node === range.endContainer ? Math.min(run.to, range.endOffset) : run.to
    if (from >= to) continue
    if (start < 0) start = run.start + from - run.from
    end = run.start + to - run.from
  }
  return start < 0 ? null : trimmed(shown.text, start, end)
}

function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && text.charAt(start).trim() === '') start++
  while (end > start && text.charAt(end - 1).trim() === '') end--
  return start < end ? { start, end } : null
}

/** Index of the run that holds an offset, or of the one before the gap it lies in. */
function runAt(runs: readonly TextRun[], offset: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((runs[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function nodeOffset(run: TextRun, offset: number): number {
  return Math.min(run.to, Math.max(run.from, run.from + offset - run.start))
}
