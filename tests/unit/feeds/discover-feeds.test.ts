import { describe, expect, it } from 'vitest'
import { discoverFeeds } from '../../../electron/feeds/discover-feeds'
import { guessFeedAddresses, normaliseTypedAddress } from '../../../electron/feeds/guess-feed-addresses'

const PAGE = 'https://site.example/section/page.html'
const urls = (html: string): readonly string[] => discoverFeeds(html, PAGE).map((feed) => feed.url)

describe('discoverFeeds', () => {
  it('finds links by type, absolute, with title and type', () => {
    expect(
      discoverFeeds(
        '<link rel="alternate" type="application/rss+xml" title="News &amp; more" href="../feed.xml">',
        PAGE,
      ),
    ).toEqual([{ url: 'https://site.example/feed.xml', title: 'News & more', type: 'application/rss+xml' }])
  })

  it('takes attributes in any order, case and quoting, and follows the base element', () => {
    expect(
      urls(
        `<BASE href="https://cdn.example/"><LINK HREF=/a.xml TYPE='application/atom+xml' REL="home ALTERNATE">`,
      ),
    ).toEqual(['https://cdn.example/a.xml'])
    expect(urls('<link rel="alternate" type="application/feed+json" href="/feed.json"/>')).toEqual([
      'https://site.example/feed.json',
    ])
  })

  it('puts feeds of comments and of tags after the main one, each address once', () => {
    const link = (href: string, title = '') =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`
    expect(
      urls(link('/comments/feed/', 'Comments') + link('/tag/x/feed/') + link('/feed/') + link('/feed/')),
    ).toEqual([
      'https://site.example/feed/',
      'https://site.example/tag/x/feed/',
      'https://site.example/comments/feed/',
    ])
  })

  it('makes nothing up from other alternates, comments, scripts or stylesheets', () => {
    expect(
      urls(`<link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" media="handheld" href="/m/"><link rel="stylesheet" href="/feed.css">
        <link rel="alternate" type="application/json+oembed" href="/wp-json/oembed?url=feed"><!-- <link rel="alternate" type="application/rss+xml" href="/no"> -->
        <script>var x = '<link rel="alternate" type="application/rss+xml" href="/no">'</script>`),
    ).toEqual([])
  })

  it('looks at anchors only where the page has no link', () => {
    const anchors =
      '<a href="/rss.xml">RSS feed</a> <a href="feed://site.example/atom">Atom</a> <a href="/feedback.html">Feedback</a>'
    expect(discoverFeeds(anchors, PAGE)).toEqual([
      { url: 'https://site.example/rss.xml', title: 'RSS feed', type: null },
      { url: 'http://site.example/atom', title: 'Atom', type: null },
    ])
    expect(urls(`${anchors}<link rel="alternate" type="application/rss+xml" href="/main">`)).toEqual([
      'https://site.example/main',
    ])
  })
})

describe('guessFeedAddresses', () => {
  it.each([
    ['https://www.youtube.com/channel/UC123', 'https://www.youtube.com/feeds/videos.xml?channel_id=UC123'],
    ['https://www.youtube.com/playlist?list=PL9', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL9'],
    ['https://old.reddit.com/r/birds/', 'https://www.reddit.com/r/birds/.rss'],
    ['https://github.com/someone/thing', 'https://github.com/someone/thing/releases.atom'],
    ['https://bsky.app/profile/ann.example', 'https://bsky.app/profile/ann.example/rss'],
    ['https://social.example/@ann', 'https://social.example/@ann.rss'],
    ['https://medium.com/@ann', 'https://medium.com/feed/@ann'],
    ['https://blog.example/2026/03/story', 'https://blog.example/2026/03/story/feed/'],
  ])('knows where %s keeps its feed', (page, feed) => {
    expect(guessFeedAddresses(page)[0]).toBe(feed)
  })

  it('tries the usual places of a blog, its root included, and nothing for what is no address', () => {
    expect(guessFeedAddresses('https://blog.example/2026/')).toContain('https://blog.example/feed/')
    expect(guessFeedAddresses('mailto:a@b.example')).toEqual([])
  })
})

describe('normaliseTypedAddress', () => {
  it.each([
    ['example.com', 'https://example.com/'],
    ['  <https://example.com/a b>', null],
    ['<https://example.com/feed>', 'https://example.com/feed'],
    ['feed:https://example.com/x', 'https://example.com/x'],
    ['feed://example.com/x', 'https://example.com/x'],
    ['https:/example.com', 'https://example.com/'],
    ['//example.com/x', 'https://example.com/x'],
    ['localhost:8080/feed', 'http://localhost:8080/feed'],
    ['192.168.1.5/rss', 'http://192.168.1.5/rss'],
    ['nas.local:81', 'http://nas.local:81/'],
    ['@ann@social.example', 'https://social.example/@ann'],
    ['müller.example', 'https://xn--mller-kva.example/'],
    ['javascript:alert(1)', null],
    ['two words', null],
    ['', null],
  ])('reads %j as %j', (typed, address) => {
    expect(normaliseTypedAddress(typed)).toBe(address)
  })
})
