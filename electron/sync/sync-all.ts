/**
 * One pass over the feeds in two phases: every feed's headlines first, then bodies, pages, pictures and related links of
 * what is pending, newest first. Killed anywhere, the next pass goes on where this one was.
 */
import { setMaxListeners } from 'node:events'
import type { SyncCode } from '../../contract/feed'
import type { FeedResult, SyncSummary } from '../../contract/sync'
import type { ArticleRecord, FeedRecord } from '../library/records'
import { completePending } from './complete-pending'
import { Completion } from './completion'
import { withoutPenalty } from './feed-state'
import { fetchIcon } from './fetch-icon'
import { hostOf } from './fetch-outcome'
import type { ProgressListener } from './progress-meter'
import { ProgressMeter } from './progress-meter'
import { runBounded } from './run-bounded'
import type { HeldBodies } from './store-bodies'
import { storeBodies } from './store-bodies'
import { syncFeed } from './sync-feed'
import type { SyncPorts } from './sync-ports'
import type { FeedVisit } from './visit-outcome'

export interface SyncOptions {
  /** These feeds only; all when empty. */
  readonly feedIds: readonly string[]
  /** Due times and stops do not count. */
  readonly force: boolean
  /** `headlines` leaves pages, pictures and related links to a later pass. */
  readonly depth: 'headlines' | 'full'
  readonly prefetchRelated: boolean
  /** Shortest time between two visits of a feed in milliseconds; for passes that nobody asked for. */
  readonly gapMs?: number
  readonly signal?: AbortSignal
  readonly onProgress?: ProgressListener
}

/** Feeds at work at once: more than connections, for most of them wait. */
const FEEDS_AT_ONCE = 48
/** Feeds whose bodies are made at once: enough to keep every worker busy while others wait for the disk. */
const BODIES_AT_ONCE = 8

/** Codes that say nothing of whether this machine has a network at all. */
const UNREACHED = new Set<SyncCode>([
  'dns',
  'refused',
  'timeout',
  'skipped',
  'cancelled',
  'busy',
  'network_off',
  'disk',
])

/** Resolves also when it is cancelled, with what was done, and when the library cannot write, with code `disk`. */
export async function syncAll(ports: SyncPorts, options: SyncOptions): Promise<SyncSummary> {
  const stop = new AbortController()
  // Every fetch of the pass listens to it; that is no leak.
  setMaxListeners(0, stop.signal)
  const cancel = () => stop.abort()
  if (options.signal?.aborted) cancel()
  options.signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await new SyncPass(ports, { ...options, signal: stop.signal }).run()
  } finally {
    options.signal?.removeEventListener('abort', cancel)
    // After a failure of the library nothing may go on in the background.
    cancel()
  }
}

class SyncPass {
  private readonly started: number
  private readonly bytesBefore: number
  private readonly meter: ProgressMeter
  private readonly results: FeedResult[] = []
  private readonly failed: NonNullable<FeedVisit['failed']>[] = []
  private held: HeldBodies[] = []
  private heldCharacters = 0
  private making: Promise<void> = Promise.resolve()
  /** Feeds whose articles are completed or being completed. */
  private readonly finished = new Set<string>()
  private newArticles = 0
  private updatedArticles = 0
  private reached = false
  private portal = false
  private lastEnd = performance.now()

  constructor(
    private readonly ports: SyncPorts,
    private readonly options: SyncOptions,
  ) {
    this.started = performance.now()
    this.bytesBefore = ports.bytesReceived()
    this.meter = new ProgressMeter(options.onProgress ?? (() => undefined))
  }

  async run(): Promise<SyncSummary> {
    const feeds = this.chosenFeeds()
    this.meter.set({ phase: 'feeds', feedsTotal: feeds.length })
    const visits = this.visitAll(feeds)
    try {
      // A feed that hangs must not keep everybody from reading: articles begin when only stragglers are left.
      await Promise.race([visits, this.quietTime()])
      await this.finishArticles()
      await visits
      await this.forgiveIfOffline()
      await this.finishArticles()
    } finally {
      this.meter.end({ bytes: this.bytes() })
    }
    return this.summary(feeds)
  }

  private chosenFeeds(): readonly FeedRecord[] {
    const wanted = new Set(this.options.feedIds)
    const feeds = this.ports.library.feeds().filter((feed) => wanted.size === 0 || wanted.has(feed.feedId))
    return takeTurns(feeds, (feed) => hostOf(feed.url))
  }

  private async visitAll(feeds: readonly FeedRecord[]): Promise<void> {
    await runBounded(feeds, FEEDS_AT_ONCE, async (feed) => {
      this.note(feed, await this.visit(feed))
      if (this.heldCharacters > this.ports.limits.maxHeldCharacters) await this.makeBodies()
    })
  }

  private async visit(feed: FeedRecord): Promise<FeedVisit> {
    const { gapMs = 0, signal, feedIds } = this.options
    // Asking for all feeds asks for none that is paused; asking for it by name does.
    const force = this.options.force && (!feed.paused || feedIds.includes(feed.feedId))
    if (!signal?.aborted) {
      try {
        return await syncFeed(this.ports, feed, { force, gapMs, signal })
      } catch (error) {
        const result = { feedId: feed.feedId, status: null, newArticles: 0, ...storageFault(error) }
        return { result, updatedArticles: 0, held: null, failed: null }
      }
    }
    const result = {
      feedId: feed.feedId,
      status: null,
      code: 'cancelled' as const,
      newArticles: 0,
      message: null,
    }
    return { result, updatedArticles: 0, held: null, failed: null }
  }

