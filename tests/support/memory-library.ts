/** A library in memory that keeps the promises of the real one, and a record of the order of its writes. */
import type { ArticleId } from '../../contract/article-id'
import { createHash } from 'node:crypto'
import type { ArticleRecord, BodyRecord, FeedRecord, SyncState } from '../../electron/library/records'
import type { SyncLibrary } from '../../electron/sync/sync-library'

export class MemoryLibrary implements SyncLibrary {
  readonly feedMap = new Map<string, FeedRecord>()
  readonly states = new Map<string, SyncState>()
  readonly articles = new Map<ArticleId, ArticleRecord>()
  readonly bodies = new Map<ArticleId, BodyRecord>()
  readonly media = new Map<string, Uint8Array>()
  readonly purged = new Set<ArticleId>()
  /** One line a write: `body ID`, `articles FEED COUNT`, `state FEED`, `media NAME`, `feed FEED`. */
  readonly writes: string[] = []
  /** Called before each write; throws to stand for a full disk or a kill. */
  beforeWrite: (line: string) => void = () => undefined

  addFeed(url: string, change: Partial<FeedRecord> = {}): FeedRecord {
    const feedId = change.feedId ?? `feed${this.feedMap.size + 1}`
    const record: FeedRecord = {
      feedId,
      url,
      typedUrl: url,
      siteUrl: null,
      title: feedId,
      ownTitle: null,
      folder: [],
      added: '2026-01-01T00:00:00.000Z',
      icon: null,
      language: null,
      textSource: 'better',
      keepDays: null,
      keepArticles: null,
      paused: false,
      notify: false,
      direction: 'auto',
      intervalMinutes: null,
      fetchComments: false,
      prefetchRelated: null,
      ...change,
    }
    this.feedMap.set(feedId, record)
    return record
  }

  feeds = () => [...this.feedMap.values()]
  feed = (feedId: string) => this.feedMap.get(feedId) ?? null
  syncState = (feedId: string) => this.states.get(feedId) ?? null
  article = (articleId: ArticleId) => this.articles.get(articleId) ?? null
  articlesOf = (feedId: string) => [...this.articles.values()].filter((one) => one.feedId === feedId)
  isPurged = (_feedId: string, articleId: ArticleId) => this.purged.has(articleId)
  body = (articleId: ArticleId) => Promise.resolve(this.bodies.get(articleId) ?? null)

  changeFeed = async (feedId: string, change: Partial<Omit<FeedRecord, 'feedId'>>) => {
    await this.write(`feed ${feedId}`)
    const feed = this.feedMap.get(feedId)
    if (feed) this.feedMap.set(feedId, { ...feed, ...change })
  }

  saveSyncState = async (state: SyncState) => {
    await this.write(`state ${state.feedId}`)
    this.states.set(state.feedId, state)
  }

  saveArticles = async (feedId: string, records: readonly ArticleRecord[]) => {
    await this.write(`articles ${feedId} ${records.length}`)
    for (const record of records) {
      if (record.readiness.text !== 'none' && !this.bodies.has(record.articleId))
        throw new Error(`the record of ${record.articleId} speaks of a text that was not stored before`)
      this.articles.set(record.articleId, record)
    }
  }

  saveBody = async (record: BodyRecord) => {
    await this.write(`body ${record.articleId}`)
    for (const image of record.media) {
      if (image.media !== null && !this.media.has(image.media))
        throw new Error(`${image.media} is not stored`)
    }
    this.bodies.set(record.articleId, record)
  }

  saveMedia = async (bytes: Uint8Array, extension: string) => {
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`
    await this.write(`media ${name}`)
    this.media.set(name, bytes)
    return name
  }

  hasMedia = (name: string): boolean => this.media.has(name)

  /** The article with this title; fails the test when there is none. */
  titled(title: string): ArticleRecord {
    const found = [...this.articles.values()].find((one) => one.title === title)
    if (!found)
      throw new Error(
        `no article "${title}" among ${[...this.articles.values()].map((one) => one.title).join(', ')}`,
      )
    return found
  }

  bodyOf(title: string): BodyRecord {
    const body = this.bodies.get(this.titled(title).articleId)
    if (!body) throw new Error(`"${title}" has no body`)
    return body
  }

  private async write(line: string): Promise<void> {
    this.beforeWrite(line)
    await Promise.resolve()
    this.writes.push(line)
  }
}
