/**
 * Articles whose place among stories is still to be found, in the order they came, in a table of the index: an article is found by search before
 * it is grouped, and a kill in between forgets none.
 */
import type { FullTextDatabase } from './full-text-database'

/** Made by every opening, for indexes of before have no such table. */
const TABLE = 'CREATE TABLE IF NOT EXISTS unplaced (turn INTEGER PRIMARY KEY, number INTEGER NOT NULL)'

export class UnplacedArticles {
  /** Null until it is asked for. */
  private waiting: Set<number> | null = null

  constructor(private readonly database: FullTextDatabase) {
    database.run(TABLE)
  }

  add(numbers: readonly number[]): void {
    for (const number of numbers) {
      this.database.run('INSERT INTO unplaced(number) VALUES (?)', [number])
      this.waiting?.add(number)
    }
  }

  /** At most so many, which wait no longer. */
  take(limit: number): readonly number[] {
    const rows = this.database.all('SELECT turn, number FROM unplaced ORDER BY turn LIMIT ?', [limit])
    const last = rows.at(-1)?.['turn']
    if (typeof last !== 'number') return []
    this.database.run('DELETE FROM unplaced WHERE turn <= ?', [last])
    const numbers = rows.map(({ number }) => Number(number))
    for (const number of numbers) this.waiting?.delete(number)
    return numbers
  }

  has(number: number): boolean {
    this.waiting ??= new Set(
      this.database.all('SELECT number FROM unplaced').map((row) => Number(row['number'])),
    )
    return this.waiting.has(number)
  }

  /** For a transaction that was undone. */
  forget(): void {
    this.waiting = null
  }
}
