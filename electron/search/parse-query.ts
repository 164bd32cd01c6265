/** Reads what a reader types into the search field. Never fails: what is no operator is a word to look for. Pure. */

export type SearchedStatus = 'unread' | 'read' | 'starred' | 'saved' | 'highlighted' | 'ready'

export interface SearchTerm {
  readonly field: 'any' | 'title' | 'author'
  /** As typed, without quotes. */
  readonly text: string
  /** phrase: quoted; word: anything else; prefix: the word still being typed, or one that ends in `*`. */
  readonly kind: 'word' | 'phrase' | 'prefix'
}

export interface ParsedQuery {
  /** Each must be met, by any one of its terms (`a b OR c` is a and (b or c)). */
  readonly all: readonly (readonly SearchTerm[])[]
  readonly none: readonly SearchTerm[]
  /** Words of feed titles, any of which will do; and those that will not. */
  readonly feeds: readonly string[]
  readonly notFeeds: readonly string[]
  readonly statuses: readonly { readonly status: SearchedStatus; readonly wanted: boolean }[]
  /** Published before and not before, as milliseconds since 1970; null for no bound. */
  readonly before: number | null
  readonly after: number | null
}

interface Piece {
  readonly minus: boolean
  /** Lower case, without the colon; empty for none. */
  readonly field: string
  readonly text: string
  readonly quoted: boolean
  readonly last: boolean
}

interface Draft {
  readonly all: SearchTerm[][]
  readonly none: SearchTerm[]
  readonly feeds: string[]
  readonly notFeeds: string[]
  readonly statuses: { status: SearchedStatus; wanted: boolean }[]
  before: number | null
  after: number | null
}

const STATUSES: ReadonlySet<string> = new Set(['unread', 'read', 'starred', 'saved', 'highlighted', 'ready'])
const PIECE = /(-)?(?:([\p{L}]+):)?(?:["“„«]([^"”“»]*)["”“»]?|([^\s"“„«”»]+))/gu
/** More would be a paste by mistake; SQLite's expression depth is bounded too. */
const MOST_PIECES = 32
const LONGEST_QUERY = 2000

export function parseQuery(query: string): ParsedQuery {
  const draft: Draft = { all: [], none: [], feeds: [], notFeeds: [], statuses: [], before: null, after: null }
  let joinNext = false
  for (const piece of piecesOf(query.slice(0, LONGEST_QUERY))) {
    if (piece.text === 'OR' && !piece.quoted && !piece.minus && piece.field === '') {
      joinNext = draft.all.length > 0
      continue
    }
    if (applyOperator(draft, piece)) joinNext = false
    else {
      addTerm(draft, termOf(piece), piece.minus, joinNext)
      joinNext = false
    }
  }
  return draft
}

/** True when nothing in it narrows the list: the reader has typed nothing yet. */
export function isEmptyQuery(query: ParsedQuery): boolean {
  return (
    [query.all, query.none, query.feeds, query.notFeeds, query.statuses].every((list) => list.length === 0) &&
    query.before === null &&
    query.after === null
  )
}

function piecesOf(query: string): Piece[] {
  const matches = [...query.matchAll(PIECE)].slice(0, MOST_PIECES)
  return matches.map((match, place) => ({
    minus: match[1] !== undefined,
    field: (match[2] ?? '').toLowerCase(),
    text: match[3] ?? match[4] ?? '',
    quoted: match[3] !== undefined,
    last: place === matches.length - 1 && match.index + match[0].length === query.length,
  }))
}

/** True when the piece was an operator that is no term. */
function applyOperator(draft: Draft, { field, text, minus }: Piece): boolean {
  if (text === '') return true
  if (field === 'feed') (minus ? draft.notFeeds : draft.feeds).push(text)
  else if (field === 'is' && STATUSES.has(text.toLowerCase()))
    draft.statuses.push({ status: text.toLowerCase() as SearchedStatus, wanted: !minus })
  else if (field === 'before' || field === 'after') return applyDate(draft, field, text, minus)
  else return false
  return true
}

/** `-before:` is the same day on as `after:`. False when the text is no day. */
function applyDate(draft: Draft, field: 'before' | 'after', text: string, minus: boolean): boolean {
  const time = startOfDay(text)
  if (time === null) return false
  if ((field === 'before') !== minus) draft.before = Math.min(draft.before ?? Infinity, time)
  else draft.after = Math.max(draft.after ?? -Infinity, time)
  return true
}

/** `2024`, `2024-02`, `2024-02-29` as the first millisecond of it, UTC; null for anything else. */
function startOfDay(text: string): number | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  // 2024-02-31 would quietly become March.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : null
}

function termOf({ field, text, quoted, last }: Piece): SearchTerm {
  const known = field === 'title' || field === 'author' ? field : 'any'
  // `https:` or `note:` is no field: the words on both sides are looked for.
  const whole = known === 'any' && field !== '' ? `${field} ${text}` : text
  if (quoted) return { field: known, text: whole, kind: 'phrase' }
  const starred = whole.endsWith('*')
  return {
    field: known,
    text: starred ? whole.replace(/(?<!\*)\*+$/, '') : whole,
    kind: starred || last ? 'prefix' : 'word',
  }
}

function addTerm(draft: Draft, term: SearchTerm, minus: boolean, joinNext: boolean): void {
  const previous = draft.all.at(-1)
  // A word still being typed after a minus would hide too much: `-art` on the way to `-artists`.
  if (minus) draft.none.push(term.kind === 'prefix' ? { ...term, kind: 'word' } : term)
  else if (joinNext && previous) previous.push(term)
  else draft.all.push([term])
}
