import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realDisk } from '../../../electron/library/disk'
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
  sampleHighlight,
  sampleSyncState,
  temporaryFolder,
} from './sample-library'

const STARRED = sampleArticle('a', 1).articleId
const QUERY = { view: 'starred', feedId: null, folder: null, order: 'newest' } as const
let folder: string

beforeEach(async () => {
  folder = await temporaryFolder()
  const library = await openLibrary(folder, { disk: hastyDisk })
  await library.addFeed(sampleFeed('a'))
  await library.addFeed(sampleFeed('b'))
  for (const { articleId } of [...sampleArticles('a', 6), ...sampleArticles('b', 2)])
    await library.saveBody(sampleBody(articleId))
  await library.saveArticles('a', sampleArticles('a', 5))
  await library.saveArticles('a', [sampleArticle('a', 5)])
  await library.saveArticles('b', sampleArticles('b', 2))
  await library.saveSyncState(sampleSyncState('a'))
  await library.setStatus([STARRED], { starred: true, read: true })
  await library.saveHighlight(sampleHighlight('h', STARRED, { note: 'mine' }))
  await library.changeSettings({ theme: 'dark' })
  await library.flush()
  await library.close()
})

afterEach(() => removeFolder(folder))

const DAMAGES: Readonly<Record<string, (file: string) => Promise<void>>> = {
  truncated: async (file) => {
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * 0.6)))
  },
  empty: (file) => writeFile(file, ''),
  'filled with zeros': async (file) => writeFile(file, Buffer.alloc((await readFile(file)).length)),
  'flipped in one bit': async (file) => {
    const bytes = await readFile(file)
    const at = Math.floor(bytes.length * 0.7)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(file, bytes)
  },
  missing: (file) => rm(file),
}

/** What must be there whatever happened to one file. */
function expectEverything(library: LibraryStore): void {
  expect(library.feeds().map(({ feedId }) => feedId)).toEqual(['a', 'b'])
  expect(library.articlesOf('a')).toHaveLength(6)
  expect(library.articlesOf('b')).toHaveLength(2)
  expect(library.list(QUERY, null, 10, NOON).records.map(({ title }) => title)).toEqual([
    sampleArticle('a', 1).title,
  ])
  expect(library.status(STARRED)).toEqual({ starred: true, read: true, saved: false })
  expect(library.highlights()).toEqual([sampleHighlight('h', STARRED, { note: 'mine' })])
  expect(library.settings().theme).toBe('dark')
}

const FILES = ['library.json', 'feeds.json', 'highlights.json', 'settings.json', 'statuses/a.json']

describe.each(Object.entries(DAMAGES))('a file that is %s', (_name, damage) => {
  it.each(FILES)('%s is restored from its copy without a loss', async (name) => {
    await damage(path.join(folder, name))
    const library = await openLibrary(folder)
    expectEverything(library)
    expect(library.notices()).toMatchObject([{ file: name }])
    await library.close()
    const again = await openLibrary(folder)
    expectEverything(again)
    expect(again.notices()).toEqual([])
    expect((await again.upkeep.doctor({ repair: false })).problems).toEqual([])
    await again.close()
  })

  it.each(FILES)('the copy of %s is noticed by the doctor and made again', async (name) => {
    await damage(path.join(folder, `${name}.bak`))
    const library = await openLibrary(folder)
    expectEverything(library)
    await library.upkeep.doctor({ repair: true })
    expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
    await library.close()
    await rm(path.join(folder, name))
    const again = await openLibrary(folder)
    if (name !== 'library.json') expectEverything(again)
    await again.close()
  })

  it('articles are put together from what can be read and from the copy', async () => {
    await damage(path.join(folder, 'articles/a.json'))
    const library = await openLibrary(folder)
    // The copy is one change behind; the newest article is in the damaged file alone.
    const count = library.articlesOf('a').length
    expect(count).toBeGreaterThanOrEqual(5)
    expect(library.article(STARRED)).toEqual(sampleArticle('a', 1))
    expect(library.status(STARRED).starred).toBe(true)
    expect(library.notices()).toMatchObject([{ file: 'articles/a.json' }])
    await library.saveArticles('a', sampleArticles('a', 6))
    expectEverything(library)
    await library.close()
  })

  it('a text is fetched again and nothing claims that it is here', async () => {
    const file = path.join(folder, 'bodies', STARRED.slice(0, 2), `${STARRED}.body`)
    await damage(file)
    const library = await openLibrary(folder)
    const { ok, problems } = await library.upkeep.doctor({ repair: false })
    expect(ok).toBe(false)
    expect(problems.some((problem) => problem.file.includes(STARRED))).toBe(true)
    expect(await library.body(STARRED)).toBeNull()
    expect(library.article(STARRED)).toMatchObject({
      pending: true,
      itemHash: '',
      readiness: { text: 'none' },
    })
    expect(library.syncState('a')).toMatchObject({ etag: null, bodyHash: null })
    expectEverything(library)
    await library.close()
  })
})

