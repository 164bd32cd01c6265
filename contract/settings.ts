/** The reader's choices, with their first values. Stored in the library's `settings.json`. */

import type { EditionSize } from './edition'

/** A search the reader gave a name to; names are unique. */
export interface SavedSearch {
  readonly name: string
  readonly text: string
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark' | 'sepia'
  readonly syncOnLaunch: boolean
  /** Minutes between syncs while the app is open; 0 for never. */
  readonly syncIntervalMinutes: number
  /** Size of the article text in pixels. */
  readonly textSize: number
  /** Width of the text column in characters. */
  readonly textWidth: number
  readonly lineHeight: number
  /** The family of the article text: the bundled serif, the bundled sans-serif, the computer's own. */
  readonly typeface: 'serif' | 'sans' | 'system'
  /** Of the article text; `language` sets each language in its own custom. */
  readonly alignment: 'language' | 'start' | 'justified'
  /** Words parted at the end of a line, where the article's language is known; `language` does so where words are long or lines justified. */
  readonly hyphenation: 'language' | 'always' | 'never'
  readonly density: 'comfortable' | 'compact'
  /** Feeds and folders by name, or in the reader's own order, which the list of feeds has. */
  readonly feedOrder: 'name' | 'own'
  readonly markReadOnOpen: boolean
  readonly sidebarWidth: number
  readonly sidebarHidden: boolean
  readonly listWidth: number
  /** Fetch the pages behind publishers' related links, one step, so that they open offline. */
  readonly prefetchRelated: boolean
  /** Days an article is kept, 0 for ever. Starred, saved and highlighted ones always stay. */
  readonly keepDays: number
  /** Articles kept of each feed, the newest; 0 for all. */
  readonly keepArticles: number
  /** Size of the whole library in megabytes (1,000,000 bytes) above which the oldest articles go; 0 for no limit. */
  readonly budgetMb: number
  /** One row a story in lists, under its best copy. */
  readonly groupStories: boolean
  /** How large an edition is made at the start, when the last one has been read or is half a day old. */
  readonly edition: 'off' | EditionSize
  readonly firstRunDone: boolean
  /** Language of the interface; `system` follows the computer. */
  readonly language: 'system' | 'en' | 'de'
  /** In the order they are shown. */
  readonly savedSearches: readonly SavedSearch[]
  /** Command name -> its key in the reader's own map, empty for none; commands that are not named keep their first keys. */
  readonly keys: Readonly<Record<string, string>>
  /** What the desktop is told of after a sync: nothing, what a rule or a feed asks for, or every pass that brought something. */
  readonly notifications: 'off' | 'rules' | 'all'
  /** The number of unread articles on the program's icon, where the desktop can show one. */
  readonly unreadBadge: boolean
  /** Offprint stays in the desktop's tray when its last window is closed, and syncs there. */
  readonly tray: boolean
  /** Once a day, whether there is a newer Offprint; nothing is fetched or installed without a further word. */
  readonly lookForUpdates: boolean
  readonly updateChannel: 'stable' | 'beta'
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  syncOnLaunch: true,
  syncIntervalMinutes: 60,
  textSize: 18,
  textWidth: 68,
  lineHeight: 1.6,
  typeface: 'serif',
  alignment: 'language',
  hyphenation: 'language',
  density: 'comfortable',
  feedOrder: 'name',
  markReadOnOpen: true,
  sidebarWidth: 240,
  sidebarHidden: false,
  listWidth: 360,
  prefetchRelated: true,
  keepDays: 0,
  keepArticles: 0,
  budgetMb: 10_000,
  groupStories: true,
  edition: 'off',
  firstRunDone: false,
  language: 'system',
  savedSearches: [],
  keys: {},
  notifications: 'off',
  unreadBadge: false,
  tray: false,
  lookForUpdates: false,
  updateChannel: 'stable',
}
