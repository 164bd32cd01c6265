/** A disk that is full: a real small one, and one that fills up at each write in turn. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cp, mkdir, rm, statfs } from 'node:fs/promises'
import * as os from 'node:os'
import * as path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Disk } from '../../../electron/library/disk'
import type { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  hastyDisk,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleArticles,
  sampleBody,
  sampleFeed,
} from './sample-library'
import { sampleHighlight, temporaryFolder } from './sample-library'

const idOf = (feed: string, number: number) => sampleArticle(feed, number).articleId

/** Every write is tried by `OFFPRINT_EVERY_WRITE=1`; a stride that is prime to what repeats keeps the everyday run short. */
const STEP = process.env['OFFPRINT_EVERY_WRITE'] ? 1 : 7

/** One of every kind of change; each says how to see that it was done. */
const CHANGES: readonly (readonly [
  name: string,
  change: (library: LibraryStore) => Promise<unknown>,
  isDone: (library: LibraryStore) => boolean | Promise<boolean>,
])[] = [
  ['a feed', (library) => library.addFeed(sampleFeed('c')), (library) => library.feed('c') !== null],
  [
    'articles',
    async (library) => {
      await library.saveBody(sampleBody(idOf('b', 9)))
      await library.saveArticles('b', [sampleArticle('b', 9)])
    },
    async (library) => library.article(idOf('b', 9)) !== null && (await library.body(idOf('b', 9))) !== null,
  ],
  [
    'a mark',
    (library) => library.setStatus([idOf('a', 3)], { starred: true }),
    (library) => library.status(idOf('a', 3)).starred,
  ],
  [
    'a highlight',
    (library) => library.saveHighlight(sampleHighlight('h', idOf('a', 3))),
    (library) => library.highlights().length === 1,
  ],
  [
    'a setting',
    (library) => library.changeSettings({ theme: 'sepia' }),
    (library) => library.settings().theme === 'sepia',
  ],
  [
    'a picture',
    async (library) => {
      const icon = await library.saveMedia(Buffer.from('icon'), 'png')
      await library.changeFeed('a', { icon })
    },
    (library) => library.hasMedia(library.feed('a')?.icon ?? ''),
  ],
  ['the files of the journal', (library) => library.flush(), () => true],
  [
    'a purge',
    (library) => library.upkeep.purge([{ articleId: idOf('a', 0), feedId: 'a', why: 'age', bytes: 0 }]),
    (library) => library.isPurged('a', idOf('a', 0)) && library.article(idOf('a', 0)) === null,
  ],
  [
    'the removing of a feed',
    (library) => library.removeFeed('b'),
    (library) => library.feed('b') === null || library.feed('c') === null,
  ],
]

async function fill(folder: string): Promise<void> {
  const library = await openLibrary(folder, { disk: hastyDisk })
  for (const feed of ['a', 'b']) {
    await library.addFeed(sampleFeed(feed))
    for (const { articleId } of sampleArticles(feed, 4)) await library.saveBody(sampleBody(articleId))
    await library.saveArticles(feed, sampleArticles(feed, 4))
  }
  await library.close()
}

/** The names of the changes that were acknowledged; every other failed with a sentence. */
async function changeAll(library: LibraryStore): Promise<Set<string>> {
  const done = new Set<string>()
  for (const [name, change] of CHANGES)
    await change(library).then(
      () => done.add(name),
      (error: unknown) => {
        expect(error).toMatchObject({ name: 'LibraryError', code: 'disk_full' })
        expect((error as Error).message).toContain('free some space')
      },
    )
  return done
}

async function expectDone(library: LibraryStore, done: ReadonlySet<string>): Promise<void> {
  // What was removed later is not there to be looked at; a removing that was cut off is finished by the next start.
  const gone = library.feed('b') === null ? ['articles'] : []
  for (const [name, , isDone] of CHANGES)
    if (done.has(name) && !gone.includes(name)) expect(await isDone(library), name).toBe(true)
  expect(library.counts(NOON).all).toBeGreaterThanOrEqual(3)
}

