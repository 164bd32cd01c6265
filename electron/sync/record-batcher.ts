/** Gathers completed records and writes them feed by feed, so that a feed's file is not written anew for each of its articles. */
import type { ArticleRecord } from '../library/records'
import type { SyncLibrary } from './sync-library'

// What a kill may undo: these articles are then completed again, with their pictures already here.
const LONGEST_HOLD_MS = 1000
const FULL = 50

export class RecordBatcher {
  private readonly feeds = new Map<string, Map<string, ArticleRecord>>()
  private timer: NodeJS.Timeout | null = null
  private writing: Promise<void> = Promise.resolve()
  private failure: { readonly error: unknown } | null = null

  constructor(private readonly library: Pick<SyncLibrary, 'saveArticles'>) {}

  add(record: ArticleRecord): void {
    const records = this.feeds.get(record.feedId) ?? new Map<string, ArticleRecord>()
    records.set(record.articleId, record)
    this.feeds.set(record.feedId, records)
    if (records.size >= FULL) this.write(record.feedId)
    this.timer ??= setTimeout(() => this.writeAll(), LONGEST_HOLD_MS)
  }

  /** Resolves when everything added so far is stored; rejects with the first failure of the library. */
  async flush(): Promise<void> {
    this.writeAll()
    await this.writing
    if (this.failure) throw this.failure.error
  }

  private writeAll(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    for (const feedId of [...this.feeds.keys()]) this.write(feedId)
  }

  private write(feedId: string): void {
    const records = [...(this.feeds.get(feedId)?.values() ?? [])]
    this.feeds.delete(feedId)
    if (records.length === 0) return
    this.writing = this.writing
      .then(() => this.library.saveArticles(feedId, records))
      .catch((error: unknown) => {
        // Told by the next flush; a timer has nobody to tell.
        this.failure ??= { error }
      })
  }
}
