import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../electron/articles/extract-article'
import { nextPageAddress } from '../../../electron/articles/next-page'
import { parsePage } from '../../../electron/articles/html-tree'

function nextOf(html: string, url: string | null, canonical: string | null = null) {
  return nextPageAddress(parsePage(html), { url, canonical, baseUrl: url })
}

const HERE = 'https://quay.example/2024/05/the-long-voyage'

describe('the next page of an article', () => {
  it.each([
    ['a link in the head', '<link rel="next" href="/2024/05/the-long-voyage/2/">', `${HERE}/2/`],
    ['a number', '<p>Pages: <b>1</b> <a href="?page=2">2</a> <a href="?page=3">3</a></p>', `${HERE}?page=2`],
    ['words', '<a href="the-long-voyage/page/2">Next page »</a>', `${HERE}/page/2`],
    ['an arrow', '<a href="?seite=2">›</a>', `${HERE}?seite=2`],
    [
      'a label for screen readers',
      '<a href="?p=2" aria-label="Nächste Seite"><svg></svg></a>',
      `${HERE}?p=2`,
    ],
    ['another language', '<a href="/2024/05/the-long-voyage/seite-2">次のページ</a>', `${HERE}/seite-2`],
    ['pages counted from nought', '<a href="?page=1">2</a><a href="?page=2">3</a>', `${HERE}?page=1`],
  ])('is found by %s', (_name, html, expected) => {
    expect(nextOf(html, HERE)).toBe(expected)
  })

  it('is found beside a file name', () => {
    const html = '<a href="news089_2.html">次のページへ</a>'
    expect(nextOf(html, 'https://quay.example/22/news089.html')).toBe(
      'https://quay.example/22/news089_2.html',
    )
  })

  it('counts on from the page it is on, where the first page is linked too', () => {
    const html = '<a href="?page=1">1</a> 2 <a href="?page=3">3</a> <a href="?page=3">Next</a>'
    expect(nextOf(html, `${HERE}?page=2`)).toBe(`${HERE}?page=3`)
  })

  it('is none after the last page', () => {
    expect(nextOf(`<a href="${HERE}">1</a> <a href="?page=2">2</a>`, `${HERE}?page=3`)).toBeNull()
  })

  it('counts from the canonical address where the page was read under another', () => {
    const html = `<a href="${HERE}/2/">2</a>`
    expect(nextOf(html, 'https://quay.example/?id=77', HERE)).toBe(`${HERE}/2/`)
  })

  it.each([
    ['the next article', '<link rel="next" href="/2024/05/the-short-voyage">'],
    [
      'an article whose name differs by a number',
      '<a rel="next" href="/2024/05/the-long-voyage-2/">Next</a>',
    ],
    ['pages of comments', '<div class="comments-pager"><a href="?page=2">2</a></div>'],
    ['pages of comments by their place', '<a href="?page=2#comments">2</a>'],
    ['another host', '<a href="https://other.example/2024/05/the-long-voyage?page=2">2</a>'],
    ['a link to this very page', '<a href="?page=1">1</a>'],
    ['a footnote', '<a href="#fn2">2</a>'],
    ['a script', '<a href="javascript:next(2)">Next page</a>'],
  ])('is never %s', (_name, html) => {
    expect(nextOf(html, HERE)).toBeNull()
  })

  it('is none on a front page, a list of a category, or where the number is the article itself', () => {
    expect(nextOf('<a href="/page/2/">Next</a>', 'https://quay.example/')).toBeNull()
    expect(nextOf('<a href="?page=2">2</a>', 'https://quay.example/category/ships')).toBeNull()
    expect(nextOf('<a href="/post/6">Next</a>', 'https://quay.example/post/5')).toBeNull()
  })

  it('comes with the extraction, as does the plain version, also where no text is found', () => {
    const html =
      '<head><link rel="amphtml" href="/amp/the-long-voyage"><link rel="next" href="?page=2"></head><body></body>'
    const result = extractArticle(html, { url: HERE })
    expect(result).toMatchObject({
      ok: false,
      ways: { nextPage: `${HERE}?page=2`, ampUrl: 'https://quay.example/amp/the-long-voyage' },
    })
  })

  it('does not take a page for its own plain version', () => {
    const result = extractArticle(`<link rel="amphtml" href="${HERE}#top">`, { url: HERE })
    expect(result.ways.ampUrl).toBeNull()
  })
})
