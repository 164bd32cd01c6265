/** What the list shows of an article, made from records in memory. Pure. */
import type { ArticleRow, ArticleStatus, StoryMark } from '../../contract/article'
import { isReady } from '../library/is-ready'
import type { ArticleRecord } from '../library/records'

/** Words a minute of an adult reading silently, across studies of English prose. */
export const WORDS_PER_MINUTE = 238

export interface RowContext {
  readonly feedTitle: string
  readonly status: ArticleStatus
  readonly highlightCount: number
  readonly story: StoryMark | null
}

export function articleRow(record: ArticleRecord, context: RowContext): ArticleRow {
  return {
    articleId: record.articleId,
    feedId: record.feedId,
    feedTitle: context.feedTitle,
    title: record.title,
    url: record.url,
    published: record.published,
    arrived: record.arrived,
    author: record.author,
    excerpt: record.excerpt,
    thumbnail: record.thumbnail,
    status: { read: context.status.read, starred: context.status.starred, saved: context.status.saved },
    readiness: record.readiness,
    ready: isReady(record),
    highlightCount: context.highlightCount,
    story: context.story,
    readingMinutes: Math.max(1, Math.round(record.words / WORDS_PER_MINUTE)),
  }
}
