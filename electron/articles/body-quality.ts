/** Whether a newly got body may take the place of the one at hand. A good body is never replaced by a worse one: error pages, cut texts and walls come later. */
import type { ArticleBody } from './article-body'

/** A publisher shortens now and then; a text that lost more than this lost it to a wall or an error. */
const STILL_WHOLE = 0.7
const PICTURE_WORDS = 40

/** The better of the two; `next` where it is as good, because it is newer. */
export function betterBody<B extends Pick<ArticleBody, 'text' | 'words' | 'images'>>(
  old: B | null,
  next: B | null,
): B | null {
  if (old === null || next === null) return next ?? old
  return isAsGood(old, next) ? next : old
}

function isAsGood(
  old: Pick<ArticleBody, 'text' | 'words' | 'images'>,
  next: Pick<ArticleBody, 'text' | 'words' | 'images'>,
): boolean {
  if (next.words === 0 && next.images.length === 0) return false
  return worth(next) >= worth(old) * STILL_WHOLE
}

function worth(body: Pick<ArticleBody, 'text' | 'words' | 'images'>): number {
  return body.words + Math.min(body.images.length, 10) * PICTURE_WORDS
}

/** The longer clean text of a feed's body and the page's; the page's where both are about as long, for it has pictures and links in place. */
export function betterSource<B extends Pick<ArticleBody, 'text' | 'words' | 'images'>>(
  feed: B | null,
  page: B | null,
): 'feed' | 'page' {
  if (page === null || (page.words === 0 && page.images.length === 0)) return 'feed'
  if (feed === null) return 'page'
  return worth(page) >= worth(feed) * 0.9 ? 'page' : 'feed'
}
