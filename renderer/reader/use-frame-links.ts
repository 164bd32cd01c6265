/** Catches every link of the article: a place in the text is scrolled to, an article of the library opens inside, all else in the browser. */
import { useEffect } from 'react'
import type { ArticleDetail } from '../../contract/article'
import { absoluteUrl } from '../../contract/absolute-url'
import { useWindow } from '../app/window-context'
import type { AppStore } from '../store/app-store'

export function useFrameLinks(frame: Document | null, detail: ArticleDetail): void {
  const { store } = useWindow()
  useEffect(() => {
    if (!frame) return undefined
    const listener = (event: MouseEvent) => {
      followLink(event, detail, store)
    }
    const stop = (event: Event) => {
      event.preventDefault()
    }
    // Middle clicks come as `auxclick`; both are caught before anything else may act on them.
    frame.addEventListener('click', listener, true)
    frame.addEventListener('auxclick', listener, true)
    frame.addEventListener('submit', stop, true)
    frame.addEventListener('dragstart', stop, true)
    return () => {
      frame.removeEventListener('click', listener, true)
      frame.removeEventListener('auxclick', listener, true)
      frame.removeEventListener('submit', stop, true)
      frame.removeEventListener('dragstart', stop, true)
    }
  }, [frame, detail, store])
}

function followLink(event: MouseEvent, detail: ArticleDetail, store: AppStore): void {
  const link = (event.target as Element | null)?.closest('a, area')
  if (!link) return
  event.preventDefault()
  const href = link.getAttribute('href') ?? ''
  const { openRelated, openExternal } = store.getState()
  if (href.startsWith('#')) {
    link.ownerDocument.getElementById(decodeFragment(href))?.scrollIntoView()
    return
  }
  const url = href.startsWith('mailto:') ? href : absoluteUrl(href, detail.url)
  const related = detail.related.find((one) => one.articleId !== null && one.url === url)
  if (related?.articleId) void openRelated(related.articleId)
  else if (url !== null) void openExternal(url)
}

function decodeFragment(href: string): string {
  try {
    return decodeURIComponent(href.slice(1))
  } catch {
    // A stray per cent sign: publishers write such ids too, and then mean them literally.
    return href.slice(1)
  }
}
