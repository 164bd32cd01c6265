import { cp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleQuery } from '../../../contract/article-query'
import { realDisk } from '../../../electron/library/disk'
import type { Disk } from '../../../electron/library/disk'
import { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleArticles,
  sampleFeed,
  sampleHighlight,
  temporaryFolder,
} from './sample-library'

const ALL: ArticleQuery = { view: 'all', feedId: null, folder: null, order: 'newest' }
const FEEDS = ['a', 'b', 'c']
let folder: string

beforeEach(async () => {
  folder = await temporaryFolder()
  const library = await openLibrary(folder)
  for (const feedId of FEEDS) {
    await library.addFeed(sampleFeed(feedId))
    await library.saveArticles(feedId, sampleArticles(feedId, 4))
  }
  const [first, second] = sampleArticles('b', 4)
  await library.setStatus([first!.articleId], { read: true, starred: true })
  await library.saveHighlight(sampleHighlight('h1', second!.articleId))
  await library.close()
})

afterEach(async () => {
  await removeFolder(folder)
})

const snapshotFile = (): string => join(folder, 'index', 'catalogue.bin')
const articlesFile = (feedId: string): string => join(folder, 'articles', `${feedId}.json`)

/** Everything that the window could see of the articles. */
async function seen(where = folder): Promise<unknown> {
  const library = await openLibrary(where)
  const { records, total } = library.list(ALL, null, 100, NOON)
  const answer = {
    total,
    counts: library.counts(NOON),
    feeds: FEEDS.map((feedId) => [library.feedCounts(feedId), library.articlesOf(feedId).length]),
    articles: records.map((record) => [record, library.status(record.articleId)]),
    highlighted: library.list({ ...ALL, view: 'highlighted' }, null, 100, NOON).total,
    notices: library.notices(),
  }
  await library.close()
  return answer
}

async function seenWithoutSnapshot(): Promise<unknown> {
  await rm(snapshotFile(), { force: true })
  return seen()
}

/** Opens and closes the library and returns which files of articles and statuses were read meanwhile. */
async function filesRead(): Promise<string[]> {
  const read: string[] = []
  const note = (file: string): void => {
    const name = /(?:articles|statuses)\/\w+\.json$/.exec(file)?.[0]
    if (name) read.push(name)
  }
  const disk: Disk = {
    ...realDisk,
    read: (file) => {
      note(file)
      return realDisk.read(file)
    },
    readSync: (file) => {
      note(file)
      return realDisk.readSync(file)
    },
  }
  const library = await LibraryStore.open(folder, { now: () => NOON, disk })
  await library.close()
  return [...new Set(read)].sort()
}

describe('the catalogue of the last run', () => {
  it('spares the reading of every file that is the same, and shows the same', async () => {
    expect(await filesRead()).toEqual([])
    const before = await seen()
    expect(await seenWithoutSnapshot()).toEqual(before)
  })

  it('leaves one changed feed to be read, and only that', async () => {
    const library = await openLibrary(folder)
    await library.saveArticles('b', [sampleArticle('b', 9)])
    await library.close()
    const file = await readFile(articlesFile('c'))
    await writeFile(articlesFile('c'), file)
    expect(await filesRead()).toEqual(['articles/c.json'])
  })

  it('does not outlive a change that a killed program made', async () => {
    await cp(snapshotFile(), join(folder, 'old.bin'))
    const library = await openLibrary(folder)
    await library.saveArticles('a', [sampleArticle('a', 9, { title: 'Came later' })])
    await library.setStatus(
      sampleArticles('c', 1).map(({ articleId }) => articleId),
      { saved: true },
    )
    await library.close()
    // As if the program had been killed after these writes: only the snapshot is the one from before.
    await cp(join(folder, 'old.bin'), snapshotFile())
    const before = await seen()
    expect(before).toMatchObject({ total: 13, counts: { saved: 1 } })
    expect(await seenWithoutSnapshot()).toEqual(before)
  })

  it('takes a file changed by hand for changed even where its size and time are the same', async () => {
    const { atime, mtime } = await stat(articlesFile('a'))
    const text = await readFile(articlesFile('a'), 'utf8')
    await rm(articlesFile('a'))
    await writeFile(join(folder, 'in-between'), '')
    await writeFile(articlesFile('a'), text)
    await utimes(articlesFile('a'), atime, mtime)
    expect(await filesRead()).toContain('articles/a.json')
  })

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 7)],
    ['empty', () => Buffer.alloc(0)],
    ['no snapshot at all', () => Buffer.from('<!doctype html>\n\n')],
    [
      'of another version',
      (bytes: Buffer) =>
        Buffer.from(bytes.toString('latin1').replace('"catalogue":1', '"catalogue":9'), 'latin1'),
    ],
    [
      'damaged in one bit',
      (bytes: Buffer) => {
        bytes.writeUInt8((bytes.at(-20) ?? 0) ^ 4, bytes.length - 20)
        return bytes
      },
    ],
  ])('is passed over in silence when it is %s', async (_what, damage) => {
    const before = await seen()
    await writeFile(snapshotFile(), damage(await readFile(snapshotFile())))
    expect(await seen()).toEqual(before)
  })

  it('says nothing of another library, nor of a copy of this one', async () => {
    const other = await temporaryFolder()
    await cp(folder, other, { recursive: true, preserveTimestamps: true })
    expect(await seen(other)).toEqual(await seen())
    await removeFolder(other)
  })

  it('brings back no article of a feed that was removed meanwhile', async () => {
    await cp(snapshotFile(), join(folder, 'old.bin'))
    const library = await openLibrary(folder)
    await library.removeFeed('c')
    await library.close()
    await cp(join(folder, 'old.bin'), snapshotFile())
    expect(await seen()).toMatchObject({ total: 8 })
  })

  it('is not written by a library that is open for reading only', async () => {
    await rm(snapshotFile())
    const library = await LibraryStore.open(folder, { now: () => NOON, readOnly: true })
    await library.close()
    await expect(stat(snapshotFile())).rejects.toThrow('ENOENT')
  })
})
