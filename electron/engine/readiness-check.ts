/** Looks on the disk for everything an article is said to have: what the readiness panel shows. Trusts no count but its own. */
import { stat } from 'node:fs/promises'
import type { ArticleId } from '../../contract/article-id'
import type { ReadinessCheck, ReadinessPart } from '../../contract/readiness'
import { AppFailure } from '../app-failure'
import { isReady } from '../library/is-ready'
import type { LibraryStore } from '../library/library-store'
import type { ArticleRecord, BodyRecord } from '../library/records'
import { imageCount } from '../sync/article-record'

export type CheckReadiness = (articleId: ArticleId) => Promise<ReadinessCheck>

type Library = Pick<LibraryStore, 'article' | 'body' | 'mediaFile' | 'feeds'>

/** Rejects with `no_article`. */
export function readinessChecker(library: Library, now: () => Date): CheckReadiness {
  return async (articleId) => {
    const record = library.article(articleId)
    if (!record)
      throw new AppFailure(
        'no_article',
        'This article is no longer in the library; it was removed with its feed.',
      )
    const body = await library.body(articleId)
    const pictures = await picturesOf(library, body)
    const related = await relatedOf(library, record, body)
    const lost = lostFrom(record, body, { pictures, related })
    return {
      articleId,
      ready: isReady(record) && lost.length === 0,
      source: body ? body.source : 'none',
      words: record.words,
      textBytes: textBytes(body),
      pictures,
      related,
      comments: commentsOf(library, record, body),
      missing: [...record.missing, ...lost],
      checked: now().toISOString(),
    }
  }
}

async function picturesOf(library: Library, body: BodyRecord | null): Promise<ReadinessPart> {
  if (!body) return { here: 0, all: 0, bytes: 0 }
  const files = body.media.flatMap(({ media }) => (media === null ? [] : [library.mediaFile(media)]))
  const sizes = await Promise.all(files.map(sizeOf))
  const here = sizes.filter((size) => size > 0).length
  return { here, all: imageCount(body)[1], bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

/** 0 for a file that is not there. */
async function sizeOf(file: string | null): Promise<number> {
  return file === null
    ? 0
    : stat(file).then(
        ({ size }) => size,
        () => 0,
      )
}

async function relatedOf(
  library: Library,
  record: ArticleRecord,
  body: BodyRecord | null,
): Promise<ReadinessPart> {
  const all = record.readiness.related[1]
  const links = (body?.related ?? []).slice(0, all)
  const bytes = await Promise.all(
    links.map(async ({ articleId }) => {
      const target = articleId === null ? null : library.article(articleId)
      const text = target && articleId !== null ? await library.body(articleId) : null
      // A headline without its text is nothing that can be read.
      if (text === null) return null
      return textBytes(text) + (await picturesOf(library, text)).bytes
    }),
  )
  const found = bytes.filter((size) => size !== null)
  return { here: found.length, all, bytes: found.reduce((sum, size) => sum + size, 0) }
}

function textBytes(body: BodyRecord | null): number {
  return body ? Buffer.byteLength(body.body.html) + Buffer.byteLength(body.body.text) : 0
}

function commentsOf(
  library: Library,
  record: ArticleRecord,
  body: BodyRecord | null,
): ReadinessCheck['comments'] {
  const here = body?.comments.length ?? 0
  const { comments } = record.readiness
  if (comments !== 'none') return { state: comments, here }
  if (record.commentsFeedUrl === null) return { state: 'unnamed', here }
  const wanted = library.feeds().find(({ feedId }) => feedId === record.feedId)?.fetchComments === true
  return { state: wanted ? 'none' : 'unwanted', here }
}

/** What the lists believe to be here and the disk has not. */
function lostFrom(
  record: ArticleRecord,
  body: BodyRecord | null,
  { pictures, related }: Pick<ReadinessCheck, 'pictures' | 'related'>,
): readonly string[] {
  const lost = (what: string): string => `${what} is gone from the disk, though it was fetched.`
  if (!body) return record.readiness.text === 'none' ? [] : [lost('The text')]
  return [
    ...(pictures.here < record.readiness.images[0] ? [lost('A picture')] : []),
    ...(related.here < record.readiness.related[0] ? [lost('A related article')] : []),
  ]
}
