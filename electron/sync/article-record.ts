/** Makes the library's record of an article out of a feed's item and, once there is one, its body. */
import type { Readiness } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleBody } from '../articles/article-body'
import { plainText } from '../feeds/html-text'
import type { NormalArticle } from '../feeds/normalise-article'
import type { ArticleRecord, BodyRecord } from '../library/records'
import { PIXEL_WHY } from './fetch-image'

const EXCERPT_LENGTH = 280
const NOTHING_HERE: Readiness = { text: 'none', images: [0, 0], related: [0, 0], comments: 'none' }

/** The HTML a feed gives for an article, the fuller one first; null when it gives none. */
export function feedHtml(article: NormalArticle): string | null {
  const html = article.contentHtml ?? article.summaryHtml
  return html?.trim() ? html : null
}

/** A new article by its headline, before its body is made: pending, with nothing readable yet. */
export function headlineRecord(article: NormalArticle, feedId: string, now: Date): ArticleRecord {
  const html = article.summaryHtml ?? article.contentHtml ?? ''
  return {
    ...feedFields(article),
    feedId,
    kind: 'feed',
    arrived: now.toISOString(),
    // Only the beginning is read: this runs for every headline before anything is shown.
    excerpt: excerptOf(plainText(html.slice(0, 2000), 'html')),
    thumbnail: null,
    language: null,
    words: 0,
    readiness: NOTHING_HERE,
    pending: true,
    missing: [],
  }
}

/** What a feed says of an article: replaces the same fields of an older record. */
export function feedFields(
  article: NormalArticle,
): Omit<
  ArticleRecord,
  | 'feedId'
  | 'kind'
  | 'arrived'
  | 'excerpt'
  | 'thumbnail'
  | 'language'
  | 'words'
  | 'readiness'
  | 'pending'
  | 'missing'
> {
  return {
    articleId: article.articleId,
    guid: article.guid,
    url: article.url,
    title: article.title,
    author: article.author,
    published: article.published,
    updated: article.updated,
    categories: article.categories,
    enclosures: article.enclosures,
    commentsUrl: article.commentsUrl,
    commentsFeedUrl: article.commentsFeedUrl,
    commentCount: article.commentCount,
    itemHash: article.itemHash,
  }
}

/** An article that was fetched because another one links to it. */
export function relatedRecord(
  articleId: ArticleId,
  feedId: string,
  url: string,
  page: { readonly body: ArticleBody; readonly fallbackTitle: string; readonly now: Date },
): ArticleRecord {
  const { body, now } = page
  return {
    articleId,
    feedId,
    kind: 'related',
    guid: null,
    url,
    title: body.title ?? page.fallbackTitle,
    author: body.byline,
    published: body.published,
    updated: body.updated,
    arrived: now.toISOString(),
    excerpt: excerptOf(body.lead ?? body.text),
    categories: [],
    enclosures: [],
    thumbnail: null,
    commentsUrl: body.commentsUrl,
    commentsFeedUrl: null,
    commentCount: null,
    language: body.language,
    words: body.words,
    readiness: NOTHING_HERE,
    itemHash: '',
    pending: true,
    missing: [],
  }
}

/** The fields of a record that come from its body. */
export function bodyFields(record: ArticleRecord, body: ArticleBody): Partial<ArticleRecord> {
  return {
    excerpt: excerptOf(body.text) || record.excerpt,
    author: record.author ?? body.byline,
    published: record.published ?? body.published,
    commentsUrl: record.commentsUrl ?? body.commentsUrl,
    language: body.language ?? record.language,
    words: body.words,
  }
}

/** [here, all] of the pictures of a body; tracking pixels count as nothing. */
export function imageCount(stored: BodyRecord): readonly [number, number] {
  const wanted = stored.media.filter((image) => image.why !== PIXEL_WHY)
  return [wanted.filter((image) => image.media !== null).length, wanted.length]
}

/** The beginning of a text on one line, ended at a word. */
function excerptOf(text: string): string {
  const line = text
    .slice(0, EXCERPT_LENGTH * 2)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= EXCERPT_LENGTH) return line
  const cut = line.slice(0, EXCERPT_LENGTH)
  const space = cut.lastIndexOf(' ')
  // Languages without spaces are cut where the length ends.
  return `${(space > EXCERPT_LENGTH / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
