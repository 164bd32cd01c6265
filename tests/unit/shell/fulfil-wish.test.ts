/** What the desktop asks for is offered to the reader, never done behind their back. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseArticleId } from '../../../contract/article-id'
import type { FeedRow } from '../../../contract/feed'
import { fulfilWish, type WishOptions } from '../../../electron/shell/fulfil-wish'
import { FEEDS } from '../renderer/fake-articles'
import { memoryLog } from './memory-log'

function setting(yes: boolean): {
  options: WishOptions
  told: unknown[][]
  imported: () => number
  synced: readonly (readonly string[] | undefined)[]
} {
  const told: unknown[][] = []
  let imported = 0
  const synced: (readonly string[] | undefined)[] = []
  const options: WishOptions = {
    engine: {
      importOpml: (bytes) => {
        imported += bytes.byteLength
        return Promise.resolve({ added: 2, known: 1, failed: [] })
      },
      feeds: () => AFTER_IMPORT,
    },
    sync: (feedIds) => synced.push(feedIds),
    openWindow: () => undefined,
    dialogs: { confirm: () => Promise.resolve(yes) },
    tell: (name, fact) => told.push([name, fact]),
    log: memoryLog(),
  }
  return { options, told, imported: () => imported, synced }
}

/** Two that a list brought, one of them paused by its settings, and one that was there. */
const [first, second, known] = FEEDS
const AFTER_IMPORT: readonly FeedRow[] = [
  { ...first!, feedId: 'new', lastSync: null },
  { ...second!, feedId: 'paused', lastSync: null, choices: { ...second!.choices, paused: true } },
  known!,
]

const folder = mkdtempSync(join(tmpdir(), 'offprint-wish-'))
const file = join(folder, 'feeds.opml')
writeFileSync(file, '<opml/>')

describe('fulfilWish', () => {
  it('offers a feed to the window and subscribes to nothing', async () => {
    const { options, told } = setting(true)
    await fulfilWish({ kind: 'feed', address: 'https://example.org/f' }, options)
    expect(told).toEqual([['feeds.offer', { address: 'https://example.org/f' }]])
  })

  it('syncs when the desktop says so', async () => {
    const { options, synced } = setting(true)
    await fulfilWish({ kind: 'sync' }, options)
    expect(synced).toEqual([undefined])
  })

  it('opens an article', async () => {
    const { options, told } = setting(true)
    const articleId = parseArticleId('d'.repeat(32))
    if (articleId) await fulfilWish({ kind: 'article', articleId }, options)
    expect(told).toEqual([['articles.open', { articleId }]])
  })

  it('imports a list of feeds only when the reader says yes, and brings its articles', async () => {
    const no = setting(false)
    await fulfilWish({ kind: 'opml', file }, no.options)
    expect(no.imported()).toBe(0)
    const yes = setting(true)
    await fulfilWish({ kind: 'opml', file }, yes.options)
    expect(yes.imported()).toBe(7)
    expect(yes.told.map(([name]) => name)).toEqual(['library.changed', 'library.notice'])
    expect([no.synced, yes.synced]).toEqual([[], [['new']]])
  })

  it('says what is wrong with a file', async () => {
    const { options, told } = setting(true)
    await fulfilWish({ kind: 'opml', file: join(folder, 'gone.opml') }, options)
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told[0])).toContain('gone.opml could not be read')
  })
})
