/**
 * All words of the index, for finding those that begin with what is being typed. FTS5 would read every occurrence of every such word, which
 * takes a second for a common beginning; a few of the commonest words answer as well in a hundredth of that.
 */
import type { FullTextDatabase } from './full-text-database'
import { hashTerm, type TermCounts } from './term-counts'

/** Words remembered as stored already; a tenth of a large library's, which are nine tenths of what comes. */
const REMEMBERED = 60_000
/** Words looked at for one beginning. Of three letters few have more; of two Chinese characters none. */
const MOST_READ = 6000

export class Vocabulary {
  private readonly stored = new Set<string>()

  constructor(
    private readonly database: FullTextDatabase,
    private readonly counts: TermCounts,
  ) {}

  /** Part of the transaction that puts the words into the index. */
  add(terms: Iterable<string>): void {
    const fresh: string[] = []
    for (const term of terms) if (!this.stored.has(term)) fresh.push(term)
    if (fresh.length === 0) return
    // In their order, and all at one stroke: a statement for each would cost more than the storing.
    this.database.run('INSERT OR IGNORE INTO vocabulary(term) SELECT value FROM json_each(?)', [
      JSON.stringify(fresh.sort()),
    ])
    if (this.stored.size + fresh.length > REMEMBERED) this.stored.clear()
    for (const term of fresh) this.stored.add(term)
  }

  /** For a transaction that was undone: what it stored is not there. */
  forget(): void {
    this.stored.clear()
  }

  /** The commonest words that begin so, the commonest first. */
  beginningWith(prefix: string, most: number): string[] {
    const rows = this.database.all('SELECT term FROM vocabulary WHERE term >= ? AND term < ? LIMIT ?', [
      prefix,
      prefix + '\u{10ffff}',
      MOST_READ,
    ])
    return rows
      .map((row) => String(row['term']))
      .map((term) => ({ term, articles: this.counts.articlesWith(hashTerm(term)) }))
      .sort((a, b) => b.articles - a.articles)
      .slice(0, most)
      .map(({ term }) => term)
  }
}
