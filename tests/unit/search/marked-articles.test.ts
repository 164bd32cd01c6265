/** What is remembered of the table of marks must never differ from the table. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FullTextDatabase } from '../../../electron/search/full-text-database'
import { INDEX_SCHEMA, INDEX_VERSION } from '../../../electron/search/index-schema'
import { MarkedArticles } from '../../../electron/search/marked-articles'
import { TermCounts } from '../../../electron/search/term-counts'
import { makeFolder } from './index-of'

let place: ReturnType<typeof makeFolder>
let database: FullTextDatabase
let counts: TermCounts
let marked: MarkedArticles

beforeEach(async () => {
  place = makeFolder()
  database = await FullTextDatabase.open({ file: place.file, schema: INDEX_SCHEMA, version: INDEX_VERSION })
  counts = TermCounts.empty()
  marked = new MarkedArticles(database, counts)
})
afterEach(() => {
  database.close()
  place.remove()
})

function put(number: number, ...terms: number[]): void {
  counts.add(terms, terms.length)
  marked.put(number, terms)
}

/** Of the table itself. */
function stored(term: number, least: number, most: number, limit: number): number[] {
  return database
    .all('SELECT number FROM marks WHERE term = ? AND number BETWEEN ? AND ? ORDER BY number DESC LIMIT ?', [
      term,
      least,
      most,
      limit,
    ])
    .map(({ number }) => Number(number))
}

describe('MarkedArticles', () => {
  it('names the newest articles of a term within a time, the newest first', () => {
    for (const number of [30, 10, 50, 20, 40]) put(number, 7)
    put(35, 8)
    expect(marked.newestOf(7, 10, 40, 3)).toEqual([40, 30, 20])
    expect(marked.newestOf(7, 11, 39, 10)).toEqual([30, 20])
    expect(marked.newestOf(9, 0, 100, 10)).toEqual([])
  })

  it('says what the table says while articles come, are marked anew and go, also of terms too common to be remembered', () => {
    const marks = new Map<number, number[]>()
    // Any order will do that is not sorted; 997 and 400 have no common divisor.
    for (let step = 1; step <= 400; step++) {
      const number = (step * 997) % 400
      const known = marks.get(number)
      if (known) marked.remove(number, known)
      const terms = [step % 3, 10 + (step % 40), 100 + (number % 150)]
      put(number, ...terms)
      marks.set(number, terms)
      if (step % 5 === 0) {
        const gone = ((step - 2) * 997) % 400
        marked.remove(gone, marks.get(gone) ?? [])
        marks.delete(gone)
      }
      for (const term of [step % 3, 10 + ((step * 7) % 40), 100 + ((step * 11) % 150)])
        for (const [least, most, limit] of [
          [0, 400, 1000],
          [100, 300, 20],
        ] as const)
          expect(marked.newestOf(term, least, most, limit)).toEqual(stored(term, least, most, limit))
    }
  })

  it('has nothing left of a transaction that was undone', () => {
    put(1, 7)
    expect(marked.newestOf(7, 0, 9, 9)).toEqual([1])
    expect(() =>
      database.transaction(() => {
        put(2, 7)
        throw new Error('full')
      }),
    ).toThrow('full')
    marked.forget()
    expect(marked.newestOf(7, 0, 9, 9)).toEqual([1])
  })
})
