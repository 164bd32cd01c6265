/** Puts a newly got body in the place of an older one: nothing good is lost, what changed is kept as a version. */
import type { ArticleBody } from '../articles/article-body'
import { betterBody } from '../articles/body-quality'
import { describeChange } from '../articles/diff-versions'
import type { ArticleRecord, BodyRecord, StoredImage, StoredRelated } from '../library/records'

const KEPT_VERSIONS = 20

/** The first body of an article. */
export function newBody(record: ArticleRecord, body: ArticleBody, source: 'feed' | 'page'): BodyRecord {
  return withBody(
    { articleId: record.articleId, source, body, media: [], related: [], comments: [], versions: [] },
    body,
    source,
  )
}

export interface Successor {
  readonly body: ArticleBody
  readonly source: 'feed' | 'page'
  /** When the new text was got; null when it is only another source of the same text, which is no change by the publisher. */
  readonly changedAt: string | null
}

/** The stored body after a new one came from the same source; the old one stays when the new one is worse. */
export function succeed(old: BodyRecord, oldTitle: string, next: Successor): BodyRecord {
  if (betterBody(old.body, next.body) !== next.body) return old
  const replaced = withBody(old, next.body, next.source)
  if (next.changedAt === null || old.body.text === '') return replaced
  const change = describeChange(old.body.text, next.body.text)
  if (!change.changed) return replaced
  const version = { at: next.changedAt, changes: change.sentence, title: oldTitle, text: old.body.text }
  return { ...replaced, versions: [...old.versions, version].slice(-KEPT_VERSIONS) }
}

/** The body with its lists of pictures and related links; what was fetched for the same addresses stays. */
function withBody(old: BodyRecord, body: ArticleBody, source: 'feed' | 'page'): BodyRecord {
  const media = new Map(old.media.map((image) => [image.url, image]))
  const related = new Map(old.related.map((link) => [link.url, link]))
  const urls = [...new Set(body.images.map((image) => image.url))]
  return {
    ...old,
    source,
    body,
    media: urls.map((url): StoredImage => media.get(url) ?? { url, media: null, why: null }),
    related: body.related.map(({ title, teaser, url }): StoredRelated => {
      const known = related.get(url)
      return { title, teaser, url, articleId: known?.articleId ?? null, why: known?.why ?? null }
    }),
  }
}

/** A feed's text with what only the page knows: section, related links, the publisher's key points, facts the feed left out. */
export function withPageFacts(feed: ArticleBody, page: ArticleBody): ArticleBody {
  const ownPoints = page.keyPoints
    .filter((point) => point.from === 'publisher')
    // Their places are places in the page's text.
    .map((point) => ({ ...point, start: null, end: null }))
  const facts = Object.fromEntries(
    FACTS.map((name): [string, ArticleBody[Fact]] => [name, feed[name] ?? page[name]]),
  ) as Pick<ArticleBody, Fact>
  return {
    ...feed,
    ...facts,
    section: feed.section.length > 0 ? feed.section : page.section,
    related: feed.related.length > 0 ? feed.related : page.related,
    keyPoints: ownPoints.length > 0 ? ownPoints : feed.keyPoints,
  }
}

const FACTS = [
  'title',
  'byline',
  'siteName',
  'published',
  'updated',
  'lead',
  'leadImage',
  'commentsUrl',
  'language',
] as const
type Fact = (typeof FACTS)[number]
