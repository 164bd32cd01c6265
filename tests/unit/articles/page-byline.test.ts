import { describe, expect, test } from 'vitest'
import { pageByline } from '../../../electron/articles/page-byline'
import { parsePage } from '../../../electron/articles/html-tree'
import { readJsonLd } from '../../../electron/articles/json-ld'
import { readPageMeta } from '../../../electron/articles/page-meta'

const TITLE = 'The ferry of Vell stays in harbour'

function bylineOf(around: { head?: string; article?: string; after?: string }): string | null {
  const tree = parsePage(
    `<html><head>${around.head ?? ''}</head><body><article><h1>${TITLE}</h1>${around.article ?? ''}` +
      `<p>The council voted on Monday evening.</p></article>${around.after ?? ''}</body></html>`,
  )
  return pageByline({ tree, meta: readPageMeta(tree), linked: readJsonLd(tree).article, title: TITLE })
}

const linkedAuthor = (name: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, author: { name } })}</script>`

describe('a name that somebody signs in with', () => {
  test("gives way to the person's own where the page states both", () => {
    const head = linkedAuthor('ann.smith') + '<meta name="author" content="Ann Smith">'
    expect(bylineOf({ head })).toBe('Ann Smith')
  })

  test('stands where the page states no other', () => {
    expect(bylineOf({ head: linkedAuthor('ann.smith') })).toBe('ann.smith')
    expect(bylineOf({ article: '<p>by <span class="author vcard fn">oz</span> on Monday</p>' })).toBe('oz')
  })
})

describe('links to pages about people', () => {
  test('name the author where nothing else does', () => {
    expect(bylineOf({ article: '<div><a href="/author/ann-smith">Ann Smith</a></div>' })).toBe('Ann Smith')
    expect(bylineOf({ article: '<div><a href="https://vell.example/autor/ann">Ann Smith</a></div>' })).toBe(
      'Ann Smith',
    )
  })

  test('name nobody where they lead to a list of everybody', () => {
    expect(bylineOf({ article: '<div><a href="/authors/">Everybody here</a></div>' })).toBeNull()
  })

  test('count even in a footer where all of the page name the same person', () => {
    const after = '<footer class="post-footer"><a rel="author" href="/a">Ann Smith</a></footer>'
    expect(bylineOf({ after })).toBe('Ann Smith')
    expect(
      bylineOf({ after: `${after}<div class="related"><a rel="author" href="/b">Jon Berg</a></div>` }),
    ).toBeNull()
  })
})

describe('lines near the headline', () => {
  test('say who wrote a piece, whatever the piece is called', () => {
    expect(bylineOf({ article: '<div>Ein Artikel von <b>Ann Smith</b> | 27.01.2024 - 12:45</div>' })).toBe(
      'Ann Smith',
    )
    expect(bylineOf({ article: '<div>Gastbeitrag von Ann Smith</div>' })).toBe('Ann Smith')
  })

  test('may put the name after the date', () => {
    expect(bylineOf({ article: '<div>25.10.2024 - Ann Smith</div>' })).toBe('Ann Smith')
    expect(bylineOf({ article: '<div>25.10.2024 | 13:10 Uhr | Ann Smith</div>' })).toBe('Ann Smith')
    expect(bylineOf({ article: '<div>25.10.2024 - Harbour</div>' })).toBeNull()
  })

  test('name nobody where "by" belongs to a sentence', () => {
    expect(bylineOf({ article: '<div>by author and sailor Jon Berg, who knows</div>' })).toBeNull()
  })
})

describe('what stands where a name should', () => {
  test('is no name when a program wrote it', () => {
    expect(bylineOf({ head: linkedAuthor('undefined') })).toBeNull()
    expect(bylineOf({ article: '<div class="author">See full bio</div>' })).toBeNull()
  })

  test('is read once more where it was escaped twice', () => {
    expect(bylineOf({ head: linkedAuthor('Jos&eacute; M&ouml;ller') })).toBe('José Möller')
  })

  test('may be a meta element that carries its name in another attribute', () => {
    const article = '<div itemprop="author"><meta itemprop="name" value="Ann Smith"></div>'
    expect(bylineOf({ article })).toBe('Ann Smith')
  })
})
