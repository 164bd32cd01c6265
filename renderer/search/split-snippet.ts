/** Takes a search snippet apart into plain and matching pieces, so that it is shown as text and never as HTML. Pure. */
import { SNIPPET_END, SNIPPET_START } from '../../contract/article-query'

export interface SnippetPiece {
  readonly text: string
  readonly match: boolean
}

export function splitSnippet(snippet: string): readonly SnippetPiece[] {
  return snippet.split(SNIPPET_START).flatMap((part, at) => {
    if (at === 0) return part === '' ? [] : [{ text: part, match: false }]
    const [match = '', ...rest] = part.split(SNIPPET_END)
    const after = rest.join('')
    return [{ text: match, match: true }, ...(after === '' ? [] : [{ text: after, match: false }])]
  })
}
