import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../electron/feeds/decode-bytes'
import { discoverFeeds } from '../../electron/feeds/discover-feeds'
import { guessFeedAddresses, normaliseTypedAddress } from '../../electron/feeds/guess-feed-addresses'
import { plainText } from '../../electron/feeds/html-text'
import { normaliseArticles } from '../../electron/feeds/normalise-article'
import { parseOpml, writeOpml } from '../../electron/feeds/opml'
import { parseDate } from '../../electron/feeds/parse-date'
import { parseFeed } from '../../electron/feeds/parse-feed'

const URL = 'https://strangers.example/feed'
const RUNS = { numRuns: 150 }

/** Text made of what feeds are made of, in any order, so that readers get past the first character. */
const feedish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'<rss version="2.0">|<channel>|<item>|</item>|<title>|</title>|<feed xmlns="http://www.w3.org/2005/Atom">|<entry>|</entry>|<link href="x"/>|<link>|</link>|<content type="xhtml">|<content type="html">|</content>|<description>|</description>|<![CDATA[|]]>|<!--|-->|&amp;|&#x41;|&nope;|&|<|>|"|<guid>|</guid>|<pubDate>|</pubDate>|<rdf:RDF>|<media:group>|<enclosure url="a"/>|<?xml version="1.0"?>|<!DOCTYPE x [<!ENTITY a "b">]>|<author><name>A|https://a.example/|2026-02-31'.split(
          '|',
        ),
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('bytes of strangers', () => {
  it('are always decoded to text, whatever is claimed of them', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string({ maxLength: 30 })),
        (bytes, label) => {
          const { text, charset } = decodeBytes(bytes, {
            contentType: label === null ? null : `text/xml; charset=${label}`,
          })
          expect(typeof text).toBe('string')
          expect(charset).not.toBe('')
        },
      ),
      RUNS,
    )
  })

  it('are read back when they are UTF-8, with or without a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const clean = text.replace(/[\u0000-\u001f\u0080-\u009f\ufeff\ufffd]/g, '') // eslint-disable-line no-control-regex
        expect(decodeBytes(Buffer.from(`\ufeff${clean}`), { contentType: null }).text).toBe(clean)
        expect(decodeBytes(Buffer.from(`<t>${clean}</t>`), { contentType: null }).text).toBe(
          `<t>${clean}</t>`,
        )
      }),
      RUNS,
    )
  })

  it('never make the readers of feeds, lists and pages throw, nor lose the form of their answers', async () => {
    await fc.assert(
      fc.asyncProperty(feedish, async (text) => {
        const result = await parseFeed(text, { url: URL })
        if (result.ok) {
          for (const article of normaliseArticles(result.items, {
            feedId: 'f',
            feedUrl: URL,
            now: '2026-03-02T10:00:00Z',
          })) {
            expect(article.articleId).toMatch(/^[0-9a-f]{32}$/)
            expect(article.title).not.toBe('')
            expect(article.url ?? 'https://').toMatch(/^https?:\/\//)
            expect(article.published ?? '').toMatch(/^$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/)
          }
        } else expect(result.error.message).not.toBe('')
        parseOpml(text)
        for (const feed of discoverFeeds(text, URL)) expect(feed.url).toMatch(/^https?:\/\//)
      }),
      { numRuns: 300 },
    )
  })

  it('never make a date that is none', () => {
    const dateish = fc.array(
      fc.constantFrom(
        ...'0 1 2 9 12 31 2004 99 : - / , . T Z GMT EST + Mon Jan мая 년 월 일 오후 PM ( )'
          .split(' ')
          .concat(' '),
      ),
      { maxLength: 14 },
    )
    fc.assert(
      fc.property(dateish, (parts) => {
        const date = parseDate(parts.join(''))
        if (date !== null) expect(Number.isNaN(Date.parse(date))).toBe(false)
      }),
      { numRuns: 1500 },
    )
  })

  it('never make addresses that are not of the web', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), feedish), (text) => {
        expect(normaliseTypedAddress(text) ?? 'https://').toMatch(/^https?:\/\//)
        for (const guess of guessFeedAddresses(text)) expect(guess).toMatch(/^https?:\/\//)
      }),
      RUNS,
    )
  })

  it('never give more markup out than went in', () => {
    fc.assert(
      fc.property(feedish, fc.constantFrom('html', 'text', 'unknown'), (text, kind) => {
        const count = (value: string, what: RegExp): number => [...value.matchAll(what)].length
        expect(count(plainText(text, kind), /</g)).toBeLessThanOrEqual(count(text, /[<&]/g))
      }),
      RUNS,
    )
  })

  it('come out of a list as they went in', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\s\u0000-\u001f\u0080-\u00a0\u200b\ufeff\ufffe\uffff]/g, '') || 'x') // eslint-disable-line no-control-regex
    const feed = fc.record({
      title: word,
      url: fc.webUrl(),
      siteUrl: fc.option(fc.webUrl()),
      folder: fc.array(word, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: (one) => one.url, maxLength: 8 }), (list) => {
        const read = parseOpml(writeOpml('List', list))
        const sorted = (feeds: readonly { readonly url: string }[]) =>
          [...feeds].sort((a, b) => (a.url < b.url ? -1 : 1))
        expect(read.ok && sorted(read.feeds)).toEqual(sorted(list))
      }),
      RUNS,
    )
  })
})

describe('attacks', () => {
  const MEGABYTES = 0.5
  const fill = (text: string): string => text.repeat(Math.ceil((MEGABYTES * 1e6) / text.length))
  const item = (inner: string): string =>
    `<rss version="2.0"><channel><title>t</title><item><title>x</title>${inner}</item></channel></rss>`

  it.each([
    ['deep nesting', fill('<a>')],
    ['deep nesting within an item', item(fill('<media:group>'))],
    ['tags that never match', item(fill('<a></b>'))],
    ['angle brackets without end', item(`<description>${fill('&lt;')}</description>`)],
    ['ampersands without end', item(`<title>${fill('&')}</title>`)],
    ['references without end', item(`<description>${fill('&nbsp;&#60;&foo;')}</description>`)],
    ['one endless line', item(`<description>${fill('x')}</description>`)],
    ['CDATA opened again and again', item(`<description>${fill('<![CDATA[')}</description>`)],
    ['attributes without end', `<rss><channel><item ${fill('a="b" ')}></channel></rss>`],
    ['items without end', `<rss version="2.0"><channel>${fill('<item>')}`],
    ['categories without end', item(fill('<category>c</category>'))],
    ['comments that never end', `<rss><channel>${fill('<!--')}`],
    ['roots without end', fill('<rss ')],
    ['lists within lists', fill('[')],
    [
      'sizes of pictures without end',
      item(`<description>&lt;img srcset="${fill('a 1x, ')}"&gt;</description>`),
    ],
    ['an author who never ends', item(`<author>${fill('a@b (')}</author>`)],
  ])('end soon: %s', async (_name, text) => {
    const start = process.cpuUsage()
    await parseFeed(text, { url: URL })
    parseOpml(text)
    discoverFeeds(text, URL)
    const { user } = process.cpuUsage(start)
    // Time of this process only, so that a busy machine does not fail it: half a megabyte in a fraction of what ten may take.
    expect(user / 1e6).toBeLessThan(2)
  })
})
