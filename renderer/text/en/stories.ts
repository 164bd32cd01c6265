/** English words of stories and of preparing for offline. */
import { count, formatBytes, formatNumber } from '../format-number'

export const stories = {
  stories: {
    also: (feeds: number, articles: number) =>
      feeds > 0 ? `also in ${count(feeds, 'feed', 'feeds')}` : `and ${formatNumber(articles)} more`,
    opened: 'shown below',
    open: 'Show the other versions',
    close: 'Hide the other versions',
    part: 'Not the same story',
    parted: 'Shown by itself from now on',
    versions: 'Other versions of this story',
    sameText: 'The same text',
    otherReport: 'Another report',
    group: 'Show a story once, however many feeds report it',
    groupHint: 'Under its best copy. The others stay one key away.',
  },
  prepare: {
    command: 'Prepare for offline…',
    title: 'Prepare for offline',
    intro:
      'Fetches whole texts, pictures and related articles, so that nothing is missing without a network.',
    scope: 'Articles',
    unread: 'All unread',
    list: 'This list',
    newest: (n: number) => `The newest ${formatNumber(n)}`,
    selection: (n: number) => `The ${count(n, 'selected article', 'selected articles')}`,
    estimating: 'Looking at what is missing…',
    nothing: 'All of it is on this disk already.',
    estimate: (incomplete: number, bytes: number) =>
      `${count(incomplete, 'article is', 'articles are')} incomplete: about ${formatBytes(bytes)} to fetch.`,
    start: 'Start',
    progress: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)}`,
    progressLabel: 'Progress of preparing',
    begun: 'Fetching what is missing…',
    ready: (ready: number, all: number) =>
      `${formatNumber(ready)} of ${count(all, 'article', 'articles')} ready to be read offline.`,
    cancelled: 'Stopped. What was fetched stays.',
    incomplete: 'Incomplete, and why',
    problem: (missing: string, why: string) => `${missing}: ${why}`,
  },
}
