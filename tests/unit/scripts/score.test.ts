/** The news that scores are taken on, and the measures themselves, by cases that can be worked out by hand. */
import { describe, expect, it } from 'vitest'
import { importScript } from './import-script'

interface Report {
  readonly event: string
  readonly sentences: readonly string[]
}
interface ReportsModule {
  makeReports(seed: number, size: object): readonly Report[]
}
interface Nearest {
  readonly id: string
  readonly score: number
}
interface MeasuresModule {
  rouge(made: string, wanted: string): readonly number[]
  nearestRight(
    lists: readonly { readonly found: readonly string[]; readonly wanted: ReadonlySet<string> }[],
    most: number,
  ): number
  bCubed(labels: readonly { readonly made: string; readonly wanted: string }[]): number
  tfIdf(articles: readonly object[]): readonly (readonly Nearest[])[]
  chainStories(articles: readonly object[], nearest: readonly (readonly Nearest[])[], least: number): string[]
}

const { makeReports } = await importScript<ReportsModule>('../benchmarks/score/make-reports.mjs')
const { bCubed, chainStories, nearestRight, rouge, tfIdf } = await importScript<MeasuresModule>(
  '../benchmarks/score/measures.mjs',
)

const SIZE = { rounds: 1, reportsOfEach: [2, 3], lone: 3 } as const

describe('news made up from a seed', () => {
  it('is the same every time, and other news from another seed', () => {
    expect(makeReports(7, SIZE)).toEqual(makeReports(7, SIZE))
    expect(makeReports(8, SIZE)).not.toEqual(makeReports(7, SIZE))
  })

  it('tells each event in other words, and some events only once', () => {
    const reports = makeReports(7, SIZE)
    const sizes = new Map<string, number>()
    for (const { event } of reports) sizes.set(event, (sizes.get(event) ?? 0) + 1)
    expect([...sizes.values()].filter((size) => size === 1)).toHaveLength(3)
    expect(new Set(reports.map(({ sentences }) => sentences.join(' '))).size).toBe(reports.length)
  })
})

describe('a measure', () => {
  it('gives the share of common words, pairs and longest sequence', () => {
    expect(rouge('the cat sat', 'The cat sat!')).toEqual([1, 1, 1])
    // Three of four words, one of three pairs, a sequence of three.
    expect(rouge('a b c d', 'a b d e')).toEqual([0.75, 1 / 3, 0.75])
    expect(rouge('', 'a')).toEqual([0, 0, 0])
  })

  it('counts right neighbours among as many as there are to find', () => {
    const wanted = new Set(['x', 'y'])
    expect(nearestRight([{ found: ['x', 'z', 'y'], wanted }], 5)).toBe(0.5)
    expect(nearestRight([{ found: ['x'], wanted: new Set() }], 5)).toBe(0)
  })

  it('compares two groupings by B-cubed', () => {
    const same = ['1', '1', '2'].map((label) => ({ made: label, wanted: label }))
    expect(bCubed(same)).toBe(1)
    // All in one: precision (2/3 + 2/3 + 1/3) / 3, recall 1.
    const lumped = same.map(({ wanted }) => ({ made: 'all', wanted }))
    expect(bCubed(lumped)).toBeCloseTo((2 * (5 / 9)) / (5 / 9 + 1))
  })

  it('finds the nearest by TF-IDF and chains them into stories', () => {
    const articles = ['ferry harbour storm', 'storm harbour ferry', 'cake plum sugar'].map((text, at) => ({
      id: String(at),
      title: '',
      text,
    }))
    const nearest = tfIdf(articles)
    expect(nearest.map((list) => list[0]?.id ?? null)).toEqual(['1', '0', null])
    const [a, b, c] = chainStories(articles, nearest, 0.5)
    expect(a).toBe(b)
    expect(c).toBe('2')
  })
})
