/** Keeps the place in every article: going back to one shows it where it was left. */
import { useEffect, useLayoutEffect } from 'react'
import type { ArticleId } from '../../contract/article-id'
import { useApp } from '../app/window-context'
import type { ShownText } from './shown-text'

export function useReadingPosition(
  frame: Document | null,
  shown: ShownText | null,
  articleId: ArticleId,
): void {
  const positionOf = useApp((state) => state.positionOf)
  const keepPosition = useApp((state) => state.keepPosition)
  useLayoutEffect(() => {
    if (shown) frame?.defaultView?.scrollTo({ top: positionOf(articleId), behavior: 'instant' })
  }, [frame, shown, articleId, positionOf])
  useEffect(() => {
    if (!frame) return undefined
    const onScroll = () => {
      keepPosition(articleId, frame.scrollingElement?.scrollTop ?? 0)
    }
    frame.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      frame.removeEventListener('scroll', onScroll)
    }
  }, [frame, articleId, keepPosition])
}
