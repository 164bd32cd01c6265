import { describe, expect, test } from 'vitest'
import type { ArticleBody } from '../../../electron/articles/article-body'
import { extractArticle } from '../../../electron/articles/extract-article'
import { MODEL_PAGE, MODEL_TEXT } from './model-page'

const URL_OF_PAGE = 'https://vell.example/2024/ferry'

function bodyOf(html: string, url: string | null = URL_OF_PAGE): ArticleBody {
  const result = extractArticle(html, { url })
  if (!result.ok) throw new Error(result.error.message)
  return result.body
}

describe('an ordinary news page', () => {
  const body = bodyOf(MODEL_PAGE)

  test('gives title, byline, dateline, section and site', () => {
    expect(body.title).toBe('Vell closes its island ferry')
    expect(body.byline).toBe('Ann Smith')
    expect(body.published).toBe('2024-02-29T00:00:00.000Z')
    expect(body.section).toEqual(['Harbour'])
    expect(body.siteName).toBe('The Vell Courier')
    expect(body.direction).toBe('ltr')
  })

  test('keeps exactly the paragraphs of the article as text', () => {
    expect(body.text.split('\n\n')).toEqual(MODEL_TEXT)
  })

  test("takes the publisher's bullets out of the body and labels them", () => {
    expect(body.keyPoints).toHaveLength(3)
    expect(body.keyPoints.every((point) => point.from === 'publisher' && point.start === null)).toBe(true)
    expect(body.keyPoints[1]?.text).toBe('Islanders say that nobody told them about the vote beforehand.')
  })

  test('keeps related articles as data with clipped teasers, without tracking parameters', () => {
    expect(body.related).toContainEqual({
      title: 'The school on the outer island opens again',
      teaser: 'Eleven pupils were welcomed on Monday by...',
      url: 'https://vell.example/a/school',
    })
    const inline = body.related.find((link) => link.url === 'https://vell.example/harbour/bridge')
    expect(inline?.title).toBe('The bridge that nobody wanted')
    expect(body.related).toHaveLength(3)
  })

  test('resolves lazy pictures, tells caption from credit and adds the lead picture', () => {
    expect(body.images.map((image) => image.url)).toEqual([
      'https://vell.example/img/2024/ferry-lead.jpg',
      'https://vell.example/img/boat.jpg',
    ])
    expect(body.images[1]).toMatchObject({
      caption: 'The older boat at its pier.',
      credit: 'Jon Berg',
      alt: 'A boat',
    })
    for (const image of body.images) expect(body.html).toContain(`<img src="${image.url}"`)
  })

  test('finds where the comments are written', () => {
    expect(body.commentsUrl).toBe('https://vell.example/2024/ferry#respond')
  })
})

describe('pages that are no article', () => {
  test('a missing page is an error page', () => {
    const result = extractArticle('<title>404 Not Found</title><h1>Not Found</h1><p>The page is gone.</p>', {
      url: null,
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'error_page' } })
  })

  test('a question about cookies is a cookie wall', () => {
    const text =
      'We use cookies. Your consent to cookies lets us show personalised ads. See our privacy policy on tracking.'
    const result = extractArticle(`<title>News</title><main><p>${text}</p></main>`, { url: null })
    expect(result).toMatchObject({ ok: false, error: { code: 'cookie_wall' } })
  })

  test('a stub with an offer is a paywall', () => {
    const html =
      '<h1>Ferry closes</h1><article><p>The council closes the line. Subscribe to continue and unlock this article.</p></article>'
    const result = extractArticle(html, { url: null })
    expect(result).toMatchObject({ ok: false, error: { code: 'paywall' } })
  })

  test('nothing at all is no article, and nothing throws', () => {
    for (const html of ['', '<', '\0', '<html><body></body></html>']) {
      expect(extractArticle(html, { url: null })).toMatchObject({ ok: false, error: { code: 'no_article' } })
    }
  })
})

test('turns a video frame into a card with a link and its picture', () => {
  const frame =
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="How the ferry was built"></iframe>'
  const body = bodyOf(MODEL_PAGE.replace('<figure>', `${frame}<figure>`))
  expect(body.html).toContain('<p class="embed"><a href="https://www.youtube.com/watch?v=abcdefghijk">')
  expect(body.html).toContain('▶ How the ferry was built (YouTube)</a>')
  expect(body.images.map((image) => image.url)).toContain('https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg')
})

test('minutes of publication and marks of advertisement in Japanese are lines of the page, a day alone is not', () => {
  const lines = ['2019年3月1日 13時16分', '2019年3月1日（金）更新', '[PR]', '［ＰＲ］', '2019年3月1日']
  const page = MODEL_PAGE.replace('<figure>', `${lines.map((line) => `<p>${line}</p>`).join('')}<figure>`)
  expect(bodyOf(page).text.split('\n\n')).toEqual([
    ...MODEL_TEXT.slice(0, 3),
    '2019年3月1日',
    ...MODEL_TEXT.slice(3),
  ])
})

test('a player within an unknown object becomes a card', () => {
  const player =
    '<object classid="clsid:1"><param name="movie" value="https://www.youtube.com/v/abcdefghijk">' +
    '<embed src="https://www.youtube.com/embed/abcdefghijk"></object>'
  const body = bodyOf(MODEL_PAGE.replace('<figure>', `${player}<figure>`))
  expect(body.html).toContain('<a href="https://www.youtube.com/watch?v=abcdefghijk">')
})

test('deep nesting and very long pages end in time', () => {
  const deep = `<article>${'<div>'.repeat(50_000)}<p>${MODEL_TEXT.join(' ')}</p>`
  const long = `<article>${'<p>One more short paragraph of a very long page.</p>'.repeat(5_000)}</article>`
  for (const html of [deep, long]) expect(extractArticle(html, { url: null }).ok).toBe(true)
})
