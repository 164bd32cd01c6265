/** Pages that offer feeds, beside the test site's own: one feed, several, one that is broken, one written from right to left. */
import type { ExtraFile } from './site/news-site'
import { SITE_FEEDS } from './site/site-feeds'

const HTML = 'text/html; charset=utf-8'

function offering(title: string, ...feeds: readonly (readonly [href: string, title: string])[]): ExtraFile {
  const links = feeds.map(
    ([href, name]) => `<link rel="alternate" type="application/rss+xml" href="${href}" title="${name}">`,
  )
  return {
    contentType: HTML,
    body: `<!doctype html><html><head><title>${title}</title>${links.join('')}</head><body><h1>${title}</h1></body></html>`,
  }
}

/** Five feeds are looked at by themselves: the seventh waits for the reader's word. */
const SECTIONS = ['weather', 'tides', 'sport', 'school', 'council', 'ferries', 'markets'] as const

const section = (name: string): ExtraFile => ({
  contentType: 'application/rss+xml',
  body: `<rss version="2.0"><channel><title>Marrowby ${name}</title><link>http://marrowby.invalid/</link><description>The ${name} of Marrowby, hour by hour</description>${[
    1, 2, 3, 4,
  ]
    .map(
      (day) =>
        `<item><title>The ${name} of day ${String(day)}</title><guid>${name}-${String(day)}</guid><pubDate>${new Date(Date.now() - day * 8 * 3_600_000).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`,
})

const RIGHT_TO_LEFT: ExtraFile = {
  contentType: 'application/rss+xml; charset=utf-8',
  body: `<rss version="2.0"><channel><title>أخبار الميناء</title><link>http://marrowby.invalid/</link><description>أخبار السفن والمد والجزر من ميناء صغير على الساحل</description>${[
    'وصول سفينة الشحن بعد يومين من التأخير',
    'المنارة القديمة تفتح أبوابها للزوار',
    'سعر السمك يرتفع في السوق',
  ]
    .map(
      (title, at) =>
        `<item><title>${title}</title><guid>rtl-${String(at)}</guid><pubDate>${new Date(Date.now() - (at + 1) * 86_400_000).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`,
}

const feedOf = (at: number) => {
  const { path, title } = SITE_FEEDS[at]!
  return [path, title] as const
}

export const FEED_OFFERS: Readonly<Record<string, ExtraFile>> = {
  '/': offering('Marrowby', feedOf(0), feedOf(1), feedOf(2)),
  '/one/': offering('The Gazette', feedOf(0)),
  '/none/': offering('No feed here'),
  '/broken/': offering('Half a site', feedOf(1), ['/gone.rss', 'Gone away']),
  '/many/': offering(
    'All of Marrowby',
    ...SECTIONS.map((name) => [`/section/${name}.rss`, `Marrowby ${name}`] as const),
  ),
  ...Object.fromEntries(SECTIONS.map((name) => [`/section/${name}.rss`, section(name)])),
  '/rtl.rss': RIGHT_TO_LEFT,
}
