import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SNIPPET_END, SNIPPET_START } from '../../contract/article-query'
import { makeSnippet } from '../../electron/search/make-snippet'
import { parseQuery } from '../../electron/search/parse-query'
import { relateArticles } from '../../electron/search/related-articles'
import { SearchIndex } from '../../electron/search/search-index'
import { groupStories } from '../../electron/search/stories'
import { tokenise } from '../../electron/search/tokenise'
import { articleOf, idOf, makeFolder } from '../unit/search/index-of'

/** Text of every script, with the signs that mean something to a query or to the engine. */
const text = fc.string({ unit: 'grapheme', maxLength: 80 })
const piece = fc.constantFrom(
  '"',
  '-',
  '*',
  ':',
  '(',
  ')',
  '^',
  '{',
  '}',
  ' OR ',
  ' NOT ',
  ' NEAR(',
  'title:',
  'is:',
  'before:2024',
  '北京',
  'ท่วม',
  '\0',
  "'",
  '—',
)
const query = fc.array(fc.oneof(text, piece), { maxLength: 12 }).map((parts) => parts.join(''))

describe('tokenise, of any text', () => {
  it('gives terms of letters, digits and marks alone, in order, within the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        let before = 0
        for (const { term, start, end } of tokenise(given)) {
          expect(term).toMatch(/^[\p{L}\p{N}\p{M}\u30fc]+$/u)
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(given.length)
          before = start
        }
      }),
    )
  })
  it('comes to the same for composed and decomposed letters', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'aéüñçžAÅØ 1'), maxLength: 40 })
    fc.assert(
      fc.property(latin, (given) => {
        const terms = (form: string) => tokenise(given.normalize(form)).map(({ term }) => term)
        expect(terms('NFD')).toEqual(terms('NFC'))
      }),
    )
  })
})

describe('a search, of any query', () => {
  it('is answered, and a snippet of any text only adds marks in pairs', async () => {
    const place = makeFolder()
    const index = await SearchIndex.open(place.file)
    index.put([
      articleOf('harbour', { text: 'the old ferry 北京大学 น้ำท่วม' }),
      articleOf('orchard', { text: 'NEAR not' }),
    ])
    fc.assert(
      fc.property(query, text, (asked, body) => {
        const parsed = parseQuery(asked)
        expect(index.query(parsed, { before: null, size: 10, now: 0 }).hits.length).toBeLessThanOrEqual(2)
        const snippet = makeSnippet(body, parsed)
        const marks = snippet.match(/[\uE000\uE001]/g) ?? []
        marks.forEach((mark, at) => expect(mark).toBe(at % 2 === 0 ? SNIPPET_START : SNIPPET_END))
        expect(marks.length % 2).toBe(0)
      }),
    )
    index.close()
    place.remove()
  })
  it('finds an article by any whole phrase of its text', async () => {
    const place = makeFolder()
    const index = await SearchIndex.open(place.file)
    fc.assert(
      fc.property(text, (body) => {
        fc.pre(tokenise(body).length > 0 && !/["“”„«»*]/.test(body))
        index.put([articleOf('harbour', { text: body })])
        const { hits } = index.query(parseQuery(`"${body}"`), { before: null, size: 10, now: 0 })
        expect(hits.map(({ articleId }) => articleId)).toEqual([idOf('harbour')])
      }),
    )
    index.close()
    place.remove()
  })
})

describe('related articles and stories, of any texts', () => {
  it('are symmetrical in what belongs together, and never name an article itself', () => {
    const article = fc.record({ title: text, text })
    fc.assert(
      fc.property(fc.array(article, { maxLength: 8 }), (articles) => {
        const { related, neighbours } = relateArticles(articles)
        related.forEach((list, self) => {
          for (const { article: other } of list) expect(other).not.toBe(self)
        })
        const stories = groupStories(neighbours.map((list) => ({ published: null, neighbours: list })))
        stories.forEach((story, place) => {
          expect(story).toBeLessThanOrEqual(place)
          expect(stories[story]).toBe(story)
        })
      }),
      { numRuns: 50 },
    )
  })
})
