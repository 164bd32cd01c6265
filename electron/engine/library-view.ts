/** What the window and the command line see of the library: rows, counts and whole articles. Reads only. */
import type { ArticleDetail, ArticleRow, RelatedLink, StoryMark, StoryPart } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { ArticlePage, ArticleQuery, SearchResult } from '../../contract/article-query'
import type { FeedRow } from '../../contract/feed'
import type { HighlightRow } from '../../contract/highlight'
import { AppFailure } from '../app-failure'
import type { HighlightedArticle } from '../highlights/export-highlights'
import { isReady } from '../library/is-ready'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord } from '../library/records'
import { articleDetail } from './article-detail'
import { articleRow } from './article-row'
import { feedRow } from './feed-row'
import type { Found } from './library-index'

/** Shown for an article whose feed is gone with its name. */
const NO_FEED = 'Removed feed'

/** What stands around an article; each empty while there is no index. */
export interface ArticleSurroundings {
  /** Nearest articles of the library, best first. */
  readonly nearest: (articleId: ArticleId) => Promise<readonly RelatedLink[]>
  readonly storyParts: (articleId: ArticleId) => readonly StoryPart[]
}

export class LibraryView {
  constructor(
    private readonly library: LibraryStore,
    private readonly now: () => Date,
    private readonly around: ArticleSurroundings,
  ) {}

  feeds(feedIds: readonly string[] | null = null): readonly FeedRow[] {
    const { syncIntervalMinutes } = this.library.settings()
    const feeds = feedIds?.flatMap((feedId) => this.library.feed(feedId) ?? []) ?? this.library.feeds()
    return feeds.map((feed) =>
      feedRow(feed, {
        state: this.library.syncState(feed.feedId),
        counts: this.library.feedCounts(feed.feedId),
        syncIntervalMinutes,
      }),
    )
  }

  page(query: ArticleQuery, cursor: string | null, limit: number): ArticlePage {
    const { records, next, total } = this.library.list(query, cursor, limit, this.now())
    return { rows: records.map((record) => this.row(record)), next, total }
  }

  found({ articles, rebuilding }: Found): SearchResult {
    const hits = articles.map(({ record: { articleId, feedId, title, published }, score, snippet }) => ({
      articleId,
      feedId,
      title,
      published,
      score,
      snippet,
    }))
    return { hits, rows: articles.map(({ record }) => this.row(record)), rebuilding }
  }

  /** Rows of these articles in their order; those that are not here are passed over. */
  rows(articleIds: readonly ArticleId[]): readonly ArticleRow[] {
    return articleIds.flatMap((articleId) => {
      const record = this.library.article(articleId)
      return record ? [this.row(record)] : []
    })
  }

  /** Unread articles of a list. */
  unread(query: ArticleQuery): readonly ArticleId[] {
    const view = query.view === 'all' ? 'unread' : query.view
    return this.library
      .listIds({ ...query, view }, this.now())
      .filter((articleId) => !this.library.status(articleId).read)
  }

  /** Unread articles after this one; none when it is not in the list. */
  unreadBelow(query: ArticleQuery, articleId: ArticleId): readonly ArticleId[] {
    // The article itself may have been read since, so a list of unread ones is gone through whole.
    const view = query.view === 'unread' ? 'all' : query.view
    const ids = this.library.listIds({ ...query, view }, this.now())
    const at = ids.indexOf(articleId)
    return at < 0 ? [] : ids.slice(at + 1).filter((id) => !this.library.status(id).read)
  }

  async article(articleId: ArticleId): Promise<ArticleDetail> {
    const record = this.library.article(articleId)
    if (!record)
      throw new AppFailure(
        'no_article',
        `There is no article ${articleId} in this library; it may have been removed with its feed.`,
      )
    const [body, nearest] = await Promise.all([this.library.body(articleId), this.around.nearest(articleId)])
    return articleDetail({
      row: this.row(record),
      record,
      body,
      direction: this.library.feed(record.feedId)?.direction ?? 'auto',
      highlights: this.library.highlightsOf(articleId),
      nearest,
      storyParts: this.around.storyParts(articleId),
      lookUp: (target) => {
        const found = this.library.article(target)
        return found && found.readiness.text !== 'none' ? { ready: isReady(found) } : null
      },
    })
  }

  highlights(): readonly HighlightRow[] {
    return this.library.highlights().map((highlight) => {
      const record = this.library.article(highlight.articleId)
      return {
        ...highlight,
        articleTitle: record?.title ?? '',
        feedTitle: record ? this.feedTitle(record.feedId) : NO_FEED,
      }
    })
  }

  /** The articles of some highlights, for an export. */
  highlightedArticles(highlights: readonly HighlightRow[]): ReadonlyMap<string, HighlightedArticle> {
    const articles = new Map<string, HighlightedArticle>()
    for (const { articleId } of highlights) {
      const record = this.library.article(articleId)
      if (!record || articles.has(articleId)) continue
      const { title, url, author, published, feedId } = record
      articles.set(articleId, { articleId, title, feedTitle: this.feedTitle(feedId), url, author, published })
    }
    return articles
  }

  feedTitle(feedId: string): string {
    return this.library.feedTitle(feedId) ?? NO_FEED
  }

  row(record: ArticleRecord, story: StoryMark | null = null): ArticleRow {
    return articleRow(record, {
      feedTitle: this.feedTitle(record.feedId),
      status: this.library.status(record.articleId),
      highlightCount: this.library.highlightsOf(record.articleId).length,
      story,
    })
  }
}
