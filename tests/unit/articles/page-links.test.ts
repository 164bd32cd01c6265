import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'

const PROSE = Array.from(
  { length: 8 },
  (_, n) =>
    `<p>Paragraph ${String(n)} tells of the harbour, of the tide that came late, and of everyone who stood waiting on the long stone quay.</p>`,
).join('')

const page = (after: string) =>
  `<html><head><title>The late tide</title></head><body><main><article><h1>The late tide</h1>${PROSE}</article>${after}</main></body></html>`

function relatedOf(after: string) {
  const result = extractArticle(page(after), { url: 'https://harbour.example/late-tide' })
  if (!result.ok) throw new Error(result.error.message)
  return { related: result.body.related, text: result.body.text }
}

describe('related articles of a page', () => {
  it('finds a list of cards with their teasers and keeps them out of the body', () => {
    const card = (n: number) =>
      `<div class="card"><h3><a href="/story-${String(n)}">Story number ${String(n)} of the harbour</a></h3><p>It began when the harbour master could not find his own boat in the...</p></div>`
    const { related, text } = relatedOf(`<section><h2>Related Articles</h2>${card(1)}${card(2)}</section>`)
    expect(related).toEqual(
      [1, 2].map((n) => ({
        title: `Story number ${String(n)} of the harbour`,
        teaser: 'It began when the harbour master could not find his own boat in the...',
        url: `https://harbour.example/story-${String(n)}`,
      })),
    )
    expect(text).not.toContain('Story number')
  })

  it('takes a single card below the label for a list of one', () => {
    const { related } = relatedOf(
      '<section><h2>Related Articles</h2><div class="card"><h3><a href="/only">The only other story here</a></h3><p>A long teaser that says more about the story than its title does, and is then cut off by the site...</p></div></section>',
    )
    expect(related.map(({ title }) => title)).toEqual(['The only other story here'])
  })

  it('does not take running text below such a label for related articles', () => {
    const { related } = relatedOf(
      `<section><h2>Related</h2><p>${'This is a paragraph of running prose that goes on. '.repeat(8)}<a href="/x">one link within</a></p></section>`,
    )
    expect(related).toEqual([])
  })
})

describe('the lead', () => {
  it('is what the page says of itself, else its first paragraph', () => {
    const plain = extractArticle(page(''), { url: 'https://harbour.example/late-tide' })
    expect(plain.ok && plain.body.lead).toMatch(/^Paragraph 0 tells/)
    const described = page('').replace(
      '</head>',
      '<meta name="description" content="Why the tide came late this year."></head>',
    )
    const stated = extractArticle(described, { url: 'https://harbour.example/late-tide' })
    expect(stated.ok && stated.body.lead).toBe('Why the tide came late this year.')
  })
})
