/** The list's name and count, and what can be done with the list as a whole or with its feed. */
import { MenuButton } from '../controls/menu-button'
import type { MenuItem } from '../controls/menu-button'
import { IconButton } from '../controls/icon-button'
import { useApp, useWindow } from '../app/window-context'
import type { AppState } from '../store/app-state'
import { useKey } from '../app/use-key'
import { articleMenu } from './article-menu'
import { feedMenu } from '../sidebar/feed-menu'
import { wording } from '../text/wording'

export function ListHeader() {
  const title = useApp(listTitle)
  const subtitle = useApp(listSubtitle)
  const searching = useApp((state) => state.searchLayout !== null)
  const choosing = useApp((state) => state.chosen.size > 1)
  return (
    <header className="list-head">
      <div className="list-name">
        <h1 dir="auto">{title}</h1>
        <p>{subtitle}</p>
      </div>
      {choosing ? <ChoiceTools /> : searching ? null : <ListTools />}
    </header>
  )
}

function ListTools() {
  const markAllRead = useApp((state) => state.markAllRead)
  const keys = useKey('mark-all-read')
  return (
    <>
      <IconButton
        icon="check"
        label={wording.list.markAllRead}
        keys={keys}
        onClick={() => void markAllRead()}
      />
      <ListMenu />
    </>
  )
}

/** Stands in the place of the list's own tools while several articles are chosen. */
function ChoiceTools() {
  const { store, parts } = useWindow()
  const chosen = useApp((state) => state.chosen)
  useApp((state) => state.rowsVersion)
  const items = articleMenu([...chosen], store.getState()).filter((item) => item !== null)
  return (
    <>
      {items.map(({ label, icon, onChoose }) => (
        <IconButton key={icon} icon={icon ?? 'check'} label={label} onClick={onChoose} />
      ))}
      <IconButton
        icon="close"
        label={wording.list.endChoosing}
        keys="Esc"
        onClick={() => {
          store.getState().endChoosing()
          parts.focusList()
        }}
      />
    </>
  )
}

function ListMenu() {
  const query = useApp((state) => state.query)
  const showList = useApp((state) => state.showList)
  const feed = useApp((state) => state.feeds.find(({ feedId }) => feedId === state.query.feedId))
  const { store } = useWindow()
  const order = (wanted: 'newest' | 'oldest'): MenuItem => ({
    label: wording.list[wanted],
    checked: query.order === wanted,
    onChoose: () => void showList({ ...query, order: wanted }),
  })
  const ofFeed = feed ? [null, ...feedMenu(feed, store.getState())] : []
  const prepare: MenuItem = {
    label: wording.prepare.command,
    icon: 'ready',
    onChoose: () => {
      store.getState().openDialog('prepare')
    },
  }
  return (
    <MenuButton
      icon="more"
      label={wording.feeds.options}
      items={[order('newest'), order('oldest'), null, prepare, ...ofFeed]}
    />
  )
}

export function listTitle(state: AppState): string {
  if (state.chosen.size > 1) return wording.list.chosen(state.chosen.size)
  if (state.searchLayout) return wording.search.heading
  const { view, feedId, folder } = state.query
  if (feedId !== null) return state.feeds.find((feed) => feed.feedId === feedId)?.title ?? ''
  if (folder !== null) return folder.at(-1) ?? ''
  return wording.views[view]
}

function listSubtitle(state: AppState): string {
  // The number is told once, when it stays.
  if (state.searchLayout ? !state.searchWhole : state.searching) return wording.search.searching
  if (state.searchLayout) return wording.search.results(state.searchLayout.ids.length)
  return state.listState === 'ready' ? wording.list.total(state.listTotal) : ''
}
