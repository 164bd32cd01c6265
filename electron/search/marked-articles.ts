/**
 * Which articles have a term among their weightiest: the table `marks`. What was asked for is remembered and kept up, because the articles of a
 * first sync share most of their words with each other, and to ask the table takes longer than all that is done with the answer.
 */
import type { FullTextDatabase } from './full-text-database'
import type { TermCounts } from './term-counts'

/** A term of more articles is looked up for the time in question alone. */
const FEW = 60
/** Numbers remembered, of all terms: two megabytes. */
const REMEMBERED = 200_000
/** What a term itself takes, in numbers. */
const TERM_SIZE = 8

export class MarkedArticles {
  /** All articles of a term, ascending. */
  private readonly known = new Map<number, number[]>()
  private size = 0

  constructor(
    private readonly database: FullTextDatabase,
    private readonly counts: TermCounts,
  ) {}

  put(number: number, terms: readonly number[]): void {
    // One statement for all: each costs more than what it does.
    this.database.run('INSERT OR IGNORE INTO marks(term, number) SELECT value, ? FROM json_each(?)', [
      number,
      JSON.stringify(terms),
    ])
    for (const term of terms) {
      const numbers = this.known.get(term)
      if (!numbers) continue
      const place = placeIn(numbers, number)
      if (numbers[place - 1] === number) continue
      numbers.splice(place, 0, number)
      this.size++
    }
  }

  remove(number: number, terms: readonly number[]): void {
    for (const term of terms) {
      this.database.run('DELETE FROM marks WHERE term = ? AND number = ?', [term, number])
      this.known.delete(term)
    }
  }

  /** The highest numbers of the term from `least` to `most`, the highest first. */
  newestOf(term: number, least: number, most: number, limit: number): readonly number[] {
    const numbers = this.known.get(term) ?? this.learn(term)
    if (!numbers)
      return this.ask(
        'SELECT number FROM marks WHERE term = ? AND number BETWEEN ? AND ? ORDER BY number DESC LIMIT ?',
        [term, least, most, limit],
      )
    const newest: number[] = []
    for (let place = placeIn(numbers, most) - 1; place >= 0 && newest.length < limit; place--) {
      const number = numbers[place] ?? 0
      if (number < least) break
      newest.push(number)
    }
    return newest
  }

  /** For a transaction that was undone. */
  forget(): void {
    this.known.clear()
    this.size = 0
  }

  private learn(term: number): number[] | null {
    if (this.counts.articlesWith(term) > FEW) return null
    // The counts may have lost some of the articles at a kill.
    const numbers = this.ask('SELECT number FROM marks WHERE term = ? ORDER BY number LIMIT ?', [term, FEW])
    if (numbers.length === FEW) return null
    if (this.size > REMEMBERED) this.forget()
    this.known.set(term, numbers)
    this.size += numbers.length + TERM_SIZE
    return numbers
  }

  private ask(sql: string, values: readonly number[]): number[] {
    return this.database.all(sql, values).map(({ number }) => Number(number))
  }
}

/** Where the first number above this one is. */
function placeIn(numbers: readonly number[], number: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= number) low = middle + 1
    else high = middle
  }
  return low
}
