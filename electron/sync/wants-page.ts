/** Decides whether an article's page is worth a visit: where the feed holds only a summary, or the reader chose the page. */
import type { ArticleBody } from '../articles/article-body'
import type { ArticleRecord, FeedRecord } from '../library/records'

// Summaries in feeds end near 50 words, whole articles begin near 200; what lies between is looked up.
const SUMMARY_WORDS = 150
const CUT_OFF =
  /(\[?(…|\.\.\.)\]?|\b(read more|continue reading|read the (full|rest)[^.]{0,40}|weiterlesen|lire la suite|leer más|leia mais|читать далее)\W{0,5})$/i

/** `body` is what the feed gave, null for nothing. */
export function wantsPage(
  record: Pick<ArticleRecord, 'url' | 'kind' | 'readiness'>,
  feed: Pick<FeedRecord, 'textSource'>,
  body: Pick<ArticleBody, 'words' | 'text'> | null,
): boolean {
  if (record.url === null || record.readiness.text === 'page' || record.kind === 'related') return false
  if (feed.textSource === 'feed') return body === null
  if (feed.textSource === 'page' || body === null) return true
  return body.words < SUMMARY_WORDS || CUT_OFF.test(body.text.slice(-200).trimEnd())
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
