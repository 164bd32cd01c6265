import { expect, test } from 'vitest'
import { innerHtml, parseBodyHtml } from '../../../electron/articles/html-tree'
import { restorePictures } from '../../../electron/articles/restore-pictures'

const FIRST = '<p>The harbour council closes the old ferry line next spring.</p>'
const SECOND = '<p>Traders on the quay fear for the customers it brought them.</p>'

function restored(content: string, page: string): string {
  const tree = parseBodyHtml(content)
  restorePictures(tree, parseBodyHtml(page))
  return innerHtml(tree)
}

test('a picture that stood between two paragraphs of the text stands there again', () => {
  const page = `${FIRST}<div><a href="/big"><img src="/quay.jpg" alt="Quay" width="640"></a></div>${SECOND}`
  expect(restored(FIRST + SECOND, page)).toBe(
    `${FIRST}<figure><img src="/quay.jpg" alt="Quay" width="640"></figure>${SECOND}`,
  )
})

test('several pictures keep their order, and one that is there already is not shown twice', () => {
  const page = `${FIRST}<img src="/a.jpg"><img src="/b.jpg"><img src="/a.jpg"><img src="/c.jpg">${SECOND}`
  const made = restored(`${FIRST}${SECOND}<img src="/c.jpg">`, page)
  expect([...made.matchAll(/src="([^"]*)"/g)].map((found) => found[1])).toEqual([
    '/a.jpg',
    '/b.jpg',
    '/c.jpg',
  ])
})

test('pictures before the text, after it, among other texts, and small ones stay out', () => {
  const other = '<p>Elsewhere a paragraph that the article does not hold at all.</p>'
  const page = `<img src="/head.jpg">${FIRST}<img src="/face.jpg" width="40">${other}${other}<img src="/card.jpg">${SECOND}<img src="/foot.jpg">`
  expect(restored(FIRST + SECOND, page)).toBe(FIRST + SECOND)
})
