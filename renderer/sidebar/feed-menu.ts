/** What can be done with one feed, or with a line of the sidebar as a whole: the same entries for every menu that offers them. */
import type { FeedRow } from '../../contract/feed'
import type { MenuItem } from '../controls/menu-button'
import type { AppState } from '../store/app-state'
import { wording } from '../text/wording'
import type { SidebarLine } from './sidebar-lines'

export function feedMenu(feed: FeedRow, state: AppState): readonly MenuItem[] {
  const { feedId, siteUrl, choices } = feed
  const dialog = (name: 'edit-feed' | 'remove-feed') => () => {
    state.openDialog(name, feedId)
  }
  const site: readonly MenuItem[] =
    siteUrl === null
      ? []
      : [
          {
            label: wording.feeds.openSite,
            icon: 'external',
            onChoose: () => void state.openExternal(siteUrl),
          },
        ]
  return [
    { label: wording.feeds.sync, icon: 'sync', onChoose: () => void state.startSync([feedId]) },
    {
      label: choices.paused ? wording.feeds.resume : wording.feeds.pause,
      icon: choices.paused ? 'forward' : 'pause',
      onChoose: () => void state.pauseFeeds([feed], !choices.paused),
    },
    ...site,
    { label: wording.feeds.edit, icon: 'note', onChoose: dialog('edit-feed') },
    { label: wording.feeds.removeFeed, icon: 'trash', onChoose: dialog('remove-feed') },
  ]
}

/** Empty for the line of all highlights: they are no list of articles. */
export function lineMenu(line: SidebarLine, state: AppState): readonly (MenuItem | null)[] {
  const { target, feed, search } = line
  if (search !== null) return searchMenu(search, state)
  if (target === null) return []
  const markRead: MenuItem = {
    label: wording.list.markAllRead,
    icon: 'check',
    onChoose: () => void state.markAllRead({ ...target, order: 'newest' }),
  }
  if (feed) return [markRead, null, ...orderMenu(line.key, state), null, ...feedMenu(feed, state)]
  const { folder } = target
  if (folder === null) return [markRead]
  const edit: MenuItem = {
    label: wording.feeds.editFolder,
    icon: 'note',
    onChoose: () => {
      state.editFolder(folder)
    },
  }
  return [markRead, null, ...orderMenu(line.key, state), null, edit]
}

function orderMenu(key: string, state: AppState): readonly MenuItem[] {
  const text = wording.sidebar
  const step = (by: 1 | -1) => () => void state.stepLine(key, by)
  const nest = (way: 'in' | 'out') => () => void state.nestLine(key, way)
  const byName: MenuItem = {
    label: text.sortByName,
    icon: 'sort',
    onChoose: () => void state.sortFeedsByName(),
  }
  return [
    { label: text.moveUp, icon: 'up', keys: 'Alt ↑', onChoose: step(-1) },
    { label: text.moveDown, icon: 'down', keys: 'Alt ↓', onChoose: step(1) },
    { label: text.moveIn, icon: 'forward', keys: 'Alt →', onChoose: nest('in') },
    { label: text.moveOut, icon: 'back', keys: 'Alt ←', onChoose: nest('out') },
    ...(state.settings.feedOrder === 'own' ? [byName] : []),
  ]
}

function searchMenu(name: string, state: AppState): readonly MenuItem[] {
  const text = wording.savedSearches
  return [
    {
      label: text.rename,
      icon: 'note',
      onChoose: () => {
        state.renameDialog(name)
      },
    },
    { label: text.remove, icon: 'trash', onChoose: () => void state.removeSearch(name) },
  ]
}
