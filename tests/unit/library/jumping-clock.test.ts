/** A clock that is set years ahead and years back while the library is used. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LibraryStore } from '../../../electron/library/library-store'
import { Retention } from '../../../electron/engine/retention'
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
import * as path from 'node:path'

const YEAR_MS = 365 * 86_400_000
/** Ahead, back before everything, before 1970, and right again. */
const JUMPS = [10 * YEAR_MS, -20 * YEAR_MS, -80 * YEAR_MS, 0]
const idOf = (number: number) => sampleArticle('a', number).articleId

let folder: string
let time: number
let library: LibraryStore
const open = (): Promise<LibraryStore> => openLibrary(folder, { disk: hastyDisk, now: () => new Date(time) })

beforeEach(async () => {
  folder = await temporaryFolder()
  time = NOON.getTime()
  library = await open()
  await library.addFeed(sampleFeed('a'))
  for (const { articleId } of sampleArticles('a', 8)) await library.saveBody(sampleBody(articleId))
  await library.saveArticles('a', sampleArticles('a', 8))
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

it('the last change counts, whatever the clock said, before and after another start', async () => {
  for (const [at, jump] of JUMPS.entries()) {
    time = NOON.getTime() + jump
    await library.setStatus([idOf(0)], { read: at % 2 === 0, starred: at % 2 === 1 })
    await library.setStatus([idOf(at + 1)], { saved: true })
    await library.saveHighlight(sampleHighlight('h', idOf(0), { note: `note ${String(at)}` }))
    if (at % 2 === 1) await library.flush()
    await library.close()
    library = await open()
    expect(library.notices()).toEqual([])
    expect(library.status(idOf(0))).toMatchObject({ read: at % 2 === 0, starred: at % 2 === 1 })
    expect(library.status(idOf(at + 1)).saved).toBe(true)
    expect(library.highlights()).toMatchObject([{ note: `note ${String(at)}` }])
  }
  expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
})

it('nothing is let go of for its age, nothing fresh is collected, and the daily work is not put off', async () => {
  await library.changeSettings({ keepDays: 45 })
  const retention = new Retention(library, { now: () => new Date(time), forget: () => Promise.resolve() })
  const fresh = await library.saveMedia(Buffer.from('fresh'), 'png')
  await library.saveBody(
    sampleBody(idOf(7), { media: [{ url: 'https://a.example/p.png', media: fresh, why: null }] }),
  )
  for (const jump of JUMPS) {
    time = NOON.getTime() + jump
    expect(await retention.daily()).toMatchObject({ articles: 0 })
    expect(await retention.daily()).toBeNull()
    expect(library.counts(NOON).all).toBe(8)
    expect(library.hasMedia(fresh)).toBe(true)
  }
})

it('backups and restores of one moment do not cover each other', async () => {
  const file = path.join(folder, 'backup.zip')
  await library.upkeep.backup(file)
  for (const theme of ['dark', 'sepia'] as const) {
    await library.changeSettings({ theme })
    await library.upkeep.restore(file)
  }
  expect(await hastyDisk.list(path.join(folder, 'backups'))).toHaveLength(2)
  expect(library.settings().theme).toBe('system')
})
