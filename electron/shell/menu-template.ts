/** What stands in the native menus, and with which keys. Pure but for Electron's types. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../contract/bridge'

export type SendCommand = (command: MenuCommand) => void

/** What the menus do without any window. */
export interface MenuActions {
  readonly newWindow: () => void
  readonly saveDiagnostics: () => void
}

/** Pure, so that a test can see that every command stands in a menu and no key stands twice. */
export function menuTemplate(
  send: SendCommand,
  platform: NodeJS.Platform,
  name: string,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      send(command)
    },
  })
  return [
    ...(mac ? [macMenu(name, item)] : []),
    fileMenu(mac, item, actions.newWindow),
    editMenu(item),
    viewMenu(item),
    articleMenu(item),
    goMenu(item),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    {
      label: '&Help',
      role: 'help',
      submenu: [
        item('Guide', 'show-guide', 'F1'),
        item('Keyboard Shortcuts', 'show-shortcuts', 'CmdOrCtrl+/'),
        LINE,
        // No command of the window's: it must work when the window does not.
        { label: 'Save Diagnostics…', click: actions.saveDiagnostics },
      ],
    },
  ]
}

type Item = (label: string, command: MenuCommand, accelerator?: string) => MenuItemConstructorOptions

const LINE: MenuItemConstructorOptions = { type: 'separator' }

function macMenu(name: string, item: Item): MenuItemConstructorOptions {
  return {
    label: name,
    submenu: [
      { role: 'about' },
      LINE,
      item('Settings…', 'show-settings', 'Command+,'),
      LINE,
      { role: 'services' },
      LINE,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      LINE,
      { role: 'quit' },
    ],
  }
}

function fileMenu(mac: boolean, item: Item, newWindow: () => void): MenuItemConstructorOptions {
  const end: MenuItemConstructorOptions[] = mac
    ? [{ role: 'close' }]
    : [item('Settings…', 'show-settings', 'Ctrl+,'), LINE, { role: 'quit' }]
  return {
    label: '&File',
    submenu: [
      { label: 'New Window', accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
      LINE,
      item('Add Feed…', 'add-feed', 'CmdOrCtrl+N'),
      item('Import OPML…', 'import-opml', 'CmdOrCtrl+O'),
      item('Export OPML…', 'export-opml'),
      LINE,
      {
        label: 'Export Highlights',
        submenu: [
          item('As Markdown…', 'export-highlights-md'),
          item('As Markdown, a File an Article…', 'export-highlights-each'),
          item('As HTML…', 'export-highlights-html'),
          item('As JSON…', 'export-highlights-json'),
        ],
      },
      item('Import Highlights…', 'import-highlights'),
      LINE,
      item('Back Up Library…', 'back-up'),
      item('Restore Backup…', 'restore-backup'),
      LINE,
      item('Sync Now', 'sync', 'CmdOrCtrl+R'),
      item('Cancel Sync', 'cancel-sync', 'CmdOrCtrl+.'),
      LINE,
      {
        label: 'Save Article As',
        submenu: [
          item('Web Page…', 'save-as-html'),
          item('PDF Document…', 'save-as-pdf'),
          item('Book (EPUB)…', 'save-as-epub'),
          item('Markdown Text…', 'save-as-md'),
        ],
      },
      item('Print…', 'print', 'CmdOrCtrl+P'),
      LINE,
      ...end,
    ],
  }
}

function editMenu(item: Item): MenuItemConstructorOptions {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      LINE,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      LINE,
      item('Find in Article', 'find', 'CmdOrCtrl+F'),
      item('Search Articles', 'search', 'CmdOrCtrl+Shift+F'),
      item('Save This Search…', 'save-search', 'CmdOrCtrl+Shift+S'),
    ],
  }
}

function viewMenu(item: Item): MenuItemConstructorOptions {
  return {
    label: '&View',
    submenu: [
      item('Text Style…', 'show-type', 'CmdOrCtrl+T'),
      item('Larger Text', 'text-larger', 'CmdOrCtrl+Plus'),
      item('Smaller Text', 'text-smaller', 'CmdOrCtrl+-'),
      item('Normal Text', 'text-normal', 'CmdOrCtrl+0'),
      LINE,
      item('Show or Hide Feeds', 'toggle-sidebar', 'CmdOrCtrl+B'),
      item('Activity', 'show-activity', 'CmdOrCtrl+Shift+Y'),
      LINE,
      { role: 'togglefullscreen' },
    ],
  }
}

/** Letters without a modifier belong to the window: as a menu's keys they would be taken from every text field. */
function articleMenu(item: Item): MenuItemConstructorOptions {
  return {
    label: '&Article',
    submenu: [
      item('Next Article', 'next-article', 'CmdOrCtrl+Down'),
      item('Previous Article', 'previous-article', 'CmdOrCtrl+Up'),
      LINE,
      item('Mark as Read or Unread', 'toggle-read', 'CmdOrCtrl+U'),
      item('Star or Unstar', 'toggle-star', 'CmdOrCtrl+D'),
      item('Save or Unsave', 'toggle-saved', 'CmdOrCtrl+S'),
      item('Mark All as Read', 'mark-all-read', 'CmdOrCtrl+Shift+K'),
      item('Mark All Above as Read', 'mark-above-read'),
      item('Mark All Below as Read', 'mark-below-read'),
      LINE,
      item('Remove Article', 'remove-article', 'CmdOrCtrl+Backspace'),
      item('Mute Articles Like This…', 'mute-like'),
      LINE,
      item('Show What Changed', 'show-changes'),
      item('Show What Is on This Disk', 'show-readiness'),
      item('Highlight Selection', 'highlight', 'CmdOrCtrl+H'),
      item('Prepare for Offline', 'prepare-offline'),
      item('Open in Browser', 'open-in-browser', 'CmdOrCtrl+Shift+O'),
      item('Copy Link', 'copy-link', 'CmdOrCtrl+Shift+C'),
    ],
  }
}

function goMenu(item: Item): MenuItemConstructorOptions {
  return {
    label: '&Go',
    submenu: [
      item('Today', 'go-today', 'CmdOrCtrl+1'),
      item('Unread', 'go-unread', 'CmdOrCtrl+2'),
      item('All Articles', 'go-all', 'CmdOrCtrl+3'),
      item('Starred', 'go-starred', 'CmdOrCtrl+4'),
      item('Saved', 'go-saved', 'CmdOrCtrl+5'),
      item('Highlights', 'show-highlights', 'CmdOrCtrl+6'),
      item('Ready Offline', 'go-ready', 'CmdOrCtrl+7'),
      item('Edition', 'go-edition', 'CmdOrCtrl+8'),
      item('New Edition', 'new-edition'),
      LINE,
      item('Go to Anything…', 'palette', 'CmdOrCtrl+K'),
    ],
  }
}
