/**
 * What the index keeps of single articles to place them among stories, and the last of it in memory: those of one time are asked for again by
 * each article that arrives, and reading a row costs more than comparing it.
 */
import type { ArticleId } from '../../contract/article-id'
import type { FullTextDatabase, Row } from './full-text-database'
import { articleIdOf } from './stored-id'
import type { TitledArticle } from './title-pattern'

/** An article as its row has it. */
export interface StoredPlace extends TitledArticle {
  readonly number: number
  readonly articleId: ArticleId
  readonly sketch: Uint8Array
  readonly signature: Uint8Array
  story: number | null
  wording: number | null
}

/** Under a kilobyte each. */
const REMEMBERED = 2000

export class StoredPlaces {
  private readonly known = new Map<number, StoredPlace>()

  constructor(private readonly database: FullTextDatabase) {}

  load(number: number): StoredPlace | null {
    const known = this.known.get(number)
    if (known) return known
    const row = this.database.get(
      'SELECT number, article_id, feed, time, signature, sketch, title, pattern, dated, story, wording FROM articles WHERE number = ?',
      [number],
    )
    const place = row && placeOf(row)
    if (place) this.remember(place)
    return place
  }

  /** Stores the story and the wording that `place` has now. */
  save({ story, wording, number }: StoredPlace): void {
    this.database.run('UPDATE articles SET story = ?, wording = ? WHERE number = ?', [story, wording, number])
  }

  /** Rows that were written anew by others. */
  forget(numbers: readonly number[]): void {
    for (const number of numbers) this.known.delete(number)
  }

  /** For a transaction that was undone: what was remembered of it never was. */
  forgetAll(): void {
    this.known.clear()
  }

  private remember(place: StoredPlace): void {
    const [oldest] = this.known.size >= REMEMBERED ? this.known.keys() : []
    if (oldest !== undefined) this.known.delete(oldest)
    this.known.set(place.number, place)
  }
}

function placeOf(row: Row): StoredPlace | null {
  const { signature, sketch, story, wording } = row
  const articleId = articleIdOf(row['article_id'])
  if (articleId === null || !(signature instanceof Uint8Array) || !(sketch instanceof Uint8Array)) return null
  return {
    number: Number(row['number']),
    articleId,
    feed: Number(row['feed']),
    time: Number(row['time']),
    title: Number(row['title']),
    pattern: Number(row['pattern']),
    dated: row['dated'] === 1,
    sketch,
    signature,
    story: typeof story === 'number' ? story : null,
    wording: typeof wording === 'number' ? wording : null,
  }
}
