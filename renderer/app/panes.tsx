/** The three panes and the dividers between them. In narrow windows the style sheet folds them: `data-pane` says which one is in front. */
import { useEffect, useRef } from 'react'
import { ListPane } from '../article-list/list-pane'
import { HighlightsPane } from '../highlights/highlights-pane'
import { Reader } from '../reader/reader'
import { Sidebar } from '../sidebar/sidebar'
import { wording } from '../text/wording'
import type { KeyFollower } from './follow-keys'
import { useApp } from './window-context'

export function Panes({ keys }: { readonly keys: KeyFollower }) {
  const ref = useRef<HTMLDivElement>(null)
  const pane = useApp((state) => state.pane)
  const middle = useApp((state) => state.middle)
  const showPane = useApp((state) => state.showPane)
  const sidebarWidth = useApp((state) => state.settings.sidebarWidth)
  const sidebarHidden = useApp((state) => state.settings.sidebarHidden)
  const listWidth = useApp((state) => state.settings.listWidth)
  useEffect(() => {
    ref.current?.style.setProperty('--sidebar-width', `${String(sidebarWidth)}px`)
    ref.current?.style.setProperty('--list-width', `${String(listWidth)}px`)
  }, [sidebarWidth, listWidth])
  return (
    <div className="panes" ref={ref} data-pane={pane} data-sidebar={sidebarHidden ? 'hidden' : undefined}>
      <Sidebar />
      <button
        type="button"
        className="sidebar-veil"
        tabIndex={-1}
        aria-label={wording.actions.hideFeeds}
        hidden={pane !== 'sidebar'}
        onClick={() => {
          showPane('list')
        }}
      />
      <main className="reading">
        {middle === 'highlights' ? <HighlightsPane /> : <ListPane />}
        <Reader keys={keys} />
      </main>
    </div>
  )
}
