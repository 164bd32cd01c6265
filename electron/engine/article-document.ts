/** What of an article goes into the full-text index. Pure. */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleRecord } from '../library/records'

/** One article as the index knows it. Statuses are not in it: they live in the library and change often. */
export interface ArticleDocument {
  readonly articleId: ArticleId
  readonly feedId: string
  readonly feedTitle: string
  readonly title: string
  readonly byline: string
  readonly text: string
  readonly published: string
  readonly arrived: string
}

export function articleDocument(record: ArticleRecord, feedTitle: string, text: string): ArticleDocument {
  return {
    articleId: record.articleId,
    feedId: record.feedId,
    feedTitle,
    title: record.title,
    byline: record.author ?? '',
    text,
    published: record.published ?? record.arrived,
    arrived: record.arrived,
  }
}
