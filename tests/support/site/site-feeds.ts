/** The four feeds of the test site, one of each kind that the reader meets. */
import type { SiteArticle } from './site-article'
import { FIELD, SKY } from './site-articles-inland'
import { GAZETTE, HARBOUR } from './site-articles'
import { articleContent, articlePath, teaserOf, text } from './site-page'

export interface SiteFeed {
  readonly path: string
  readonly title: string
  readonly contentType: string
  readonly articles: readonly SiteArticle[]
  readonly write: (base: string, feed: SiteFeed) => string
}

export const SITE_FEEDS: readonly SiteFeed[] = [
  {
    path: '/feeds/gazette.rss',
    title: 'The Marrowby Gazette',
    contentType: 'application/rss+xml; charset=utf-8',
    articles: GAZETTE,
    write: (base, feed) =>
      rss(base, feed, (article) => `<description>${text(teaserOf(article))}</description>`),
  },
  {
    path: '/feeds/harbour.rss',
    title: 'Harbour Notes',
    contentType: 'text/xml; charset=utf-8',
    articles: HARBOUR,
    write: (base, feed) =>
      rss(
        base,
        feed,
        (article) =>
          `<description>${text(teaserOf(article))}</description><content:encoded><![CDATA[${articleContent(article)}]]></content:encoded>`,
      ),
  },
  {
    path: '/feeds/sky.atom',
    title: 'Northern Sky',
    contentType: 'application/atom+xml',
    articles: SKY,
    write: atom,
  },
  {
    path: '/feeds/field.json',
    title: 'Field Almanac',
    contentType: 'application/feed+json',
    articles: FIELD,
    write: jsonFeed,
  },
]

function rss(base: string, feed: SiteFeed, inside: (article: SiteArticle) => string): string {
  const items = feed.articles.map(
    (article) => `<item><title>${text(article.title)}</title><link>${base}${articlePath(article.slug)}</link>
<guid isPermaLink="false">marrowby-${article.slug}</guid><pubDate>${new Date(article.published).toUTCString()}</pubDate>
<dc:creator>${text(article.author)}</dc:creator><category>${article.section}</category>${inside(article)}</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${text(feed.title)}</title><link>${base}/</link><description>News of a town that does not exist</description>
<language>en</language>
${items.join('\n')}
</channel></rss>`
}

function atom(base: string, feed: SiteFeed): string {
  const items = feed.articles.map(
    (article) => `<entry><title>${text(article.title)}</title><id>urn:marrowby:${article.slug}</id>
<link rel="alternate" type="text/html" href="${base}${articlePath(article.slug)}"/>
<published>${article.published}</published><updated>${article.published}</updated>
<author><name>${text(article.author)}</name></author>
<summary>${text(teaserOf(article))}</summary><content type="html">${text(articleContent(article))}</content></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>${text(feed.title)}</title>
<id>urn:marrowby:sky</id><link href="${base}/"/><link rel="self" href="${base}${feed.path}"/><updated>2024-03-07T21:30:00Z</updated>
${items.join('\n')}
</feed>`
}

function jsonFeed(base: string, feed: SiteFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: `${base}/`,
    feed_url: `${base}${feed.path}`,
    language: 'en',
    items: feed.articles.map((article) => ({
      id: `marrowby:${article.slug}`,
      url: `${base}${articlePath(article.slug)}`,
      title: article.title,
      content_html: articleContent(article),
      summary: teaserOf(article),
      date_published: article.published,
      authors: [{ name: article.author }],
      tags: [article.section],
    })),
  })
}
