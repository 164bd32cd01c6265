/** Makes of a place in the text what the library wants to know: the quote with its context. Pure. */
import type { ArticleId } from '../../contract/article-id'
import { CONTEXT_LENGTH } from '../../contract/highlight'
import type { Highlight, HighlightColor, NewHighlight } from '../../contract/highlight'
import type { Span } from './shown-text'

export function newHighlight(
  articleId: ArticleId,
  text: string,
  { start, end }: Span,
  color: HighlightColor,
): NewHighlight {
  return {
    articleId,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    color,
    note: null,
  }
}

/** The innermost highlight at an offset: of overlapping ones the shortest, so that each can be reached. */
export function highlightAt(highlights: readonly Highlight[], offset: number): Highlight | null {
  const here = highlights.filter(
    ({ start, end, anchor }) => anchor !== 'orphan' && start <= offset && offset < end,
  )
  here.sort((a, b) => a.end - a.start - (b.end - b.start))
  return here[0] ?? null
}

/** The highlight of exactly this passage. */
export function highlightOf(highlights: readonly Highlight[], { start, end }: Span): Highlight | null {
  return highlights.find((one) => one.anchor !== 'orphan' && one.start === start && one.end === end) ?? null
}
