/** The passage of an article's text that answers a query best, with the words found marked. Pure. */
import { SNIPPET_END, SNIPPET_START } from '../../contract/article-query'
import { numberForms, searchedTokens } from './match-expression'
import type { ParsedQuery } from './parse-query'
import { tokenise, type Token } from './tokenise'

/** Characters of text in a snippet, about two lines of a list. */
const LENGTH = 180
const LEAD_IN = 40
/** What is looked through: in a book only the beginning. */
export const LONGEST_TEXT = 200_000

/** Plain text, one line; the beginning of the text when nothing of the query stands in it. */
export function makeSnippet(text: string, query: ParsedQuery): string {
  const searched = text.slice(0, LONGEST_TEXT)
  const marked = findMatches(searched, query)
  const start = wordStart(searched, bestStart(marked))
  const end = Math.min(searched.length, start + LENGTH)
  let snippet = start > 0 ? '…' : ''
  let at = start
  for (const token of marked) {
    if (token.start < at || token.end > end) continue
    snippet +=
      plain(searched.slice(at, token.start)) +
      SNIPPET_START +
      plain(searched.slice(token.start, token.end)) +
      SNIPPET_END
    at = token.end
  }
  const cut = end < searched.length ? wordEnd(searched, at, end) : end
  snippet += plain(searched.slice(at, cut))
  return (cut < text.length ? `${snippet.trimEnd()}…` : snippet).trim()
}

interface Sought {
  readonly exact: Set<string>
  readonly prefixes: string[]
}

function findMatches(text: string, query: ParsedQuery): Token[] {
  const sought: Sought = { exact: new Set(), prefixes: [] }
  for (const term of query.all.flat()) {
    if (term.field === 'author') continue
    const tokens = searchedTokens(term.text)
    tokens.forEach(({ term: word, lone }, place) => {
      sought.exact.add(word)
      if (lone || (term.kind === 'prefix' && place === tokens.length - 1 && word.length > 1))
        sought.prefixes.push(word)
      if (term.kind === 'word') for (const form of numberForms(word)) sought.exact.add(form)
    })
  }
  if (sought.exact.size === 0) return []
  const found = tokenise(text).filter(
    ({ term }) => sought.exact.has(term) || sought.prefixes.some((prefix) => term.startsWith(prefix)),
  )
  return joinOverlapping(found)
}

/** Pairs of characters overlap; neighbours are marked as one. */
function joinOverlapping(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last && token.start < last.end)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, token.end) }
    else joined.push(token)
  }
  return joined
}

/** Where the window with the most different words begins; 0 without any. */
function bestStart(marked: readonly Token[]): number {
  let best = 0
  let most = 0
  marked.forEach((first, place) => {
    const terms = new Set<string>()
    for (let next = place; next < marked.length; next++) {
      const token = marked[next]
      if (!token || token.end > first.start + LENGTH - LEAD_IN) break
      terms.add(token.term)
    }
    if (terms.size > most) {
      most = terms.size
      best = first.start
    }
  })
  return best
}

/** Steps back to show what comes before, to the beginning of a word. */
function wordStart(text: string, match: number): number {
  if (match <= LEAD_IN) return 0
  const from = match - LEAD_IN
  const space = text.slice(from, match).search(/\s/)
  return space < 0 ? wholeCharacter(text, from) : from + space + 1
}

function wordEnd(text: string, least: number, end: number): number {
  const space = text.slice(least, end).search(/\s\S*$/)
  return space <= 0 ? Math.max(least, wholeCharacter(text, end)) : least + space
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}

function plain(text: string): string {
  return text.replaceAll(SNIPPET_START, '').replaceAll(SNIPPET_END, '').replace(/\s+/g, ' ')
}
