/** Keeps the full-text index in step with the library and answers from it. The index is derived: lost or damaged, it is made again here. */
import { join } from 'node:path'
import type { RelatedLink } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleSnippet } from '../../contract/article-query'
import { isReady } from '../library/is-ready'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord } from '../library/records'
import { LONGEST_TEXT } from '../search/make-snippet'
import { isEmptyQuery, parseQuery, type ParsedQuery, type SearchedStatus } from '../search/parse-query'
import { SearchClient } from '../search/search-client'
import type { StoryPlace } from '../search/story-placement'
import { workerPort } from '../search/worker-port'
import { borrowIndex, type BorrowedIndex } from './borrowed-index'
import { IndexProgress } from './index-progress'
import type { LongWorks, Steps } from './long-works'
import { indexedArticle, readIndexed, stampOf } from './indexed-article'

export interface StoredText {
  readonly record: ArticleRecord
  /** Null when only the record changed. */
  readonly text: string | null
}

export interface SearchWish {
  /** Waits until nothing is missing from the index; otherwise `rebuilding` says so. */
  readonly whole?: boolean
  /** How many of the best hits get a snippet, for which a body is read each; all without it. */
  readonly snippets?: number
}

export interface Found {
  readonly articles: readonly {
    readonly record: ArticleRecord
    readonly score: number
    readonly snippet: string | null
  }[]
  readonly rebuilding: boolean
}

/** Articles put in at once, those of most feeds: a question asked meanwhile waits for one batch, about 70 ms. */
const BATCH = 60
const NEAREST = 5
const LIST = 2000

/** Hears which articles tell one story. */
export interface StoryFollower {
  readonly learn: (places: readonly StoryPlace[]) => void
  readonly forget: (articleIds: readonly ArticleId[]) => void
  readonly clear: () => void
}

const NO_STORIES: StoryFollower = { learn: () => undefined, forget: () => undefined, clear: () => undefined }

export class LibraryIndex {
  private client: Promise<SearchClient> | null = null
  private catchingUp: Promise<void> | null = null
  /** The end of everything put in or taken out so far; failures end up in `failure`. */
  private writes: Promise<void> = Promise.resolve()
  /** Whether something may wait to be grouped, and the grouping that is under way. */
  private unplaced = false
  private placing: Promise<void> | null = null
  private failure: Error | null = null
  private readonly stories: StoryFollower
  private readonly progress: IndexProgress
  /** Where the library is open for reading only. */
  private borrowed: BorrowedIndex | null = null
  private closing = false
  /** How often the index was found empty. */
  private emptied = 0

  constructor(
    private readonly library: LibraryStore,
    /** Folder of `search-worker.cjs`. */
    private readonly bundle: string,
    stories: StoryFollower,
    private readonly works: Pick<LongWorks, 'run'>,
  ) {
    this.stories = library.readOnly ? NO_STORIES : stories
    this.progress = new IndexProgress(library)
  }

  put(stored: readonly StoredText[]): void {
    const articles = stored.flatMap(({ record, text }) =>
      text === null ? [] : [indexedArticle(this.library, record, text)],
    )
    for (const { record, text } of stored) this.progress.put(record.feedId, text !== null)
    if (articles.length === 0) return
    this.write((client) => inBatches(articles, (batch) => client.put(batch)))
    this.placeSoon()
  }

  remove(articleIds: readonly ArticleId[]): void {
    this.stories.forget(articleIds)
    if (articleIds.length > 0) this.write((client) => client.remove(articleIds))
  }

  /** As `remove`, and resolves when the file of the index has given back their room. */
  async forget(articleIds: readonly ArticleId[]): Promise<void> {
    if (articleIds.length === 0) return
    this.remove(articleIds)
    await this.writes
    const client = await this.open()
    while (!this.closing && (await client.tidy()));
  }

  renameFeed(feedId: string, title: string): void {
    this.write((client) => client.renameFeed(feedId, title))
  }

  /** Finds what the index misses, by kill or by damage, and puts it in; joins a pass under way. */
  catchUp(): Promise<void> {
    this.catchingUp ??= this.works
      .run('index', (steps) => this.fill(steps))
      .finally(() => {
        this.catchingUp = null
      })
    return this.catchingUp
  }

