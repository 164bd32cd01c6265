import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../electron/feeds/parse-feed'
import type { ParsedFeed, ParsedItem } from '../../../electron/feeds/parsed-feed'

const URL = 'https://news.example/feed.xml'

async function read(
  text: string,
): Promise<{ format: string; feed: ParsedFeed; items: readonly ParsedItem[] }> {
  const result = await parseFeed(text, { url: URL })
  if (!result.ok) throw new Error(result.error.message)
  return result
}
const rss = (items: string, head = '', attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>The Harbour</title><link>https://news.example/</link>${head}${items}</channel></rss>`
const first = async (items: string, attributes = ''): Promise<ParsedItem> => {
  const item = (await read(rss(items, '', attributes))).items[0]
  if (!item) throw new Error('no item')
  return item
}

describe('parseFeed', () => {
  it('reads RSS 2.0 with the modules that news feeds carry', async () => {
    const item = await first(
      `<item><title>Tide &amp; time</title><link>https://news.example/1</link><guid isPermaLink="false">id-1</guid>
       <pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><dc:creator>Ann Author</dc:creator><category>News</category><category>Sea</category>
       <description>Short.</description><content:encoded><![CDATA[<p>Long <b>text</b>.</p>]]></content:encoded>
       <enclosure url="https://news.example/1.mp3" type="audio/mpeg" length="123"/><comments>https://news.example/1#comments</comments>
       <wfw:commentRss>https://news.example/1/comments.xml</wfw:commentRss><slash:comments>7</slash:comments>
       <media:thumbnail url="https://news.example/1.jpg"/></item>`,
      `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
       xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:media="http://search.yahoo.com/mrss/"`,
    )
    expect(item).toEqual({
      guid: 'id-1',
      url: 'https://news.example/1',
      title: 'Tide & time',
      author: 'Ann Author',
      published: '2026-03-02T10:00:00Z',
      updated: null,
      summaryHtml: 'Short.',
      contentHtml: '<p>Long <b>text</b>.</p>',
      categories: ['News', 'Sea'],
      enclosures: [{ url: 'https://news.example/1.mp3', type: 'audio/mpeg', length: 123 }],
      image: 'https://news.example/1.jpg',
      commentsUrl: 'https://news.example/1#comments',
      commentsFeedUrl: 'https://news.example/1/comments.xml',
      commentCount: 7,
    })
  })

  it('reads Atom with links by relation, inherited author and XHTML', async () => {
    const { format, feed, items } = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Tide &amp;amp; time</title><subtitle>Daily</subtitle>
       <link rel="self" href="/feed.xml"/><link href="/"/><author><name>Ann</name></author><updated>2026-03-02T10:00:00Z</updated>
       <entry><id>tag:1</id><title>One</title><link rel="alternate" type="text/html" href="/one"/><link rel="enclosure" href="/one.mp3" type="audio/mpeg"/>
       <updated>2026-03-02T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="two">two</a></div></content></entry></feed>`,
    )
    expect(format).toBe('atom')
    expect(feed).toMatchObject({
      title: 'Tide & time',
      description: 'Daily',
      link: 'https://news.example/',
      language: 'en',
      selfUrl: URL,
    })
    expect(items[0]).toMatchObject({
      guid: 'tag:1',
      url: 'https://news.example/one',
      author: 'Ann',
      published: null,
      updated: '2026-03-02T10:00:00Z',
    })
    expect(items[0]?.contentHtml).toContain('href="https://news.example/two"')
    expect(items[0]?.enclosures).toEqual([
      { url: 'https://news.example/one.mp3', type: 'audio/mpeg', length: null },
    ])
  })

  it('reads RDF, whose items stand beside the channel', async () => {
    const { format, feed, items } = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel rdf:about="https://news.example/"><title>Old</title><link>https://news.example/</link></channel><image><url>https://news.example/i.png</url></image>
       <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2026-03-02</dc:date></item></rdf:RDF>`,
    )
    expect(format).toBe('rdf')
    expect(feed.image).toBe('https://news.example/i.png')
    expect(items[0]).toMatchObject({
      guid: 'https://news.example/1',
      title: 'One',
      published: '2026-03-02T00:00:00Z',
    })
  })

  it('reads JSON Feed of both versions', async () => {
    const { format, feed, items } = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J & J',
        home_page_url: 'https://news.example/',
        items: [
          {
            id: 7,
            url: 'https://news.example/7',
            content_html: '<p>Hi</p>',
            authors: [{ name: 'Ann' }, { name: 'Ben' }],
            date_published: '2026-03-02T10:00:00+01:00',
          },
          {
            id: 'b',
            content_text: 'a < b',
            author: { name: 'Cy' },
            attachments: [{ url: '/b.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }],
          },
        ],
      }),
    )
    expect([format, feed.title]).toEqual(['json', 'J & J'])
    expect(items[0]).toMatchObject({
      guid: '7',
      author: 'Ann, Ben',
      published: '2026-03-02T09:00:00Z',
      contentHtml: '<p>Hi</p>',
    })
    expect(items[1]).toMatchObject({
      author: 'Cy',
      contentHtml: 'a &lt; b',
      enclosures: [{ url: 'https://news.example/b.mp3', length: 5 }],
    })
  })

  it.each([
    ['a bare ampersand', '<item><title>Fish & chips</title></item>', 'Fish & chips'],
    ['an undeclared entity', '<item><title>Caf&eacute;&nbsp;1</title></item>', 'Café\u00a01'],
    ['an undeclared prefix', '<item><title>Plain</title><foo:bar>x</foo:bar></item>', 'Plain'],
    ['a forbidden character', '<item><title>Bell\u0007s</title></item>', 'Bells'],
    ['a control meant as a quote', '<item><title>don&#146;t</title></item>', 'don’t'],
    ['HTML in a title', '<item><title>A &lt;b&gt;bold&lt;/b&gt; claim</title></item>', 'A bold claim'],
    ['double escaping', '<item><title>AT&amp;amp;T &amp;#8217;s</title></item>', 'AT&T ’s'],
    [
      'angle brackets that are no HTML',
      '<item><title>List&lt;String&gt; in Java</title></item>',
      'List<String> in Java',
    ],
    ['unescaped markup', '<item><title>A <i>fine</i> day</title></item>', 'A fine day'],
    ['CDATA next to text', '<item><title>One <![CDATA[& two]]></title></item>', 'One & two'],
    ['an unclosed title', '<item><title>Open<link>https://news.example/o</link></item>', 'Open'],
  ])('survives %s', async (_name, item, title) => {
    expect((await first(item)).title).toBe(title)
  })

  it('keeps the other items when one date is unreadable', async () => {
    const { items } = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a</id><published>soon</published></entry><entry><id>b</id><published>2026-03-02T10:00:00Z</published></entry></feed>',
    )
    expect(items.map((item) => [item.guid, item.published])).toEqual([
      ['a', null],
      ['b', '2026-03-02T10:00:00Z'],
    ])
  })

  it('keeps what is whole of a truncated document', async () => {
    const { items } = await read(
      rss('<item><title>One</title></item><item><title>Two</title><description>half of').replace(
        '</channel></rss>',
        '',
      ),
    )
    expect(items.map((item) => item.title)).toEqual(['One', 'Two'])
  })

  it('separates items that were never closed', async () => {
    const { items } = await read(rss('<item><title>One</title><item><title>Two</title>'))
    expect(items.map((item) => item.title)).toEqual(['One', 'Two'])
  })

  it('finds a feed behind junk, without a version, and inside a page', async () => {
    expect(
      (await read('\n\n Warning: nothing\n<rss><channel><title>A</title></channel></rss>')).feed.title,
    ).toBe('A')
    expect(
      (
        await read(
          '<html><body><rss><channel><title>B</title><item><title>x</title></item></channel></rss></body></html>',
        )
      ).feed.title,
    ).toBe('B')
    expect(
      (
        await read(
          '<pre>&lt;rss&gt;&lt;channel&gt;&lt;title&gt;C&lt;/title&gt;&lt;item&gt;&lt;title&gt;x&lt;/title&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;</pre>',
        )
      ).feed.title,
    ).toBe('C')
  })

  it('finds a feed behind two megabytes of comments', async () => {
    const comments = '<?xml version="1.0"?>\n' + '<!-- x <rss> -->\n'.repeat(120_000)
    const { feed, items } = await read(comments + rss('<item><title>One</title></item>'))
    expect(feed.title).toBe('The Harbour')
    expect(items.map((item) => item.title)).toEqual(['One'])
  })

  it('resolves against the nearest xml:base', async () => {
    const { items } = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><entry xml:base="x/"><id>1</id><link href="one"/><summary type="html">&lt;img src="p.png"&gt;</summary></entry></feed>',
    )
    expect(items[0]).toMatchObject({
      url: 'https://a.example/x/one',
      summaryHtml: '<img src="https://a.example/x/p.png">',
    })
  })

  it('takes no address that is not of the web', async () => {
    expect((await first('<item><title>x</title><link>javascript:alert(1)</link></item>')).url).toBeNull()
  })

  it('says what is no feed', async () => {
    const code = async (text: string) => {
      const result = await parseFeed(text, { url: null })
      return result.ok ? 'ok' : result.error.code
    }
    expect(await code('')).toBe('not_a_feed')
    expect(await code('<!doctype html><title>Page</title><p>Say <rss></p>')).toBe('not_a_feed')
    expect(await code('{"hello":"world"}')).toBe('not_a_feed')
    expect(await code('{"version":"https://jsonfeed.org/version/1", "items":[')).toBe('bad_feed')
    expect(await code('<rss></rss>')).toBe('bad_feed')
  })

  it('expands the entities of a document, and no bomb', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
    const { items } = await read(
      `<?xml version="1.0"?>${bomb}${rss('<item><title>&a; &b; &c;</title></item>').replace('<?xml version="1.0"?>', '')}`,
    )
    expect(items[0]?.title).toBe('ha &b; &c;')
  })
})
