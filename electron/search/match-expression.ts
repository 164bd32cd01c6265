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
  /** The words that are looked for, with all that a beginning stands for. */
  readonly terms: readonly string[]
  readonly hasPrefix: boolean
  /** What must be there; null when the query has no words. */
  readonly all: string | null
  /** What must not be there; null for nothing. */
  readonly none: string | null
  /** `all` looked for in titles alone, as whole words; null when the query names fields itself. */
  readonly inTitle: string | null
}

/** Gives the words of the index that begin so. */
export type Expand = (prefix: string) => readonly string[]

/** Marks the number of an article's feed as a term of the `feed` column. */
export function feedTerm(feed: number): string {
  return `f${String(feed)}`
}

export function matchExpressions(query: ParsedQuery, expand: Expand): MatchExpressions {
  const fieldless = query.all.every((terms) => terms.every(({ field }) => field === 'any'))
  const wanted = query.all.map((terms) => terms.map((term) => wantedOf(term, expand)))
  const whole = query.all.map((terms) => terms.map((term) => wantedOf(term, null)))
  return {
    terms: wanted.flat().flatMap(({ phrases }) => phrases.flat()),
    hasPrefix: wanted.flat().some(({ prefix }) => prefix),
    all: andOf(wanted, (term) => COLUMNS[term.field]),
    none: orOf(query.none.flatMap((term) => expressionOf(wantedOf(term, null), COLUMNS[term.field]) ?? [])),
    inTitle: fieldless ? andOf(whole, () => COLUMNS.title) : null,
  }
}

/** A term of the query as the phrases of which any will do. */
interface Wanted {
  readonly field: SearchTerm['field']
  readonly phrases: readonly (readonly string[])[]
  readonly prefix: boolean
}

/** @param expand null takes a beginning for a whole word, but for a lone character of a script without spaces */
function wantedOf({ field, kind, text }: SearchTerm, expand: Expand | null): Wanted {
  const tokens = searchedTokens(text)
  const phrase = tokens.map(({ term }) => term)
  const last = tokens.at(-1)
  if (!last) return { field, phrases: [], prefix: false }
  if (expand && (last.lone || (kind === 'prefix' && mayBePrefix(last.term)))) {
    const ends = new Set([last.term, ...expand(last.term)])
    return { field, phrases: [...ends].map((end) => [...phrase.slice(0, -1), end]), prefix: true }
  }
  const forms = kind !== 'phrase' && tokens.length === 1 ? numberForms(last.term) : []
  return { field, phrases: [phrase, ...forms.map((form) => [form])], prefix: false }
}

function andOf(wanted: readonly (readonly Wanted[])[], columns: (term: Wanted) => string): string | null {
  const clauses = wanted.flatMap(
    (terms) => orOf(terms.flatMap((term) => expressionOf(term, columns(term)) ?? [])) ?? [],
  )
  return clauses.length === 0 ? null : clauses.join(' AND ')
}

function orOf(expressions: readonly string[]): string | null {
  return expressions.length === 0 ? null : `(${expressions.join(' OR ')})`
}

/** Null for a term without letters or digits. */
function expressionOf({ phrases }: Wanted, columns: string): string | null {
  if (phrases.length === 0) return null
  // Terms are letters, digits and marks by `tokenise`; no quote can be among them.
  return `${columns} : (${phrases.map((phrase) => `"${phrase.join(' ')}"`).join(' OR ')})`
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
