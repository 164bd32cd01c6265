import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FeedCredentials } from '../../../electron/engine/feed-credentials'
import { SyncRunner, type SyncRequest } from '../../../electron/engine/sync-runner'
import { MemoryLibrary } from '../../support/memory-library'

const asked: SyncRequest = { feedIds: [], force: true, depth: 'full' }
const atLaunch: SyncRequest = { feedIds: [], force: false, depth: 'full', gapMs: 300_000 }

let runner: SyncRunner

beforeEach(() => {
  runner = new SyncRunner({
    library: new MemoryLibrary(),
    network: 'off',
    version: '1.2.3',
    bundle: tmpdir(),
    prefetchRelated: () => true,
    onProgress: () => undefined,
    credentials: new FeedCredentials(null),
    findProxy: null,
    contacted: () => undefined,
    keepDecisions: () => Promise.resolve(),
  })
})

afterEach(() => runner.close())

describe('SyncRunner', () => {
  it('joins a pass over all feeds that runs', () => {
    expect(runner.sync(asked)).toBe(runner.sync(asked))
    expect(runner.sync(atLaunch)).toBe(runner.sync(asked))
  })

  it('gives the reader a pass of their own while the launch’s, which passes over feeds, still runs', async () => {
    const launch = runner.sync(atLaunch)
    const own = runner.sync(asked)
    expect(own).not.toBe(launch)
    expect(runner.sync(asked)).toBe(own)
    await Promise.all([launch, own])
    expect(runner.sync(asked)).not.toBe(own)
  })

  it('runs one pass after the other', async () => {
    const order: string[] = []
    await Promise.all([
      runner.sync(atLaunch).then(() => order.push('launch')),
      runner.sync({ ...asked, feedIds: ['a'] }).then(() => order.push('feed')),
      runner.apart(() => Promise.resolve(order.push('apart'))),
    ])
    expect(order).toEqual(['launch', 'feed', 'apart'])
  })

  it('is not idle from the moment a pass is asked for until the last one has ended', async () => {
    expect(runner.progress.phase).toBe('idle')
    const launch = runner.sync(atLaunch)
    const own = runner.sync(asked)
    expect(runner.progress.phase).toBe('feeds')
    await launch
    expect(runner.progress.phase).toBe('feeds')
    await own
    expect(runner.progress.phase).toBe('idle')
  })
})
