/** Every command under its heading, with its name for the reader; the sheet of keys and the palette show the same ones. */
import { wording } from '../text/wording'
import type { CommandName } from './commands'

export const COMMAND_LABELS: Readonly<Record<CommandName, string>> = wording.commands

export interface CommandGroup {
  readonly title: string
  readonly commands: readonly CommandName[]
}

const { groups } = wording.shortcuts

export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: groups.moving,
    commands: [
      'look-next',
      'look-previous',
      'next-article',
      'previous-article',
      'open-selected',
      'page-down',
      'page-up',
      'focus-feeds',
      'toggle-sidebar',
    ],
  },
  {
    title: groups.article,
    commands: [
      'toggle-star',
      'toggle-read',
      'toggle-saved',
      'highlight',
      'remove-article',
      'mute-like',
      'open-in-browser',
      'copy-link',
      'prepare-offline',
      'find',
      'show-changes',
      'show-readiness',
      'print',
      'save-as-html',
      'save-as-pdf',
      'save-as-epub',
      'save-as-md',
      'show-type',
      'text-larger',
      'text-smaller',
      'text-normal',
    ],
  },
  {
    title: groups.lists,
    commands: [
      'go-today',
      'go-all',
      'go-unread',
      'go-starred',
      'go-saved',
      'show-highlights',
      'go-ready',
      'go-edition',
      'new-edition',
      'show-activity',
      'mark-all-read',
      'mark-above-read',
      'mark-below-read',
    ],
  },
  {
    title: groups.everywhere,
    commands: [
      'search',
      'save-search',
      'sync',
      'cancel-sync',
      'add-feed',
      'import-opml',
      'export-opml',
      'export-highlights-md',
      'export-highlights-each',
      'export-highlights-html',
      'export-highlights-json',
      'import-highlights',
      'back-up',
      'restore-backup',
      'show-settings',
      'palette',
      'show-shortcuts',
      'show-guide',
      'escape',
    ],
  },
  {
    title: groups.searches,
    commands: [
      'saved-search-1',
      'saved-search-2',
      'saved-search-3',
      'saved-search-4',
      'saved-search-5',
      'saved-search-6',
      'saved-search-7',
      'saved-search-8',
      'saved-search-9',
    ],
  },
]
