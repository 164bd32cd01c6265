import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseEdition, type EditionCandidate } from '../../../electron/engine/choose-edition'
import { articleIdOf } from '../library/sample-library'

const candidate = (n: number, feedId: string, change: Partial<EditionCandidate> = {}): EditionCandidate => ({
  articleId: articleIdOf(`edition ${String(n)}`),
  feedId,
  story: null,
  minutes: 4,
  published: n,
  ...change,
})
const ids = (...numbers: number[]) => numbers.map((n) => articleIdOf(`edition ${String(n)}`))

const anyCandidates = fc
  .array(
    fc.record({
      feedId: fc.constantFrom('a', 'b', 'c'),
      story: fc.option(fc.integer({ min: 0, max: 4 })),
      minutes: fc.integer({ min: 1, max: 30 }),
      published: fc.integer({ min: 0, max: 6 }),
    }),
    { maxLength: 25 },
  )
  .map((list) => list.map((one, n) => candidate(n, one.feedId, one)))
const anySize = fc.oneof(
  fc.record({ articles: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ minutes: fc.integer({ min: 1, max: 60 }) }),
)

describe('chooseEdition', () => {
  it('takes of every feed in turn its newest, the feed with the newest article first', () => {
    const many = [1, 2, 3, 4, 9].map((n) => candidate(n, 'loud'))
    const few = [candidate(5, 'quiet'), candidate(6, 'calm')]
    expect(chooseEdition([...many, ...few], { articles: 5 })).toEqual(ids(9, 6, 5, 4, 3))
  })

  it('takes one article a story, and the next of the feed in place of the other', () => {
    const told = [candidate(9, 'a', { story: 1 }), candidate(8, 'b', { story: 1 }), candidate(3, 'b')]
    expect(chooseEdition(told, { articles: 3 })).toEqual(ids(9, 3))
  })

  it('passes over what is too long for the minutes left and fills them with what fits', () => {
    const list = [candidate(9, 'a', { minutes: 25 }), candidate(8, 'a'), candidate(7, 'b', { minutes: 11 })]
    expect(chooseEdition(list, { minutes: 15 })).toEqual(ids(8, 7))
  })

  it('is empty where there is nothing to choose from', () => {
    expect(chooseEdition([], { articles: 10 })).toEqual([])
  })

  it('keeps to its size, tells no story twice, leaves out nothing that would still fit, whatever the order', () => {
    fc.assert(
      fc.property(anyCandidates, anySize, (candidates, size) => {
        const chosen = chooseEdition(candidates, size)
        const cost = (one: EditionCandidate): number => ('articles' in size ? 1 : one.minutes)
        const room = 'articles' in size ? size.articles : size.minutes
        const taken = chosen.flatMap((id) => candidates.find((one) => one.articleId === id) ?? [])
        const used = taken.reduce((sum, one) => sum + cost(one), 0)
        expect(used).toBeLessThanOrEqual(room)
        expect(new Set(chosen).size).toBe(chosen.length)
        const stories = taken.flatMap(({ story }) => story ?? [])
        expect(new Set(stories).size).toBe(stories.length)
        const fitting = candidates.filter(
          (one) =>
            !chosen.includes(one.articleId) &&
            cost(one) <= room - used &&
            (one.story === null || !stories.includes(one.story)),
        )
        expect(fitting).toEqual([])
        expect(chooseEdition([...candidates].reverse(), size)).toEqual(chosen)
      }),
    )
  })

  it('gives no feed two articles more than another that has some left', () => {
    fc.assert(
      fc.property(anyCandidates, fc.integer({ min: 1, max: 20 }), (candidates, articles) => {
        const alone = candidates.map((one) => ({ ...one, story: null }))
        const chosen = new Set(chooseEdition(alone, { articles }))
        const feeds = ['a', 'b', 'c'].map((feedId) => alone.filter((one) => one.feedId === feedId))
        const counts = feeds.map((feed) => feed.filter((one) => chosen.has(one.articleId)).length)
        const most = Math.max(...counts)
        feeds.forEach((feed, at) => {
          const own = counts[at] ?? 0
          if (own < feed.length) expect(own).toBeGreaterThanOrEqual(most - 1)
        })
      }),
    )
  })
})
