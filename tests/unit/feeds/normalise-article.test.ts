import { describe, expect, it } from 'vitest'
import { articleIdentity, repeatedGuids } from '../../../electron/feeds/article-identity'
import { normaliseArticle, normaliseArticles } from '../../../electron/feeds/normalise-article'
import type { ParsedItem } from '../../../electron/feeds/parsed-feed'

const EMPTY: ParsedItem = {
  guid: null,
  url: null,
  title: null,
  author: null,
  published: null,
  updated: null,
  summaryHtml: null,
  contentHtml: null,
  categories: [],
  enclosures: [],
  image: null,
  commentsUrl: null,
  commentsFeedUrl: null,
  commentCount: null,
}
const item = (values: Partial<ParsedItem>): ParsedItem => ({ ...EMPTY, ...values })
const CONTEXT = { feedId: 'feed-1', feedUrl: 'https://news.example/feed', now: '2026-03-02T10:00:00Z' }
const NONE: ReadonlySet<string> = new Set()

describe('articleIdentity', () => {
  it('gives the names it has always given', () => {
    expect(articleIdentity('feed-1', item({ guid: 'id-1', url: 'https://a.example/1' }), NONE)).toBe(
      '1e23f871f4a4d2ad77094e41f8078291',
    )
    expect(articleIdentity('feed-1', item({ url: 'https://a.example/1' }), NONE)).toBe(
      'a5f867b1a86eb4b3f7ce25ac0244bda6',
    )
    expect(articleIdentity('feed-1', item({ title: 'T', published: '2026-03-01T00:00:00Z' }), NONE)).toBe(
      '375a8ca43690130c54fae9fb275e3fd7',
    )
  })

  it('keeps the name while title, text and date change', () => {
    const name = articleIdentity('feed-1', item({ guid: 'g', title: 'a' }), NONE)
    expect(
      articleIdentity(
        'feed-1',
        item({ guid: ' g ', title: 'b', contentHtml: 'x', published: '2026-01-01T00:00:00Z' }),
        NONE,
      ),
    ).toBe(name)
  })

  it('keeps the name when a site moves to https', () => {
    const name = (url: string) => articleIdentity('feed-1', item({ url }), NONE)
    expect(name('https://a.example/1')).toBe(name('http://a.example/1'))
  })

  it('never shares a name between feeds, or between a guid and a link that read alike', () => {
    const one = item({ guid: 'https://a.example/1' })
    expect(articleIdentity('feed-1', one, NONE)).not.toBe(articleIdentity('feed-2', one, NONE))
    expect(articleIdentity('feed-1', one, NONE)).not.toBe(
      articleIdentity('feed-1', item({ url: 'https://a.example/1' }), NONE),
    )
  })

  it('tells items apart that a feed gives one guid', () => {
    const items = [1, 2].map((n) => item({ guid: 'same', url: `https://a.example/${String(n)}` }))
    expect(repeatedGuids(items)).toEqual(new Set(['same']))
    expect(new Set(normaliseArticles(items, CONTEXT).map((one) => one.articleId)).size).toBe(2)
  })

  it('takes a repeated item with the same link for one', () => {
    const items = [
      item({ guid: 'same', url: 'https://a.example/1', title: 'first' }),
      item({ guid: 'same', url: 'https://a.example/1' }),
    ]
    expect(normaliseArticles(items, CONTEXT).map((one) => one.title)).toEqual(['first'])
  })
})

describe('normaliseArticle', () => {
  const title = (values: Partial<ParsedItem>): string => normaliseArticle(item(values), CONTEXT).title

  it('makes a title for what has none', () => {
    expect(title({ contentHtml: '<p>The tide was late today. Nobody knew why.</p>' })).toBe(
      'The tide was late today.',
    )
    expect(title({ summaryHtml: `<p>${'Many words without an end '.repeat(20)}</p>` })).toMatch(
      /^Many words .{50,90}…$/,
    )
    expect(title({ url: 'https://www.news.example/a/b/' })).toBe('news.example/a/b')
    expect(title({})).toBe('Untitled')
  })

  it('clamps dates that lie ahead and falls back to the update', () => {
    expect(normaliseArticle(item({ published: '2038-01-01T00:00:00Z' }), CONTEXT).published).toBe(CONTEXT.now)
    expect(normaliseArticle(item({ updated: '2026-01-01T00:00:00Z' }), CONTEXT).published).toBe(
      '2026-01-01T00:00:00Z',
    )
    expect(normaliseArticle(item({}), CONTEXT).published).toBeNull()
  })

  it('makes addresses absolute and drops what is none', () => {
    const article = normaliseArticle(
      item({
        url: '/a/1',
        contentHtml: '<img src="p.png"><a href="#top">x</a>',
        image: 'p.jpg',
        commentsUrl: 'javascript:1',
        enclosures: [{ url: 'magnet:?x', type: null, length: null }],
      }),
      CONTEXT,
    )
    expect(article).toMatchObject({
      url: 'https://news.example/a/1',
      image: 'https://news.example/a/p.jpg',
      commentsUrl: null,
      enclosures: [],
    })
    expect(article.contentHtml).toBe('<img src="https://news.example/a/p.png"><a href="#top">x</a>')
  })

  it('has one hash as long as the feed says the same, whatever the comments count', () => {
    const hash = (values: Partial<ParsedItem>): string =>
      normaliseArticle(item({ guid: 'g', title: 'T', ...values }), CONTEXT).itemHash
    expect(hash({ commentCount: 1 })).toBe(hash({ commentCount: 2 }))
    expect(hash({ contentHtml: 'new' })).not.toBe(hash({}))
  })
})
