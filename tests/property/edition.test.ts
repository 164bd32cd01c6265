import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleId } from '../../contract/article-id'
import { chooseEdition, type EditionCandidate } from '../../electron/engine/choose-edition'

const TEN = { articles: 10 }
const QUARTER = { minutes: 15 }

const candidates = fc
  .array(
    fc.record({
      feed: fc.integer({ min: 0, max: 6 }),
      story: fc.option(fc.integer({ min: 0, max: 4 })),
      minutes: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 80 },
  )
  .map((list) =>
    list.map(({ feed, story, minutes }, at): EditionCandidate => ({
      articleId: at.toString(16).padStart(32, '0') as ArticleId,
      feedId: `feed${String(feed)}`,
      story,
      minutes,
      published: -at,
    })),
  )

describe('an edition of any articles', () => {
  test('holds each article once, one of a story, and no more than was asked for', () => {
    fc.assert(
      fc.property(candidates, fc.constantFrom(TEN, QUARTER), (all, size) => {
        const byId = new Map(all.map((one) => [one.articleId, one]))
        const chosen = chooseEdition(all, size).map((id) => byId.get(id))
        expect(new Set(chosen).size).toBe(chosen.length)
        const stories = chosen.flatMap((one) => one?.story ?? [])
        expect(new Set(stories).size).toBe(stories.length)
        if (size === TEN) expect(chosen.length).toBeLessThanOrEqual(10)
        else expect(chosen.reduce((sum, one) => sum + (one?.minutes ?? 0), 0)).toBeLessThanOrEqual(15)
      }),
    )
  })

  test('leaves out nothing that would still fit', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const chosen = new Set(chooseEdition(all, QUARTER))
        const taken = all.filter(({ articleId }) => chosen.has(articleId))
        const left = 15 - taken.reduce((sum, { minutes }) => sum + minutes, 0)
        const told = new Set(taken.map(({ story }) => story))
        for (const { articleId, story, minutes } of all)
          if (!chosen.has(articleId)) expect(minutes > left || (story !== null && told.has(story))).toBe(true)
      }),
    )
  })
})
