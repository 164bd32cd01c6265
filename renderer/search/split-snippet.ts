/** Takes a search snippet apart into plain and matching pieces, so that it is shown as text and never as HTML. Pure. */
import { SNIPPET_END, SNIPPET_START } from '../../contract/article-query'

export interface SnippetPiece {
  readonly text: string
  readonly match: boolean
}

/** Characters kept before the first match: a line of the list is short, and the match must be in it. */
const LEAD = 18

/** Shortens what stands before the first match, at a word. */
export function startAtMatch(snippet: string): string {
  const at = snippet.indexOf(SNIPPET_START)
  if (at <= LEAD + 6) return snippet
  const cut = snippet.slice(0, at).indexOf(' ', at - LEAD)
  return `…${snippet.slice(cut < 0 ? at - LEAD : cut + 1)}`
}

export function splitSnippet(snippet: string): readonly SnippetPiece[] {
  return snippet.split(SNIPPET_START).flatMap((part, at) => {
    if (at === 0) return part === '' ? [] : [{ text: part, match: false }]
    const [match = '', ...rest] = part.split(SNIPPET_END)
    const after = rest.join('')
    return [{ text: match, match: true }, ...(after === '' ? [] : [{ text: after, match: false }])]
  })
}
