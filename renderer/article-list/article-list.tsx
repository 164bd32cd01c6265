/**
 * The list of articles, drawn only where it is seen. It is one stop for the Tab key: the list holds the focus and tells which
 * row is meant, so rows can come and go without the focus being lost.
 */
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDrawn } from '../app/first-frame'
import { useApp, useWindow } from '../app/window-context'
import { Canvas } from '../controls/canvas'
import { visibleLayout } from '../store/visible-list'
import { wording } from '../text/wording'
import { ArticleRowView } from './article-row'
import { DayLine } from './day-line'
import type { ListItem } from './list-items'
import { listClick, listKey } from './list-input'
import { useArticleMenu } from './use-article-menu'
import { useListPlace } from './use-list-place'

const ROW = { comfortable: 104, compact: 62 }
const DAY = 34
/** Drawn beyond what is seen, so that fast scrolling shows no gap. */
const OVERSCAN = 8
/** Rows before the end at which the next page is asked for. */
const AHEAD = 60

export function ArticleList() {
  const tools = useWindow()
  const scroller = useRef<HTMLDivElement>(null)
  const items = useApp((state) => visibleLayout(state).items)
  const selectedId = useApp((state) => state.selectedId)
  const virtual = useRows(scroller, items)
  const onScroll = useListPlace(scroller, virtual)
  useEffect(() => tools.parts.offer({ focusList: () => scroller.current?.focus() }), [tools])

  const { onContextMenu, menu } = useArticleMenu(scroller)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!listKey(event, tools)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div
        ref={scroller}
        className="article-list"
        role="listbox"
        tabIndex={0}
        aria-label={wording.list.label}
        aria-activedescendant={selectedId === null ? undefined : `row-${selectedId}`}
        onKeyDown={onKeyDown}
        aria-multiselectable="true"
        onClick={(event) => {
          listClick(event, tools.store.getState())
        }}
        onContextMenu={onContextMenu}
        onScroll={onScroll}
      >
        <Canvas className="list-canvas" height={virtual.getTotalSize()}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index]
            if (!item) return null
            return item.kind === 'day' ? (
              <DayLine key={key} time={item.time} top={start} />
            ) : (
              <ArticleRowView key={key} articleId={item.key} position={item.position} top={start} />
            )
          })}
        </Canvas>
      </div>
      {menu}
    </>
  )
}

function useRows(scroller: React.RefObject<HTMLDivElement | null>, items: readonly ListItem[]) {
  const drawn = useDrawn()
  const rowHeight = useApp((state) => ROW[state.settings.density])
  const loadMore = useApp((state) => state.loadMore)
  // Only another `getItemKey` makes the virtualiser measure anew: it has to for other items and for rows of another height, not for every scroll.
  const item = useMemo(
    () => ({
      estimateSize: (index: number) => (items[index]?.kind === 'day' ? DAY : rowHeight),
      getItemKey: (index: number) => items[index]?.key ?? index,
    }),
    [items, rowHeight],
  )
  // The virtualiser keeps its own mutable state; React's compiler is told so.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    ...item,
    overscan: drawn ? OVERSCAN : 0,
    // Rows stand in the first frame already; how high the list is, the layout of that frame tells.
    initialRect: { width: 0, height: window.innerHeight },
  })
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (last > items.length - AHEAD) void loadMore()
  }, [last, items.length, loadMore])
  useSnippets(items, virtual.getVirtualItems()[0]?.index ?? 0, last)
  return virtual
}

/** While a search is shown, its snippets come to the rows that are drawn. */
function useSnippets(items: readonly ListItem[], first: number, last: number): void {
  const isSearch = useApp((state) => state.searchLayout?.items === items)
  const wantSnippets = useApp((state) => state.wantSnippets)
  useEffect(() => {
    if (!isSearch) return
    const drawn = items.slice(first, last + 1)
    void wantSnippets(drawn.flatMap((item) => (item.kind === 'article' ? [item.key] : [])))
  }, [items, first, last, isSearch, wantSnippets])
}
