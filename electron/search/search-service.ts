/** Has the index and answers messages about it, one after the other. Knows nothing of threads: the worker hosts it in the app, tests call it in place. */
import { DatabaseDamaged, removeDatabaseFiles } from './full-text-database'
import { makeSnippet } from './make-snippet'
import { SearchIndex } from './search-index'
import type {
  SearchAnswer,
  SearchErrorCode,
  SearchMessage,
  SearchRequestName,
  SearchRequests,
} from './search-message'

type Handlers = {
  readonly [N in SearchRequestName]: (
    ...args: Parameters<SearchRequests[N]>
  ) => ReturnType<SearchRequests[N]> | Promise<ReturnType<SearchRequests[N]>>
}

export class SearchService {
  private file: string | null = null
  private index: SearchIndex | null = null
  private line: Promise<unknown> = Promise.resolve()

  private readonly handlers: Handlers = {
    open: async (file) => {
      this.index?.close()
      this.file = file
      this.index = await SearchIndex.open(file)
      return this.index.state
    },
    put: (articles) => {
      this.opened().put(articles)
    },
    place: (limit) => this.opened().place(limit),
    remove: (articleIds) => {
      this.opened().remove(articleIds)
    },
    removeFeed: (feedId) => {
      this.opened().removeFeed(feedId)
    },
    renameFeed: (feedId, title) => {
      this.opened().renameFeed(feedId, title)
    },
    query: (query, request) => this.opened().query(query, request),
    snippets: (query, texts) => texts.map((text) => makeSnippet(text, query)),
    nearest: (article, limit) => this.opened().nearest(article, limit),
    count: () => this.opened().count(),
    stale: (articles) => this.opened().stale(articles),
    list: (after, limit) => this.opened().list(after, limit),
    feedStamps: () => this.opened().feedStamps(),
    keepFeedStamps: (stamps) => {
      this.opened().keepFeedStamps(stamps)
    },
    tidy: () => this.opened().tidy(),
    check: () => {
      this.opened().check()
    },
    close: () => {
      this.index?.close()
      this.index = null
    },
  }

  /** Never rejects. */
  handle(message: SearchMessage): Promise<SearchAnswer> {
    // In turn, because opening waits and nothing may come between.
    const answer = this.line.then(() => this.answer(message))
    this.line = answer
    return answer
  }

  private async answer({ id, name, args }: SearchMessage): Promise<SearchAnswer> {
    try {
      const handler = this.handlers[name] as (...given: unknown[]) => unknown
      return { id, ok: true, value: await handler(...args) }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return { id, ok: false, code: await this.codeOf(error), message }
    }
  }

  /** A damaged index is replaced at once, so that the next question finds one. */
  private async codeOf(error: unknown): Promise<SearchErrorCode> {
    if (error instanceof NotOpen) return 'not_open'
    if (!(error instanceof DatabaseDamaged) || this.file === null) return 'failed'
    try {
      this.abandon()
      removeDatabaseFiles(this.file)
      this.index = await SearchIndex.open(this.file)
      return 'damaged'
    } catch {
      // The disk fails altogether: the first error is the one to tell.
      return 'failed'
    }
  }

  private abandon(): void {
    try {
      this.index?.close()
    } catch (error) {
      // Closing writes, and a damaged file may refuse; it is removed next.
      if (!(error instanceof Error)) throw error
    }
    this.index = null
  }

  private opened(): SearchIndex {
    if (!this.index) throw new NotOpen('The search index is not open.')
    return this.index
  }
}

class NotOpen extends Error {
  override readonly name = 'NotOpen'
}