  private note(feed: FeedRecord, visit: FeedVisit): void {
    const { result, held, failed } = visit
    this.results.push(result)
    if (result.status !== null || !UNREACHED.has(result.code)) this.reached = true
    if (result.code === 'captive_portal') this.portal = true
    if (failed) this.failed.push(failed)
    if (held) {
      this.held.push(held)
      this.heldCharacters += held.characters
    }
    this.newArticles += result.newArticles
    this.updatedArticles += visit.updatedArticles
    this.lastEnd = performance.now()
    this.meter.set({
      feedsDone: this.results.length,
      newArticles: this.newArticles,
      failed: this.failed.length,
      bytes: this.bytes(),
      current: feed.ownTitle ?? feed.title,
    })
  }

  /** Resolves when no visit has ended for a while. */
  private async quietTime(): Promise<void> {
    const { stragglerMs } = this.ports.limits
    for (let quiet = 0; quiet < stragglerMs; quiet = performance.now() - this.lastEnd) {
      await new Promise((resolve) => setTimeout(resolve, stragglerMs - quiet + 1))
    }
  }

  /** One after the other: whoever awaits it knows that everything held so far is stored. */
  private makeBodies(): Promise<void> {
    this.making = this.making.then(() => this.makeHeld())
    return this.making
  }

  private async makeHeld(): Promise<void> {
    const held = this.held
    this.held = []
    this.heldCharacters = 0
    await runBounded(held, BODIES_AT_ONCE, async (one) => {
      if (this.options.signal?.aborted) return
      try {
        await storeBodies(this.ports, one, this.options.signal)
      } catch (error) {
        // Its state was not saved: the next pass fetches the feed whole again.
        const place = this.results.findIndex((result) => result.feedId === one.feed.feedId)
        const result = this.results[place]
        if (result) this.results[place] = { ...result, ...storageFault(error) }
      }
    })
  }

  /** For feeds whose visit has ended: a headline of any other is not lacking its text, the text is still on its way. */
  private async finishArticles(): Promise<void> {
    const ended = this.results.map((result) => result.feedId).filter((feedId) => !this.finished.has(feedId))
    for (const feedId of ended) this.finished.add(feedId)
    await this.makeBodies()
    const { depth, signal, prefetchRelated } = this.options
    // Behind a sign-in page every page and picture would be that page.
    if (depth === 'headlines' || signal?.aborted || this.portal || ended.length === 0) return
    const pending = await this.pendingOf(ended)
    const before = this.meter.progress
    this.meter.set({ phase: 'articles', articlesTotal: before.articlesDone + pending.length })
    const completion = new Completion(this.ports, { prefetchRelated, signal })
    await completePending(completion, pending, () => {
      const { articlesDone } = this.meter.progress
      this.meter.set({ articlesDone: articlesDone + 1, bytes: this.bytes(), current: null })
    })
    await this.fetchIcons(new Set(ended))
  }

  private async pendingOf(feedIds: readonly string[]): Promise<readonly ArticleRecord[]> {
    const pending: ArticleRecord[] = []
    for (const feedId of feedIds) {
      pending.push(...this.ports.library.articlesOf(feedId).filter(isPending))
      // Two hundred feeds read at one stroke would be a quarter of a second in which nothing is answered.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return pending
  }

  private async fetchIcons(ended: ReadonlySet<string>): Promise<void> {
    const fresh = this.results.filter(
      ({ feedId, code, newArticles }) => ended.has(feedId) && code === 'ok' && newArticles > 0,
    )
    await runBounded(fresh, BODIES_AT_ONCE, async ({ feedId }) => {
      const feed = this.ports.library.feed(feedId)
      if (feed) await fetchIcon(this.ports, feed, this.options.signal)
    })
  }

  /** When not one host answered, the fault is this machine's network, and no feed is punished for it. */
  private async forgiveIfOffline(): Promise<void> {
    if (this.reached) return
    for (const { before, after } of this.failed) {
      await this.ports.library.saveSyncState(withoutPenalty(after, before))
    }
  }

  private bytes(): number {
    return this.ports.bytesReceived() - this.bytesBefore
  }

  private summary(feeds: readonly FeedRecord[]): SyncSummary {
    const count = (...codes: string[]) => this.results.filter((result) => codes.includes(result.code)).length
    const ok = count('ok', 'unchanged')
    const notModified = count('not_modified')
    const skipped = count('skipped', 'cancelled')
    return {
      feeds: feeds.length,
      ok,
      notModified,
      failed: this.results.length - ok - notModified - skipped,
      skipped,
      newArticles: this.newArticles,
      updatedArticles: this.updatedArticles,
      bytes: this.bytes(),
      ms: Math.round(performance.now() - this.started),
      results: this.results,
    }
  }
}

/** What the library could not store, as a feed's result: a full disk stops the writing, not the telling. */
function storageFault(error: unknown): Pick<FeedResult, 'code' | 'message'> {
  return { code: 'disk', message: error instanceof Error ? error.message : String(error) }
}

function isPending(record: ArticleRecord): boolean {
  return record.pending
}

/** Reorders so that members of one group stand far apart: many feeds of one host must not fill every place. */
function takeTurns<T>(list: readonly T[], groupOf: (one: T) => string): readonly T[] {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(groupOf(one))
    if (group) group.push(one)
    else groups.set(groupOf(one), [one])
  }
  const rounds: T[][] = []
  for (const group of groups.values()) group.forEach((one, round) => (rounds[round] ??= []).push(one))
  return rounds.flat()
}
