/** Puts an article's sanitised body into the frame. Parsed apart and moved over as nodes: no HTML is ever written as text. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { MouseEvent } from 'react'
import type { ArticleDetail } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import { readBodyText } from '../../contract/body-text'
import { useApp } from '../app/window-context'
import { articleDirection } from './article-direction'
import { decorateBody } from './decorate-body'
import { holdPlace, restorePlace } from './hold-place'
import { partWords } from './part-words'
import { paintHighlights } from './paint-highlights'
import type { ShownText } from './shown-text'

export interface ArticleBodyViewProps {
  readonly detail: ArticleDetail
  readonly onShown: (shown: ShownText) => void
  readonly onImage: (source: string) => void
}

export function ArticleBodyView({ detail, onShown, onImage }: ArticleBodyViewProps) {
  const ref = useRef<HTMLDivElement>(null)
  const shown = useRef<ShownText | null>(null)
  const drawn = useRef<ArticleId | null>(null)
  const { articleId, html, images, highlights, language } = detail
  const direction = articleDirection(detail)
  const hyphens = useApp((state) => state.hyphens.get(articleId) ?? null)
  useLayoutEffect(() => {
    const root = ref.current
    if (!root) return
    // Made ready while it stands in a document without a window: there, nothing is loaded yet.
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    const read = readBodyText(body)
    decorateBody(body, images, direction)
    const { text } = read
    const runs = hyphens ? partWords(read, hyphens, language) : read.runs
    const held = shown.current && drawn.current === articleId ? holdPlace(shown.current) : null
    root.replaceChildren(...[...body.childNodes].map((node) => root.ownerDocument.adoptNode(node)))
    shown.current = { root, text, runs }
    drawn.current = articleId
    if (held) restorePlace(shown.current, held)
    onShown(shown.current)
  }, [articleId, html, images, direction, hyphens, language, onShown])
  useEffect(() => {
    if (shown.current) paintHighlights(shown.current, highlights)
  }, [articleId, html, images, highlights, hyphens])

  const onClick = (event: MouseEvent) => {
    const image = (event.target as Element).closest('.enlarge')?.querySelector('img')
    const source = image?.getAttribute('src')
    if (source) onImage(source)
  }
  // The buttons inside have their own keys; this only listens for their clicks.
  // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
  return <div ref={ref} className="body" onClick={onClick} />
}
