/** English words of the article list and the search. */
import { count, formatNumber } from '../format-number'

export const list = {
  list: {
    label: 'Articles',
    region: 'Article list',
    resize: 'Width of the article list',
    total: (n: number) => count(n, 'article', 'articles'),
    markAllRead: 'Mark all as read',
    markedRead: (n: number) =>
      n === 0 ? 'Nothing was unread' : `${count(n, 'article', 'articles')} marked as read`,
    marked: (n: number, change: { read?: boolean; starred?: boolean; saved?: boolean }) =>
      `${count(n, 'article', 'articles')} ${markedAs(change)}`,
    chosen: (n: number) => `${count(n, 'article', 'articles')} selected`,
    endChoosing: 'End the selection',
    open: 'Open',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    markAbove: 'Mark all above as read',
    markBelow: 'Mark all below as read',
    muteLike: 'Mute articles like this…',
    remove: (n: number): string => (n === 1 ? 'Remove article' : 'Remove these articles'),
    removed: (n: number): string => (n === 1 ? 'Article removed' : `${formatNumber(n)} articles removed`),
    goToFeed: 'Show its feed',
    newest: 'Newest first',
    oldest: 'Oldest first',
    newArticles: (n: number, more: boolean) =>
      `${formatNumber(n)}${more ? '+' : ''} new ${n === 1 ? 'article' : 'articles'}`,
    loading: 'Loading articles',
    failed: 'The list could not be shown',
    today: 'Today',
    yesterday: 'Yesterday',
    readyMark: 'ready offline',
    starredMark: 'starred',
    savedMark: 'saved',
    unreadMark: 'unread',
    readMark: 'read',
    highlightsMark: (n: number) => count(n, 'highlight', 'highlights'),
  },
  empty: {
    unread: ['All caught up', 'Nothing is left to read here.'],
    today: ['Nothing new today', 'New articles appear here as they come.'],
    all: ['No articles yet', 'They come with the next sync.'],
    starred: ['Nothing starred', 'Press S to star an article you want to find again.'],
    saved: ['Nothing saved', 'Press V to keep an article for good.'],
    highlighted: ['No highlights', 'Select text in an article and press H.'],
    ready: [
      'Nothing is ready yet',
      'Articles whose text, pictures and links are all on this disk appear here.',
    ],
    edition: [
      'No edition yet',
      'An edition is a small set of unread articles, all on this disk, that ends. Press Shift+E to make one.',
    ],
    syncing: ['Fetching your feeds', 'Articles appear here as they arrive. You can start reading at once.'],
    search: ['Nothing found', 'Try fewer or shorter words.'],
    reader: ['No article open', 'Choose one from the list. Press ? to see the keys.'],
  } satisfies Record<string, readonly [string, string]>,
  edition: {
    nothing: 'No unread article is ready offline, so there is nothing to make an edition of.',
    progress: (read: number, total: number) => `${formatNumber(read)} of ${formatNumber(total)} read`,
    finished: 'You have read this edition',
    finishedHint: 'Nothing is added to it. The next one is made when you want it.',
    make: 'New edition',
    atStart: 'Make an edition when Offprint starts',
    atStartHint:
      'A finite set, balanced over your feeds and ready offline, that does not change while you read it',
    sizes: {
      off: 'None',
      '10-articles': '10 articles',
      '20-articles': '20 articles',
      '15-minutes': '15 minutes',
      '30-minutes': '30 minutes',
    },
  },
  search: {
    label: 'Search articles',
    clear: 'Clear search',
    results: (n: number) => `${count(n, 'article', 'articles')} found`,
    searching: 'Searching…',
    rebuilding: 'The search index is being made again; more may be found in a moment.',
    failed: 'The search did not work',
    heading: 'Search',
  },
  savedSearches: {
    save: 'Save this search',
    saveTitle: 'Save search',
    saveHint: 'It appears in the left pane. What it finds is looked for anew each time.',
    renameTitle: 'Rename search',
    name: 'Name of the search',
    rename: 'Rename…',
    remove: 'Remove search',
    noName: 'Give it a name.',
    taken: (name: string) => `There is a search named ${name} already.`,
    saved: (name: string) => `${name} was saved`,
    removed: (name: string) => `${name} was removed`,
    none: 'There is no saved search with this number.',
    searchFirst: 'Search for something first, then save it.',
  },
}

function markedAs({ read, starred, saved }: { read?: boolean; starred?: boolean; saved?: boolean }): string {
  if (read !== undefined) return read ? 'marked as read' : 'marked as unread'
  if (starred !== undefined) return starred ? 'starred' : 'no longer starred'
  return saved === true ? 'saved' : 'no longer saved'
}