describe('a disk that is full from some write on', () => {
  /** Fails every change of the disk from number `at` on; says how many there were. */
  function fillingDisk(at: number): { readonly disk: Disk; readonly count: () => number; free: () => void } {
    let changes = 0
    let full = true
    const guard =
      <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> => {
        changes++
        if (!full || changes < at) return work(...args)
        return Promise.reject(Object.assign(new Error('ENOSPC: made for a test'), { code: 'ENOSPC' }))
      }
    const disk: Disk = {
      ...hastyDisk,
      write: guard(hastyDisk.write),
      place: guard(hastyDisk.place),
      link: guard(hastyDisk.link),
      makeFolder: guard(hastyDisk.makeFolder),
      rename: guard(hastyDisk.rename),
      openAppend: guard(async (file: string) => {
        const output = await hastyDisk.openAppend(file)
        return { append: guard((bytes: Uint8Array) => output.append(bytes)), close: () => output.close() }
      }),
    }
    return { disk, count: () => changes, free: () => (full = false) }
  }

  it('refuses with a sentence, loses nothing it acknowledged, and is whole when there is room again', async () => {
    const stored = await temporaryFolder()
    await fill(stored)
    const all = fillingDisk(Infinity)
    const folder = path.join(stored, '..', `${path.basename(stored)}-full`)
    await cp(stored, folder, { recursive: true })
    const dry = await openLibrary(folder, { disk: all.disk })
    const opening = all.count()
    expect((await changeAll(dry)).size).toBe(CHANGES.length)
    await dry.close()
    for (let at = opening + 1; at <= all.count(); at += STEP) {
      await removeFolder(folder)
      await cp(stored, folder, { recursive: true })
      const filling = fillingDisk(at)
      let library = await openLibrary(folder, { disk: filling.disk })
      const done = await changeAll(library)
      await expectDone(library, done)
      await library.close()
      library = await openLibrary(folder, { disk: hastyDisk })
      await expectDone(library, done)
      expect((await library.upkeep.doctor({ repair: false })).problems, `full from ${String(at)} on`).toEqual(
        [],
      )
      await library.close()
    }
    await removeFolder(folder)
    await removeFolder(stored)
  }, 240_000)
})

/** A file system of 512 KB; null where this process may not mount one. */
function mountSmallDisk(): string | null {
  const place = mkdtempSync(path.join(os.tmpdir(), 'offprint-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', place], { stdio: 'ignore' })
    return place
  } catch {
    rmSync(place, { recursive: true })
    return null
  }
}

const place = process.platform === 'linux' && process.getuid?.() === 0 ? mountSmallDisk() : null

afterAll(() => {
  if (place === null) return
  execFileSync('umount', [place])
  rmSync(place, { recursive: true })
})

describe.skipIf(place === null)('a real disk of 512 KB (skipped where none may be mounted)', () => {
  const folder = path.join(place ?? '', 'library')
  const ballast = path.join(place ?? '', 'ballast')

  beforeAll(async () => {
    await fill(folder)
  })

  /** Leaves no block free. */
  async function fillUp(): Promise<void> {
    const { bfree, bsize } = await statfs(place ?? '')
    writeFileSync(ballast, Buffer.alloc(bfree * bsize))
    expect((await statfs(place ?? '')).bfree).toBe(0)
  }

  it('that is full is told, opens for reading and damages nothing', async () => {
    const library = await openLibrary(folder)
    await fillUp()
    await changeAll(library)
    await library.close()
    await rm(ballast)
    await fillUp()
    const again = await openLibrary(folder)
    // No room even for the lock.
    expect(again.readOnly).toBe(true)
    expect(again.notices()[0]?.message).toContain('The disk is full')
    expect(again.counts(NOON).all).toBeGreaterThanOrEqual(7)
    await again.close()
    await rm(ballast)
    const free = await openLibrary(folder)
    expect(free.readOnly).toBe(false)
    expect(free.notices()).toEqual([])
    expect((await free.upkeep.doctor({ repair: false })).problems).toEqual([])
    expect((await changeAll(free)).size).toBe(CHANGES.length)
    await free.close()
  })

  it('with a damaged file on it still opens from the copy', async () => {
    writeFileSync(path.join(folder, 'settings.json'), '')
    writeFileSync(path.join(folder, 'feeds.json'), 'x')
    await fillUp()
    const library = await openLibrary(folder)
    expect(library.settings().theme).toBe('sepia')
    expect(library.feeds().length).toBeGreaterThan(0)
    await library.close()
    await rm(ballast)
    const free = await openLibrary(folder)
    expect(free.notices().length).toBeGreaterThan(0)
    expect(free.settings().theme).toBe('sepia')
    await free.close()
    const silent = await openLibrary(folder)
    expect(silent.notices()).toEqual([])
    await silent.close()
  })

  it('too small for a backup says so and keeps the backup that was there', async () => {
    await mkdir(path.join(place ?? '', 'kept'), { recursive: true })
    const file = path.join(place ?? '', 'kept', 'backup.zip')
    const library = await openLibrary(folder)
    const { bytes } = await library.upkeep.backup(file)
    await fillUp()
    await expect(library.upkeep.backup(file)).rejects.toMatchObject({ code: 'disk_full' })
    await rm(ballast)
    const other = await temporaryFolder()
    const restored = await openLibrary(other)
    await restored.upkeep.restore(file)
    expect(bytes).toBeGreaterThan(0)
    expect(restored.feeds().length).toBeGreaterThan(0)
    await restored.close()
    await removeFolder(other)
    await library.close()
  })
})
