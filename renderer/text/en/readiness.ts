/** English words of the readiness panel. */
import { count, formatNumber } from '../format-number'

const comments = (n: number): string => count(n, 'comment', 'comments')

export const readiness = {
  readiness: {
    title: 'On this disk',
    looking: 'Looking on the disk',
    mark: { whole: 'On this disk', part: 'Partly on this disk' },
    open: (mark: string): string => `${mark}, show what is here`,
    whole: 'The whole article can be read offline.',
    notWhole: 'Not everything of this article is here.',
    text: 'Text',
    textFrom: {
      feed: (words: number): string => `From the feed, ${count(words, 'word', 'words')}`,
      page: (words: number): string => `From the page, ${count(words, 'word', 'words')}`,
    },
    noText: 'Only the title',
    pictures: 'Pictures',
    related: 'Related articles',
    comments: 'Comments',
    commentStates: {
      unwanted: (_: number): string => 'Not asked for; the feed’s settings choose it',
      unnamed: (_: number): string => 'The feed names none',
      none: (_: number): string => 'Not fetched yet',
      missing: (_: number): string => 'Did not come',
      some: (n: number): string => `${comments(n)}, not all`,
      all: (n: number): string => comments(n),
    },
    size: 'Size',
    none: 'None',
    of: (here: number, all: number): string => `${formatNumber(here)} of ${formatNumber(all)}`,
    why: 'Why not',
    checked: (clock: string): string => `Looked up on the disk at ${clock}.`,
    complete: 'Fetch what is missing',
  },
}
