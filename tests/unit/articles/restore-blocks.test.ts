import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
import { findFirst, textOf } from '../../../electron/articles/walk-html'
import { parseBodyHtml } from '../../../electron/articles/html-tree'
import { measureBlocks } from '../../../electron/articles/measure-blocks'
import { restoreBlocks } from '../../../electron/articles/restore-blocks'
import { MODEL_TEXT } from './model-page'

const [first = '', second = '', third = ''] = MODEL_TEXT

/** The text after putting back what `kept` lost of `stated`. */
function restored(kept: string, stated: string): string {
  const page = parseBodyHtml(`<div class="entry-content">${stated}</div>`)
  const block = findFirst(page, (element) => element.tagName === 'div')
  if (!block) throw new Error('no block')
  const content = parseBodyHtml(kept)
  restoreBlocks(content, block, measureBlocks(page))
  return textOf(content)
}

describe('blocks that were lost from the text the page states', () => {
  test('a paragraph comes back to its place', () => {
    expect(restored(`<p>${first}</p><p>${third}</p>`, `<p>${first}</p><p>${second}</p><p>${third}</p>`)).toBe(
      `${first} ${second} ${third}`,
    )
  })

  test('a quotation comes back whole, before all where nothing stands before it', () => {
    expect(
      restored(
        `<p>${first}</p>`,
        `<div class="x"><blockquote><p>${second}</p></blockquote></div><p>${first}</p>`,
      ),
    ).toBe(`${second} ${first}`)
  })

  test('lists of links, cut teasers and galleries stay away', () => {
    const links = `<ul><li><a href="/a">${second}</a></li><li><a href="/b">${third}</a></li></ul>`
    const teaser = '<p>When you walk along the quay of Vell in the morning you see the boats and…</p>'
    const gallery = `<ul><li><div>${third}</div></li></ul>`
    expect(restored(`<p>${first}</p>`, `<p>${first}</p>${links}${teaser}${gallery}`)).toBe(first)
  })

  test('text that was kept in another shape does not come twice', () => {
    expect(restored(`<div>${first} ${second}</div>`, `<p>${first}</p><p>${second} (edit)</p>`)).toBe(
      `${first} ${second}`,
    )
  })
})

test('a quoted post in a box called social stays in the article', () => {
  const paragraphs = MODEL_TEXT.map((text) => `<p>${text}</p>`)
  const post =
    '<div class="social-media-embed"><blockquote><p>No more ferry? The council must be joking, say I.</p></blockquote></div>'
  const page = `<html><head><title>Vell closes its island ferry</title></head><body><article><h1>Vell closes its island ferry</h1>
    <div class="entry-content">${paragraphs.slice(0, 3).join('')}${post}${paragraphs.slice(3).join('')}</div></article></body></html>`
  const result = extractArticle(page, { url: null })
  expect(result.ok && result.body.text).toContain('The council must be joking')
})

test('a paragraph in a box that Readability takes for an extra stays in the article', () => {
  const paragraphs = MODEL_TEXT.map((text) => `<p>${text}</p>`)
  const page = `<html><head><title>Vell closes its island ferry</title></head><body><article><h1>Vell closes its island ferry</h1>
    <div class="entry-content">${paragraphs.slice(0, 3).join('')}<div class="extra">${paragraphs[3] ?? ''}</div>${paragraphs.slice(4).join('')}</div></article></body></html>`
  const result = extractArticle(page, { url: null })
  expect(result.ok && result.body.text.split('\n\n')).toEqual(MODEL_TEXT)
})
