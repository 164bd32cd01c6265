import { expect, test } from 'vitest'
import { prepareFeedHtml } from '../../../electron/articles/prepare-feed-html'
import { MODEL_TEXT } from './model-page'

const prepare = (html: string) =>
  prepareFeedHtml({ html, baseUrl: 'https://vell.example/post/1', title: 'Ferry' })

test('makes addresses absolute, drops scripts and pixels, keeps structure', () => {
  const body = prepare(
    '<h2>One</h2><p onclick="x()">A <a href="/two?utm_source=feed&amp;id=2">link</a> and <em>words</em>.</p>' +
      '<script>alert(1)</script><img src="pic.png" alt="P"><img src="https://stats.example/p.gif" width="1" height="1">',
  )
  expect(body.html).toBe(
    '<h2>One</h2><p>A <a href="https://vell.example/two?id=2">link</a> and <em>words</em>.</p><img src="https://vell.example/post/pic.png" alt="P">',
  )
  expect(body.images.map((image) => image.url)).toEqual(['https://vell.example/post/pic.png'])
})

test('key points are exactly the passage at their offsets', () => {
  const body = prepare(MODEL_TEXT.map((text) => `<p>${text}</p>`).join(''))
  expect(body.keyPoints.length).toBeGreaterThanOrEqual(2)
  for (const { text, start, end, from } of body.keyPoints) {
    expect(from).toBe('extracted')
    expect(body.text.slice(start ?? -1, end ?? -1)).toBe(text)
  }
})

test('an item without text gives an empty body', () => {
  expect(prepare('')).toMatchObject({ html: '', text: '', words: 0, images: [], keyPoints: [], related: [] })
})

test('right-to-left text is told from its letters', () => {
  expect(prepare('<p>وقالت وزارة الخارجية إن المحادثات انتهت يوم الأربعاء في العاصمة</p>').direction).toBe(
    'rtl',
  )
})
