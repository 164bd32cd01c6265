import { readFile, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RetentionPolicy } from '../../../electron/library/budget'
import { LibraryError } from '../../../electron/library/library-error'
import type { LibraryStore } from '../../../electron/library/library-store'
import { eachFile } from '../../../electron/library/usage'
import { realDisk } from '../../../electron/library/disk'
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
  temporaryFolder,
} from './sample-library'

const NO_LIMITS: RetentionPolicy = { days: null, articlesPerFeed: null, bytes: null, feeds: {} }
let folder: string
let library: LibraryStore
const open = (): Promise<LibraryStore> => openLibrary(folder, { disk: hastyDisk })

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await open()
  await library.addFeed(sampleFeed('a'))
  for (const { articleId } of sampleArticles('a', 10)) await library.saveBody(sampleBody(articleId))
  await library.saveArticles('a', sampleArticles('a', 10))
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

async function bytesOnDisk(): Promise<number> {
  let total = 0
  await eachFile(realDisk, folder, (_file, bytes) => (total += bytes))
  return total
}

async function makeOld(file: string): Promise<void> {
  await utimes(file, new Date(0), new Date(0))
}

describe('retention', () => {
  it('lets the oldest go, never what is marked, says why, and reconciles with the disk to the byte', async () => {
    const [first, second, third] = sampleArticles('a', 3).map(({ articleId }) => articleId)
    await library.setStatus([first!], { starred: true })
    await library.saveHighlight(sampleHighlight('h', second!))
    const plan = await library.upkeep.previewPurge({ ...NO_LIMITS, articlesPerFeed: 6 })
    expect(plan.map(({ why }) => why)).toEqual(['count', 'count'])
    expect(plan.map(({ articleId }) => articleId)).toContain(third)
    const before = await bytesOnDisk()
    expect((await library.upkeep.usage()).total).toBe(before)
    const { purged, bytes } = await library.upkeep.purge(plan)
    expect(purged).toHaveLength(2)
    expect((await library.upkeep.usage()).total).toBe(await bytesOnDisk())
    expect(before - bytes).toBeGreaterThan(0)
    expect(library.article(first!)).not.toBeNull()
    expect(library.article(second!)).not.toBeNull()
    expect(library.isPurged('a', third!)).toBe(true)
    await library.close()
    library = await open()
    expect(library.isPurged('a', third!)).toBe(true)
    expect(library.counts(NOON).all).toBe(8)
    expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
  })

  it('keeps an article that was starred between the preview and the purge', async () => {
    const plan = await library.upkeep.previewPurge({ ...NO_LIMITS, articlesPerFeed: 9 })
    await library.setStatus([plan[0]!.articleId], { starred: true })
    expect((await library.upkeep.purge(plan)).purged).toEqual([])
  })

  it('keeps what waits in the edition until it is read', async () => {
    const [first, second] = sampleArticles('a', 2).map(({ articleId }) => articleId)
    const limits = { ...NO_LIMITS, articlesPerFeed: 6 }
    const before = await library.upkeep.previewPurge(limits)
    expect(before.map(({ articleId }) => articleId)).toContain(first)
    const { edition } = library.desk
    edition.data = { made: NOON.toISOString(), articleIds: [first!, second!] }
    await edition.save()
    await library.setStatus([second!], { read: true })
    const plan = await library.upkeep.previewPurge(limits)
    expect(plan.map(({ articleId }) => articleId)).toContain(second)
    expect(plan.map(({ articleId }) => articleId)).not.toContain(first)
    expect((await library.upkeep.purge(before)).purged).not.toContain(first)
  })

  it('brings the library under a budget when it can, read articles first', async () => {
    const newest = sampleArticle('a', 9).articleId
    await library.setStatus([newest], { read: true })
    const { total } = await library.upkeep.usage()
    const plan = await library.upkeep.previewPurge({ ...NO_LIMITS, bytes: total - 600 })
    expect(plan[0]).toMatchObject({ articleId: newest, why: 'size' })
    await library.flush()
    await library.upkeep.purge(plan)
    expect(library.article(newest)).toBeNull()
  })

  it('lets nothing go because a clock jumped ahead', async () => {
    await library.close()
    library = await openLibrary(folder, { disk: hastyDisk, now: () => new Date('2099-01-01T00:00:00Z') })
    expect(await library.upkeep.previewPurge({ ...NO_LIMITS, days: 30 })).toEqual([])
  })

  it('collects pictures that nothing has shown for a day, and no other', async () => {
    const used = await library.saveMedia(Buffer.from('used'), 'png')
    const fresh = await library.saveMedia(Buffer.from('fresh'), 'png')
    const unused = await library.saveMedia(Buffer.from('unused'), 'jpeg')
    const icon = await library.saveMedia(Buffer.from('icon'), 'ico')
    await library.changeFeed('a', { icon })
    const { articleId } = sampleArticle('a', 1)
    const media = [{ url: 'https://a.example/p.png', media: used, why: null }]
    await library.saveBody(sampleBody(articleId, { media }))
    for (const name of [used, unused, icon]) await makeOld(library.mediaFile(name) ?? '')
    await library.upkeep.collect()
    expect([used, fresh, unused, icon].map((name) => library.hasMedia(name))).toEqual(
      [true, false, false, true].with(1, true),
    )
  })
})

