/** Turns a parsed query into an FTS5 MATCH expression. Everything the reader typed ends up as folded terms inside double quotes, so nothing in it can be an operator of FTS5. Pure. */
import type { ParsedQuery, SearchTerm } from './parse-query'
import { tokenise, type Token } from './tokenise'

/** The columns of the index that a term is looked for in. */
const COLUMNS: Readonly<Record<SearchTerm['field'], string>> = {
  any: '{title byline body}',
  title: '{title}',
  author: '{byline}',
}

export interface MatchExpressions {
  /** The words and pairs that must be there, prefixes too. */
  readonly terms: readonly string[]
  readonly hasPrefix: boolean
  /** What must be there; null when the query has no words. */
  readonly all: string | null
  /** What must not be there; null for nothing. */
  readonly none: string | null
  /** `all` looked for in titles alone, as whole words, for a prefix is slow; null when the query names fields itself. */
  readonly inTitle: string | null
}

/** Marks the number of an article's feed as a term of the `feed` column. */
export function feedTerm(feed: number): string {
  return `f${String(feed)}`
}

export function matchExpressions(query: ParsedQuery): MatchExpressions {
  const all = joined(query, (term) => COLUMNS[term.field])
  const fieldless = query.all.every((terms) => terms.every(({ field }) => field === 'any'))
  const asked = query.all.flat()
  return {
    terms: asked.flatMap(({ text }) => searchedTokens(text).map(({ term }) => term)),
    hasPrefix: asked.some(
      ({ kind, text }) => kind === 'prefix' || searchedTokens(text).some(({ lone }) => lone),
    ),
    all,
    none: orOf(query.none.flatMap((term) => expressionOf(term, COLUMNS[term.field]) ?? [])),
    inTitle: fieldless ? joined(wholeWords(query), () => COLUMNS.title) : null,
  }
}

function wholeWords(query: ParsedQuery): ParsedQuery {
  const whole = (term: SearchTerm): SearchTerm => (term.kind === 'prefix' ? { ...term, kind: 'word' } : term)
  return { ...query, all: query.all.map((terms) => terms.map(whole)) }
}

function joined(query: ParsedQuery, columns: (term: SearchTerm) => string): string | null {
  const clauses = query.all.flatMap(
    (terms) => orOf(terms.flatMap((term) => expressionOf(term, columns(term)) ?? [])) ?? [],
  )
  return clauses.length === 0 ? null : clauses.join(' AND ')
}

function orOf(expressions: readonly string[]): string | null {
  return expressions.length === 0 ? null : `(${expressions.join(' OR ')})`
}

/** Null for a term without letters or digits. */
function expressionOf(term: SearchTerm, columns: string): string | null {
  const tokens = searchedTokens(term.text)
  const last = tokens.at(-1)
  if (!last) return null
  const phrase = quote(tokens)
  if (last.lone || (term.kind === 'prefix' && mayBePrefix(last.term))) return `${columns} : ${phrase} *`
  const forms = term.kind !== 'phrase' && tokens.length === 1 ? numberForms(last.term) : []
  return `${columns} : (${[phrase, ...forms.map((form) => `"${form}"`)].join(' OR ')})`
}

interface SearchedToken {
  readonly term: string
  /** One character of a script without spaces, alone: it is the beginning of a pair in the index. */
  readonly lone: boolean
}

/** The index has the last character of a run alone as well; at the end of a query it would only ask that the run ends there. */
export function searchedTokens(text: string): SearchedToken[] {
  const tokens = tokenise(text)
  const searched = tokens.map((token) => ({ term: token.term, lone: token.paired && isOneCharacter(token) }))
  const last = tokens.at(-1)
  const before = tokens.at(-2)
  const endsRun = searched.at(-1)?.lone === true && before?.paired === true && before.end === last?.end
  return (endsRun ? searched.slice(0, -1) : searched).map(({ term, lone }, place, all) => ({
    term,
    lone: lone && place === all.length - 1,
  }))
}

function isOneCharacter({ term }: Token): boolean {
  return (term.match(/\P{M}\p{M}*/gu) ?? []).length === 1
}

/** Two letters would match a tenth of all words: too slow and no help. */
function mayBePrefix(term: string): boolean {
  return term.length > 2 || !/^[\x21-\x7e]*$/.test(term)
}

/** Plural and singular of a plain Latin word: who looks for "election" wants "elections" too. Quotes ask for the word as it is. */
export function numberForms(term: string): string[] {
  if (term.length < 4 || !/^[a-z]+$/.test(term)) return []
  if (/[^aeiou]y$/.test(term)) return [term.slice(0, -1) + 'ies']
  if (term.endsWith('ies') && term.length > 4) return [term.slice(0, -3) + 'y']
  if (/(?:s|x|ch|sh)es$/.test(term)) return [term.slice(0, -2)]
  if (/(?:ss|us|is|x|ch|sh)$/.test(term)) return [term + 'es']
  return term.endsWith('s') ? [term.slice(0, -1)] : [term + 's']
}

function quote(tokens: readonly SearchedToken[]): string {
  // Terms are letters, digits and marks by `tokenise`; no quote can be among them.
  return `"${tokens.map(({ term }) => term).join(' ')}"`
}
