/**
 * The frame the article is shown in: sandboxed without scripts, yet of the window's own origin, so that the window can fill
 * it (through a portal), read the selection and draw highlights. It stays while articles change.
 */
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ArticleDetail } from '../../contract/article'
import { useLook } from '../app/use-look'
import { useWindow } from '../app/window-context'
import type { KeyFollower } from '../app/follow-keys'
import { wording } from '../text/wording'
import { ArticlePage } from './article-page'
import type { ArticlePageProps } from './article-page'
import { copyWholeWords } from './copy-whole-words'
import { frameSource } from './frame-source'
import { useFrameLinks } from './use-frame-links'

export interface ArticleFrameProps extends Omit<ArticlePageProps, 'detail'> {
  readonly detail: ArticleDetail
  readonly keys: KeyFollower
  readonly onDocument: (document: Document | null) => void
}

export function ArticleFrame({ detail, keys, onDocument, ...page }: ArticleFrameProps) {
  const { drops } = useWindow()
  const [frame, setFrame] = useState<Document | null>(null)
  const [source] = useState(() =>
    frameSource(wording.reader.frame, new URL('main.css', document.baseURI).href),
  )
  useLook(frame)
  useFrameLinks(frame, detail)
  useEffect(() => (frame ? keys.follow(frame) : undefined), [frame, keys])
  useEffect(() => {
    frame?.addEventListener('copy', copyWholeWords)
    return () => {
      frame?.removeEventListener('copy', copyWholeWords)
    }
  }, [frame])
  useEffect(() => (frame ? drops.follow(frame) : undefined), [frame, drops])
  return (
    <iframe
      className="article-frame"
      title={wording.reader.frame}
      sandbox="allow-same-origin"
      srcDoc={source}
      onLoad={(event) => {
        const loaded = event.currentTarget.contentDocument
        setFrame(loaded)
        onDocument(loaded)
      }}
    >
      {frame ? createPortal(<ArticlePage detail={detail} {...page} />, frame.body) : null}
    </iframe>
  )
}
