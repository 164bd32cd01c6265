/** Keeps what the next start shows before its library is open: written a while after a change and at the end, when it is another than before. */
import { FIRST_PAGE_SIZE } from '../../contract/article-query'
import type { ArticlePage, ArticleQuery } from '../../contract/article-query'
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import { appErrorOf } from '../app-failure'
import type { LibraryStore } from '../library/library-store'

/** A sync changes something a few times a second; only a kill shows what is older than this. */
const PAUSE_MS = 5_000

export interface LaunchKeeperOptions {
  readonly library: Pick<LibraryStore, 'settings' | 'counts' | 'keepLaunchSnapshot'>
  readonly lists: { page: (query: ArticleQuery, cursor: null, limit: number) => ArticlePage }
  readonly version: string
  readonly failed: (message: string) => void
}

export class LaunchKeeper {
  private written: string | undefined
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()
  private closed = false
  private query: (() => ArticleQuery) | null = null

  constructor(private readonly options: LaunchKeeperOptions) {}

  /** From now on; `query` is what the next start is going to ask for. Without a window nothing is kept. */
  follow(query: () => ArticleQuery): void {
    this.query = query
  }

  /** Something that a list may show is another now. */
  readonly changed = (): void => {
    if (this.closed || !this.query) return
    this.timer ??= setTimeout(() => void this.keep(), PAUSE_MS)
    // What matters at the end is written by `close`.
    this.timer.unref()
  }

  /** Writes what is not written yet; nothing is written afterwards. */
  close(): Promise<void> {
    this.closed = true
    return this.keep()
  }

  private keep(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    this.writing = this.writing
      .then(() => this.write())
      .catch((error: unknown) => {
        this.options.failed(appErrorOf(error).message)
      })
    return this.writing
  }

  private async write(): Promise<void> {
    if (!this.query) return
    const { library, version } = this.options
    const snapshot = this.look(this.query())
    const text = JSON.stringify(snapshot)
    if (text === this.written) return
    await library.keepLaunchSnapshot(version, snapshot)
    this.written = text
  }

  /** Null where the list has no rows: what stands there then depends on more than the list. */
  private look(query: ArticleQuery): LaunchSnapshot | null {
    const { library, lists } = this.options
    const page = lists.page(query, null, FIRST_PAGE_SIZE)
    if (page.rows.length === 0) return null
    return { settings: library.settings(), counts: library.counts(new Date()), query, page }
  }
}
