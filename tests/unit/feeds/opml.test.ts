import { describe, expect, it } from 'vitest'
import { parseOpml, writeOpml, type OpmlFeed } from '../../../electron/feeds/opml'

function feeds(text: string): readonly OpmlFeed[] {
  const list = parseOpml(text)
  if (!list.ok) throw new Error(list.error.message)
  return list.feeds
}

describe('parseOpml', () => {
  it('reads nested folders, attributes in any case, and the title of the list', () => {
    const list = parseOpml(
      `<?xml version="1.0"?><OPML version="1.0"><head><title>My &amp; feeds</title></head><body>
       <outline text="News"><outline title="World"><outline TEXT="A" XMLURL="https://a.example/feed?x=1&amp;y=2" htmlurl="https://a.example/"/></outline></outline>
       <outline type="rss" text="B" title="Bee" xmlUrl="https://b.example/feed"/></body></OPML>`,
    )
    expect(list).toEqual({
      ok: true,
      title: 'My & feeds',
      feeds: [
        {
          title: 'A',
          url: 'https://a.example/feed?x=1&y=2',
          siteUrl: 'https://a.example/',
          folder: ['News', 'World'],
        },
        { title: 'Bee', url: 'https://b.example/feed', siteUrl: null, folder: [] },
      ],
      warnings: [],
    })
  })

  it('reads broken lists: stray ampersands, no closing tags, no body', () => {
    expect(
      feeds('<opml><body><outline text="Fish & chips" xmlUrl="https://a.example/?a=1&b=2">').map((feed) => [
        feed.title,
        feed.url,
      ]),
    ).toEqual([['Fish & chips', 'https://a.example/?a=1&b=2']])
    expect(feeds('<outline xmlUrl="https://a.example/"/>')[0]).toMatchObject({ title: 'https://a.example/' })
  })

  it('finds the address behind quotes and tags left unescaped in a description', () => {
    const list = feeds(
      `<opml><body><outline text="F"><outline text="A" description="By <a href="https://x.example" rel="y">X</a>." xmlUrl="https://a.example/?p=1&amp;q=2" type="rss" />
       <outline text="B" xmlUrl="https://b.example/"/></outline><outline text="C" xmlUrl="https://c.example/"/></body></opml>`,
    )
    expect(list.map((feed) => [feed.title, feed.url, feed.folder])).toEqual([
      ['A', 'https://a.example/?p=1&q=2', ['F']],
      ['B', 'https://b.example/', ['F']],
      ['C', 'https://c.example/', []],
    ])
  })

  it('takes a feed once in a folder, and again in another', () => {
    const one = '<outline text="A" xmlUrl="https://a.example/"/>'
    const list = parseOpml(`<opml><body>${one}${one}<outline text="F">${one}</outline></body></opml>`)
    expect(list.ok && list.feeds.map((feed) => feed.folder)).toEqual([[], ['F']])
    expect(list.ok && list.warnings).toHaveLength(1)
  })

  it('refuses what is no list', () => {
    expect(parseOpml('<rss><channel/></rss>').ok).toBe(false)
    expect(parseOpml('').ok).toBe(false)
  })

  it('reads ten thousand feeds in well under a second', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, n) => `<outline text="F${String(n)}" xmlUrl="https://f.example/${String(n)}"/>`,
    )
    const start = process.cpuUsage()
    expect(feeds(`<opml><body>${many.join('')}</body></opml>`)).toHaveLength(10_000)
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2)
  })
})

describe('writeOpml', () => {
  it('writes what it reads back, folders and odd characters included', () => {
    const list: readonly OpmlFeed[] = [
      {
        title: 'Top "quoted" <b> & co',
        url: 'https://a.example/?a=1&b=2',
        siteUrl: 'https://a.example/',
        folder: [],
      },
      { title: 'Deep', url: 'https://b.example/', siteUrl: null, folder: ['News & views', 'World'] },
      { title: 'Shallow', url: 'https://c.example/', siteUrl: null, folder: ['News & views'] },
    ]
    const read = feeds(writeOpml('My <list>', list))
    expect([...read].sort((a, b) => a.url.localeCompare(b.url))).toEqual(list)
  })
})
