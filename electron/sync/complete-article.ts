/** Fetches what one article still lacks: its page, its pictures, its related pages, its comments. What was stored before is never fetched again. */
import type { ArticleRecord, BodyRecord } from '../library/records'
import { bodyFields, imageCount } from './article-record'
import { completeComments } from './complete-comments'
import { completeImages } from './complete-images'
import { completeRelated } from './complete-related'
import { completeText } from './complete-text'
import type { Completion, Gap } from './completion'
import { gapSentence, worthRetrying } from './completion'

export interface CompletedArticle {
  readonly record: ArticleRecord
  readonly gaps: readonly Gap[]
}

/**
 * Stores the body and hands the record to the batcher. Null when nothing could be done, mostly because the sync was cancelled on
 * the way: then the article stays as it was, pending, and the next sync goes on with it.
 */
export async function completeArticle(
  completion: Completion,
  record: ArticleRecord,
): Promise<CompletedArticle | null> {
  const { library } = completion.ports
  const before = await library.body(record.articleId)
  const text = await completeText(completion, record, library.feed(record.feedId), before)
  if (completion.cancelled) return null
  // A headline whose text is still to come from the feed itself: nothing to fetch, and not finished.
  if (!text.stored && record.url === null) return null
  if (!text.stored) return finish(completion, withoutText(record), text.gaps)

  const images = await completeImages(completion, text.stored)
  if (completion.cancelled) return null
  const withImages: BodyRecord = { ...text.stored, media: images.media }
  const related = await completeRelated(completion, record, withImages)
  if (completion.cancelled) return null
  const comments = await completeComments(completion, record, withImages)
  if (completion.cancelled) return null

  const stored: BodyRecord = { ...withImages, related: related.related, comments: comments.comments }
  await library.saveBody(stored)
  const gaps = [...text.gaps, ...images.gaps, ...related.gaps, ...comments.gaps]
  const next: ArticleRecord = {
    ...record,
    ...bodyFields(record, stored.body),
    thumbnail: images.thumbnail ?? record.thumbnail,
    readiness: {
      ...record.readiness,
      text: text.text,
      images: imageCount(stored),
      related: related.count,
      comments: comments.readiness,
    },
  }
  return finish(completion, next, gaps)
}

function withoutText(record: ArticleRecord): ArticleRecord {
  return { ...record, readiness: { ...record.readiness, text: 'none' } }
}

/** Hands the record to the batcher, with what it lacks. */
export function finish(
  completion: Completion,
  record: ArticleRecord,
  gaps: readonly Gap[],
): CompletedArticle {
  const { now } = completion.ports
  const pending = worthRetrying(gaps, record, now())
  const finished = { ...record, pending, missing: gaps.map(gapSentence) }
  completion.records.add(finished)
  return { record: finished, gaps }
}
