/** One article in all tables of the index: its row, its marks and its words, and its share of the counts of terms. */
import type { ArticleId } from '../../contract/article-id'
import { ArticleNumbers } from './article-numbers'
import { profileFrom } from './article-profile'
import { packSignature, signatureTerms } from './article-signature'
import type { FullTextDatabase, Value } from './full-text-database'
import { feedTerm } from './match-expression'
import type { MarkedArticles } from './marked-articles'
import { bytesOf } from './stored-id'
import { MARKS } from './story-placement'
import { hashTerm, type TermCounts } from './term-counts'
import { sketchOf } from './text-sketch'
import { titlePattern } from './title-pattern'
import { tokenise } from './tokenise'
import type { Vocabulary } from './vocabulary'

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

/** Characters of a text that are indexed: more than any article, less than a dump of a database. */
const LONGEST_TEXT = 1_000_000
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

export class ArticleRows {
  private readonly numbers: ArticleNumbers

  constructor(
    private readonly database: FullTextDatabase,
    private readonly counts: TermCounts,
    private readonly vocabulary: Vocabulary,
    private readonly marked: MarkedArticles,
  ) {
    this.numbers = new ArticleNumbers(database)
  }

  /** Adds an article or replaces it; answers with its number. Counts it among the terms. */
  put(article: IndexedArticle): number {
    const time = secondsOf(article)
    const known = this.known(article.articleId)
    if (known) this.remove(known.number)
    const number = known ? this.numbers.keepFor(time, known.number) : this.numbers.freeFor(time)
    const text = article.text.slice(0, LONGEST_TEXT)
    const title = tokenise(article.title)
    const byline = tokenise(article.byline ?? '')
    const body = tokenise(text)
    const profile = profileFrom({ title: article.title, text }, title, body)
    const head = [...title, ...byline].map(({ term }) => term)
    const bodyTerms = body.map(({ term }) => term)
    const terms = new Set([...head, ...bodyTerms])
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
        sketchOf(bodyTerms),
        wholeTitle,
        pattern,
        dated ? 1 : 0,
        known?.story ?? null,
        known?.wording ?? null,
      ],
    )
    this.marked.put(number, signatureTerms(signature, MARKS))
    const words: Value[] = [bodyTerms, title.map(({ term }) => term), byline.map(({ term }) => term)].map(
      (list) => list.join(' '),
    )
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

  remove(number: number): void {
    const signature = this.database.get('SELECT signature FROM articles WHERE number = ?', [number])?.[
      'signature'
    ]
    if (signature instanceof Uint8Array) this.marked.remove(number, signatureTerms(signature, MARKS))
    this.database.run('DELETE FROM words WHERE rowid = ?', [number])
    this.database.run('DELETE FROM articles WHERE number = ?', [number])
  }

  renameFeed(feedId: string, title: string): void {
    this.database.run('UPDATE feeds SET title = ? WHERE feed_id = ?', [title, feedId])
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

  numberOf(articleId: ArticleId): number | null {
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
}

/** A date after the arrival is a feed's mistake: it would stand first for ever. */
function secondsOf({ published, arrived }: IndexedArticle): number {
  const came = Date.parse(arrived)
  const time = Math.min(Date.parse(published ?? arrived), Number.isNaN(came) ? Infinity : came)
  return Number.isNaN(time) ? 0 : Math.floor(time / 1000)
}
