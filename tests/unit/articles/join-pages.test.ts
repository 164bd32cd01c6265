import { describe, expect, it } from 'vitest'
import type { ArticleBody } from '../../../electron/articles/article-body'
import { extractArticle } from '../../../electron/articles/extract-article'
import { joinPages } from '../../../electron/articles/join-pages'

const WHERE = ['harbour', 'lighthouse', 'fish market', 'old dry dock']

function prose(page: number): string {
  return WHERE.map(
    (place, line) =>
      `<p>On page ${String(page)}, line ${String(line)}, the crew came to the ${place} of town ${String(page * 10 + line)} and asked for water, rope and news of the weather.</p>`,
  ).join('')
}

function bodyOf(page: number, extra = ''): ArticleBody {
  const html = `<title>The long voyage</title><article><h1>The long voyage</h1>
    <p class="lead">A ship of nine sailors left in May and nobody has heard of it since that day.</p>
    <figure><img src="/ship.jpg" width="800" height="600"><figcaption>The ship in port. Photo: Ann Quay</figcaption></figure>
    ${prose(page)}<p>Yes.</p>${extra}</article>`
  const result = extractArticle(html, { url: `https://quay.example/voyage?page=${String(page)}` })
  if (!result.ok) throw new Error(result.error.message)
  return result.body
}

const OPTIONS = { mostPages: 5, baseUrl: 'https://quay.example/voyage' }

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

describe('the pages of an article', () => {
  it('become one body in their order, with the repeated lead and picture once', () => {
    const last = bodyOf(
      3,
      '<figure><img src="/land.jpg" width="800" height="500"><figcaption>Land at last</figcaption></figure><p>And that was the end of the voyage, for the crew and for the ship.</p>',
    )
    const joined = joinPages([bodyOf(1), bodyOf(2), last], OPTIONS)
    expect(count(joined.text, 'A ship of nine sailors')).toBe(1)
    expect(count(joined.html, 'ship.jpg')).toBe(1)
    expect(joined.text.indexOf('page 1, line 3')).toBeLessThan(joined.text.indexOf('page 2, line 0'))
    expect(joined.text.indexOf('page 2, line 3')).toBeLessThan(joined.text.indexOf('page 3, line 0'))
    expect(joined.images.map(({ url, caption }) => [url, caption])).toEqual([
      ['https://quay.example/ship.jpg', 'The ship in port.'],
      ['https://quay.example/land.jpg', 'Land at last'],
    ])
    expect(joined.words).toBeGreaterThan(bodyOf(1).words * 2)
  })

  it('keep short answers that are given twice', () => {
    const joined = joinPages([bodyOf(1), bodyOf(2)], OPTIONS)
    expect(count(joined.text, 'Yes.')).toBe(2)
  })

  it('have key points that are exactly the joined text at their offsets', () => {
    const joined = joinPages([bodyOf(1), bodyOf(2)], OPTIONS)
    expect(joined.keyPoints.length).toBeGreaterThan(1)
    for (const { text, start, end } of joined.keyPoints)
      expect(joined.text.slice(start ?? 0, end ?? 0)).toBe(text)
  })

  it("keep each of the publisher's key points and related links once", () => {
    const box = `<aside class="key-points"><ul><li>The ship left in May with nine sailors on board.</li><li>Nobody has heard of the ship since that day.</li></ul></aside>
      <section><h3>Related articles</h3><ul><li><a href="/a">The ship that came back alone</a></li><li><a href="/b">How sailors read the weather</a></li></ul></section>`
    const joined = joinPages([bodyOf(1, box), bodyOf(2, box)], OPTIONS)
    expect(joined.keyPoints.map(({ from }) => from)).toEqual(['publisher', 'publisher'])
    expect(joined.related.map(({ url }) => url)).toEqual(['https://quay.example/a', 'https://quay.example/b'])
  })

  it('stop at the limit, and take nothing of a page that repeats the first', () => {
    const two = joinPages([bodyOf(1), bodyOf(2), bodyOf(3)], { ...OPTIONS, mostPages: 2 })
    expect(two.text).not.toContain('page 3')
    const first = bodyOf(1)
    expect(joinPages([first, bodyOf(1)], OPTIONS)).toBe(first)
  })
})
