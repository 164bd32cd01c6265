/**
 * Asks the search index in its thread. Restarts the thread when it dies, opens the index again and repeats what was asked, once. Filters hits
 * by what only the caller knows (statuses) and asks for more until the list is full.
 */
import type { ArticleId } from '../../contract/article-id'
import type { NearArticle } from './article-neighbours'
import type { DatabaseState } from './full-text-database'
import type { ParsedQuery } from './parse-query'
import type { IndexHit } from './query-runner'
import type { IndexedArticle } from './article-rows'
import type { FeedStamps, PlacedStories, StampedId } from './search-index'
import type {
  SearchAnswer,
  SearchErrorCode,
  SearchMessage,
  SearchRequestName,
  SearchRequests,
} from './search-message'

/** One end of a channel to a `SearchService`; a `Worker` wrapped by `workerPort` is one. */
export interface SearchPort {
  post(message: SearchMessage): void
  onAnswer(listener: (answer: SearchAnswer) => void): void
  /** Called once when the other end is gone, with the reason. */
  onEnd(listener: (reason: string) => void): void
  close(): Promise<void>
}

export interface SearchClientOptions {
  readonly file: string
  /** Starts a thread; called again when one has died. */
  readonly start: () => SearchPort
  readonly now: () => Date
  /** The index was found empty or damaged: every article must be put in again. Told once per loss, at opening and later. */
  readonly onEmpty: () => void
}

/** What the index answered with an error. */
export class SearchFailed extends Error {
  override readonly name = 'SearchFailed'
  constructor(
    readonly code: SearchErrorCode | 'ended' | 'closed',
    message: string,
  ) {
    super(message)
  }
}

interface Waiting {
  readonly message: SearchMessage
  readonly repeated: boolean
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** First page small so that the list appears at once; growing, because a filter that refuses most needs many. */
const FIRST_PAGE = 500
const PAGE_GROWTH = 4
const LARGEST_PAGE = 20_000

export class SearchClient {
  private port: SearchPort | null = null
  private readonly waiting = new Map<number, Waiting>()
  private nextId = 1
  private closed = false

  private constructor(private readonly options: SearchClientOptions) {}

  /** Resolves when the index is open. Rejects with `SearchFailed` when it cannot be, e.g. on a full disk. */
  static async open(options: SearchClientOptions): Promise<SearchClient> {
    const client = new SearchClient(options)
    const state = (await client.ask('open', options.file)) as DatabaseState
    if (state !== 'kept') options.onEmpty()
    return client
  }

  put = (articles: readonly IndexedArticle[]): Promise<void> => this.ask('put', articles)
  place = (limit: number): Promise<PlacedStories> => this.ask('place', limit)
  remove = (articleIds: readonly ArticleId[]): Promise<void> => this.ask('remove', articleIds)
  removeFeed = (feedId: string): Promise<void> => this.ask('removeFeed', feedId)
  renameFeed = (feedId: string, title: string): Promise<void> => this.ask('renameFeed', feedId, title)
  snippets = (query: ParsedQuery, texts: readonly string[]): Promise<readonly string[]> =>
    this.ask('snippets', query, texts)
  nearest = (article: IndexedArticle, limit: number): Promise<readonly NearArticle[]> =>
    this.ask('nearest', article, limit)
  count = (): Promise<number> => this.ask('count')
  stale = (articles: readonly StampedId[]): Promise<readonly ArticleId[]> => this.ask('stale', articles)
  list: (...args: Parameters<SearchRequests['list']>) => Promise<ReturnType<SearchRequests['list']>> = (
    after,
    limit,
  ) => this.ask('list', after, limit)
  feedStamps = (): Promise<FeedStamps> => this.ask('feedStamps')
  keepFeedStamps = (stamps: FeedStamps): Promise<void> => this.ask('keepFeedStamps', stamps)
  tidy = (): Promise<boolean> => this.ask('tidy')
  /** Rejects with code `damaged` when the index did not hold together; it has been replaced then. */
  check = (): Promise<void> => this.ask('check')

  /** The best `limit` hits that `accept` lets through. */
  async query(
    query: ParsedQuery,
    limit: number,
    accept: (articleId: ArticleId) => boolean,
  ): Promise<IndexHit[]> {
    const hits: IndexHit[] = []
    const seen = new Set<ArticleId>()
    const now = this.options.now().getTime()
    let before: number | null = null
    for (let size = FIRST_PAGE; hits.length < limit; size = Math.min(size * PAGE_GROWTH, LARGEST_PAGE)) {
      const page: ReturnType<SearchRequests['query']> = await this.ask('query', query, { before, size, now })
      for (const hit of page.hits) {
        if (seen.has(hit.articleId) || !accept(hit.articleId)) continue
        seen.add(hit.articleId)
        hits.push(hit)
      }
      if (page.next === null) break
      before = page.next
    }
    return hits.slice(0, limit)
  }

  /** Writes everything and ends the thread. */
  async close(): Promise<void> {
    if (this.closed) return
    try {
      if (this.port) await this.ask('close')
    } finally {
      this.closed = true
      await this.port?.close()
      this.port = null
    }
  }

  private ask<N extends SearchRequestName>(
    name: N,
    ...args: Parameters<SearchRequests[N]>
  ): Promise<ReturnType<SearchRequests[N]>> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(new SearchFailed('closed', 'The search index is closed.'))
        return
      }
      if (this.port === null && name !== 'open') this.reopen()
      const message: SearchMessage = { id: this.nextId++, name, args }
      this.send({ message, repeated: false, resolve: resolve as (value: unknown) => void, reject })
    })
  }

  private send(waiting: Waiting): void {
    this.waiting.set(waiting.message.id, waiting)
    this.port ??= this.connect()
    this.port.post(waiting.message)
  }

  private connect(): SearchPort {
    const port = this.options.start()
    let answered = false
    port.onAnswer((answer) => {
      answered = true
      this.settle(answer)
    })
    port.onEnd((reason) => {
      if (this.port === port) this.restart(reason, answered)
    })
    return port
  }

  private settle(answer: SearchAnswer): void {
    const waiting = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.value)
    else {
      if (answer.code === 'damaged') this.options.onEmpty()
      waiting?.reject(new SearchFailed(answer.code, answer.message))
    }
  }

  /** The thread died: what it was asked is asked again of a new one, but not a third time, for it may be what killed it. */
  private restart(reason: string, answered: boolean): void {
    this.port = null
    const lost = [...this.waiting.values()]
    this.waiting.clear()
    const again = lost.filter(({ repeated }) => !repeated && !this.closed)
    for (const { reject, repeated } of lost)
      if (repeated || this.closed) reject(new SearchFailed('ended', `The search index stopped: ${reason}`))
    const opening = again.some(({ message }) => message.name === 'open')
    // A thread that never answered cannot run here: another one is started when somebody asks, not for ever.
    if (!opening && !this.closed && (answered || again.length > 0)) this.reopen()
    for (const waiting of again) this.send({ ...waiting, repeated: true })
  }

  private reopen(): void {
    const message: SearchMessage<'open'> = { id: this.nextId++, name: 'open', args: [this.options.file] }
    this.send({
      message,
      repeated: true,
      resolve: (state) => {
        if (state !== 'kept') this.options.onEmpty()
      },
      // What was asked is answered `not_open` then, which says as much.
      reject: () => undefined,
    })
  }
}
