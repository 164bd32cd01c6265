import { readdir, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyLibrary, finishCopy } from '../../../electron/library/copy-library'
import type { Disk } from '../../../electron/library/disk'
import {
  NOON,
  hastyDisk,
  openLibrary,
  removeFolder,
  sampleArticles,
  sampleBody,
  sampleFeed,
  temporaryFolder,
} from './sample-library'

let from: string
let to: string
const quiet = (): void => undefined

beforeEach(async () => {
  from = await temporaryFolder()
  to = path.join(await temporaryFolder(), 'new', 'place')
  const library = await openLibrary(from, { disk: hastyDisk })
  await library.addFeed(sampleFeed('a'))
  for (const { articleId } of sampleArticles('a', 5)) await library.saveBody(sampleBody(articleId))
  await library.saveArticles('a', sampleArticles('a', 5))
  await library.saveMedia(Buffer.from('picture'), 'png')
  await library.close()
})

afterEach(async () => {
  await removeFolder(from)
  await removeFolder(path.resolve(to, '../..'))
})

async function expectWhole(folder: string, articles: number): Promise<void> {
  const library = await openLibrary(folder, { disk: hastyDisk })
  expect(library.notices()).toEqual([])
  expect(library.counts(NOON).all).toBe(articles)
  expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
  await library.close()
}

it('copies a library whole while it is open, and the rest of it once it is closed', async () => {
  const library = await openLibrary(from, { disk: hastyDisk })
  const told: number[] = []
  await copyLibrary(from, to, (done, total) => told.push(done / total), hastyDisk)
  expect(told.at(-1)).toBe(1)
  await library.saveBody(sampleBody(sampleArticles('a', 6)[5]!.articleId))
  await library.saveArticles('a', sampleArticles('a', 6))
  await library.close()
  const written: string[] = []
  const counting: Disk = {
    ...hastyDisk,
    write: (file, bytes, durable) => {
      written.push(path.relative(to, file))
      return hastyDisk.write(file, bytes, durable)
    },
  }
  await copyLibrary(from, to, quiet, counting)
  await finishCopy(to, hastyDisk)
  await expectWhole(to, 6)
  // What had not changed since was not copied again.
  expect(written.filter((name) => name.startsWith('bodies'))).toHaveLength(1)
})

it('refuses a folder that holds something, one within the library and one around it, and touches none', async () => {
  const full = await temporaryFolder()
  await writeFile(path.join(full, 'mine.txt'), 'mine')
  await expect(copyLibrary(from, full, quiet)).rejects.toMatchObject({ code: 'folder_not_empty' })
  expect(await readdir(full)).toEqual(['mine.txt'])
  await expect(copyLibrary(from, path.join(from, 'in'), quiet)).rejects.toMatchObject({ code: 'bad_folder' })
  await expect(copyLibrary(from, path.dirname(from), quiet)).rejects.toMatchObject({ code: 'bad_folder' })
  await removeFolder(full)
})

it('cut off at any write leaves the old library whole and the copy refused until it is finished', async () => {
  for (let steps = 1; ; steps++) {
    let left = steps
    const dying: Disk = {
      ...hastyDisk,
      write: async (file, bytes, durable) => {
        if (--left <= 0) throw Object.assign(new Error('ENOSPC: made for a test'), { code: 'ENOSPC' })
        await hastyDisk.write(file, bytes, durable)
      },
    }
    const failure = await copyLibrary(from, to, quiet, dying).catch((error: unknown) => error)
    if (!(failure instanceof Error)) break
    expect(failure).toMatchObject({ code: 'disk_full' })
    if (steps > 1) await expect(openLibrary(to)).rejects.toMatchObject({ code: 'unfinished_copy' })
  }
  await expectWhole(from, 5)
  await finishCopy(to, hastyDisk)
  await expectWhole(to, 5)
})

it('notices a place that gives back other bytes than it was given', async () => {
  const lying: Disk = {
    ...hastyDisk,
    read: async (file) => {
      const bytes = await hastyDisk.read(file)
      return file.startsWith(to) ? Buffer.concat([bytes, Buffer.from('!')]) : bytes
    },
  }
  await expect(copyLibrary(from, to, quiet, lying)).rejects.toMatchObject({ code: 'disk' })
})
