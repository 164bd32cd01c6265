import {
  mkdirSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseDamaged, FullTextDatabase } from '../../../electron/search/full-text-database'
import { SearchIndex } from '../../../electron/search/search-index'
import { articleOf, makeFolder } from './index-of'

let place: ReturnType<typeof makeFolder>
beforeEach(() => {
  place = makeFolder()
})
afterEach(() => place.remove())

const SCHEMA = 'CREATE TABLE things (name TEXT)'
const open = (version = 1) => FullTextDatabase.open({ file: place.file, schema: SCHEMA, version })

describe('FullTextDatabase', () => {
  it('makes a file, keeps it, and leaves nothing but the file behind when closed', async () => {
    const first = await open()
    expect(first.state).toBe('made')
    first.run('INSERT INTO things VALUES (?)', ['a'])
    first.close()
    const second = await open()
    expect(second.state).toBe('kept')
    expect(second.all('SELECT name FROM things')).toEqual([{ name: 'a' }])
    second.close()
    expect(readdirSync(place.folder)).toEqual(['search.db'])
  })
  it('opens although a killed process has left its lock', async () => {
    const first = await open()
    first.run('INSERT INTO things VALUES (?)', ['a'])
    first.close()
    mkdirSync(`${place.file}.lock`)
    const second = await open()
    expect(second.state).toBe('kept')
    expect(second.all('SELECT name FROM things')).toHaveLength(1)
    second.close()
  })
  it('refuses to open one file twice', async () => {
    const first = await open()
    await expect(open()).rejects.toThrow(/open already/)
    first.close()
  })
  it('does all of a transaction or nothing', async () => {
    const database = await open()
    expect(() =>
      database.transaction(() => {
        database.run('INSERT INTO things VALUES (?)', ['a'])
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(database.all('SELECT name FROM things')).toEqual([])
    database.close()
  })
  it.each([
    ['of another version', () => undefined, 2],
    [
      'that is no database',
      () => writeFileSync(place.file, 'plain text, and enough of it to fill a header '.repeat(400)),
      1,
    ],
    ['that is empty', () => truncateSync(place.file, 0), 1],
    ['that is cut off inside its header', () => truncateSync(place.file, 60), 1],
  ])('replaces a file %s and says so', async (_what, damage, version) => {
    ;(await open()).close()
    damage()
    const database = await open(version)
    expect(database.state).toBe('replaced')
    database.run('INSERT INTO things VALUES (?)', ['a'])
    database.close()
  })
})

describe('a damaged index', () => {
  const fill = async () => {
    const index = await SearchIndex.open(place.file)
    index.put(
      Array.from({ length: 300 }, (_, n) => articleOf(`a${n}`, { text: `ferry tide word${n} `.repeat(20) })),
    )
    index.close()
  }
  const expectNoticed = async () => {
    // Either at once, by an empty index in its place, or when all of it is read.
    const index = await SearchIndex.open(place.file)
    if (index.state === 'replaced') expect(index.count()).toBe(0)
    else expect(() => index.check()).toThrow(DatabaseDamaged)
    index.close()
  }
  it('is noticed when its pages are overwritten', async () => {
    await fill()
    const size = statSync(place.file).size
    const file = openSync(place.file, 'r+')
    for (let at = 8192; at < size; at += 8192) writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, at)
    closeSync(file)
    await expectNoticed()
  })
  it('is noticed when it is cut short', async () => {
    await fill()
    truncateSync(place.file, Math.floor(statSync(place.file).size / 2))
    await expectNoticed()
  })
})
