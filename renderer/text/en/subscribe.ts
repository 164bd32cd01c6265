/** English words of subscribing: finding feeds, their previews, and what is dropped on the window. */
import { count, formatNumber } from '../format-number'

export const subscribe = {
  subscribe: {
    find: 'Find feed',
    finding: 'Looking for feeds…',
    found: (title: string) => `Found ${title}.`,
    foundMany: (n: number) => `${count(n, 'feed', 'feeds')} found.`,
    choose: 'This site offers several feeds. Choose those you want.',
    add: (n: number) => (n > 1 ? `Add ${formatNumber(n)} feeds` : 'Add feed'),
    adding: 'Adding…',
    added: (n: number) => `${count(n, 'feed was', 'feeds were')} added`,
    known: (title: string) => `You have this feed already, as “${title}”.`,
    show: 'Show feed',
    formats: { rss: 'RSS', atom: 'Atom', rdf: 'RSS 1.0', json: 'JSON Feed' },
    perDay: (n: number) => `about ${formatNumber(n)} a day`,
    perWeek: (n: number) => `about ${formatNumber(n)} a week`,
    perMonth: (n: number) => `about ${formatNumber(n)} a month`,
    seldom: 'less than one a month',
    silentSince: (when: string) => `nothing new since ${when}`,
    texts: {
      whole: 'whole articles',
      excerpts: 'excerpts, the rest is fetched from its pages',
      headlines: 'headlines, the text is fetched from its pages',
    },
    newest: 'Newest articles',
    empty: 'It holds no articles just now.',
    loading: 'Fetching its newest articles…',
    preview: 'Show newest articles',
    drop: 'Drop to add',
    dropHint: 'The address of a site or feed, or a list of feeds (OPML)',
    dropNoAddress: 'There is no web address in what you dropped.',
    dropNoList: (name: string) =>
      `${name} is no list of feeds. What can be dropped is an address or an OPML file.`,
  },
}
