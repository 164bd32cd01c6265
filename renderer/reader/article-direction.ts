/** The direction of an article: as published where that is known, else as its title and text begin. Pure. */
import type { ArticleDetail } from '../../contract/article'
import { textDirection } from './text-direction'

export function articleDirection(
  article: Pick<ArticleDetail, 'direction' | 'title' | 'text'>,
): 'ltr' | 'rtl' {
  if (article.direction !== 'auto') return article.direction
  return textDirection(article.text) ?? textDirection(article.title) ?? 'ltr'
}
