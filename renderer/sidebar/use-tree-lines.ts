/** The tree's lines as they are now, where each stands, and which of them are drawn: those in view, the current one and the one that is dragged. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useDrawn } from '../app/first-frame'
import { useApp } from '../app/window-context'
import { feedLines, listLines, searchLines } from './sidebar-lines'
import type { SidebarLine } from './sidebar-lines'
import { createLineKeeper, linePlaces } from './tree-places'
import type { LinePlace } from './tree-places'

/** Pixels, as the style sheet has them: a line, and what stands above the first one of a group. */
const LINE = 31
const APART = 21
/** The tree's own padding above and below. */
const PADDING = [2, 16] as const
/** Drawn beyond what is seen, so that fast scrolling shows no gap. */
const OVERSCAN = 16

export interface TreeLines {
  readonly lines: readonly SidebarLine[]
  readonly places: readonly LinePlace[]
  /** Where the saved searches and the feeds begin. */
  readonly firsts: ReadonlySet<number>
}

export function useTreeLines(): TreeLines {
  const feeds = useApp((state) => state.feeds)
  const counts = useApp((state) => state.counts)
  const closed = useApp((state) => state.closedFolders)
  const searches = useApp((state) => state.settings.savedSearches)
  const order = useApp((state) => state.settings.feedOrder)
  const [keep] = useState(createLineKeeper)
  return useMemo(() => {
    const lists = listLines(counts)
    const lines = keep([...lists, ...searchLines(searches), ...feedLines(feeds, closed, order)])
    const firsts = new Set([lists.length, lists.length + searches.length])
    return { lines, places: linePlaces(lines), firsts }
  }, [keep, counts, searches, feeds, closed, order])
}

/** @param wanted keys of lines that are drawn wherever the tree stands; the first one is scrolled to when it becomes another. */
export function useDrawnLines(
  scroller: RefObject<HTMLElement | null>,
  { lines, firsts }: TreeLines,
  wanted: readonly (string | null)[],
) {
  const drawn = useDrawn()
  const always = wanted.map((key) => lines.findIndex((line) => line.key === key)).filter((at) => at >= 0)
  // Only another function makes the virtualiser measure anew: it has to for other lines, not for every scroll.
  const getItemKey = useCallback((at: number) => lines[at]?.key ?? at, [lines])
  // The virtualiser keeps its own mutable state; React's compiler is told so.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => LINE + (firsts.has(at) ? APART : 0),
    getItemKey,
    rangeExtractor: (range) =>
      [...new Set([...always, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
    overscan: drawn ? OVERSCAN : 0,
    // As for the list of articles: lines stand in the first frame already.
    initialRect: { width: 0, height: window.innerHeight },
    scrollPaddingStart: PADDING[0],
    scrollPaddingEnd: PADDING[1],
  })
  const current = wanted[0] ?? null
  const [at = -1] = always
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
    // Only another line is scrolled to: a folder that opens above it must not move the tree under the eye.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [virtual, current])
  return virtual
}
