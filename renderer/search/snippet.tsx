/** A search snippet with its matches marked. */
import { splitSnippet, startAtMatch } from './split-snippet'

export function Snippet({ text }: { readonly text: string }) {
  let at = 0
  return splitSnippet(startAtMatch(text)).map((piece) => {
    const key = at
    at += piece.text.length + 1
    return piece.match ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>
  })
}
