/** The whole of an article for the article view, put together from its record, its body and what stands around them. Pure. */
import type { ArticleDetail, ArticleImage, ArticleRow, RelatedLink, StoryPart } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { FeedChoices } from '../../contract/feed'
import type { Highlight } from '../../contract/highlight'
import type { SafeHtml } from '../../contract/safe-html'
import { linkMedia } from '../articles/link-media'
import type { ArticleRecord, BodyRecord } from '../library/records'

export interface DetailParts {
  readonly row: ArticleRow
  readonly record: ArticleRecord
  /** Null for an article whose text is not on this disk. */
  readonly body: BodyRecord | null
  readonly highlights: readonly Highlight[]
  /** Nearest articles of the library, best first. */
  readonly nearest: readonly RelatedLink[]
  readonly storyParts: readonly StoryPart[]
  /** As the reader chose for its feed. */
  readonly direction: FeedChoices['direction']
  /** Tells whether an article is here, and whether all of it is. */
  readonly lookUp: (articleId: ArticleId) => { readonly ready: boolean } | null
}

export function articleDetail(parts: DetailParts): ArticleDetail {
  const { row, record, body, direction, highlights, nearest, storyParts, lookUp } = parts
  const { enclosures, categories, missing, updated, commentsUrl, language } = record
  const text = body ? textOf(body, lookUp) : NO_TEXT
  return {
    ...row,
    ...text,
    // What the feed says comes before what the page says.
    byline: text.byline ?? record.author,
    updated: updated ?? text.updated,
    commentsUrl: commentsUrl ?? text.commentsUrl,
    language: language ?? text.language,
    direction: direction === 'auto' ? text.direction : direction,
    related: [...text.related, ...nearest.filter((link) => !isAmong(text.related, link))],
    storyParts,
    enclosures,
    categories,
    highlights,
    missing,
  }
}

/** The publisher's choice stands before ours; nothing is shown twice. */
function isAmong(related: readonly RelatedLink[], link: RelatedLink): boolean {
  return related.some(
    ({ articleId, url }) => articleId === link.articleId || (url !== null && url === link.url),
  )
}

type TextFields = Omit<
  ArticleDetail,
  keyof ArticleRow | 'storyParts' | 'enclosures' | 'categories' | 'highlights' | 'missing'
>

const NO_TEXT: TextFields = {
  updated: null,
  commentsUrl: null,
  language: null,
  images: [],
  related: [],
  comments: [],
  versions: [],
  byline: null,
  siteName: null,
  section: [],
  lead: null,
  html: '' as SafeHtml,
  text: '',
  direction: 'auto',
  keyPoints: [],
}

function textOf(stored: BodyRecord, lookUp: DetailParts['lookUp']): TextFields {
  const { body, media, comments, versions } = stored
  const here = new Map(media.flatMap(({ url, media: name }) => (name === null ? [] : [[url, name] as const])))
  const { byline, siteName, section, lead, text, direction, keyPoints, updated, commentsUrl, language } = body
  return {
    byline,
    siteName,
    section,
    lead,
    html: linkMedia(body.html, here),
    text,
    direction,
    keyPoints,
    updated,
    commentsUrl,
    language,
    images: imagesOf(stored),
    related: publishersRelated(stored, lookUp),
    comments,
    versions: versions.map(({ at, changes }) => ({ at, changes })),
  }
}

function imagesOf({ body, media }: BodyRecord): readonly ArticleImage[] {
  const names = new Map(media.map((image) => [image.url, image.media]))
  return body.images.map(({ url, alt, caption, credit, width, height }) => ({
    url,
    media: names.get(url) ?? null,
    alt,
    caption,
    credit,
    width,
    height,
  }))
}

function publishersRelated({ related }: BodyRecord, lookUp: DetailParts['lookUp']): readonly RelatedLink[] {
  return related.map(({ title, teaser, url, articleId }) => {
    const target = articleId === null ? null : lookUp(articleId)
    return {
      title,
      teaser,
      url,
      articleId: target ? articleId : null,
      from: 'publisher',
      why: null,
      ready: target?.ready ?? false,
    }
  })
}
