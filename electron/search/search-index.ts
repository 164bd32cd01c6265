/** The full-text index of the library: puts articles in, takes them out, answers queries. Derived: whatever is wrong with it, it is made again. */
import type { ArticleId } from '../../contract/article-id'
import { ArticleNumbers } from './article-numbers'
import { nearestArticles, type NearArticle } from './article-neighbours'
import { profileFrom } from './article-profile'
import { packSignature, signatureTerms } from './article-signature'
import {
  DatabaseDamaged,
  FullTextDatabase,
  removeDatabaseFiles,
  type DatabaseState,
  type Value,
} from './full-text-database'
import { INDEX_SCHEMA, INDEX_VERSION } from './index-schema'
import { feedTerm } from './match-expression'
import type { ParsedQuery } from './parse-query'
import { QueryRunner, type HitPage, type PageRequest } from './query-runner'
import { articleIdOf, bytesOf } from './stored-id'
import { MARKS, StoryPlacement, type StoryPlace } from './story-placement'
import { hashTerm, TermCounts } from './term-counts'
import { sketchOf } from './text-sketch'
import { titlePattern } from './title-pattern'
import { tokenise } from './tokenise'
import { Vocabulary } from './vocabulary'

export interface IndexedArticle {
  readonly articleId: ArticleId
  readonly feedId: string
  readonly feedTitle: string
  readonly title: string
  readonly byline: string | null
  readonly text: string
  /** ISO 8601 UTC. */
  readonly published: string | null
  readonly arrived: string
  /** Changes whenever any of the above does, e.g. a hash or the time of the last change; compared by `stale`. */
  readonly stamp: string
}

export interface StampedId {
  readonly articleId: ArticleId
  readonly stamp: string
}

/** Characters of a text that are indexed: more than any article, less than a dump of a database. */
const LONGEST_TEXT = 1_000_000
/** The counts are written back after so many articles; a kill loses a little of a statistic. */
const COUNTS_EVERY = 2000
const MERGE_PAGES = 400
/** A feed's excerpt that became a whole page is this much longer at least; below, its new words are too few to be counted. */
const GROWN = 1.5
/** Takes every term of a signature. */
const ALL_TERMS = Infinity

/** What is kept of an article when it is put in again. */
interface KnownArticle {
  readonly number: number
  readonly counted: number
  readonly signature: Uint8Array
  readonly story: Value
  readonly wording: Value
}

export class SearchIndex {
  private readonly queries: QueryRunner
  private readonly numbers: ArticleNumbers
  private readonly vocabulary: Vocabulary
  private readonly placement: StoryPlacement
  private uncounted = 0

  private constructor(
    private readonly database: FullTextDatabase,
    private readonly counts: TermCounts,
    /** `made` and `replaced`: empty, to be filled by the caller. */
    readonly state: DatabaseState,
  ) {
    this.vocabulary = new Vocabulary(database, counts)
    this.queries = new QueryRunner(database, counts, this.vocabulary)
    this.numbers = new ArticleNumbers(database)
    this.placement = new StoryPlacement(database, counts)
  }

  /** Opens `file`, and an empty one in its place when it is damaged; see `FullTextDatabase.open` for what is asked of the caller. */
  static async open(file: string): Promise<SearchIndex> {
    try {
      return await SearchIndex.openOnce(file)
    } catch (error) {
      if (!(error instanceof DatabaseDamaged)) throw error
      removeDatabaseFiles(file)
      return await SearchIndex.openOnce(file, 'replaced')
    }
  }

  private static async openOnce(file: string, state?: DatabaseState): Promise<SearchIndex> {
    const database = await FullTextDatabase.open({ file, schema: INDEX_SCHEMA, version: INDEX_VERSION })
    try {
      const stored = database.get(`SELECT value FROM facts WHERE name = 'counts'`)?.['value']
      const counts = stored instanceof Uint8Array ? TermCounts.fromBytes(stored) : TermCounts.empty()
      return new SearchIndex(database, counts, state ?? database.state)
    } catch (error) {
      database.close()
      throw error
    }
  }

  /** Adds articles or replaces them, all or none; answers with the stories that they are in or brought together. */
  put(articles: readonly IndexedArticle[]): StoryPlace[] {
    try {
      return this.database.transaction(() => {
        const numbers = articles.map((article) => this.putOne(article))
        this.uncounted += articles.length
        if (this.uncounted >= COUNTS_EVERY) this.saveCounts()
        return this.placement.placeAll(numbers)
      })
    } catch (error) {
      this.vocabulary.forget()
      throw error
    }
  }