describe('both copies of feeds.json', () => {
  const lose = async (damage: (file: string) => Promise<void>, ...names: string[]): Promise<void> => {
    for (const name of names) await damage(path.join(folder, name))
  }

  it.each(Object.entries(DAMAGES))(
    '%s: the subscriptions come from the spare list, and the reader is told',
    async (_name, damage) => {
      await lose(damage, 'feeds.json', 'feeds.json.bak')
      const library = await openLibrary(folder)
      expectEverything(library)
      expect(library.feeds()).toEqual([sampleFeed('a'), sampleFeed('b')])
      expect(library.notices().at(-1)?.message).toContain('2 feeds were restored')
      await library.close()
      const again = await openLibrary(folder)
      expect(again.notices()).toEqual([])
      expect((await again.upkeep.doctor({ repair: false })).problems).toEqual([])
      await again.close()
    },
  )

  it('and the spare list too: nothing else is lost, and a feed that is added again finds its articles', async () => {
    await lose(DAMAGES['empty']!, 'feeds.json', 'feeds.json.bak', 'feeds-spare.json', 'feeds-spare.json.bak')
    let library = await openLibrary(folder)
    expect(library.feeds()).toEqual([])
    expect(library.notices()[0]?.message).toContain('starts empty')
    await library.addFeed(sampleFeed('a'))
    await library.addFeed(sampleFeed('b'))
    await library.close()
    library = await openLibrary(folder)
    expectEverything(library)
    await library.close()
  })
})

describe('both copies of a file', () => {
  it('lost: the library says so, keeps the broken ones aside and loses nothing else', async () => {
    await writeFile(path.join(folder, 'articles/a.json'), 'x')
    await writeFile(path.join(folder, 'articles/a.json.bak'), 'y')
    const library = await openLibrary(folder)
    expect(library.notices()[0]?.message).toContain('come back with the next sync')
    expect(await readdir(path.join(folder, 'damaged'))).toHaveLength(2)
    // The article comes back with the next sync, and finds its star and highlight again.
    expect(library.article(STARRED)).toBeNull()
    await library.saveArticles('a', sampleArticles('a', 6))
    expectEverything(library)
    await library.close()
  })

  it('lost, and the star survives another start before the article is back', async () => {
    await rm(path.join(folder, 'articles/a.json'))
    await rm(path.join(folder, 'articles/a.json.bak'))
    let library = await openLibrary(folder)
    await library.saveArticles('a', [sampleArticle('a', 0)])
    await library.setStatus([sampleArticle('a', 0).articleId], { read: true })
    await library.flush()
    await library.close()
    library = await openLibrary(folder)
    await library.saveArticles('a', sampleArticles('a', 6))
    expectEverything(library)
    await library.close()
  })
})

