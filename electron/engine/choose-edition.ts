/** Chooses the articles of an edition: a finite set, balanced over feeds, one article a story. Pure. */
import type { ArticleId } from '../../contract/article-id'

export interface EditionCandidate {
  readonly articleId: ArticleId
  readonly feedId: string
  /** Articles of one story have the same number; null for one that is in none. */
  readonly story: number | null
  /** Reading time, more than nothing. */
  readonly minutes: number
  /** Milliseconds since 1970. */
  readonly published: number
}

/** How large an edition may become: so many articles, or so many minutes of reading. */
export type EditionSize = { readonly articles: number } | { readonly minutes: number }

/**
 * Goes round the feeds, that with the newest article first, and takes of each the newest that still fits, until nothing does.
 * The same candidates in any order give the same edition.
 */
export function chooseEdition(
  candidates: readonly EditionCandidate[],
  size: EditionSize,
): readonly ArticleId[] {
  const costOf = ({ minutes }: EditionCandidate): number => ('articles' in size ? 1 : minutes)
  let left = 'articles' in size ? size.articles : size.minutes
  const chosen: ArticleId[] = []
  const told = new Set<number>()
  let waiting = queues(candidates)
  while (waiting.length > 0) {
    const again: EditionCandidate[][] = []
    for (const queue of waiting) {
      // What does not fit now never will: the room only shrinks and told stories stay told.
      const at = queue.findIndex((one) => costOf(one) <= left && (one.story === null || !told.has(one.story)))
      const taken = queue[at]
      if (!taken) continue
      chosen.push(taken.articleId)
      left -= costOf(taken)
      if (taken.story !== null) told.add(taken.story)
      again.push(queue.slice(at + 1))
    }
    waiting = again
  }
  return chosen
}

/** The articles of each feed, newest first, the feed with the newest first. */
function queues(candidates: readonly EditionCandidate[]): EditionCandidate[][] {
  const byFeed = new Map<string, EditionCandidate[]>()
  for (const candidate of [...candidates].sort(newestFirst)) {
    const queue = byFeed.get(candidate.feedId)
    if (queue) queue.push(candidate)
    else byFeed.set(candidate.feedId, [candidate])
  }
  return [...byFeed.values()]
}

function newestFirst(a: EditionCandidate, b: EditionCandidate): number {
  return b.published - a.published || (a.articleId < b.articleId ? -1 : 1)
}
