import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
import { parseBodyHtml, parsePage } from '../../../electron/articles/html-tree'
import { measureBlocks } from '../../../electron/articles/measure-blocks'
import { removeBoilerplate } from '../../../electron/articles/remove-boilerplate'
import { findFirst, textOf } from '../../../electron/articles/walk-html'
import { MODEL_TEXT } from './model-page'

const TEXT = MODEL_TEXT.map((text) => `<p>${text}</p>`).join('')
const HEAD = '<head><title>Vell closes its island ferry</title></head>'

function textOfPage(body: string): string {
  const result = extractArticle(`<html>${HEAD}<body>${body}</body></html>`, {
    url: 'https://vell.example/ferry',
  })
  return result.ok ? result.body.text : result.error.code
}

describe('pages in wrappers that are thrown away elsewhere', () => {
  test('a page that stands whole in a noscript is read', () => {
    expect(textOfPage(`<div>Scripts are off.</div><noscript><div>${TEXT}</div></noscript>`)).toContain(
      MODEL_TEXT[6],
    )
  })

  test('a page that stands whole in a form is read', () => {
    expect(textOfPage(`<form action="/"><main><div>${TEXT}</div></main></form>`)).toContain(MODEL_TEXT[6])
  })

  test('a page of loose lines in a form is read', () => {
    const lines = MODEL_TEXT.map((text) => `${text}<br><br>`).join('')
    expect(textOfPage(`<form action="/"><main><div>${lines}</div></main></form>`)).toContain(MODEL_TEXT[6])
  })
})

test('a form that holds an article is no box, even where it is the smaller half of the page', () => {
  const lines = MODEL_TEXT.map((text) => `${text}<br>`).join('')
  const other = `<div>${MODEL_TEXT.join(' ').repeat(2)}</div>`
  const tree = parsePage(`<form><article>${lines}</article></form>${other}`)
  removeBoilerplate(tree, measureBlocks(tree))
  expect(textOf(tree).startsWith(MODEL_TEXT[0] ?? '-')).toBe(true)
  expect(findFirst(tree, (element) => element.tagName === 'form')).not.toBeNull()
})

test('a menu goes even where it is longer than the article and holds the name of the paper as a headline', () => {
  const entry = '<li><a href="/s">Another section of the paper</a></li>'
  const tree = parseBodyHtml(
    `<nav><h1>The Courier</h1><ul>${entry.repeat(60)}</ul></nav><p>${MODEL_TEXT[0] ?? ''}</p>`,
  )
  removeBoilerplate(tree, measureBlocks(tree))
  expect(textOf(tree)).toBe(MODEL_TEXT[0])
})

describe('words of a sentence that look like lines of the page', () => {
  test('the name of a network in a sentence stays', () => {
    const text = textOfPage(
      `<article><p><a href="/t/twitter">Twitter</a> erupted on Monday when the council spoke of its ferry.</p>${TEXT}</article>`,
    )
    expect(text).toContain('Twitter erupted on Monday')
  })

  test('the first words of a paragraph stay, whatever their span is called', () => {
    const text = textOfPage(
      `<article><p><span class="lead-in-text-callout">Today, the council</span> of Vell met behind closed doors once again.</p>${TEXT}</article>`,
    )
    expect(text).toContain('Today, the council of Vell met')
  })

  test('a bar of such words goes', () => {
    const text = textOfPage(
      `<article><div><a href="/t">Twitter</a> <a href="/f">Facebook</a></div>${TEXT}</article>`,
    )
    expect(text).not.toContain('Facebook')
  })
})
