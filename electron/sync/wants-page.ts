/** Decides whether an article's page is worth a visit: where the feed holds only a summary, or the reader chose the page. */
import type { ArticleBody } from '../articles/article-body'
import { isSummary } from '../articles/summary-text'
import type { ArticleRecord, FeedRecord } from '../library/records'

/** `body` is what the feed gave, null for nothing. */
export function wantsPage(
  record: Pick<ArticleRecord, 'url' | 'kind' | 'readiness'>,
  feed: Pick<FeedRecord, 'textSource'>,
  body: Pick<ArticleBody, 'words' | 'text'> | null,
): boolean {
  if (record.url === null || record.readiness.text === 'page' || record.kind === 'related') return false
  if (feed.textSource === 'feed') return body === null
  if (feed.textSource === 'page' || body === null) return true
  return isSummary(body)
}

/** True when the text is whole, but the page may have key points or related articles that the feed leaves out. */
export function mayKnowMore(
  record: Pick<ArticleRecord, 'url' | 'kind'>,
  feed: Pick<FeedRecord, 'textSource'>,
  body: Pick<ArticleBody, 'related'>,
): boolean {
  const listed = record.url !== null && record.kind === 'feed'
  return listed && feed.textSource === 'better' && body.related.length === 0
}
