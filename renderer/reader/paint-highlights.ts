/** Draws highlights with the CSS Custom Highlight API: the article's DOM is never touched, so marks may overlap and cross blocks. */
import { HIGHLIGHT_COLORS } from '../../contract/highlight'
import type { Highlight } from '../../contract/highlight'
import { rangeOf } from './shown-text'
import type { ShownText, Span } from './shown-text'

type FrameWindow = Window & typeof globalThis

const FLASH = 'offprint-flash'
const FLASH_MS = 1800

function frameOf(shown: ShownText): FrameWindow | null {
  return shown.root.ownerDocument.defaultView
}

export function paintHighlights(shown: ShownText, highlights: readonly Highlight[]): void {
  const frame = frameOf(shown)
  if (!frame) return
  for (const color of HIGHLIGHT_COLORS) {
    const ranges = highlights
      .filter((highlight) => highlight.color === color && highlight.anchor !== 'orphan')
      .flatMap((highlight) => rangeOf(shown, highlight) ?? [])
    frame.CSS.highlights.set(`offprint-${color}`, new frame.Highlight(...ranges))
  }
}

/** Marks what a search in the article found, the match that is looked at stronger. An empty list takes the marks away. */
export function paintMatches(shown: ShownText, matches: readonly Span[], at: number): void {
  const frame = frameOf(shown)
  if (!frame) return
  const draw = (name: string, spans: readonly Span[], priority: number) => {
    const mark = new frame.Highlight(...spans.flatMap((span) => rangeOf(shown, span) ?? []))
    mark.priority = priority
    frame.CSS.highlights.set(name, mark)
  }
  draw('offprint-found', matches, 2)
  draw('offprint-found-here', matches.slice(at, at + 1), 3)
}

/** Marks a passage for a moment, so that the eye finds it. */
export function flashPassage(shown: ShownText, span: Span): void {
  const frame = frameOf(shown)
  const range = rangeOf(shown, span)
  if (!frame || !range) return
  const mark = new frame.Highlight(range)
  mark.priority = 1
  frame.CSS.highlights.set(FLASH, mark)
  setTimeout(() => {
    if (frame.CSS.highlights.get(FLASH) === mark) frame.CSS.highlights.delete(FLASH)
  }, FLASH_MS)
}

/** Brings a passage to the upper third of the frame. */
export function scrollToPassage(shown: ShownText, span: Span): void {
  const frame = frameOf(shown)
  const range = rangeOf(shown, span)
  if (!frame || !range) return
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const top = frame.scrollY + range.getBoundingClientRect().top - frame.innerHeight / 3
  frame.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' })
}
