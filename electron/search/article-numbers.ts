/**
 * Numbers of articles in the index, in the order of their time: the minutes since 2000, or the next free number. So "newest first" is the
 * order in which the words lie on disk, whatever the order in which articles came, and needs no sorting.
 */
import type { FullTextDatabase } from './full-text-database'

const EPOCH_S = Date.UTC(2000, 0, 1) / 1000
const MINUTE_S = 60

/** The lowest number of an article of `seconds` since 1970 or later. Those older than 2000 share the first numbers. */
export function leastNumber(seconds: number): number {
  return Math.max(1, Math.floor((seconds - EPOCH_S) / MINUTE_S))
}

export class ArticleNumbers {
  /** Where to look on for the minutes that many articles share: a sync may give thousands the same. */
  private readonly next = new Map<number, number>()

  constructor(private readonly database: FullTextDatabase) {}

  freeFor(seconds: number): number {
    const least = leastNumber(seconds)
    let number = this.next.get(least) ?? least
    while (this.database.get('SELECT 1 FROM articles WHERE number = ?', [number])) number++
    this.next.set(least, number + 1)
    return number
  }

  /** The number that a changed article had, unless its time is another now. Its row must be gone. */
  keepFor(seconds: number, number: number): number {
    const least = leastNumber(seconds)
    return number >= least && number < (this.next.get(least) ?? least + 1) ? number : this.freeFor(seconds)
  }
}
