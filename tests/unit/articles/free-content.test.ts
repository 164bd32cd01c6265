import { describe, expect, test } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
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

  test('a menu longer than a short article is not', () => {
    const menu = Array.from(
      { length: 90 },
      (_, at) => `<li><a href="/s/${at}">Section ${at} of the paper</a></li>`,
    )
    const text = textOfPage(
      `<nav><h1>The Vell Courier</h1><ul>${menu.join('')}</ul></nav><article><p>${MODEL_TEXT[0]}</p><p>${MODEL_TEXT[1]}</p></article>`,
    )
    expect(text).toBe(`${MODEL_TEXT[0]}\n\n${MODEL_TEXT[1]}`)
  })
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
