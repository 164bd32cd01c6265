/** The left pane: lists, folders and feeds, and at its foot the sync. */
import { IconButton } from '../controls/icon-button'
import { MenuButton } from '../controls/menu-button'
import { runCommand } from '../app/commands'
import type { CommandName } from '../app/commands'
import { shownKey } from '../app/key-map'
import { SidebarDivider } from '../app/pane-divider'
import { useApp, useWindow } from '../app/window-context'
import { wording } from '../text/wording'
import { FeedTree } from './feed-tree-view'
import { SyncStatus } from './sync-status'

export function Sidebar() {
  const tools = useWindow()
  const noFeeds = useApp((state) => state.feedsKnown && state.feeds.length === 0)
  const changes = useApp((state) => state.settings.keys)
  const keys = (command: CommandName) => shownKey(command, changes)
  const run = (command: CommandName) => () => {
    runCommand(command, tools)
  }
  return (
    <nav className="sidebar" aria-label={wording.sidebar.label}>
      <header className="sidebar-head">
        <span className="wordmark">{wording.app.name}</span>
        <IconButton icon="add" label={wording.feeds.add} keys={keys('add-feed')} onClick={run('add-feed')} />
        <MenuButton
          icon="more"
          label={wording.sidebar.more}
          items={[
            { label: wording.activity.title, icon: 'activity', onChoose: run('show-activity') },
            {
              label: wording.shortcuts.title,
              icon: 'keyboard',
              keys: keys('show-shortcuts'),
              onChoose: run('show-shortcuts'),
            },
            null,
            { label: wording.feeds.importOpml, icon: 'add', onChoose: run('import-opml') },
            { label: wording.feeds.exportOpml, icon: 'export', onChoose: run('export-opml') },
          ]}
        />
      </header>
      <FeedTree />
      {noFeeds ? (
        <div className="sidebar-empty">
          <p>{wording.sidebar.noFeeds}</p>
          <button type="button" className="button" onClick={run('add-feed')}>
            {wording.sidebar.addFirst}
          </button>
        </div>
      ) : null}
      <SyncStatus>
        <IconButton
          icon="settings"
          label={wording.settings.title}
          keys={keys('show-settings')}
          onClick={run('show-settings')}
        />
      </SyncStatus>
      <SidebarDivider />
    </nav>
  )
}
