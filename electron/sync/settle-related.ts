/**
 * Looks again, at the end of a pass, at related links to articles of the library whose texts were not here yet when the article that links to
 * them was completed: articles of one pass may link to each other in any order.
 */
import type { ArticleId } from '../../contract/article-id'
import { finish, type CompletedArticle } from './complete-article'
import { countRelated } from './complete-related'
import type { Completion } from './completion'

/** The article as it stands now; what still lacks its text stays a gap, to be tried again while that text may come. */
export async function settleRelated(
  completion: Completion,
  completed: CompletedArticle,
): Promise<CompletedArticle> {
  const { library, limits } = completion.ports
  const { record } = completed
  const stored = await library.body(record.articleId)
  if (stored === null || completion.cancelled) return completed
  const isHere = (articleId: ArticleId | null): boolean =>
    articleId !== null && (library.article(articleId)?.readiness.text ?? 'none') !== 'none'
  const gaps = completed.gaps
    .filter(({ awaits }) => !isHere(awaits ?? null))
    .map((gap) => (gap.awaits ? { ...gap, retry: library.article(gap.awaits)?.pending ?? false } : gap))
  const related = stored.related.map((link) => (isHere(link.articleId) ? { ...link, why: null } : link))
  await library.saveBody({ ...stored, related })
  const readiness = { ...record.readiness, related: countRelated(related, limits.maxRelatedPerArticle) }
  return finish(completion, { ...record, readiness }, gaps)
}
