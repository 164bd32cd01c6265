/** The shown article: its frame, the highlight card over it, the picture viewer, and what keys and menus may ask of it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArticleDetail } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import { useApp, useWindow } from '../app/window-context'
import type { KeyFollower } from '../app/follow-keys'
import type { ArticlePart } from '../app/window-parts'
import { ArticleFrame } from './article-frame'
import { FindBar } from './find-bar'
import { HighlightPopover } from './highlight-popover'
import { ImageViewer } from './image-viewer'
import { flashPassage, scrollToPassage } from './paint-highlights'
import { printArticle } from './print-article'
import { shownPictures } from './shown-pictures'
import type { ShownText } from './shown-text'
import { useHighlighting } from './use-highlighting'
import type { Highlighting } from './use-highlighting'
import { useReadingPosition } from './use-reading-position'

export function ArticleView({
  detail,
  keys,
}: {
  readonly detail: ArticleDetail
  readonly keys: KeyFollower
}) {
  const [frame, setFrame] = useState<Document | null>(null)
  const [shown, setShown] = useState<ShownText | null>(null)
  const [image, setImage] = useState<string | null>(null)
  const finding = useFinding(frame)
  const highlighting = useHighlighting(frame, shown, detail)
  const { edit, highlightPassage } = highlighting
  const showPassage = useCallback(
    (start: number, end: number) => {
      if (!shown) return
      scrollToPassage(shown, { start, end })
      flashPassage(shown, { start, end })
    },
    [shown],
  )
  useHyphens(detail.articleId)
  useReadingPosition(frame, shown, detail.articleId)
  usePassage(showPassage, shown, detail)
  useArticlePart(frame, { highlight: highlighting.highlightSelection, showPassage, find: finding.find })
  return (
    <div className="article-view">
      <ArticleFrame
        detail={detail}
        keys={keys}
        onDocument={setFrame}
        onShown={setShown}
        onImage={setImage}
        onPassage={showPassage}
        onHighlightPassage={(start, end) => {
          highlightPassage({ start, end })
        }}
        onHighlight={(highlight) => {
          showPassage(highlight.start, highlight.end)
          edit(highlight)
        }}
      />
      {shown && finding.wish !== null ? (
        <FindBar shown={shown} wish={finding.wish} onClose={finding.close} />
      ) : null}
      <HighlightCard highlighting={highlighting} />
      {image === null ? null : (
        <ImageViewer
          pictures={shown ? shownPictures(shown) : []}
          source={image}
          onChange={setImage}
          onClose={() => {
            setImage(null)
          }}
        />
      )}
    </div>
  )
}

interface Finding {
  /** The number of the wish to find; null while the bar is closed. */
  readonly wish: number | null
  readonly find: () => void
  readonly close: () => void
}

function useFinding(frame: Document | null): Finding {
  const [wish, setWish] = useState<number | null>(null)
  const find = useCallback(() => {
    setWish((last) => (last ?? 0) + 1)
  }, [])
  const close = () => {
    setWish(null)
    frame?.defaultView?.focus()
  }
  return { wish, find, close }
}

function HighlightCard({ highlighting }: { readonly highlighting: Highlighting }) {
  const { card, pickColor, changeNote, remove, close } = highlighting
  if (!card) return null
  return (
    <HighlightPopover
      highlight={card.highlight}
      place={card.place}
      focus={card.focus}
      onColor={pickColor}
      onNote={changeNote}
      onRemove={remove}
      onClose={close}
    />
  )
}

/** Another wish has words parted elsewhere, in the article that is open as in all others. */
function useHyphens(articleId: ArticleId): void {
  const wish = useApp(({ settings }) => `${settings.hyphenation} ${settings.alignment}`)
  const forget = useApp((state) => state.forgetHyphens)
  const load = useApp((state) => state.loadHyphens)
  const last = useRef(wish)
  useEffect(() => {
    if (last.current === wish) return
    last.current = wish
    forget()
    void load(articleId)
  }, [wish, articleId, forget, load])
}

/** Follows a wish, made elsewhere, to be shown a passage of this article. */
function usePassage(
  showPassage: (start: number, end: number) => void,
  shown: ShownText | null,
  { articleId }: ArticleDetail,
): void {
  const passage = useApp((state) => state.passage)
  useEffect(() => {
    if (shown && passage?.articleId === articleId) showPassage(passage.start, passage.end)
    // Each wish is followed once; a new body of the same article must not scroll again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [passage, shown !== null, articleId])
}

/** A page moves by a little less than what is seen, so that the last lines are the first again. */
const PAGE_SHARE = 0.88

type Deeds = Pick<ArticlePart, 'highlight' | 'showPassage' | 'find'>

function useArticlePart(frame: Document | null, { highlight, showPassage, find }: Deeds): void {
  const { parts } = useWindow()
  useEffect(() => {
    const view = frame?.defaultView
    const scroller = frame?.scrollingElement
    if (!frame || !view || !scroller) return undefined
    const article: ArticlePart = {
      highlight,
      showPassage,
      find,
      focus: () => {
        view.focus()
      },
      print: () => {
        printArticle(frame)
      },
      page: (direction) => {
        const most = scroller.scrollHeight - view.innerHeight
        const more = direction === 1 ? scroller.scrollTop < most - 2 : scroller.scrollTop > 2
        if (more) view.scrollBy({ top: direction * view.innerHeight * PAGE_SHARE })
        return more
      },
    }
    return parts.offer({ article })
  }, [parts, frame, highlight, showPassage, find])
}
