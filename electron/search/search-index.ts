/** The full-text index of the library: puts articles in, takes them out, answers queries. Derived: whatever is wrong with it, it is made again. */
import type { ArticleId } from '../../contract/article-id'
import { nearestArticles, type NearArticle } from './article-neighbours'
import { ArticleRows, type IndexedArticle } from './article-rows'
import {
  DatabaseDamaged,
  FullTextDatabase,
  removeDatabaseFiles,
  type DatabaseState,
} from './full-text-database'
import { INDEX_SCHEMA, INDEX_VERSION } from './index-schema'
import type { ParsedQuery } from './parse-query'
import { MarkedArticles } from './marked-articles'
import { QueryRunner, type HitPage, type PageRequest } from './query-runner'
import { articleIdOf, bytesOf } from './stored-id'
import { StoryPlacement, type StoryPlace } from './story-placement'
import { hashTerm, TermCounts } from './term-counts'
import { UnplacedArticles } from './unplaced-articles'
import { Vocabulary } from './vocabulary'

export interface StampedId {
  readonly articleId: ArticleId
  readonly stamp: string
}

/** By feed, what tells one state of its articles from another. */
export type FeedStamps = Readonly<Record<string, string>>

export interface PlacedStories {
  /** Every place that changed. */
  readonly places: readonly StoryPlace[]
  /** Whether others may be waiting still. */
  readonly left: boolean
}

/** The counts are written back after so many articles; a kill loses a little of a statistic. */
const COUNTS_EVERY = 2000
const MERGE_PAGES = 400

export class SearchIndex {
  private readonly queries: QueryRunner
  private readonly rows: ArticleRows
  private readonly vocabulary: Vocabulary
  private readonly marked: MarkedArticles
  private readonly unplaced: UnplacedArticles
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
    this.marked = new MarkedArticles(database, counts)
    this.rows = new ArticleRows(database, counts, this.vocabulary, this.marked)
    this.unplaced = new UnplacedArticles(database)
    this.placement = new StoryPlacement(database, counts, { marked: this.marked, unplaced: this.unplaced })
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

  /** Adds articles or replaces them, all or none. They are found from now on; `place` groups them. */
  put(articles: readonly IndexedArticle[]): void {
    this.undoable(() => {
      const numbers = articles.map((article) => this.rows.put(article))
      this.placement.changed(numbers)
      this.unplaced.add(numbers)
      this.uncounted += articles.length
      if (this.uncounted >= COUNTS_EVERY) this.saveCounts()
    })
  }

  /** Gives at most so many of the articles put in their stories, those that came first before the others. */
  place(limit: number): PlacedStories {
    return this.undoable(() => {
      const numbers = this.unplaced.take(limit)
      return { places: this.placement.placeAll(numbers), left: numbers.length === limit }
    })
  }

  /** Unknown ids are passed over. */
  remove(articleIds: readonly ArticleId[]): void {
    this.database.transaction(() => {
      for (const articleId of articleIds) {
        const number = this.rows.numberOf(articleId)
        if (number !== null) this.rows.remove(number)
      }
    })
  }

  removeFeed(feedId: string): void {
    this.database.transaction(() => {
      const feed = this.database.get('SELECT number FROM feeds WHERE feed_id = ?', [feedId])?.['number']
      if (typeof feed !== 'number') return
      for (const { number } of this.database.all('SELECT number FROM articles WHERE feed = ?', [feed]))
        if (typeof number === 'number') this.rows.remove(number)
      this.database.run('DELETE FROM feeds WHERE number = ?', [feed])
    })
  }

  /** For `feed:` after the reader has given a feed another title. */
  renameFeed(feedId: string, title: string): void {
    this.rows.renameFeed(feedId, title)
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

  /** Feed -> what `keepFeedStamps` was last told; in the same file as the articles, so that it is never ahead of them. */
  feedStamps(): FeedStamps {
    const stored = this.database.get(`SELECT value FROM facts WHERE name = 'feeds'`)?.['value']
    return typeof stored === 'string' ? (JSON.parse(stored) as FeedStamps) : {}
  }

  keepFeedStamps(stamps: FeedStamps): void {
    const value = JSON.stringify(stamps)
    this.database.run(`INSERT OR REPLACE INTO facts(name, value) VALUES ('feeds', ?)`, [value])
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

  /** What was remembered of a change that is undone never was. */
  private undoable<R>(change: () => R): R {
    try {
      return this.database.transaction(change)
    } catch (error) {
      this.vocabulary.forget()
      this.marked.forget()
      this.unplaced.forget()
      this.placement.forget()
      throw error
    }
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
