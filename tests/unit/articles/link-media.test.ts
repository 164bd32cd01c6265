import { expect, test } from 'vitest'
import { linkMedia } from '../../../electron/articles/link-media'
import { sanitiseHtml } from '../../../electron/articles/sanitise-html'

test('points known pictures at the library and leaves others and the text alone', () => {
  const { html } = sanitiseHtml(
    '<img src="https://a.example/x.jpg?a=1&amp;b=2" alt="x"><img src="https://a.example/y.jpg">&lt;img src="https://a.example/x.jpg?a=1&amp;b=2"',
    { baseUrl: null },
  )
  const linked = linkMedia(html, new Map([['https://a.example/x.jpg?a=1&b=2', 'f00.jpg']]))
  expect(linked).toContain('<img src="media://library/f00.jpg" alt="x">')
  expect(linked).toContain('<img src="https://a.example/y.jpg">')
  expect(linked.match(/media:/g)).toHaveLength(1)
})

test('a name that is no plain file name is not used', () => {
  const { html } = sanitiseHtml('<img src="https://a.example/x.jpg">', { baseUrl: null })
  expect(linkMedia(html, new Map([['https://a.example/x.jpg', '"><script>']]))).toBe(html)
})
