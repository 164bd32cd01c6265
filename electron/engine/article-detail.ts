/** The whole of an article for the article view, put together from its record, its body and what stands around them. Pure. */
import type { ArticleDetail, ArticleImage, ArticleRow, RelatedLink } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
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
  /** Tells whether an article is here, and whether all of it is. */
  readonly lookUp: (articleId: ArticleId) => { readonly ready: boolean } | null
}

export function articleDetail(parts: DetailParts): ArticleDetail {
  const { row, record, body, highlights } = parts
  return {
    ...row,
    ...(body ? textOf(body) : NO_TEXT),
    updated: record.updated ?? body?.body.updated ?? null,
    commentsUrl: record.commentsUrl ?? body?.body.commentsUrl ?? null,
    language: record.language ?? body?.body.language ?? null,
    images: body ? imagesOf(body) : [],
    related: [...(body ? publishersRelated(body, parts.lookUp) : []), ...parts.nearest],
    comments: body?.comments ?? [],
    versions: (body?.versions ?? []).map(({ at, changes }) => ({ at, changes })),
    enclosures: record.enclosures,
    categories: record.categories,
    highlights,
    missing: record.missing,
  }
}

type TextFields = Pick<
  ArticleDetail,
  'byline' | 'siteName' | 'section' | 'lead' | 'html' | 'text' | 'direction' | 'keyPoints'
>

const NO_TEXT: TextFields = {
  byline: null,
  siteName: null,
  section: [],
  lead: null,
  html: '' as SafeHtml,
  text: '',
  direction: 'auto',
  keyPoints: [],
}

function textOf({ body, media }: BodyRecord): TextFields {
  const here = new Map(media.flatMap(({ url, media: name }) => (name === null ? [] : [[url, name] as const])))
  const { byline, siteName, section, lead, text, direction, keyPoints } = body
  return { byline, siteName, section, lead, html: linkMedia(body.html, here), text, direction, keyPoints }
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
