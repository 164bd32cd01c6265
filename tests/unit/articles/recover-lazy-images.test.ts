import { expect, test } from 'vitest'
import { innerHtml, parseBodyHtml } from '../../../electron/articles/html-tree'
import { recoverLazyImages } from '../../../electron/articles/recover-lazy-images'
import { attribute, findElements } from '../../../electron/articles/walk-html'

function sources(html: string): (string | null)[] {
  const tree = parseBodyHtml(html)
  recoverLazyImages(tree)
  return findElements(tree, (element) => element.tagName === 'img').map((image) => attribute(image, 'src'))
}

test.each([
  ['a data attribute', '<img src="data:image/gif;base64,R0" data-src="/a.jpg">', ['/a.jpg']],
  ['a placeholder file', '<img src="/img/spacer.gif" data-original="/a.jpg">', ['/a.jpg']],
  [
    'the candidate that just fills 1600 pixels',
    '<img src="a.jpg" srcset="a.jpg 400w, b.jpg 1700w, c.jpg 3000w">',
    ['b.jpg'],
  ],
  ['the widest when all are narrow', '<img src="a.jpg" srcset="a.jpg 400w, b.jpg 800w">', ['b.jpg']],
  [
    'addresses with commas',
    '<img srcset="https://x.example/w_4,h_3/a.jpg 400w, https://x.example/w_9,h_3/a.jpg 900w">',
    ['https://x.example/w_9,h_3/a.jpg'],
  ],
  ['a picture element', '<picture><source srcset="w.webp 1600w"><img src="data:,"></picture>', ['w.webp']],
  [
    'a noscript twin once',
    '<img class="lazy" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>',
    ['/a.jpg'],
  ],
  [
    'a noscript instead of the placeholder',
    '<img src="data:image/gif;base64,R0"><noscript><img src="/a.jpg"></noscript>',
    ['/a.jpg'],
  ],
  ['the plain address where it is not known to be small', '<img src="a.jpg" srcset="b.jpg 2x">', ['a.jpg']],
  ['an ordinary picture as it is', '<img src="/a.jpg">', ['/a.jpg']],
])('finds %s', (_name, html, expected) => {
  expect(sources(html)).toEqual(expected)
})

test('notes for people without scripts go', () => {
  const tree = parseBodyHtml('<p>Text</p><noscript>Please enable JavaScript <img src="/x.gif"></noscript>')
  recoverLazyImages(tree)
  expect(innerHtml(tree)).toBe('<p>Text</p>')
})
