/** The readiness of every article, as the lists and the panel tell it, beside what an independent look at the library's folder finds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRow } from '../../../contract/article'
import { Engine } from '../../../electron/engine'
import { bundleCommandLine } from '../../support/bundled-command-line'
import { readinessOnDisk, type FoundOnDisk } from '../../support/disk-readiness'
import { startLoopbackServer, type LoopbackServer } from '../../support/loopback-server'
import { LINKING, serveEveryKind } from '../../support/site/every-kind'

const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
const READY = new Set([
  'Swans counted on the mill pond',
  'Tide tables printed in brass',
  'Pictures and a pixel',
  LINKING,
  'Readers argue about the fog horn',
])

let folder: string
let server: LoopbackServer
let engine: Engine

const rows = (): readonly ArticleRow[] => engine.listArticles(ALL, null, 100).rows
const found = (): ReadonlyMap<string, FoundOnDisk> => readinessOnDisk(join(folder, 'library'))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-on-disk-'))
  server = await startLoopbackServer()
  const { file } = await bundleCommandLine()
  engine = await Engine.open({
    libraryFolder: join(folder, 'library'),
    network: 'on',
    version: '0',
    bundle: dirname(file),
  })
  for (const address of serveEveryKind(server)) {
    const { feedId } = await engine.addFeed(address, [])
    if (address.endsWith('/talk.xml')) await engine.changeFeed(feedId, { fetchComments: true })
  }
  await engine.sync({ feedIds: [], force: true, depth: 'full' })
  await engine.warmUp()
}, 120_000)

afterAll(async () => {
  await engine.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What lists and panel say of every listed article must be what lies there. */
async function expectAgreement(): Promise<void> {
  const disk = found()
  for (const row of rows()) {
    const { kind, title, ...there } = disk.get(row.articleId)!
    expect(kind).toBe('feed')
    const { text, images, related } = row.readiness
    const checked = await engine.offline.check(row.articleId)
    const panel = {
      text: checked.source,
      images: [checked.pictures.here, checked.pictures.all],
      related: [checked.related.here, checked.related.all],
      comments: checked.comments.here,
      ready: checked.ready,
    }
    const list = { text, images, related, comments: there.comments, ready: row.ready }
    expect({ title, list, panel }).toEqual({ title, list: there, panel: there })
  }
}

describe('a library with articles of every kind', () => {
  it('has all of them, and tells the whole from the incomplete', () => {
    const listed = rows()
    expect(listed.map(({ title }) => title)).toEqual(expect.arrayContaining([...READY]))
    const own = listed.filter(({ title }) => !title.includes('Velmar'))
    expect(
      own
        .filter(({ ready }) => ready)
        .map(({ title }) => title)
        .sort(),
    ).toEqual([...READY].sort())
  })

  it('says of every article what lies on the disk', expectAgreement)

  it('says so still when a part was let go of by the limits, and starred ones stayed', async () => {
    const kinds = engine.feeds().find(({ title }) => title === 'Kinds')!
    const starred = rows().find(({ title }) => title === LINKING)!
    await engine.mark([starred.articleId], { starred: true })
    await engine.changeFeed(kinds.feedId, { keepArticles: 3 })
    const { articles } = await engine.storage.purge()
    expect(articles).toBeGreaterThan(3)
    const left = rows().filter(({ feedId }) => feedId === kinds.feedId)
    expect(left.map(({ title }) => title)).toContain(LINKING)
    expect(left.find(({ title }) => title === LINKING)?.ready).toBe(true)
    expect([...found().values()].filter(({ kind }) => kind === 'related')).toHaveLength(1)
    await expectAgreement()
  })

  it('says so still after everything incomplete was prepared again', async () => {
    await engine.offline.prepareNamed([])
    await expectAgreement()
  })
})
