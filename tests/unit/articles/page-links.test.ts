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

  const labelled = (inside: string) => `<section><h2>Related articles</h2>${inside}</section>`

  it('takes the headings of cards for titles, not their sections, authors and dates', () => {
    const card = (n: number) =>
      `<li><a href="/section-of-news-${String(n)}">Harbour and Coast</a><h3><a href="/story-${String(n)}">Story ${String(n)} of the harbour</a></h3><a href="/people/ann-${String(n)}">Ann Quay of Harbour</a></li>`
    const { related } = relatedOf(labelled(`<ul>${card(1)}${card(2)}${card(3)}</ul>`))
    expect(related.map(({ title }) => title)).toEqual(
      [1, 2, 3].map((n) => `Story ${String(n)} of the harbour`),
    )
  })

  it('finds the title of a card whose only link says "read more"', () => {
    const card = (n: number) =>
      `<div><h3>Story ${String(n)} of the harbour</h3><p>Short.</p><a href="/story-${String(n)}">Weiterlesen …</a></div>`
    const { related } = relatedOf(labelled(card(1) + card(2)))
    expect(related.map(({ title, url }) => [title, url])).toEqual([
      ['Story 1 of the harbour', 'https://harbour.example/story-1'],
      ['Story 2 of the harbour', 'https://harbour.example/story-2'],
    ])
  })

  it('finds cards whose names stand on the link itself', () => {
    const { related } = relatedOf(
      '<div><a class="related-card" href="/story-1"><h3>Story 1 of the harbour</h3></a><a class="related-card" href="/story-2"><h3>Story 2 of the harbour</h3></a></div>',
    )
    expect(related).toHaveLength(2)
  })

  const list = (links: readonly string[]) =>
    `<ul>${links.map((link, n) => `<li><a href="/l${String(n)}">${link}</a></li>`).join('')}</ul>`

  it.each([
    ['topics', labelled(list(['Harbours', 'The coast', 'Weather', 'Lighthouses']))],
    [
      'a menu',
      `<div class="menu"><h4>More from Quay</h4>${list(['Best boats of all times', 'Boats for sale in May'])}</div>`,
    ],
    [
      'a notice of cookies',
      `<div class="cookie-bar"><a class="read-more" href="/c">More about our use of cookies</a></div>`,
    ],
    ['a button in capitals', '<p><a href="/app">GET THE QUAY APPLICATION NOW</a></p>'],
    [
      'an advertisement',
      `<div class="native-ad"><h4>You may like</h4>${list(['Nine boats nobody should own', 'Seven ropes to avoid'])}</div>`,
    ],
    [
      'what is new, in a block named related',
      `<div class="related"><h4>Latest articles</h4>${list(['Nine boats nobody should own', 'Seven ropes to avoid'])}</div>`,
    ],
    [
      'what was bought from other sites',
      `<div><h4>You may like</h4>${list(['Nine boats nobody should own', 'Seven ropes to avoid now', 'Old sailors hate this trick']).replace(/href="/g, 'href="https://ads.test')}</div>`,
    ],
    [
      'a label that stands in a list of links',
      labelled('<a href="/all">Read more</a><a href="/x">Related articles</a>'),
    ],
  ])('does not take %s for related articles', (_name, after) => {
    expect(relatedOf(after).related).toEqual([])
  })
})
