import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBodyText } from '../../contract/body-text'
import { extractArticle } from '../../electron/articles/extract-article'
import { innerHtml, parseBodyHtml } from '../../electron/articles/html-tree'
import { keyPoints } from '../../electron/articles/key-points'
import { prepareFeedHtml } from '../../electron/articles/prepare-feed-html'
import { sanitiseHtml, sanitiseTree } from '../../electron/articles/sanitise-html'
import { textDomOf } from '../../electron/articles/text-dom'

const NAMES =
  'p div b i a table tr td ul li svg math mi style script noscript select option template form img br pre title h1 blockquote figure figcaption iframe textarea plaintext'.split(
    ' ',
  )
const tag = fc.constantFrom(...NAMES)
const piece = fc.oneof(
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name}>`),
  tag.map(
    (name) =>
      `<${name} onclick="a()" href="javascript:x" src="//h.example/p.png" id="x" style="a:b" title='"><img src=x onerror=a>'>`,
  ),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#0;',
    '\u0000',
    '"',
    "'",
    '<a href="#x">',
    '. ',
    'Words of a sentence. ',
  ),
)
const markup = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''))
const RUNS = { numRuns: 300 }

test('the sanitiser is stable: its output is its own output, and holds nothing executable', () => {
  fc.assert(
    fc.property(markup, (html) => {
      const once = sanitiseHtml(html, { baseUrl: 'https://a.example/' }).html
      expect(sanitiseHtml(once, { baseUrl: null }).html).toBe(once)
      expect(once).not.toMatch(
        /<(?:script|style|svg|iframe|template|form|textarea|select|noscript|title|plaintext)\b/i,
      )
      expect(once.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\s(?:on\w+|style|srcset)=/i)
    }),
    RUNS,
  )
})

test('the tree of a sanitised body is the one that a parser builds of its HTML, whatever was skipped', () => {
  const nested = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('words', ' ', '\n', '&#13;', 'a&amp;b', '<br>', '<img src="/p.png">', '<hr>'),
      fc
        .tuple(
          fc.constantFrom(
            ...'p div b b a i ul li ol dl dt dd h1 h2 pre blockquote figure span table td tr section details summary'.split(
              ' ',
            ),
          ),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, inside]) => `<${name}${name === 'a' ? ' href="/x"' : ''}>${inside.join('')}</${name}>`),
    ),
  })).node
  fc.assert(
    fc.property(fc.oneof(markup, nested), (html) => {
      // The tree is broken up first, as the steps before the sanitiser do: no parser would ever build it.
      const tree = parseBodyHtml(html)
      const inner = tree.childNodes.find((node) => 'childNodes' in node)
      if (inner && 'childNodes' in inner) inner.childNodes.push(...parseBodyHtml(html).childNodes)
      const made = sanitiseTree(tree, { baseUrl: 'https://a.example/' })
      expect(innerHtml(made.tree)).toBe(innerHtml(parseBodyHtml(made.html)))
      expect(sanitiseHtml(made.html, { baseUrl: 'https://a.example/' }).html).toBe(made.html)
    }),
    { numRuns: 1000 },
  )
})

test('a feed body never throws; its text is what its HTML reads as; its pictures stand in it', () => {
  fc.assert(
    fc.property(markup, (html) => {
      const body = prepareFeedHtml({ html, baseUrl: 'https://a.example/', title: null })
      expect(readBodyText(textDomOf(parseBodyHtml(body.html))).text).toBe(body.text)
      const shown = [...body.html.matchAll(/<img src="([^"]*)"/g)].map((found) => found[1])
      expect(body.images.map((image) => image.url.replaceAll('&', '&amp;').replaceAll("'", '&#39;'))).toEqual(
        [...new Set(shown)],
      )
      for (const point of body.keyPoints) {
        if (point.start !== null) expect(body.text.slice(point.start, point.end ?? 0)).toBe(point.text)
      }
    }),
    RUNS,
  )
})

test('extraction never throws', () => {
  fc.assert(
    fc.property(markup, (html) => {
      extractArticle(`<html><head><title>x</title></head><body><article>${html}</article>`, { url: null })
    }),
    { numRuns: 60 },
  )
})

test('key points of any text are exact spans of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 80 }), { minLength: 5, maxLength: 40 }),
      (parts) => {
        const text = parts.join(' and then some more words here. ')
        for (const point of keyPoints(text, { title: null, language: null })) {
          expect(text.slice(point.start ?? 0, point.end ?? 0)).toBe(point.text)
        }
      },
    ),
    { numRuns: 100 },
  )
})