describe('backup and restore', () => {
  it('brings everything back into another library and keeps what was there', async () => {
    const star = sampleArticle('a', 3).articleId
    const picture = await library.saveMedia(Buffer.from('picture'), 'png')
    await library.setStatus([star], { starred: true })
    await library.saveHighlight(sampleHighlight('h', star))
    await library.changeSettings({ theme: 'dark' })
    const file = path.join(folder, 'backup.zip')
    const { bytes } = await library.upkeep.backup(file)
    expect((await stat(file)).size).toBe(bytes)
    const other = await temporaryFolder()
    let restored = await openLibrary(other, { disk: hastyDisk })
    await restored.addFeed(sampleFeed('old'))
    expect(await restored.upkeep.restore(file)).toEqual({ articles: 10, feeds: 1 })
    for (let round = 0; round < 2; round++) {
      expect(restored.feeds()).toEqual([sampleFeed('a')])
      expect(restored.status(star).starred).toBe(true)
      expect(restored.highlights()).toHaveLength(1)
      expect(restored.settings().theme).toBe('dark')
      expect(restored.hasMedia(picture)).toBe(true)
      expect(await restored.body(star)).toEqual(sampleBody(star))
      await restored.setStatus([sampleArticle('a', round).articleId], { read: true })
      expect((await restored.upkeep.doctor({ repair: false })).problems).toEqual([])
      await restored.close()
      restored = await openLibrary(other, { disk: hastyDisk })
    }
    expect(restored.notices()).toEqual([])
    const [kept = ''] = await readdir(path.join(other, 'backups'))
    expect(await readFile(path.join(other, 'backups', kept, 'feeds.json'), 'utf8')).toContain('"old"')
    await restored.close()
    await removeFolder(other)
  })

  it('leaves no half file and changes nothing when it is ended halfway', async () => {
    const { articleId } = sampleArticle('a', 3)
    const file = path.join(folder, 'backup.zip')
    let seen = 0
    const ending = (): void => {
      if (++seen === 3) throw new LibraryError('cancelled', 'Enough.')
    }
    const before = await readdir(folder)
    await expect(library.upkeep.backup(file, ending)).rejects.toMatchObject({ code: 'cancelled' })
    expect(await readdir(folder)).toEqual(before)
    await library.upkeep.backup(file)
    await library.setStatus([articleId], { starred: true })
    seen = 0
    await expect(library.upkeep.restore(file, ending)).rejects.toMatchObject({ code: 'cancelled' })
    expect(library.status(articleId).starred).toBe(true)
    expect(await readdir(folder)).not.toContain('restore')
    expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
  })

  it('says of a restore when it cannot be ended any more', async () => {
    const file = path.join(folder, 'backup.zip')
    await library.upkeep.backup(file)
    const whole: number[] = []
    await library.upkeep.restore(file, (done, total) => {
      if (done === total) whole.push(done)
    })
    expect(whole).toEqual([(await stat(file)).size])
  })

  it('takes place while the library is used: what is changed meanwhile is changed in the restored one', async () => {
    const [one, two, three] = sampleArticles('a', 3).map(({ articleId }) => articleId)
    const decision = { feedId: 'a', at: NOON.toISOString(), code: 'ok', status: 200, nextDue: null } as const
    await library.syncLedger.add([{ ...decision, reason: 'before the backup' }], () => true)
    await library.setStatus([one!], { starred: true })
    const file = path.join(folder, 'backup.zip')
    await library.upkeep.backup(file)
    await library.syncLedger.add([{ ...decision, reason: 'after it' }], () => true)
    await library.setStatus([one!], { starred: false })
    await library.changeSettings({ theme: 'dark' })
    const { syncLedger, desk } = library
    const { stories } = desk
    const changes: Promise<unknown>[] = []
    // From its first step to its last, again and again.
    const restoring = library.upkeep.restore(file, () => {
      changes.push(library.setStatus([two!], { saved: true }))
    })
    let isDone = false
    void restoring.finally(() => (isDone = true))
    while (!isDone) {
      changes.push(
        library.setStatus([two!], { saved: true }),
        library.changeSettings({ textSize: 24 }),
        library.addFeed(sampleFeed('late')),
        library.saveHighlight(sampleHighlight('late', three!)),
      )
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await restoring
    await Promise.all(changes)
    const check = async (): Promise<void> => {
      expect(library.status(one!).starred).toBe(true)
      expect(library.status(two!).saved).toBe(true)
      expect(library.settings()).toMatchObject({ theme: 'system', textSize: 24 })
      expect(library.feeds().map(({ feedId }) => feedId)).toEqual(['a', 'late'])
      expect(library.highlights()).toHaveLength(1)
      expect((await library.syncLedger.of('a')).map(({ reason }) => reason)).toEqual(['before the backup'])
    }
    await check()
    // Whoever still holds a part of the library that was replaced writes nothing over the restored one.
    await expect(stories.save()).rejects.toMatchObject({ code: 'replaced' })
    await expect(syncLedger.add([{ ...decision, reason: 'too late' }], () => true)).rejects.toMatchObject({
      code: 'replaced',
    })
    await library.close()
    library = await open()
    expect(library.notices()).toEqual([])
    await check()
    expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
  })

  it('leaves what was replaced out of every limit', async () => {
    const file = path.join(folder, 'backup.zip')
    await library.upkeep.backup(file)
    await library.upkeep.restore(file)
    await rm(file)
    const { total, aside } = await library.upkeep.usage()
    expect(aside).toBeGreaterThan(0)
    expect(await library.upkeep.previewPurge({ ...NO_LIMITS, bytes: total - aside })).toEqual([])
    expect(await library.upkeep.previewPurge({ ...NO_LIMITS, bytes: total - aside - 1 })).toHaveLength(1)
  })

  it('refuses a damaged backup, a file that is none and one that is not there, and changes nothing', async () => {
    const file = path.join(folder, 'backup.zip')
    await library.upkeep.backup(file)
    const bytes = await readFile(file)
    const spoiled = [
      bytes.subarray(0, bytes.length - 40),
      Buffer.from('no zip'),
      Buffer.alloc(0),
      Buffer.from(bytes),
    ]
    spoiled[3]![Math.floor(bytes.length / 2)]! ^= 1
    for (const content of spoiled) {
      await writeFile(file, content)
      await expect(library.upkeep.restore(file)).rejects.toMatchObject({ code: 'bad_backup' })
    }
    await rm(file)
    await expect(library.upkeep.restore(file)).rejects.toMatchObject({ code: 'not_found' })
    expect(library.counts(NOON).all).toBe(10)
    expect(await readdir(folder)).not.toContain('restore')
  })

  it('is finished by the next start when it is killed at any step', async () => {
    const file = path.join(folder, 'backup.zip')
    await library.upkeep.backup(file)
    await library.removeFeed('a')
    await library.close()
    for (let steps = 1; ; steps++) {
      const copy = await temporaryFolder()
      const before = await openLibrary(copy, { disk: hastyDisk })
      await before.addFeed(sampleFeed('before'))
      await before.close()
      let left = steps
      const rename = async (from: string, to: string): Promise<void> => {
        if (--left === 0) throw Object.assign(new Error('EIO: made for a test'), { code: 'EIO' })
        if (left < 0) throw Object.assign(new Error('EIO: dead'), { code: 'EIO' })
        await hastyDisk.rename(from, to)
      }
      const dying = await openLibrary(copy, { disk: { ...hastyDisk, rename } }).catch(() => null)
      const done = await dying?.upkeep.restore(file).catch(() => null)
      await dying?.close().catch(() => undefined)
      const after = await openLibrary(copy, { disk: hastyDisk })
      const feeds = after.feeds().map(({ feedId }) => feedId)
      expect([['a'], ['before']]).toContainEqual(feeds)
      expect(after.counts(NOON).all).toBe(feeds[0] === 'a' ? 10 : 0)
      expect(after.notices()).toEqual([])
      await after.close()
      await removeFolder(copy)
      if (done) break
    }
    library = await open()
  })
})

describe('after a power cut', () => {
  it('looks for texts and pictures of the last minutes that are gone, and lets nothing claim they are here', async () => {
    const picture = await library.saveMedia(Buffer.from('picture'), 'png')
    const [whole, cut, gone, unpainted] = [1, 2, 3, 4].map((number) =>
      sampleArticle('a', number, {
        readiness: { text: 'page', images: [1, 1], related: [0, 0], comments: 'none' },
      }),
    )
    const media = [{ url: 'https://a.example/p.png', media: picture, why: null }]
    await library.saveBody(sampleBody(unpainted!.articleId, { media }))
    await library.saveArticles('a', [whole!, cut!, gone!, unpainted!])
    const lock = await readFile(path.join(folder, 'lock'), 'utf8')
    const bodyOf = (id: string): string => path.join(folder, 'bodies', id.slice(0, 2), `${id}.body`)
    const pictureFile = library.mediaFile(picture) ?? ''
    await library.close()
    await truncate(bodyOf(cut!.articleId), 0)
    await rm(bodyOf(gone!.articleId))
    await truncate(pictureFile, 0)
    await writeFile(path.join(folder, 'lock'), lock.replace(/"boot":"[^"]*"/, '"boot":"another run"'))
    library = await open()
    expect(library.notices()[0]?.message).toContain('2 texts and 1 pictures')
    expect(library.article(whole!.articleId)).toEqual(whole)
    for (const { articleId } of [cut!, gone!])
      expect(library.article(articleId)).toMatchObject({ pending: true, readiness: { text: 'none' } })
    expect(library.article(unpainted!.articleId)).toMatchObject({
      pending: true,
      readiness: { images: [0, 1] },
    })
    expect(library.hasMedia(picture)).toBe(false)
    expect((await library.upkeep.doctor({ repair: true })).ok).toBe(true)
  })
})
