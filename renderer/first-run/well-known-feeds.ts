/** Public feeds to begin with, of several kinds and countries. The reader chooses; none is asked for anything before that. */

export interface WellKnownFeed {
  readonly title: string
  readonly about: string
  readonly url: string
}

export const WELL_KNOWN_FEEDS: readonly WellKnownFeed[] = [
  { title: 'BBC News', about: 'World news', url: 'https://feeds.bbci.co.uk/news/rss.xml' },
  { title: 'The Guardian', about: 'World news', url: 'https://www.theguardian.com/world/rss' },
  { title: 'Al Jazeera', about: 'World news', url: 'https://www.aljazeera.com/xml/rss/all.xml' },
  { title: 'NPR', about: 'News from the United States', url: 'https://feeds.npr.org/1001/rss.xml' },
  { title: 'Deutsche Welle', about: 'News from Europe', url: 'https://rss.dw.com/rdf/rss-en-all' },
  { title: 'Ars Technica', about: 'Technology', url: 'https://feeds.arstechnica.com/arstechnica/index' },
  { title: 'Hacker News', about: 'Technology', url: 'https://news.ycombinator.com/rss' },
  { title: 'Quanta Magazine', about: 'Mathematics and science', url: 'https://www.quantamagazine.org/feed/' },
  { title: 'Nature', about: 'Science', url: 'https://www.nature.com/nature.rss' },
  { title: 'xkcd', about: 'Comics', url: 'https://xkcd.com/atom.xml' },
  { title: 'Daring Fireball', about: 'Technology', url: 'https://daringfireball.net/feeds/json' },
  { title: 'NASA', about: 'Space', url: 'https://www.nasa.gov/news-release/feed/' },
]