  /** Unknown ids are passed over. */
  remove(articleIds: readonly ArticleId[]): void {
    this.database.transaction(() => {
      for (const articleId of articleIds) {
        const number = this.numberOf(articleId)
        if (number !== null) this.removeNumber(number)
      }
    })
  }

  removeFeed(feedId: string): void {
    this.database.transaction(() => {
      const feed = this.database.get('SELECT number FROM feeds WHERE feed_id = ?', [feedId])?.['number']
      if (typeof feed !== 'number') return
      for (const { number } of this.database.all('SELECT number FROM articles WHERE feed = ?', [feed]))
        if (typeof number === 'number') this.removeNumber(number)
      this.database.run('DELETE FROM feeds WHERE number = ?', [feed])
    })
  }

  /** For `feed:` after the reader has given a feed another title. */
  renameFeed(feedId: string, title: string): void {
    this.database.run('UPDATE feeds SET title = ? WHERE feed_id = ?', [title, feedId])
  }

  /** One page of hits, best first within the page; statuses of the query are for the caller to check. */
  query(query: ParsedQuery, request: PageRequest): HitPage {
    return this.queries.page(query, request)
  }

  /** The articles of the index nearest to this one, with the shared terms; the cost does not grow with the library. */
  nearest(article: IndexedArticle, limit: number): NearArticle[] {
    return nearestArticles({ database: this.database, counts: this.counts }, article, limit)
  }

  count(): number {
    return Number(this.database.get('SELECT count(*) AS n FROM articles')?.['n'] ?? 0)
  }

  /** Those of `articles` that are missing here or were indexed with another stamp. */
  stale(articles: readonly StampedId[]): ArticleId[] {
    return articles
      .filter(({ articleId, stamp }) => {
        const row = this.database.get('SELECT stamp FROM articles WHERE article_id = ?', [bytesOf(articleId)])
        return row?.['stamp'] !== hashTerm(stamp)
      })
      .map(({ articleId }) => articleId)
  }

  /** All articles of the index, a page at a time, for finding those the library no longer has. */
  list(
    after: number,
    limit: number,
  ): { readonly articleIds: readonly ArticleId[]; readonly next: number | null } {
    const rows = this.database.all(
      'SELECT number, article_id FROM articles WHERE number > ? ORDER BY number LIMIT ?',
      [after, limit],
    )
    const last = rows.at(-1)?.['number']
    return {
      articleIds: rows.flatMap((row) => articleIdOf(row['article_id']) ?? []),
      next: rows.length === limit && typeof last === 'number' ? last : null,
    }
  }

  /** One short step of putting the index in order after many changes; false when there is nothing left to do. */
  tidy(): boolean {
    const before = this.changes()
    this.database.run(`INSERT INTO words(words, rank) VALUES('merge', ?)`, [MERGE_PAGES])
    // SQLite's own way to tell: a merge that found work changes at least two rows.
    if (this.changes() - before >= 2) return true
    this.database.all('PRAGMA incremental_vacuum')
    return false
  }

  /** Reads all of it; throws `DatabaseDamaged` where it does not hold together. Takes seconds for a large library. */
  check(): void {
    this.database.run(`INSERT INTO words(words) VALUES('integrity-check')`)
    const answer = this.database.get('PRAGMA quick_check')?.['quick_check']
    this.database.require(answer === 'ok', `quick_check: ${String(answer)}`)
  }

  close(): void {
    try {
      if (this.uncounted > 0) this.saveCounts()
    } finally {
      this.database.close()
    }
  }