  async search(text: string, limit: number, { whole = false, snippets = limit }: SearchWish): Promise<Found> {
    const query = parseQuery(text)
    if (isEmptyQuery(query)) return { articles: [], rebuilding: false }
    const client = await this.open()
    if (whole) await this.catchUp()
    const hits = await client.query(query, limit, (articleId) => this.accepts(articleId, query))
    const records = hits.flatMap(({ articleId, score }) => {
      const record = this.library.article(articleId)
      return record ? [{ record, score }] : []
    })
    const passages = await this.passages(
      query,
      records.slice(0, snippets).map(({ record }) => record),
    )
    const articles = records.map((found, place) => ({ ...found, snippet: passages[place] ?? null }))
    return { articles, rebuilding: this.catchingUp !== null }
  }

  /** What answers a question in each of these articles; those that are not here are passed over. */
  async snippets(text: string, articleIds: readonly ArticleId[]): Promise<readonly ArticleSnippet[]> {
    const records = articleIds.flatMap((articleId) => this.library.article(articleId) ?? [])
    const passages = await this.passages(parseQuery(text), records)
    return records.map(({ articleId }, place) => ({ articleId, snippet: passages[place] ?? '' }))
  }

  /** The articles of the library nearest to one, best first; none when the index cannot say. */
  async nearest(articleId: ArticleId): Promise<readonly RelatedLink[]> {
    const record = this.library.article(articleId)
    const body = record ? await this.library.body(articleId) : null
    if (!record || !body || this.library.readOnly) return []
    try {
      const client = await this.open()
      const near = await client.nearest(indexedArticle(this.library, record, body.body.text), NEAREST)
      return near.flatMap((each) => this.nearestLink(each))
    } catch (error) {
      // An article is shown without its neighbours rather than not at all; the search itself says what is wrong.
      this.failure ??= error instanceof Error ? error : new Error(String(error))
      return []
    }
  }

  /** Resolves when everything handed in is in the index and grouped. */
  async flush(): Promise<void> {
    await this.writes
    while (this.placing) await this.placing
  }

  async close(): Promise<void> {
    this.closing = true
    await this.catchingUp?.catch(() => undefined)
    await this.writes
    while (this.placing) await this.placing
    await this.keepProgress(true)
    const client = await this.client?.catch(() => null)
    await client?.close()
    await this.borrowed?.giveBack()
  }

  private open(): Promise<SearchClient> {
    this.client ??= this.openClient().catch((error: unknown) => {
      this.client = null
      throw error
    })
    return this.client
  }

  private async openClient(): Promise<SearchClient> {
    const own = join(this.library.folder, 'index', 'search.db')
    if (this.library.readOnly) this.borrowed ??= await borrowIndex(own)
    return SearchClient.open({
      file: this.borrowed?.file ?? own,
      start: () => workerPort(join(this.bundle, 'search-worker.cjs')),
      now: () => new Date(),
      onEmpty: () => {
        this.emptied++
        this.stories.clear()
        // Of what was lost, only what comes from now on would be found.
        void this.catchUp().catch((error: unknown) => {
          this.failure ??= error instanceof Error ? error : new Error(String(error))
        })
      },
    })
  }

