/** Items of a feed -> articles as the library wants them: named, titled, with absolute addresses and believable dates. */
import { createHash } from 'node:crypto'
import { absoluteUrl, type AbsoluteUrl } from '../../contract/absolute-url'
import type { ArticleId } from '../../contract/article-id'
import { absoluteHtml } from './absolute-html'
import { articleIdentity, repeatedGuids } from './article-identity'
import { htmlToText, oneLine } from './html-text'
import type { ParsedEnclosure, ParsedItem } from './parsed-feed'

export interface FeedContext {
  readonly feedId: string
  /** Where the feed was fetched from; last resort for relative addresses. */
  readonly feedUrl: string | null
  /** ISO 8601 in UTC; a date after it is taken for it. */
  readonly now: string
}

export interface NormalArticle {
  readonly articleId: ArticleId
  readonly guid: string | null
  readonly url: AbsoluteUrl | null
  /** Never empty. */
  readonly title: string
  readonly author: string | null
  /** When it was published, else when it was updated; never in the future; null when the feed does not say. */
  readonly published: string | null
  readonly updated: string | null
  /** As published, with absolute addresses; not sanitised. */
  readonly summaryHtml: string | null
  readonly contentHtml: string | null
  readonly categories: readonly string[]
  readonly enclosures: readonly ParsedEnclosure[]
  readonly image: AbsoluteUrl | null
  readonly commentsUrl: AbsoluteUrl | null
  readonly commentsFeedUrl: AbsoluteUrl | null
  readonly commentCount: number | null
  /** Equal as long as the feed says the same of it; the number of comments does not count. */
  readonly itemHash: string
}

/** Longer titles are no titles; the window shows two lines. Characters. */
const MADE_TITLE_LENGTH = 90

/** All items of one feed, in its order, each article once (the first of several with one name wins). */
export function normaliseArticles(
  items: readonly ParsedItem[],
  context: FeedContext,
): readonly NormalArticle[] {
  const repeated = repeatedGuids(items)
  const articles = new Map<ArticleId, NormalArticle>()
  for (const item of items) {
    const article = normaliseArticle(item, context, repeated)
    if (!articles.has(article.articleId)) articles.set(article.articleId, article)
  }
  return [...articles.values()]
}

/** One item; `repeated` holds the guids that its feed uses for several items. */
export function normaliseArticle(
  item: ParsedItem,
  context: FeedContext,
  repeated: ReadonlySet<string> = new Set(),
): NormalArticle {
  const url = absoluteUrl(item.url, context.feedUrl)
  const base = url ?? context.feedUrl
  const summaryHtml = item.summaryHtml && absoluteHtml(item.summaryHtml, base)
  const contentHtml = item.contentHtml && absoluteHtml(item.contentHtml, base)
  const title = item.title ?? madeTitle(item, url)
  return {
    articleId: articleIdentity(context.feedId, item, repeated),
    guid: item.guid,
    url,
    title,
    author: item.author,
    published: believable(item.published ?? item.updated, context.now),
    updated: believable(item.updated, context.now),
    summaryHtml,
    contentHtml,
    categories: item.categories,
    enclosures: item.enclosures.filter((one) => absoluteUrl(one.url) !== null),
    image: absoluteUrl(item.image, base),
    commentsUrl: absoluteUrl(item.commentsUrl, base),
    commentsFeedUrl: absoluteUrl(item.commentsFeedUrl, base),
    commentCount: item.commentCount,
    itemHash: hashOf([
      item.url,
      item.title,
      item.author,
      item.published,
      item.updated,
      item.summaryHtml,
      item.contentHtml,
      item.image,
      ...item.categories,
      ...item.enclosures.map((one) => one.url),
    ]),
  }
}

/** Notes and short posts have no title: the beginning of the text is one, else the address, else the picture's or sound's. */
function madeTitle(item: ParsedItem, url: string | null): string {
  const html = item.summaryHtml ?? item.contentHtml ?? ''
  const text = oneLine(htmlToText(html.slice(0, 4000)))
  if (text !== '') return shorten(text)
  const address = url ?? item.enclosures[0]?.url ?? item.image
  return address === null
    ? 'Untitled'
    : shorten(address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''))
}

/** The first sentence, or as many whole words as fit. Scripts without blanks are cut between characters. */
function shorten(text: string): string {
  const sentence = /^.{12,}?[.!?。！？](?=\s|$|[\u3000-\u9fff])/u.exec(
    text.slice(0, MADE_TITLE_LENGTH * 2),
  )?.[0]
  if (sentence !== undefined && sentence.length <= MADE_TITLE_LENGTH) return sentence
  const characters = [...text.slice(0, MADE_TITLE_LENGTH * 4)]
  if (characters.length <= MADE_TITLE_LENGTH) return text
  const cut = characters.slice(0, MADE_TITLE_LENGTH).join('')
  return `${cut.replace(/\s+\S*$/, '').replace(/[\s,;:–—-]+$/, '')}…`
}

/** Feeds announce things for next year and computers live in 2038: what lies ahead would stay on top for ever. */
function believable(date: string | null, now: string): string | null {
  if (date === null) return null
  return Date.parse(date) > Date.parse(now) ? now : date
}

function hashOf(values: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)
}
