import { describe, expect, it } from 'vitest'
import { relateArticles } from '../../../electron/search/related-articles'
import { groupStories } from '../../../electron/search/stories'

const FLOOD = [
  {
    title: 'Harbour town of Velmora flooded after dam gives way',
    text: 'The Oskar dam above Velmora broke before dawn on Monday. Mayor Ilse Brandt asked people to leave the lower town while boats carried families to the school on the hill.',
  },
  {
    title: 'Boats carry families out of Velmora',
    text: 'Rescue boats were at work in Velmora after the Oskar dam failed. Hundreds slept in the school, said mayor Ilse Brandt.',
  },
  {
    title: 'Why the Oskar dam broke',
    text: 'Engineers had warned of cracks in the Oskar dam for years. On Monday it gave way and the water reached Velmora within minutes.',
  },
]
const CHESS = [
  {
    title: 'Teenager wins chess crown in Tarsk',
    text: 'Nadia Orlik, seventeen, won the chess championship in Tarsk with a queen sacrifice in the last game against Tomas Berg.',
  },
  {
    title: 'Orlik is the youngest chess champion',
    text: 'A queen sacrifice decided the final game: Nadia Orlik beat Tomas Berg in Tarsk and is the youngest champion in chess.',
  },
]
const ALONE = {
  title: 'A recipe for rye bread with caraway',
  text: 'Mix flour, sour dough and caraway, leave it overnight in a cool place and bake it in a very hot oven.',
}

describe('relateArticles', () => {
  const articles = [...FLOOD, ...CHESS, ALONE]
  const { related, neighbours } = relateArticles(articles)

  it('puts the articles of the same event first', () => {
    expect(related[0]?.map(({ article }) => article).sort()).toEqual([1, 2])
    expect(related[3]?.[0]?.article).toBe(4)
  })
  it('gives the shared words as the reason, as the article writes them', () => {
    expect(related[3]?.[0]?.why.split(', ')).toContain('Orlik')
    expect(related[0]?.[0]?.why).toMatch(/Velmora|Oskar/)
  })
  it('stays silent for an article that stands alone', () => {
    expect(related[5]).toEqual([])
  })
  it('gives scores from 0 to 1, falling', () => {
    for (const list of related)
      list.forEach(({ score }, place) => {
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
        expect(score).toBeLessThanOrEqual(list[place - 1]?.score ?? Infinity)
      })
  })
  it('answers for nothing, for one article and for empty ones', () => {
    expect(relateArticles([]).related).toEqual([])
    expect(relateArticles([ALONE]).related).toEqual([[]])
    expect(relateArticles([{ title: '', text: '' }, ALONE]).related).toEqual([[], []])
  })

  describe('groupStories', () => {
    const at = (days: number) => new Date(Date.UTC(2024, 1, 1 + days)).toISOString()
    const grouped = (published: (string | null)[]) =>
      groupStories(
        articles.map((_, place) => ({
          published: published[place] ?? null,
          neighbours: neighbours[place] ?? [],
        })),
      )

    it('groups reports of one event and leaves others alone', () => {
      expect(grouped([])).toEqual([0, 0, 0, 3, 3, 5])
    })
    it('does not join what lies more than four days apart', () => {
      expect(grouped([at(0), at(1), at(2), at(0), at(6), at(0)])).toEqual([0, 0, 0, 3, 4, 5])
    })
    it('joins by average, so that one chance likeness does not chain two events', () => {
      const near = (article: number, score: number) => ({ article, score })
      // 0-1 and 2-3 are stories; 1 and 2 alone look alike.
      expect(
        groupStories([
          { published: null, neighbours: [near(1, 0.9)] },
          { published: null, neighbours: [near(0, 0.9), near(2, 0.7)] },
          { published: null, neighbours: [near(3, 0.9), near(1, 0.7)] },
          { published: null, neighbours: [near(2, 0.9)] },
        ]),
      ).toEqual([0, 0, 2, 2])
    })
  })
})