describe('a damaged journal', () => {
  it('gives up the damaged line alone and says so', async () => {
    let library = await openLibrary(folder)
    for (let number = 0; number < 5; number++)
      await library.setStatus([sampleArticle('a', number).articleId], { saved: true })
    // As a kill leaves it.
    const killed = await temporaryFolder()
    await cp(folder, killed, { recursive: true })
    await rm(path.join(killed, 'lock'))
    await library.close()
    await removeFolder(folder)
    folder = killed
    const [name = ''] = await readdir(path.join(folder, 'journal'))
    const file = path.join(folder, 'journal', name)
    const lines = (await readFile(file, 'latin1')).split('\n')
    lines[2] = (lines[2] ?? '').replace('saved', 'sawed')
    await writeFile(file, lines.join('\n'), 'latin1')
    library = await openLibrary(folder)
    const saved = [0, 1, 2, 3, 4].map((number) => library.status(sampleArticle('a', number).articleId).saved)
    expect(saved).toEqual([true, true, false, true, true])
    expect(library.notices()).toHaveLength(1)
    await library.upkeep.doctor({ repair: true })
    await library.close()
    library = await openLibrary(folder)
    expect(library.notices()).toEqual([])
    await library.close()
  })
})

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made for a test`), { code })
}

/** A disk on which every change fails from some moment on. */
function failingDisk(code: string): { readonly disk: Disk; fail: boolean } {
  const state = { disk: hastyDisk, fail: false }
  const guard =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      state.fail ? Promise.reject(failure(code)) : work(...args)
  state.disk = {
    ...hastyDisk,
    write: guard(hastyDisk.write),
    place: guard(hastyDisk.place),
    create: guard(hastyDisk.create),
    rename: guard(hastyDisk.rename),
    link: guard(hastyDisk.link),
    makeFolder: guard(hastyDisk.makeFolder),
    openAppend: guard(async (file: string) => {
      const output = await hastyDisk.openAppend(file)
      return { append: guard((bytes: Uint8Array) => output.append(bytes)), close: () => output.close() }
    }),
  }
  return state
}

describe('a full disk', () => {
  it('refuses every change with a sentence, keeps what was there and goes on when there is room', async () => {
    const state = failingDisk('ENOSPC')
    const library = await openLibrary(folder, { disk: state.disk })
    const other = sampleArticle('b', 0).articleId
    await library.setStatus([other], { read: true })
    state.fail = true
    const changes = [
      () => library.setStatus([other], { saved: true }),
      () => library.saveHighlight(sampleHighlight('h2', other)),
      () => library.saveArticles('b', [sampleArticle('b', 9)]),
      () => library.saveBody(sampleBody(other)),
      () => library.saveMedia(Buffer.from('x'), 'png'),
      () => library.addFeed(sampleFeed('c')),
      () => library.changeSettings({ theme: 'light' }),
      () => library.upkeep.backup(path.join(folder, 'backup.zip')),
    ]
    for (const change of changes)
      await expect(change()).rejects.toMatchObject({ name: 'LibraryError', code: 'disk_full' })
    expectEverything(library)
    expect(library.status(other)).toEqual({ read: true, starred: false, saved: false })
    expect(library.article(sampleArticle('b', 9).articleId)).toBeNull()
    state.fail = false
    for (const change of changes) await change()
    await library.close()
    const again = await openLibrary(folder)
    expect(again.status(other).saved).toBe(true)
    expect(again.feed('c')).not.toBeNull()
    expect(again.articlesOf('b')).toHaveLength(3)
    expect(again.notices()).toEqual([])
    await again.close()
  })
})

describe('a folder that cannot be written', () => {
  it.each(['EROFS', 'EACCES', 'ENOSPC'])('(%s) is opened for reading, saying so', async (code) => {
    const state = failingDisk(code)
    state.fail = true
    const disk = { ...state.disk, makeFolder: () => Promise.resolve() }
    const library = await openLibrary(folder, { disk })
    expectEverything(library)
    expect(library.notices()[0]?.message).toContain('reading only')
    await expect(library.setStatus([STARRED], { read: false })).rejects.toMatchObject({ code: 'read_only' })
    await library.close()
  })

  it('shows a damaged library too, from its copies, and changes no file', async () => {
    await writeFile(path.join(folder, 'feeds.json'), '')
    await rm(path.join(folder, 'articles/b.json'))
    const before = await readdir(folder)
    const library = await openLibrary(folder, { readOnly: true })
    expect(library.feeds()).toHaveLength(2)
    expect(library.notices()).toHaveLength(1)
    await library.close()
    expect(await readdir(folder)).toEqual(before)
    expect(await readFile(path.join(folder, 'feeds.json'), 'utf8')).toBe('')
  })
})

describe('a file that cannot be read', () => {
  it('is treated as damaged: its copy is used', async () => {
    const feeds = path.join(folder, 'feeds.json')
    const disk = {
      ...realDisk,
      read: (file: string) => (file === feeds ? Promise.reject(failure('EIO')) : realDisk.read(file)),
    }
    const library = await openLibrary(folder, { disk })
    expectEverything(library)
    await library.close()
  })

  it('for want of file handles is not: the error passes and nothing is set aside', async () => {
    const feeds = path.join(folder, 'feeds.json')
    const disk = {
      ...realDisk,
      read: (file: string) => (file === feeds ? Promise.reject(failure('EMFILE')) : realDisk.read(file)),
    }
    await expect(openLibrary(folder, { disk })).rejects.toMatchObject({ code: 'disk' })
    const library = await openLibrary(folder)
    expect(library.notices()).toEqual([])
    await library.close()
  })
})

describe('a library of a newer Offprint', () => {
  it('is refused untouched', async () => {
    const file = path.join(folder, 'library.json')
    const newer = (await readFile(file, 'utf8')).replace('"formatVersion":1', '"formatVersion":2')
    await writeFile(file, newer)
    await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library_too_new' })
    expect(await readFile(file, 'utf8')).toBe(newer)
  })
})

describe('a settings file edited by hand', () => {
  const edit = async (from: string, to: string): Promise<void> => {
    const file = path.join(folder, 'settings.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
  }

  it('counts as the reader’s own when every name and value in it is one', async () => {
    await edit('"textSize": 18', '"textSize": 21')
    const library = await openLibrary(folder)
    expect(library.settings().textSize).toBe(21)
    expect(library.notices()).toMatchObject([{ file: 'settings.json' }])
    expect(library.notices()[0]?.message).toContain('was changed outside Offprint and counts')
    const [kept = ''] = await readdir(path.join(folder, 'damaged'))
    expect(await readFile(path.join(folder, 'damaged', kept), 'utf8')).toContain('"textSize": 18')
    await library.close()
    const again = await openLibrary(folder)
    expect(again.settings().textSize).toBe(21)
    expect(again.notices()).toEqual([])
    expect((await again.upkeep.doctor({ repair: false })).problems).toEqual([])
    await again.close()
  })

  it.each([
    ['a name we do not know', '"keepDays"', '"keepDaxs"'],
    ['a value that makes no sense', '"textSize": 18', '"textSize": 1000'],
  ])('counts as damaged with %s: the copy is used and the edit is kept aside', async (_what, from, to) => {
    await edit(from, to)
    const library = await openLibrary(folder)
    expectEverything(library)
    expect(library.notices()).toMatchObject([{ file: 'settings.json' }])
    expect(await readdir(path.join(folder, 'damaged'))).toHaveLength(1)
    await library.close()
  })
})
