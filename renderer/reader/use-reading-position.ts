/** Keeps the place in every article: going back to one shows it where it was left. */
import { useEffect, useLayoutEffect, useRef } from 'react'
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
  const placed = useRef<ArticleId | null>(null)
  useLayoutEffect(() => {
    // Once an article: when its body is drawn anew the reader has moved on, and stays where they are.
    if (!shown || !frame || placed.current === articleId) return
    placed.current = articleId
    frame.defaultView?.scrollTo({ top: positionOf(articleId), behavior: 'instant' })
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
