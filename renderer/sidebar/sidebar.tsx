/** The left pane: lists, folders and feeds, and at its foot the sync. */
import { IconButton } from '../controls/icon-button'
import { MenuButton } from '../controls/menu-button'
import { runCommand } from '../app/commands'
import type { CommandName } from '../app/commands'
import { SidebarDivider } from '../app/pane-divider'
import { useApp, useWindow } from '../app/window-context'
import { en } from '../text/en'
import { FeedTree } from './feed-tree-view'
import { SyncStatus } from './sync-status'

export function Sidebar() {
  const tools = useWindow()
  const hasFeeds = useApp((state) => state.feeds.length > 0)
  const run = (command: CommandName) => () => {
    runCommand(command, tools)
  }
  return (
    <nav className="sidebar" aria-label={en.sidebar.label}>
      <header className="sidebar-head">
        <span className="wordmark">{en.app.name}</span>
        <IconButton icon="add" label={en.feeds.add} keys="A" onClick={run('add-feed')} />
        <MenuButton
          icon="more"
          label={en.sidebar.more}
          items={[
            { label: en.activity.title, icon: 'activity', onChoose: run('show-activity') },
            { label: en.shortcuts.title, icon: 'keyboard', keys: '?', onChoose: run('show-shortcuts') },
            null,
            { label: en.feeds.importOpml, icon: 'add', onChoose: run('import-opml') },
            { label: en.feeds.exportOpml, icon: 'export', onChoose: run('export-opml') },
          ]}
        />
      </header>
      <FeedTree />
      {hasFeeds ? null : (
        <div className="sidebar-empty">
          <p>{en.sidebar.noFeeds}</p>
          <button type="button" className="button" onClick={run('add-feed')}>
            {en.sidebar.addFirst}
          </button>
        </div>
      )}
      <SyncStatus>
        <IconButton icon="settings" label={en.settings.title} keys="," onClick={run('show-settings')} />
      </SyncStatus>
      <SidebarDivider />
    </nav>
  )
}
