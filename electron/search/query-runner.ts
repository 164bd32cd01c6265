/**
 * Answers parsed queries from the index, a page at a time, newest articles first. BM25 asks of every word how many articles have it, which
 * for a common one takes longer than a reader waits; then a match in the title and the date decide, for of so many the newest are wanted.
 */
import type { ArticleId } from '../../contract/article-id'
import { leastNumber } from './article-numbers'
import type { FullTextDatabase, Row, Value } from './full-text-database'
import { COLUMN_WEIGHTS } from './index-schema'
import { feedTerm, matchExpressions } from './match-expression'
import type { ParsedQuery } from './parse-query'
import { articleIdOf } from './stored-id'
import { hashTerm, type TermCounts } from './term-counts'
import { tokenise } from './tokenise'
import type { Vocabulary } from './vocabulary'

export interface IndexHit {
  readonly articleId: ArticleId
  /** BM25 with recency, higher is better; 0 for a query without words. */
  readonly score: number
}

export interface PageRequest {
  /** `next` of the page before, null for the first. */
  readonly before: number | null
  /** Articles looked at; a page may bring a few more on account of their titles. */
  readonly size: number
  /** Milliseconds since 1970, for what is recent. */
  readonly now: number
}

export interface HitPage {
  readonly hits: readonly IndexHit[]
  /** Null when there are no more. */
  readonly next: number | null
}

interface Narrowing {
  /** FTS5 expression, null when all articles are to be looked through. */
  readonly match: string | null
  readonly inTitle: string | null
  readonly terms: readonly string[]
  readonly hasPrefix: boolean
  /** FTS5 expression of what must not be there, when there is nothing that must. */
  readonly without: string | null
  readonly from: number
  readonly until: number
}

/** Words that a beginning stands for at first, and when those find too little. */
const FEW_WORDS = 40
const MANY_WORDS = 400
/** Articles that BM25 may count for one query: about a millisecond for a thousand. */
const MOST_COUNTED = 20_000
/** Of a match in the title where BM25 is not asked (SQLite's scores are negative), against 0 of any other. */
const TITLE_SCORE = -1
/** Articles with the words in their titles that are looked for in the whole library, however old. */
const TITLE_HITS = 200
/** An article of today scores this much more than an old one; half of it is gone after a month. */
const RECENCY_GAIN = 0.6
const RECENCY_HALF_LIFE_S = 30 * 24 * 3600
const EVER = Number.MAX_SAFE_INTEGER

export class QueryRunner {
  constructor(
    private readonly database: FullTextDatabase,
    private readonly counts: TermCounts,
    private readonly vocabulary: Vocabulary,
  ) {}

  page(query: ParsedQuery, request: PageRequest): HitPage {
    const page = this.pageOf(query, request, FEW_WORDS)
    // Not enough by the commonest words that begin so: the others are asked for as well.
    return page.next === null && page.hasPrefix ? this.pageOf(query, request, MANY_WORDS) : page
  }

  /** @param words how many words a beginning may stand for */
  private pageOf(
    query: ParsedQuery,
    request: PageRequest,
    words: number,
  ): HitPage & { readonly hasPrefix: boolean } {
    const narrowing = this.narrow(query, words)
    if (narrowing === null) return { hits: [], next: null, hasPrefix: false }
    const { match, inTitle, hasPrefix } = narrowing
    if (match === null || query.all.length === 0) return { ...this.unranked(narrowing, request), hasPrefix }
    const ranked = this.isCheap(narrowing.terms)
    const rows = this.match(match, narrowing, request, ranked)
    const next = nextOf(rows, request.size)
    const titles =
      inTitle !== null && request.before === null && (next !== null || !ranked)
        ? this.match(inTitle, narrowing, { ...request, size: TITLE_HITS }, ranked)
        : []
    const scored = ranked ? titles : titles.map((row) => ({ ...row, score: TITLE_SCORE }))
    return { hits: rank([...rows, ...scored], request.now), next, hasPrefix }
  }

  /** For a query without words: by date alone. */
  private unranked(narrowing: Narrowing, request: PageRequest): HitPage {
    const { match } = narrowing
    const rows = match === null ? this.scan(narrowing, request) : this.match(match, narrowing, request, false)
    return { hits: rank(rows, request.now), next: nextOf(rows, request.size) }
  }

  private isCheap(terms: readonly string[]): boolean {
    const articles = terms.map((term) => this.counts.articlesWith(hashTerm(term)))
    return articles.reduce((sum, each) => sum + each, 0) <= MOST_COUNTED
  }

