/** What is remembered of the articles that wait for their place must never differ from the table. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FullTextDatabase } from '../../../electron/search/full-text-database'
import { INDEX_SCHEMA, INDEX_VERSION } from '../../../electron/search/index-schema'
import { UnplacedArticles } from '../../../electron/search/unplaced-articles'
import { makeFolder } from './index-of'

let place: ReturnType<typeof makeFolder>
let database: FullTextDatabase
let unplaced: UnplacedArticles

const open = async (): Promise<void> => {
  database = await FullTextDatabase.open({ file: place.file, schema: INDEX_SCHEMA, version: INDEX_VERSION })
  unplaced = new UnplacedArticles(database)
}
beforeEach(async () => {
  place = makeFolder()
  await open()
})
afterEach(() => {
  database.close()
  place.remove()
})

const waiting = (...numbers: number[]): boolean[] => numbers.map((number) => unplaced.has(number))

describe('articles that wait for their place among stories', () => {
  it('are taken in the order they came, and wait no longer', () => {
    unplaced.add([7, 3])
    unplaced.add([5])
    expect(waiting(7, 3, 5, 4)).toEqual([true, true, true, false])
    expect(unplaced.take(2)).toEqual([7, 3])
    expect(waiting(7, 3, 5)).toEqual([false, false, true])
    expect(unplaced.take(2)).toEqual([5])
    expect(unplaced.take(2)).toEqual([])
  })

  it('wait on after the index was closed, by a kill as well', async () => {
    unplaced.add([7, 3])
    database.close()
    await open()
    expect(waiting(7, 3)).toEqual([true, true])
    expect(unplaced.take(9)).toEqual([7, 3])
  })

  it('are what the table says after a batch was undone, and not what was remembered of it', () => {
    unplaced.add([7])
    expect(waiting(7, 3)).toEqual([true, false])
    database.run('BEGIN')
    unplaced.add([3])
    expect(unplaced.take(1)).toEqual([7])
    database.run('ROLLBACK')
    unplaced.forget()
    expect(waiting(7, 3)).toEqual([true, false])
  })
})
