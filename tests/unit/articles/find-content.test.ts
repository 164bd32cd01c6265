import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
import { MODEL_TEXT } from './model-page'

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('')

/** A page builder's way: the parts of one article each in a block of its own, so deep that no block around all of them is scored. */
function builtPage(frame: string, depth: number): string {
  const parts = [MODEL_TEXT.slice(0, 2), MODEL_TEXT.slice(2, 3), MODEL_TEXT.slice(3, 5), MODEL_TEXT.slice(5)]
  const blocks = parts.map(
    (texts, at) =>
      `<div class="paragraph"><div class="content"><h2>Part ${String(at + 1)}</h2>${'<div>'.repeat(depth)}${paragraphs(texts)}${'</div>'.repeat(depth)}</div></div>`,
  )
  return page(
    `<div class="${frame}"><main><article><div class="parts">${blocks.join('')}</div></article></main></div>`,
  )
}

function page(body: string): string {
  return `<html><head><title>Vell closes its island ferry</title></head><body>${body}</body></html>`
}

function textOf(html: string): string {
  const result = extractArticle(html, { url: 'https://vell.example/ferry' })
  return result.ok ? result.body.text : result.error.code
}

describe('an article in several blocks', () => {
  test('is read whole, not only its longest block', () => {
    const text = textOf(builtPage('page', 6))
    expect(MODEL_TEXT.filter((part) => text.includes(part))).toEqual(MODEL_TEXT)
  })

  test('is read whole in a frame that has a sidebar and is none', () => {
    const text = textOf(builtPage('layout has-sidebar', 4))
    expect(MODEL_TEXT.filter((part) => text.includes(part))).toEqual(MODEL_TEXT)
  })
})

test('a short article stays alone where the rest of the page is a list of links', () => {
  const links = Array.from(
    { length: 40 },
    (_, at) => `<li><a href="/${String(at)}">Another headline of some length, number ${String(at)}</a></li>`,
  )
  const own = MODEL_TEXT.slice(0, 3)
  const text = textOf(page(`<div><div>${paragraphs(own)}</div><ul>${links.join('')}</ul></div>`))
  expect(text.split('\n\n')).toEqual(own)
})
