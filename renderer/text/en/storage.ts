/** English words about the library's size, its limits, backups and its folder. */
import { count, formatBytes, formatNumber } from '../format-number'

export const storage = {
  storage: {
    title: 'Storage',
    used: (bytes: number) => `Your library takes ${formatBytes(bytes)}.`,
    counting: 'Counting…',
    parts: {
      bodies: 'Texts',
      media: 'Pictures',
      index: 'Search index',
      articles: 'Lists, marks and copies',
      aside: 'Set aside: damaged files, and what a restore replaced (no limit counts it)',
    },
    part: (name: string, bytes: number) => `${name} ${formatBytes(bytes)}`,
    keepDays: 'Keep articles',
    days: [
      [0, 'for ever'],
      [30, 'for 30 days'],
      [90, 'for 90 days'],
      [180, 'for half a year'],
      [365, 'for a year'],
      [730, 'for two years'],
    ] as readonly (readonly [number, string])[],
    otherDays: (n: number) => `for ${count(n, 'day', 'days')}`,
    keepArticles: 'Of each feed keep',
    articles: [
      [0, 'all articles'],
      [50, 'the newest 50'],
      [100, 'the newest 100'],
      [250, 'the newest 250'],
      [500, 'the newest 500'],
      [1000, 'the newest 1,000'],
    ] as readonly (readonly [number, string])[],
    otherArticles: (n: number) => `the newest ${formatNumber(n)}`,
    budget: 'Let the library grow to',
    budgets: [
      [500, '500 MB'],
      [1000, '1 GB'],
      [2000, '2 GB'],
      [5000, '5 GB'],
      [10_000, '10 GB'],
      [50_000, '50 GB'],
      [0, 'any size'],
    ] as readonly (readonly [number, string])[],
    otherBudget: (n: number) => `${formatNumber(n)} MB`,
    always: 'Starred, saved, highlighted and noted articles always stay. The oldest go first, once a day.',
    looking: 'Looking what would go…',
    nothing: 'Nothing goes with these limits now.',
    wouldGo: (articles: number, bytes: number, feeds: number) =>
      `${count(articles, 'article', 'articles')}, about ${formatBytes(bytes)}, from ${count(feeds, 'feed', 'feeds')} would be removed now; starred, saved, highlighted and noted ones stay.`,
    why: {
      age: (n: number) => `${formatNumber(n)} too old`,
      count: (n: number) => `${formatNumber(n)} too many for their feed`,
      size: (n: number) => `${formatNumber(n)} over the size`,
    },
    keepToLimits: 'Keep to these limits',
    removing: 'Removing…',
    removed: (articles: number, bytes: number, total: number) =>
      `${count(articles, 'article was', 'articles were')} removed, ${formatBytes(bytes)} freed. The library takes ${formatBytes(total)} now.`,
    nothingRemoved: 'Stored. No article is over these limits.',
    backup: 'Everything in one file, while you read on',
    backUp: 'Back up…',
    restore: 'Put a backup in the place of everything',
    restoreBackup: 'Restore…',
    backedUp: (bytes: number, file: string) => `${formatBytes(bytes)} were backed up to ${file}.`,
    restored: (articles: number, feeds: number) =>
      `${count(articles, 'article', 'articles')} of ${count(feeds, 'feed', 'feeds')} were restored. What was here before is in the folder “backups”.`,
    move: 'Move…',
    keepOld: 'Leave a copy in the old folder when the library is moved',
    moveHint: 'Offprint copies it, compares every file and starts again in the new place.',
  },
}