  private write(work: (client: SearchClient) => Promise<unknown>): void {
    if (this.library.readOnly) return
    this.writes = this.writes
      .then(() => this.open())
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => {
          // Articles are safe in the library; what the index misses is put in by the next `catchUp`.
          this.failure ??= error instanceof Error ? error : new Error(String(error))
        },
      )
  }

  private async fill(steps: Steps): Promise<void> {
    const client = await this.open()
    this.placeSoon()
    await this.writes
    const { emptied } = this
    const changed = this.progress.begin(await client.feedStamps())
    if (changed === null) return
    const total = changed.reduce((sum, feedId) => sum + this.library.feedCounts(feedId).total, 0)
    let done = 0
    for (const records of this.recordsOf(changed)) {
      const name = this.library.feedTitle(records[0]?.feedId ?? '')
      await this.fillIn(client, records, (put) => {
        steps.tell(Math.min(done + put, total), total, name)
      })
      done += records.length
      if (this.closing) return
    }
    steps.tell(total, total)
    await this.forgetOthers(client)
    // In small steps, so that a question never waits long; gives back the room of what was replaced.
    while (!this.closing && (await client.tidy()));
    if (this.closing) return
    if (emptied !== this.emptied) return await this.fill(steps)
    this.progress.end()
    await this.keepProgress(false)
  }

  /** Puts in what the index misses of these articles. */
  private async fillIn(
    client: SearchClient,
    records: readonly ArticleRecord[],
    tell: (put: number) => void,
  ): Promise<void> {
    let put = 0
    const stamped = records.map((record) => ({ articleId: record.articleId, stamp: stampOf(record) }))
    await inBatches(await client.stale(stamped), async (batch) => {
      if (this.closing) return
      tell(put)
      put += batch.length
      const texts = await Promise.all(batch.map((articleId) => readIndexed(this.library, articleId)))
      await client.put(texts.filter((article) => article !== null))
      this.placeSoon()
    })
  }

  /** Writes down what is known to be in the index. Never rejects: without it the next start looks through more. */
  private async keepProgress(closing: boolean): Promise<void> {
    const stamps = this.library.readOnly || this.failure ? null : this.progress.stamps(closing)
    if (stamps === null) return
    try {
      await (await this.client)?.keepFeedStamps(stamps)
    } catch (error) {
      this.failure ??= error instanceof Error ? error : new Error(String(error))
    }
  }

  /** Groups into stories what was put in, now or before a kill. */
  private placeSoon(): void {
    if (this.library.readOnly || this.closing) return
    this.unplaced = true
    this.placing ??= this.placeAll()
      .catch((error: unknown) => {
        // What is not grouped waits in the index for the next start.
        this.failure ??= error instanceof Error ? error : new Error(String(error))
        this.unplaced = false
      })
      .finally(() => {
        this.placing = null
        if (this.unplaced) this.placeSoon()
      })
  }

  private async placeAll(): Promise<void> {
    while (this.unplaced && !this.closing) {
      // Articles that are on their way are found by search before these are grouped.
      for (let last: Promise<void> | null = null; last !== this.writes;) await (last = this.writes)
      this.unplaced = false
      const { places, left } = await (await this.open()).place(BATCH)
      this.stories.learn(places)
      this.unplaced ||= left
    }
  }

  private async forgetOthers(client: SearchClient): Promise<void> {
    for (let after: number | null = 0; after !== null && !this.closing;) {
      const { articleIds, next }: { articleIds: readonly ArticleId[]; next: number | null } =
        await client.list(after, LIST)
      const gone = articleIds.filter((articleId) => !this.library.hasArticle(articleId))
      this.stories.forget(gone)
      if (gone.length > 0) await client.remove(gone)
      after = next
    }
  }

  /** Feed by feed; articles that were kept from removed feeds last. */
  private *recordsOf(feedIds: readonly string[]): Generator<readonly ArticleRecord[]> {
    for (const feedId of feedIds) {
      this.progress.look(feedId)
      yield this.library.articlesOf(feedId)
    }
    for (const view of ['starred', 'saved', 'highlighted'] as const) {
      const query = { view, feedId: null, folder: null, order: 'newest' } as const
      yield this.library.list(query, null, Number.MAX_SAFE_INTEGER, new Date()).records
    }
  }

  private accepts(articleId: ArticleId, { statuses }: ParsedQuery): boolean {
    if (this.library.isGone(articleId)) return false
    return statuses.every(({ status, wanted }) => this.has(articleId, status) === wanted)
  }

  private has(articleId: ArticleId, status: SearchedStatus): boolean {
    if (status === 'ready') return this.library.isReady(articleId)
    if (status === 'highlighted') return this.library.highlightsOf(articleId).length > 0
    const { read, starred, saved } = this.library.status(articleId)
    return { read, unread: !read, starred, saved }[status]
  }

  /** Found in the index's thread: going through the words of eight texts would keep the window waiting. */
  private async passages(query: ParsedQuery, records: readonly ArticleRecord[]): Promise<readonly string[]> {
    if (records.length === 0) return []
    const texts = records.map(async ({ articleId, excerpt }) => {
      const body = await this.library.body(articleId)
      return (body?.body.text ?? excerpt).slice(0, LONGEST_TEXT)
    })
    return (await this.open()).snippets(query, await Promise.all(texts))
  }

  private nearestLink({ articleId, why }: { articleId: ArticleId; why: string }): readonly RelatedLink[] {
    const record = this.library.isGone(articleId) ? null : this.library.article(articleId)
    if (!record) return []
    const { title, excerpt, url } = record
    return [{ title, teaser: excerpt || null, url, articleId, from: 'library', why, ready: isReady(record) }]
  }
}

async function inBatches<T>(
  list: readonly T[],
  work: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < list.length; at += BATCH) await work(list.slice(at, at + BATCH))
}