  /** Null when nothing can meet the query. */
  private narrow(query: ParsedQuery, most: number): Narrowing | null {
    const words = matchExpressions(query, (prefix) => this.vocabulary.beginningWith(prefix, most))
    // Words that have no letters at all (`—`, `??`) narrow nothing; a query of such alone finds nothing.
    if (query.all.length > 0 && words.all === null) return null
    const feeds = this.feedsNamed(query.feeds)
    if (query.feeds.length > 0 && feeds.length === 0) return null
    const only = inFeeds(feeds)
    const without = orOf([words.none, inFeeds(this.feedsNamed(query.notFeeds))])
    return {
      match: wholeMatch([words.all, only], without),
      inTitle: words.inTitle === null ? null : wholeMatch([words.inTitle, only], without),
      terms: words.terms,
      hasPrefix: words.hasPrefix,
      without,
      from: Math.ceil((query.after ?? -Infinity) / 1000),
      until: Math.ceil((query.before ?? Infinity) / 1000),
    }
  }

  private match(match: string, narrowing: Narrowing, request: PageRequest, scored: boolean): Row[] {
    const { bounds, values } = timeBounds(narrowing)
    const score = scored ? `bm25(words, ${COLUMN_WEIGHTS})` : '0'
    return this.database.all(
      `SELECT words.rowid AS number, article_id, time, ${score} AS score
       FROM words JOIN articles ON number = words.rowid
       WHERE words MATCH ? AND words.rowid < ? ${bounds.replace('number', 'words.rowid')} ORDER BY words.rowid DESC LIMIT ?`,
      [match, request.before ?? EVER, ...values, request.size],
    )
  }

  private scan(narrowing: Narrowing, request: PageRequest): Row[] {
    const { bounds, values } = timeBounds(narrowing)
    const without =
      narrowing.without === null ? '' : 'AND number NOT IN (SELECT rowid FROM words WHERE words MATCH ?)'
    return this.database.all(
      `SELECT number, article_id, time, 0 AS score FROM articles
       WHERE number < ? ${without} ${bounds} ORDER BY number DESC LIMIT ?`,
      [
        request.before ?? EVER,
        ...(narrowing.without === null ? [] : [narrowing.without]),
        ...values,
        request.size,
      ],
    )
  }

  /** Numbers of the feeds whose id is one of `names`, or whose title has words beginning with all words of one of them. */
  private feedsNamed(names: readonly string[]): number[] {
    if (names.length === 0) return []
    const wanted = names.map((name) => tokenise(name).map(({ term }) => term))
    return this.database.all('SELECT number, feed_id, title FROM feeds').flatMap((row) => {
      const title = tokenise(String(row['title'])).map(({ term }) => term)
      const named = names.some((name, place) => {
        const words = wanted[place] ?? []
        const inTitle = words.every((word) => title.some((term) => term.startsWith(word)))
        return name === row['feed_id'] || (words.length > 0 && inTitle)
      })
      return named ? [Number(row['number'])] : []
    })
  }
}

function nextOf(rows: readonly Row[], size: number): number | null {
  const last = rows.at(-1)?.['number']
  return rows.length === size && typeof last === 'number' ? last : null
}

function inFeeds(feeds: readonly number[]): string | null {
  return feeds.length === 0 ? null : `feed : (${feeds.map((feed) => `"${feedTerm(feed)}"`).join(' OR ')})`
}

function orOf(parts: readonly (string | null)[]): string | null {
  const given = parts.filter((part) => part !== null)
  return given.length === 0 ? null : given.join(' OR ')
}

/** FTS5 has no query of negatives alone: null when nothing is asked for. */
function wholeMatch(must: readonly (string | null)[], without: string | null): string | null {
  const given = must.filter((part) => part !== null)
  if (given.length === 0) return null
  const positive = given.map((part) => `(${part})`).join(' AND ')
  return without === null ? positive : `(${positive}) NOT (${without})`
}

/** The number bounds the search to the part of the index that can hold such articles; the time decides. */
function timeBounds({ from, until }: Narrowing): {
  readonly bounds: string
  readonly values: readonly Value[]
} {
  if (from === -Infinity && until === Infinity) return { bounds: '', values: [] }
  return {
    bounds: 'AND number >= ? AND time >= ? AND time < ?',
    values: [leastNumber(from), Math.max(from, -EVER), Math.min(until, EVER)],
  }
}

function rank(rows: readonly Row[], now: number): IndexHit[] {
  const best = new Map<number, { readonly hit: IndexHit; readonly time: number }>()
  for (const row of rows) {
    const articleId = articleIdOf(row['article_id'])
    if (articleId === null) continue
    const time = Number(row['time'])
    // SQLite's bm25 is negative, lower is better.
    const score = -Number(row['score']) * recency(time, now)
    const number = Number(row['number'])
    if (score >= (best.get(number)?.hit.score ?? -Infinity))
      best.set(number, { hit: { articleId, score }, time })
  }
  return [...best.values()].sort((a, b) => b.hit.score - a.hit.score || b.time - a.time).map(({ hit }) => hit)
}

/** A date in the future is a feed's mistake and counts as today. */
function recency(time: number, now: number): number {
  const age = Math.max(0, now / 1000 - time)
  return 1 + RECENCY_GAIN * 2 ** (-age / RECENCY_HALF_LIFE_S)
}
