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
    search: ['Nothing found', 'Try fewer or shorter words.'],
    reader: ['No article open', 'Choose one from the list. Press ? to see the keys.'],
  } satisfies Record<string, readonly [string, string]>,
  search: {
    label: 'Search articles',
    clear: 'Clear search',
    results: (n: number) => `${count(n, 'article', 'articles')} found`,
    searching: 'Searching…',
    rebuilding: 'The search index is being made again; more may be found in a moment.',
    failed: 'The search did not work',
    heading: 'Search',
  },
}
