/** Runs syncs and preparations, one at a time, over the network as it is or with the network off. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import type { ContactPurpose } from '../../contract/contact'
import { IDLE_PROGRESS, type PrepareReport, type SyncProgress, type SyncSummary } from '../../contract/sync'
import { HttpClient } from '../sync/http-client'
import { fetchWithKeptLooks } from '../sync/kept-looks'
import { Ledger, type LedgerEntry } from '../sync/ledger'
import { fetchWithLocalFeed } from '../sync/local-feed'
import { prepareOffline } from '../sync/prepare-offline'
import { typedHosts } from '../sync/private-address'
import type { FindProxy } from '../sync/proxy'
import { syncAll } from '../sync/sync-all'
import type { SyncLibrary } from '../sync/sync-library'
import type { SyncPorts } from '../sync/sync-ports'
import { DEFAULT_LIMITS } from '../sync/sync-settings'
import { WorkerPool } from '../workers/pool'
import type { FeedCredentials } from './feed-credentials'
import { readStarterFile } from './starter-feed'

export interface SyncRunnerOptions {
  readonly library: SyncLibrary
  readonly network: 'on' | 'off'
  readonly version: string
  /** Folder of `worker.cjs` and `assets/`. */
  readonly bundle: string
  readonly prefetchRelated: () => boolean
  readonly onProgress: (progress: SyncProgress) => void
  readonly credentials: FeedCredentials
  /** Hears of every request that leaves. */
  readonly contacted: (host: string, purpose: ContactPurpose) => void
  /** Which proxy the system wants; without it every connection is direct. */
  readonly findProxy: FindProxy | null
  /** Takes what a pass decided about its feeds. */
  readonly keepDecisions: (decisions: readonly LedgerEntry[]) => Promise<void>
}

export interface SyncRequest {
  /** These feeds only; all when empty. */
  readonly feedIds: readonly string[]
  /** Due times do not count. */
  readonly force: boolean
  readonly depth: 'headlines' | 'full'
  /** Shortest time in milliseconds since a feed's last visit; for passes that nobody asked for. */
  readonly gapMs?: number
  readonly signal?: AbortSignal
}

/** The main thread and the window want a core of their own; more than four workers only wait for the disk. */
const WORKERS = Math.min(4, Math.max(1, availableParallelism() - 1))

export class SyncRunner {
  readonly ports: SyncPorts
  private readonly pool: WorkerPool
  private readonly client: HttpClient
  private last: SyncProgress = IDLE_PROGRESS
  /** Passes and preparations that were asked for and have not ended. */
  private unended = 0
  /** The end of everything asked for so far. */
  private queue: Promise<unknown> = Promise.resolve()
  private cancel: AbortController | null = null
  /** A pass over all feeds that has not begun or not ended: asking again joins it, unless it leaves out what is asked for now. */
  private whole: { readonly pass: Promise<SyncSummary>; readonly force: boolean } | null = null
  private readonly closing = new AbortController()

  constructor(private readonly options: SyncRunnerOptions) {
    const { bundle, library, network, version, credentials, findProxy } = options
    const now = (): Date => new Date()
    this.pool = new WorkerPool({ file: join(bundle, 'worker.cjs'), size: WORKERS })
    this.client = new HttpClient({
      version,
      limits: DEFAULT_LIMITS,
      network,
      now,
      typedHosts: () => typedHosts(library.feeds()),
      authorization: (origin) => credentials.authorization(origin),
      challenged: (address, origin) => {
        credentials.noteChallenge(address, origin)
      },
      contacted: options.contacted,
      ...(findProxy ? { findProxy } : {}),
    })
    this.ports = {
      library,
      tasks: this.pool,
      fetch: fetchWithLocalFeed(fetchWithKeptLooks(this.client.fetch, now), (url) =>
        readStarterFile(join(bundle, 'assets'), url),
      ),
      bytesReceived: () => this.client.bytesReceived,
      limits: DEFAULT_LIMITS,
      now,
      random: Math.random,
      ledger: new Ledger(),
    }
  }

  /** Never idle while something that was asked for has not ended, also in the moment before it begins. */
  get progress(): SyncProgress {
    const waiting = this.unended > 0 && this.last.phase === 'idle'
    return waiting ? { ...IDLE_PROGRESS, phase: 'feeds' } : this.last
  }

  sync(request: SyncRequest): Promise<SyncSummary> {
    const isWhole = request.feedIds.length === 0
    // A pass that passes over feeds not yet due is no answer to a reader who wants them all.
    if (isWhole && this.whole && (this.whole.force || !request.force)) return this.whole.pass
    const pass = this.counted(request.signal, (signal) =>
      syncAll(this.ports, {
        feedIds: request.feedIds,
        force: request.force,
        depth: request.depth,
        gapMs: request.gapMs ?? 0,
        prefetchRelated: this.options.prefetchRelated(),
        signal,
        onProgress: this.tell,
      }).finally(() => this.options.keepDecisions(this.ports.ledger.takeFresh())),
    )
    return isWhole ? this.joinable(pass, request.force) : pass
  }

  readonly prepare = (articleIds: readonly ArticleId[], signal?: AbortSignal): Promise<PrepareReport> =>
    this.counted(signal, (each) =>
      prepareOffline(this.ports, articleIds, {
        comments: true,
        prefetchRelated: this.options.prefetchRelated(),
        signal: each,
        onProgress: (articlesDone, articlesTotal) => {
          this.tell({ ...IDLE_PROGRESS, phase: 'articles', articlesDone, articlesTotal })
        },
      }).finally(() => {
        this.tell(IDLE_PROGRESS)
      }),
    )

  /** Does what must not happen beside a sync, between two of them. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(undefined, work)
  }

  /** Ends what is at work now; what waits behind it still runs. */
  cancelCurrent(): void {
    this.cancel?.abort()
  }

  async close(): Promise<void> {
    this.closing.abort()
    this.cancel?.abort()
    // Whoever asked for the pass hears of its failure; here only its end counts.
    await this.queue.catch(() => undefined)
    this.client.close()
    await this.pool.close()
  }

  private joinable(running: Promise<SyncSummary>, force: boolean): Promise<SyncSummary> {
    const pass = running.finally(() => {
      if (this.whole?.pass === pass) this.whole = null
    })
    this.whole = { pass, force }
    return pass
  }

  private readonly tell = (progress: SyncProgress): void => {
    this.last = progress
    this.options.onProgress(progress)
  }

  private counted<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.unended += 1
    return this.inTurn(signal, async (each) => {
      try {
        return await work(each)
      } finally {
        this.unended -= 1
      }
    })
  }

  private inTurn<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      const cancel = new AbortController()
      const abort = (): void => {
        cancel.abort()
      }
      if (signal?.aborted || this.closing.signal.aborted) abort()
      signal?.addEventListener('abort', abort, { once: true })
      this.cancel = cancel
      try {
        return await work(cancel.signal)
      } finally {
        signal?.removeEventListener('abort', abort)
        this.cancel = null
      }
    }
    const turn = this.queue.then(run, run)
    this.queue = turn
    return turn
  }
}
