import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePage } from '../../electron/articles/html-tree'
import { joinPages } from '../../electron/articles/join-pages'
import { nextPageAddress } from '../../electron/articles/next-page'
import { numberedReadings } from '../../electron/articles/page-number'
import { prepareFeedHtml } from '../../electron/articles/prepare-feed-html'

const part = fc.oneof(
  fc.constantFrom('/', '?page=2', '?p=', '&', '2', '-3.html', '#c', '//', '%', '..', 'page', 'javascript:'),
  fc.string({ maxLength: 6 }),
)
const reference = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
const anchor = fc.record({ href: reference, text: fc.constantFrom('2', 'Next', '»', 'x', '') })

test('the next page is an address of the same host other than the page itself, whatever the links are', () => {
  fc.assert(
    fc.property(reference, fc.array(anchor, { maxLength: 6 }), (path, anchors) => {
      const url = `https://a.example/${path}`
      const html = anchors
        .map(({ href, text }) => `<a rel="next" href="${href.replace(/["&]/g, '')}">${text}</a>`)
        .join('')
      const next = nextPageAddress(parsePage(html), { url, canonical: null, baseUrl: url })
      if (next === null) return
      expect(new URL(next).host).toBe('a.example')
      expect(next).not.toBe(url)
    }),
  )
})

test('any text may stand for an address, however long', () => {
  fc.assert(
    fc.property(fc.string(), (address) => {
      expect(Array.isArray(numberedReadings(address))).toBe(true)
    }),
  )
  expect(numberedReadings(`https://a.example/${'2/'.repeat(100_000)}`)).toEqual([])
})

const line = fc.oneof(
  fc.lorem({ maxCount: 12 }).map((words) => `<p>${words}</p>`),
  fc.constantFrom(
    '<p>Said twice by every page of this one article.</p>',
    '<img src="/a.jpg">',
    '<table><tr><td>',
  ),
  fc.string({ maxLength: 30 }),
)
const page = fc.array(line, { maxLength: 8 }).map((lines) => lines.join(''))

test('joining never loses a word of the first page, and its offsets hold', () => {
  fc.assert(
    fc.property(page, fc.array(page, { maxLength: 3 }), (first, rest) => {
      const prepare = (html: string) =>
        prepareFeedHtml({ html, baseUrl: 'https://a.example/x', title: 'A title' })
      const body = prepare(first)
      const joined = joinPages([body, ...rest.map(prepare)], { mostPages: 3, baseUrl: 'https://a.example/x' })
      expect(joined.text.replace(/\s+/g, ' ').startsWith(body.text.replace(/\s+/g, ' ').trim())).toBe(true)
      for (const { text, start, end } of joined.keyPoints)
        if (start !== null && end !== null) expect(joined.text.slice(start, end)).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('a page of nothing but links to next pages is answered at once', () => {
  const tree = parsePage('<a rel="next" href="?page=2">2</a>'.repeat(20_000))
  const url = 'https://a.example/x'
  expect(nextPageAddress(tree, { url, canonical: null, baseUrl: url })).toBe('https://a.example/x?page=2')
})
