/** Where the list stands: at the top when it is another list, at the selected row when the selection moves, and where it stood last time. */
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'
import type { ArticleId } from '../../contract/article-id'
import type { ListPlace } from '../../contract/kept-view'
import { useApp, useWindow } from '../app/window-context'
import { visibleLayout } from '../store/visible-list'
import type { ListItem } from './list-items'

type Rows = Virtualizer<HTMLDivElement, Element>

/** Scrolling sends sixty events a second; the place is kept when it has come to rest. */
const REST_MS = 150

/** Returns what the list does when it has been scrolled. */
export function useListPlace(scroller: RefObject<HTMLDivElement | null>, virtual: Rows): () => void {
  const { store } = useWindow()
  const selectedId = useApp((state) => state.selectedId)
  const listNumber = useApp((state) => state.listNumber)
  const searchNumber = useApp((state) => state.searchNumber)
  const wanted = useApp((state) => state.wantedPlace)
  const resumed = useRef<ArticleId | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    scroller.current?.scrollTo(0, 0)
  }, [scroller, listNumber, searchNumber])
  useEffect(() => {
    const place = wanted === null ? null : store.getState().takeWantedPlace()
    if (!place) return
    resumed.current = store.getState().selectedId
    const top = topOf(place, visibleLayout(store.getState()).items, virtual)
    if (top !== null) scroller.current?.scrollTo(0, top)
  }, [wanted, scroller, store, virtual])
  useEffect(() => {
    // The place of last time may be far from the article that was selected then.
    if (selectedId === null || selectedId === resumed.current) return
    resumed.current = null
    const at = visibleLayout(store.getState()).items.findIndex((item) => item.key === selectedId)
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
    // Only a move of the selection scrolls; rows that arrive below must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { searchLayout, keepListPlace } = store.getState()
      // A search is not taken up again, so neither is a place in it.
      if (!searchLayout) keepListPlace(placeOf(virtual, visibleLayout(store.getState()).items))
    }, REST_MS)
  }
}

function placeOf(virtual: Rows, items: readonly ListItem[]): ListPlace | null {
  const top = virtual.scrollOffset ?? 0
  if (top === 0) return null
  const seen = virtual.getVirtualItems().filter(({ end }) => end > top)
  const articles = seen.flatMap(({ index, start }) => {
    const item = items[index]
    return item?.kind === 'article' ? [{ id: item.key, start }] : []
  })
  const [first] = articles
  return first ? { articleIds: articles.map(({ id }) => id), offset: Math.round(top - first.start) } : null
}

/** null when none of the articles is in the list any more. */
function topOf({ articleIds, offset }: ListPlace, items: readonly ListItem[], virtual: Rows): number | null {
  const places = new Map(items.map((item, index) => [item.key as string, index]))
  const [first] = articleIds
  for (const articleId of articleIds) {
    const index = places.get(articleId)
    const start = index === undefined ? undefined : virtual.getOffsetForIndex(index, 'start')?.[0]
    // The rest of the row above counts only while that row is there.
    if (start !== undefined) return articleId === first ? start + offset : start
  }
  return null
}
