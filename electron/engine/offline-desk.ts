/** "Prepare for offline": chooses the articles of a scope, says beforehand about how much will come, and completes them. */
import { stat } from 'node:fs/promises'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleQuery } from '../../contract/article-query'
import type { PrepareEstimate, PrepareOutcome, PrepareScope } from '../../contract/prepare'
import type { PrepareReport } from '../../contract/sync'
import { isReady } from '../library/is-ready'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord } from '../library/records'
import { estimateBytes, type CompleteArticle } from './estimate-bytes'
import { readinessChecker, type CheckReadiness } from './readiness-check'

/** Articles completed by one `prepare` without names: all that are not ready, newest first, up to here. */
const MOST_UNASKED = 500
const PAGE = 500
/** Complete articles looked at to judge what the others will take. */
const SAMPLE = 24
const MOST_FOUND = 500

export interface OfflineTools {
  readonly library: LibraryStore
  readonly now: () => Date
  readonly search: (text: string, limit: number) => Promise<readonly ArticleId[]>
  readonly complete: (articleIds: readonly ArticleId[], signal?: AbortSignal) => Promise<PrepareReport>
}

export class OfflineDesk {
  /** What of one article is on the disk now. */
  readonly check: CheckReadiness

  constructor(private readonly tools: OfflineTools) {
    this.check = readinessChecker(tools.library, tools.now)
  }

  /** What the scope holds and about how many bytes would come. */
  async estimate(scope: PrepareScope): Promise<PrepareEstimate> {
    const records = await this.select(scope)
    const incomplete = records.filter((record) => !isReady(record))
    const bytes = incomplete.length === 0 ? 0 : estimateBytes(incomplete, await this.sample(records))
    return { articles: records.length, incomplete: incomplete.length, bytes }
  }

  async prepare(scope: PrepareScope, signal?: AbortSignal): Promise<PrepareOutcome> {
    const records = await this.select(scope)
    const report = await this.tools.complete(
      records.map(({ articleId }) => articleId),
      signal,
    )
    const named = new Set(report.incomplete.map(({ articleId }) => articleId))
    return {
      ...report,
      articles: records.length,
      cancelled: report.incomplete.some(({ why }) => why === CANCELLED),
      titles: Object.fromEntries(
        records.flatMap(({ articleId, title }) => (named.has(articleId) ? [[articleId, title]] : [])),
      ),
    }
  }

  /** Completes these articles, or all that are not ready when none are named. What was named is looked for on the disk first. */
  async prepareNamed(articleIds: readonly ArticleId[], signal?: AbortSignal): Promise<PrepareReport> {
    await this.missPictures(articleIds)
    return this.tools.complete(articleIds.length > 0 ? articleIds : this.unready(), signal)
  }

  /** Notes pictures that somebody took off the disk, so that they are fetched like any that never came. */
  private async missPictures(articleIds: readonly ArticleId[]): Promise<void> {
    const { library } = this.tools
    const gone: ArticleId[] = []
    for (const articleId of articleIds) {
      const record = library.article(articleId)
      if (record === null) continue
      const { pictures } = await this.check(articleId)
      if (pictures.here < record.readiness.images[0]) gone.push(articleId)
    }
    if (gone.length > 0) await library.upkeep.fetchPicturesAgain(gone)
  }

  private async select(scope: PrepareScope): Promise<readonly ArticleRecord[]> {
    switch (scope.kind) {
      case 'unread':
        return this.listed({ ...EVERYTHING, view: 'unread' }, Infinity)
      case 'newest':
        return this.listed(EVERYTHING, scope.count)
      case 'feed':
        return this.listed({ ...EVERYTHING, feedId: scope.feedId }, Infinity)
      case 'folder':
        return this.listed({ ...EVERYTHING, folder: scope.folder }, Infinity)
      case 'search':
        return this.records(await this.tools.search(scope.text, MOST_FOUND))
      case 'articles':
        return this.records(scope.articleIds)
    }
  }

  private records(articleIds: readonly ArticleId[]): readonly ArticleRecord[] {
    return articleIds.flatMap((articleId) => this.tools.library.article(articleId) ?? [])
  }

  private listed(query: ArticleQuery, most: number): readonly ArticleRecord[] {
    const records: ArticleRecord[] = []
    let cursor: string | null = null
    do {
      const page = this.tools.library.list(
        query,
        cursor,
        Math.min(PAGE, most - records.length),
        this.tools.now(),
      )
      records.push(...page.records)
      cursor = page.next
    } while (cursor !== null && records.length < most)
    return records
  }

  private unready(): readonly ArticleId[] {
    const wanted: ArticleId[] = []
    let cursor: string | null = null
    do {
      const page = this.tools.library.list(EVERYTHING, cursor, PAGE, this.tools.now())
      for (const record of page.records) if (!isReady(record)) wanted.push(record.articleId)
      cursor = page.next
    } while (cursor !== null && wanted.length < MOST_UNASKED)
    return wanted.slice(0, MOST_UNASKED)
  }

  /** Complete articles of the scope, or else of the library. */
  private async sample(records: readonly ArticleRecord[]): Promise<readonly CompleteArticle[]> {
    const { library, now } = this.tools
    const own = records.filter(isReady).slice(0, SAMPLE)
    const taken =
      own.length > 0 ? own : library.list({ ...EVERYTHING, view: 'ready' }, null, SAMPLE, now()).records
    return Promise.all(taken.map((record) => this.measure(record)))
  }

  private async measure({ articleId }: ArticleRecord): Promise<CompleteArticle> {
    const { library } = this.tools
    const body = await library.body(articleId)
    const files = (body?.media ?? []).flatMap(({ media }) => (media && library.mediaFile(media)) ?? [])
    const sizes = await Promise.all(files.map((file) => stat(file).then(({ size }) => size, gone)))
    return {
      textBytes: body ? Buffer.byteLength(body.body.html) + Buffer.byteLength(body.body.text) : 0,
      pictures: sizes.filter((size) => size > 0),
    }
  }
}

/** A picture let go of since the article was read takes no room. */
const gone = (): number => 0

const CANCELLED = 'Preparing it was cancelled.'
const EVERYTHING: ArticleQuery = { view: 'all', feedId: null, folder: null, order: 'newest' }
