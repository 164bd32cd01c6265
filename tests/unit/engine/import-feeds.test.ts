/** Lists of feeds into a library on this disk, ended in the middle as well. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FeedCredentials } from '../../../electron/engine/feed-credentials'
import type { Steps } from '../../../electron/engine/long-works'
import { Subscriptions } from '../../../electron/engine/subscriptions'
import { LibraryStore } from '../../../electron/library/library-store'
import type { SyncPorts } from '../../../electron/sync/sync-ports'
import { TASKS } from '../../../electron/workers/run-task'
import type { TaskRunner } from '../../../electron/workers/tasks'

const now = (): Date => new Date('2026-11-25T10:00:00.000Z')
const open = (): Promise<LibraryStore> =>
  LibraryStore.open(folder, { now, readOnly: false, onNotice: () => undefined })
const tasks: TaskRunner = {
  run: (name, input) => TASKS[name](input as never) as never,
}

let folder = ''
let library: LibraryStore
let subscriptions: Subscriptions

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-import-'))
  library = await open()
  // Nothing but the reading of the list is asked for: no network, no sync.
  subscriptions = new Subscriptions(library, { tasks } as SyncPorts, now, new FeedCredentials(null))
})
afterEach(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

const opml = (addresses: readonly string[]): Uint8Array =>
  Buffer.from(
    `<opml version="2.0"><body>${addresses.map((url, at) => `<outline type="rss" text="Feed ${String(at)}" xmlUrl="${url}"/>`).join('')}</body></opml>`,
  )
const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `https://site${String(at)}.example/feed.xml`)

/** Ended before the step of this number, counted from 0. */
function steps(endsAt = Infinity) {
  const told: (readonly [number, number, string | null | undefined])[] = []
  let step = 0
  const given: Steps = {
    cancelled: () => step > endsAt,
    tell: (...how) => told.push([how[0], how[1], how[2]]),
    hold: () => undefined,
    next: () => Promise.resolve(step++ < endsAt),
  }
  return { given, told }
}

it('counts what came, what was here and what is no address, and says how it goes', async () => {
  const { given, told } = steps()
  await subscriptions.importOpml(opml(['https://a.example/feed']), steps().given)
  const report = await subscriptions.importOpml(
    opml(['https://a.example/feed', 'https://b.example/feed', 'feed:https://b.example/feed', '::::']),
    given,
  )
  expect(report).toEqual({
    added: 1,
    known: 2,
    failed: [{ url: '::::', message: expect.any(String) as string }],
  })
  expect(told).toEqual([[0, 4, 'Feed 0']])
})

it('keeps what was added when the reader ends it, durably, and says how many were left out', async () => {
  const { given, told } = steps(2)
  const report = await subscriptions.importOpml(opml(many(1700)), given)
  expect(report).toEqual({ added: 1000, known: 0, failed: [], left: 700 })
  expect(told.map(([done, total]) => [done, total])).toEqual([
    [0, 1700],
    [500, 1700],
  ])
  await library.close()
  library = await open()
  expect(library.feeds().map(({ url }) => url)).toEqual(many(1000))
})

it('takes up the rest when the same list is imported once more', async () => {
  await subscriptions.importOpml(opml(many(700)), steps(1).given)
  expect(await subscriptions.importOpml(opml(many(700)), steps().given)).toEqual({
    added: 200,
    known: 500,
    failed: [],
  })
})

it('finds the articles of a feed that was here before again', async () => {
  const [url = ''] = many(1)
  await subscriptions.importOpml(opml([url]), steps().given)
  const [feed] = library.feeds()
  await library.removeFeed(feed?.feedId ?? '')
  await subscriptions.importOpml(opml([url, ...many(3)]), steps().given)
  expect(library.feeds()).toHaveLength(3)
  expect(library.feeds()[0]?.feedId).toBe(feed?.feedId)
})
