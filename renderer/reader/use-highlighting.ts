/** Highlighting: from a selection or a click in the frame to the popover's card, and from its buttons to the library. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArticleDetail } from '../../contract/article'
import type { Highlight, HighlightColor } from '../../contract/highlight'
import { useWindow } from '../app/window-context'
import { clickedOffset, meantSpan, popoverPlace, selectedSpan } from './frame-selection'
import type { Place } from './frame-selection'
import { highlightAt, highlightOf, newHighlight } from './new-highlight'
import { scrollIntoSight } from './passage-place'
import type { ShownText, Span } from './shown-text'

/** What the card is about. */
interface Card {
  readonly span: Span
  /** The text that the span counts in: in any other it means nothing. */
  readonly text: string
  readonly highlightId: string | null
  readonly focus: boolean
}

export interface Highlighting {
  readonly card: (Card & { readonly highlight: Highlight | null; readonly place: Place }) | null
  /** Highlights the selection, else the focused key point's passage, in the colour used last; false when there is neither. */
  readonly highlightSelection: () => boolean
  /** In the colour used last; a passage that is one highlight already is only shown. */
  readonly highlightPassage: (span: Span) => void
  readonly edit: (highlight: Highlight) => void
  readonly pickColor: (color: HighlightColor) => void
  readonly changeNote: (note: string) => void
  readonly remove: () => void
  readonly close: () => void
}

export function useHighlighting(
  frame: Document | null,
  shown: ShownText | null,
  detail: ArticleDetail,
): Highlighting {
  const { store } = useWindow()
  const { card, place, show, latest } = useCard(frame, shown, detail)

  const add = async (span: Span, color: HighlightColor, focus: boolean) => {
    const { shown: text } = latest.current
    if (!text) return
    const made = await store.getState().addHighlight(newHighlight(detail.articleId, text.text, span, color))
    frame?.getSelection()?.removeAllRanges()
    if (made) show({ span, highlightId: made.highlightId, focus })
  }
  const highlightPassage = (span: Span) => {
    const { shown: text, detail: article } = latest.current
    const there = highlightOf(article.highlights, span)
    if (text) scrollIntoSight(text, span)
    if (there) show({ span, highlightId: there.highlightId, focus: true })
    else void add(span, store.getState().lastColor, true)
  }
  const highlight = card
    ? (detail.highlights.find((one) => one.highlightId === card.highlightId) ?? null)
    : null
  const gone = card?.highlightId ? highlight === null : card?.text !== shown?.text
  return {
    card: card && place && !gone ? { ...card, highlight, place } : null,
    highlightSelection: () => {
      const meant = latest.current.shown ? meantSpan(latest.current.shown) : null
      if (meant) highlightPassage(meant)
      return meant !== null
    },
    highlightPassage,
    edit: (one) => {
      show({ span: one, highlightId: one.highlightId, focus: true })
    },
    pickColor: (color) => {
      if (highlight) void store.getState().changeHighlight(highlight.highlightId, { color })
      else if (card) void add(card.span, color, true)
    },
    changeNote: (note) => {
      if (highlight)
        void store.getState().changeHighlight(highlight.highlightId, { note: note === '' ? null : note })
    },
    remove: () => {
      show(null)
      if (highlight) void store.getState().removeHighlight(highlight)
    },
    close: () => {
      show(null)
      frame?.defaultView?.focus()
    },
  }
}

type Latest = React.RefObject<{ readonly shown: ShownText | null; readonly detail: ArticleDetail }>

type Show = (card: Omit<Card, 'text'> | null) => void

function useCard(frame: Document | null, shown: ShownText | null, detail: ArticleDetail) {
  const latest = useRef({ shown, detail })
  useEffect(() => {
    latest.current = { shown, detail }
  }, [shown, detail])
  const [card, setCard] = useState<Card | null>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const show = useCallback((next: Omit<Card, 'text'> | null) => {
    const text = latest.current.shown
    setCard(next && text ? { ...next, text: text.text } : null)
    setPlace(next && text ? popoverPlace(text, next.span) : null)
  }, [])
  useFrameSelection(frame, latest, show)
  usePlaceWhileScrolling(frame, shown, card, setPlace)
  return { card, place, show, latest }
}

/** Shows the card for what the pointer selected, or for the highlight that was clicked. */
function useFrameSelection(frame: Document | null, latest: Latest, show: Show): void {
  useEffect(() => {
    if (!frame) return undefined
    const onPointerUp = (event: PointerEvent) => {
      // The browser sets the selection after this event.
      setTimeout(() => {
        const { shown, detail } = latest.current
        if (!shown) return
        const span = selectedSpan(shown)
        if (span) {
          show({ span, highlightId: null, focus: false })
          return
        }
        const offset = clickedOffset(shown, event)
        const hit = offset === null ? null : highlightAt(detail.highlights, offset)
        show(hit ? { span: hit, highlightId: hit.highlightId, focus: false } : null)
      }, 0)
    }
    frame.addEventListener('pointerup', onPointerUp)
    return () => {
      frame.removeEventListener('pointerup', onPointerUp)
    }
  }, [frame, latest, show])
}

function usePlaceWhileScrolling(
  frame: Document | null,
  shown: ShownText | null,
  card: Card | null,
  setPlace: (place: Place | null) => void,
): void {
  useEffect(() => {
    if (!frame || !shown || !card) return undefined
    const onScroll = () => {
      setPlace(popoverPlace(shown, card.span))
    }
    frame.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      frame.removeEventListener('scroll', onScroll)
    }
  }, [frame, shown, card, setPlace])
}
