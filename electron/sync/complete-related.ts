/** Third step of completing an article: the pages behind its publisher's related links, one step and no further. */
import type { ArticleRecord, BodyRecord, StoredRelated } from '../library/records'
import { relatedArticleId } from './article-finder'
import { imageCount, relatedRecord } from './article-record'
import { completeImages } from './complete-images'
import type { Completion, Gap, RelatedPage } from './completion'
import { gapSentence, hasContent, worthRetrying } from './completion'
import { fetchPage } from './fetch-page'
import { newBody } from './merge-body'
import { runBounded } from './run-bounded'

export interface RelatedStep {
  readonly related: readonly StoredRelated[]
  /** [here, all]; links beyond the budget count in neither. */
  readonly count: readonly [number, number]
  readonly gaps: readonly Gap[]
}

const AT_ONCE = 3
const HEADLINE_ONLY = 'The library has its headline but not its text.'

export async function completeRelated(
  completion: Completion,
  record: ArticleRecord,
  stored: BodyRecord,
): Promise<RelatedStep> {
  // A related article's own links are not followed: that would be the whole web.
  if (record.kind === 'related') return { related: stored.related, count: [0, 0], gaps: [] }
  const most = completion.ports.limits.maxRelatedPerArticle
  const related = [...stored.related]
  const gaps: (Gap | undefined)[] = []
  await runBounded(related.keys(), AT_ONCE, async (place) => {
    const link = related[place]
    if (!link || completion.cancelled) return
    const page = await lookUp(completion, record, link, place < most)
    related[place] = { ...link, articleId: page.articleId, why: page.why }
    if (page.why !== null && place < most) gaps[place] = relatedGap(link.title, page)
  })
  return { related, count: countRelated(related, most), gaps: gaps.filter((gap) => gap !== undefined) }
}

function relatedGap(title: string, { articleId, why, retry }: RelatedPage): Gap {
  const gap = { what: `the related page "${title}"`, why: why ?? '', retry }
  return articleId === null ? gap : { ...gap, awaits: articleId }
}

/** [here, all] of the first `most` links: here is what can be read. */
export function countRelated(related: readonly StoredRelated[], most: number): readonly [number, number] {
  const wanted = related.slice(0, most)
  return [wanted.filter(({ articleId, why }) => articleId !== null && why === null).length, wanted.length]
}

async function lookUp(
  completion: Completion,
  record: ArticleRecord,
  link: StoredRelated,
  withinBudget: boolean,
): Promise<RelatedPage> {
  const known =
    completion.finder.find(link.url) ?? completion.ports.library.article(relatedArticleId(link.url))
  if (known) return inLibrary(known)
  if (!withinBudget) return none('It is beyond the number of related pages that are kept.', false)
  if (!wantsRelated(completion, record.feedId)) return { articleId: null, why: null, retry: false }
  return completion.relatedPage(link.url, () => fetchRelated(completion, record.feedId, link))
}

/** A headline without a text is completed in its own turn, not fetched twice; until then nobody can read it. */
function inLibrary({ articleId, readiness, pending }: ArticleRecord): RelatedPage {
  return readiness.text === 'none'
    ? { articleId, why: HEADLINE_ONLY, retry: pending }
    : { articleId, why: null, retry: false }
}

/** The feed's own choice comes before the settings'. */
function wantsRelated({ ports, options }: Completion, feedId: string): boolean {
  return ports.library.feed(feedId)?.prefetchRelated ?? options.prefetchRelated
}

async function fetchRelated(
  completion: Completion,
  feedId: string,
  link: StoredRelated,
): Promise<RelatedPage> {
  const { ports, options } = completion
  const page = await fetchPage(ports, link.url, options.signal, 'related')
  if (!page.ok) return none(page.why, page.retry)
  if (!hasContent(page.body)) return none('The page holds no text of an article.', false)
  const fallbackTitle = link.title
  const articleId = relatedArticleId(link.url)
  const record = relatedRecord(articleId, feedId, link.url, {
    body: page.body,
    fallbackTitle,
    now: ports.now(),
  })
  const body = newBody(record, page.body, 'page')
  const images = await completeImages(completion, body)
  if (completion.cancelled) return none('The sync was cancelled.', true)
  const stored = { ...body, media: images.media }
  await ports.library.saveBody(stored)
  const finished: ArticleRecord = {
    ...record,
    thumbnail: images.thumbnail,
    readiness: { text: 'page', images: imageCount(stored), related: [0, 0], comments: 'none' },
    pending: worthRetrying(images.gaps, record, ports.now()),
    missing: images.gaps.map(gapSentence),
  }
  // Before the article that links to it, so that no link ever leads to nothing.
  await ports.library.saveArticles(feedId, [finished])
  completion.finder.add(finished)
  return { articleId, why: null, retry: false }
}

function none(why: string, retry: boolean): RelatedPage {
  return { articleId: null, why, retry }
}