  private putOne(article: IndexedArticle): number {
    const time = secondsOf(article)
    const known = this.known(article.articleId)
    if (known) this.removeNumber(known.number)
    const number = known ? this.numbers.keepFor(time, known.number) : this.numbers.freeFor(time)
    const text = article.text.slice(0, LONGEST_TEXT)
    const title = tokenise(article.title)
    const byline = tokenise(article.byline ?? '')
    const body = tokenise(text)
    const profile = profileFrom({ title: article.title, text }, title, body)
    const head = [...title, ...byline].map(({ term }) => term)
    const terms = new Set([...head, ...body.map(({ term }) => term)])
    this.vocabulary.add(terms)
    for (const term of profile.terms.keys()) terms.add(term)
    const counted = this.countTerms([...terms].map(hashTerm), head.map(hashTerm), profile.length, known)
    const feed = this.feedNumber(article.feedId, article.feedTitle)
    const signature = packSignature(profile, this.counts)
    const { title: wholeTitle, pattern, dated } = titlePattern(title)
    this.database.run(
      `INSERT INTO articles(number, article_id, feed, time, stamp, counted, signature, sketch, title, pattern, dated, story, wording)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        number,
        bytesOf(article.articleId),
        feed,
        time,
        hashTerm(article.stamp),
        counted,
        signature,
        sketchOf(body.map(({ term }) => term)),
        wholeTitle,
        pattern,
        dated ? 1 : 0,
        known?.story ?? null,
        known?.wording ?? null,
      ],
    )
    for (const term of signatureTerms(signature, MARKS))
      this.database.run('INSERT OR IGNORE INTO marks(term, number) VALUES (?, ?)', [term, number])
    const words: Value[] = [body, title, byline].map((tokens) => tokens.map(({ term }) => term).join(' '))
    this.database.run('INSERT INTO words(rowid, body, title, byline, feed) VALUES (?, ?, ?, ?, ?)', [
      number,
      ...words,
      feedTerm(feed),
    ])
    return number
  }

  /**
   * Counts an article once, and once more what it gains when a feed's excerpt becomes a whole page: otherwise most words of the library
   * would look as if no article had them. Answers with the length that is counted now.
   */
  private countTerms(
    terms: readonly number[],
    head: readonly number[],
    length: number,
    known: KnownArticle | null,
  ): number {
    if (!known) {
      this.counts.add(terms, length)
      return length
    }
    if (length < known.counted * GROWN) return known.counted
    const before = new Set([...head, ...signatureTerms(known.signature, ALL_TERMS)])
    this.counts.grow(
      terms.filter((term) => !before.has(term)),
      length - known.counted,
    )
    return length
  }

  private removeNumber(number: number): void {
    const signature = this.database.get('SELECT signature FROM articles WHERE number = ?', [number])?.[
      'signature'
    ]
    if (signature instanceof Uint8Array)
      for (const term of signatureTerms(signature, MARKS))
        this.database.run('DELETE FROM marks WHERE term = ? AND number = ?', [term, number])
    this.database.run('DELETE FROM words WHERE rowid = ?', [number])
    this.database.run('DELETE FROM articles WHERE number = ?', [number])
  }

  private known(articleId: ArticleId): KnownArticle | null {
    const row = this.database.get(
      'SELECT number, counted, signature, story, wording FROM articles WHERE article_id = ?',
      [bytesOf(articleId)],
    )
    if (!row || !(row['signature'] instanceof Uint8Array)) return null
    return {
      number: Number(row['number']),
      counted: Number(row['counted']),
      signature: row['signature'],
      story: row['story'] ?? null,
      wording: row['wording'] ?? null,
    }
  }

  private numberOf(articleId: ArticleId): number | null {
    const number = this.database.get('SELECT number FROM articles WHERE article_id = ?', [
      bytesOf(articleId),
    ])?.['number']
    return typeof number === 'number' ? number : null
  }

  private feedNumber(feedId: string, title: string): number {
    const row = this.database.get('SELECT number, title FROM feeds WHERE feed_id = ?', [feedId])
    if (row && row['title'] !== title) this.renameFeed(feedId, title)
    if (row) return Number(row['number'])
    this.database.run('INSERT INTO feeds(feed_id, title) VALUES (?, ?)', [feedId, title])
    return Number(this.database.get('SELECT number FROM feeds WHERE feed_id = ?', [feedId])?.['number'])
  }

  private saveCounts(): void {
    this.database.run(`INSERT OR REPLACE INTO facts(name, value) VALUES ('counts', ?)`, [
      this.counts.toBytes(),
    ])
    this.uncounted = 0
  }

  private changes(): number {
    return Number(this.database.get('SELECT total_changes() AS n')?.['n'] ?? 0)
  }
}

/** A date after the arrival is a feed's mistake: it would stand first for ever. */
function secondsOf({ published, arrived }: IndexedArticle): number {
  const came = Date.parse(arrived)
  const time = Math.min(Date.parse(published ?? arrived), Number.isNaN(came) ? Infinity : came)
  return Number.isNaN(time) ? 0 : Math.floor(time / 1000)
}
