/** Any library under any limits: what was foreseen goes, nothing else, and every figure is that of the disk. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { KeepLimits } from '../../contract/library'
import { Retention } from '../../electron/engine/retention'
import { realDisk } from '../../electron/library/disk'
import type { LibraryStore } from '../../electron/library/library-store'
import { eachFile } from '../../electron/library/usage'
import {
  NOON,
  hastyDisk,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleBody,
  sampleFeed,
  sampleHighlight,
  temporaryFolder,
} from '../unit/library/sample-library'

const DAY_MS = 86_400_000
const FEEDS = ['a', 'b', 'c']

interface Wanted {
  readonly feed: number
  readonly daysOld: number
  readonly mark: 'none' | 'read' | 'starred' | 'saved' | 'highlighted'
  readonly picture: number | null
  readonly words: number
}

const article = fc.record<Wanted>({
  feed: fc.nat(FEEDS.length - 1),
  daysOld: fc.nat(60),
  mark: fc.constantFrom('none', 'none', 'read', 'starred', 'saved', 'highlighted'),
  picture: fc.option(fc.nat(4)),
  words: fc.nat(300),
})
const limits = fc.record<KeepLimits>({
  keepDays: fc.constantFrom(0, 1, 10, 30),
  keepArticles: fc.constantFrom(0, 1, 3, 8),
  budgetMb: fc.constantFrom(0, 0, 0.004, 0.02),
})

async function fill(library: LibraryStore, wanted: readonly Wanted[]): Promise<void> {
  for (const feed of FEEDS) await library.addFeed(sampleFeed(feed))
  for (const [number, { feed, daysOld, mark, picture, words }] of wanted.entries()) {
    const feedId = FEEDS[feed] ?? 'a'
    const record = sampleArticle(feedId, number, {
      published: new Date(NOON.getTime() - daysOld * DAY_MS).toISOString(),
    })
    const { articleId } = record
    const media =
      picture === null
        ? []
        : [
            {
              url: 'https://a.example/p.png',
              media: await library.saveMedia(Buffer.alloc(500 + picture, picture), 'png'),
              why: null,
            },
          ]
    const body = sampleBody(articleId, { media })
    const text = Array.from({ length: words }, (_, at) => `w${String((at * 7919 + number) % 5000)}`).join(' ')
    await library.saveBody({ ...body, body: { ...body.body, text } })
    await library.saveArticles(feedId, [record])
    if (mark === 'highlighted') await library.saveHighlight(sampleHighlight(`h${String(number)}`, articleId))
    else if (mark !== 'none') await library.setStatus([articleId], { [mark]: true })
  }
  await library.flush()
}

async function bytesByPart(folder: string): Promise<Record<string, number>> {
  const bytes: Record<string, number> = { total: 0 }
  await eachFile(realDisk, folder, (file, size) => {
    const part = file.slice(folder.length + 1).split('/')[0] ?? ''
    const kind = part === 'bodies' || part === 'media' ? part : 'articles'
    bytes[kind] = (bytes[kind] ?? 0) + size
    bytes['total'] = (bytes['total'] ?? 0) + size
  })
  return bytes
}

describe('retention', () => {
  it('lets go of what the preview said, keeps what is marked, and its figures are those of the disk', async () => {
    const run = fc.asyncProperty(
      fc.array(article, { minLength: 1, maxLength: 25 }),
      limits,
      fc.integer({ min: 0, max: 3 }),
      async (wanted, kept, daysLater) => {
        const folder = await temporaryFolder()
        let time = NOON.getTime()
        const library = await openLibrary(folder, { disk: hastyDisk, now: () => new Date(time) })
        try {
          await fill(library, wanted)
          const tools = { now: () => new Date(time), forget: () => Promise.resolve() }
          const retention = new Retention(library, tools)
          await library.changeSettings({ keepDays: kept.keepDays, keepArticles: kept.keepArticles })
          // Pictures leave when nothing has named them for a day by this clock.
          time += daysLater * DAY_MS
          const policy = { ...library.settings(), budgetMb: kept.budgetMb }
          const preview = await retention.preview(policy)
          const marked = wanted.flatMap(({ feed, mark }, number) =>
            ['starred', 'saved', 'highlighted'].includes(mark)
              ? [sampleArticle(FEEDS[feed] ?? 'a', number).articleId]
              : [],
          )
          const all = library.counts(NOON).all
          const before = await bytesByPart(folder)
          expect(await library.upkeep.usage()).toMatchObject(before)
          // Budgets of a test are smaller than a whole megabyte, which is the least that settings hold.
          const plan = await library.upkeep.previewPurge({
            days: kept.keepDays || null,
            articlesPerFeed: kept.keepArticles || null,
            bytes: kept.budgetMb ? kept.budgetMb * 1_000_000 : null,
            feeds: {},
          })
          expect(plan).toHaveLength(preview.articles)
          const { purged, bytes } = await library.upkeep.purge(plan)
          const after = await bytesByPart(folder)
          expect(purged.toSorted()).toEqual(plan.map(({ articleId }) => articleId).toSorted())
          expect(library.counts(NOON).all).toBe(all - purged.length)
          expect(bytes).toBe((before['total'] ?? 0) - (after['total'] ?? 0))
          expect(await library.upkeep.usage()).toMatchObject(after)
          for (const articleId of marked) expect(library.article(articleId)).not.toBeNull()
          for (const articleId of purged) expect(await library.body(articleId)).toBeNull()
          // Nothing more to do, and what went stays away: its names are known.
          if (!kept.budgetMb) expect((await retention.preview(policy)).articles).toBe(0)
          for (const { articleId, feedId } of plan) expect(library.isPurged(feedId, articleId)).toBe(true)
          expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
        } finally {
          await library.close()
          await removeFolder(folder)
        }
      },
    )
    await fc.assert(run, { numRuns: 12 })
  }, 60_000)
})
