import { afterEach, describe, expect, it } from 'vitest'
import { isLocalAddress } from '../../../electron/sync/local-feed'
import type { SyncBench } from '../../support/sync-bench'
import { page, png, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench
afterEach(async () => {
  await bench.stop()
})

describe('the feed that ships with the app', () => {
  it('goes through the same pipeline with the network off', async () => {
    const site = 'https://starter.offprint.invalid'
    const files: Record<string, string | Uint8Array> = {
      'offprint:starter': rss('Starter', [{ title: 'Welcome', link: `${site}/welcome`, summary: 'short' }]),
      [`${site}/welcome`]: page('Welcome', { image: `${site}/pier.png` }),
      [`${site}/pier.png`]: png(),
    }
    bench = await startSyncBench({
      local: (url) => {
        const bytes = files[url]
        return Promise.resolve(
          bytes === undefined ? null : { bytes: Buffer.from(bytes as string), contentType: null },
        )
      },
    })
    bench.restart({ network: 'off' })
    bench.library.addFeed('offprint:starter')
    expect(await bench.sync()).toMatchObject({ ok: 1, newArticles: 1, bytes: 0 })
    expect(bench.library.titled('Welcome')).toMatchObject({
      pending: false,
      missing: [],
      readiness: { text: 'page', images: [1, 1] },
    })
    expect(await bench.sync()).toMatchObject({ ok: 1, newArticles: 0 })
  })

  it('says when a file of it is missing', async () => {
    bench = await startSyncBench()
    bench.library.addFeed('offprint:other')
    const summary = await bench.sync()
    expect(summary.results[0]?.message).toContain("not among the app's own files")
  })

  it('claims no address that only looks like it', () => {
    expect(isLocalAddress('https://starter.offprint.invalid.example.org/')).toBe(false)
    expect(isLocalAddress('https://example.org/offprint:x')).toBe(false)
    expect(isLocalAddress('offprint:starter')).toBe(true)
  })
})
