/**
 * Decides whether pages of articles whose whole text came with the feed are visited for what only pages have: the publisher's
 * key points, related articles, sections. A feed's newest pages are looked at; only if they have something are the others.
 */
import type { ArticleBody } from '../articles/article-body'

/** Pages of a feed looked at to find out; a usual sync brings no more new articles than that. */
const PROBES = 2
/** Visits to one feed's pages in one sync, so that a first sync stays short. */
export const MOST_VISITS = 20

interface FeedVisits {
  started: number
  worthwhile: boolean
}

/** One sync's knowledge; the next one finds out anew, for sites change. */
export class PageVisits {
  private readonly feeds = new Map<string, FeedVisits>()

  /** True when a page of this feed should be visited now; counts it as visited. */
  begin(feedId: string): boolean {
    const visits = this.feeds.get(feedId) ?? { started: 0, worthwhile: false }
    if (visits.started >= (visits.worthwhile ? MOST_VISITS : PROBES)) return false
    visits.started++
    this.feeds.set(feedId, visits)
    return true
  }

  /** What a visited page had. */
  note(feedId: string, page: Pick<ArticleBody, 'keyPoints' | 'related'>): void {
    const visits = this.feeds.get(feedId)
    if (visits && (page.related.length > 0 || page.keyPoints.some(({ from }) => from === 'publisher')))
      visits.worthwhile = true
  }
}
