/**
 * Newer versions of the program, step by step and each by the reader's word: looking, fetching, installing. Nothing of it happens
 * while a sync runs, which has the network and the library to itself.
 */
import type { OfferedUpdate, UpdateState } from '../../contract/updates'
import { AppFailure } from '../app-failure'
import type { Log } from './log-file'
import type { Updater } from './updates-library'

export interface UpdatesOptions {
  /** Made when it is first wanted, or why there is none. */
  readonly updater: (() => Promise<Updater>) | Extract<UpdateState, { kind: 'none' }>['why']
  /** The reader wants to be told of new versions without asking. */
  readonly wanted: () => boolean
  readonly syncing: () => boolean
  readonly tell: (state: UpdateState) => void
  /** Closes the library for good; nothing may be asked of it afterwards. */
  readonly close: () => Promise<void>
  /** Ends the process; when nothing was installed, the app starts again as it was and says so. */
  readonly leave: (installed: boolean) => void
  readonly log: Log
  readonly now: () => Date
}

const DAY_MS = 24 * 60 * 60_000
const LOOK_EVERY_MS = 10 * 60_000

export class Updates {
  private current: UpdateState
  private made: Promise<Updater> | null = null
  private download: AbortController | null = null
  private lookedAt = -Infinity

  constructor(private readonly options: UpdatesOptions) {
    const { updater } = options
    this.current = typeof updater === 'string' ? { kind: 'none', why: updater } : { kind: 'idle' }
  }

  get state(): UpdateState {
    return this.current
  }

  /** Looks once a day while the reader wants that and no sync runs. */
  start(): void {
    setInterval(() => {
      this.tick()
    }, LOOK_EVERY_MS).unref()
  }

  tick(): void {
    const { wanted, syncing, now } = this.options
    const quiet = ['idle', 'newest', 'failed'].includes(this.current.kind)
    if (!quiet || !wanted() || syncing() || now().getTime() - this.lookedAt < DAY_MS) return
    void this.check()
  }

  /** Never rejects for what the network or a release does: that is a state. */
  async check(): Promise<UpdateState> {
    if (!['idle', 'newest', 'failed', 'offered'].includes(this.current.kind)) return this.current
    this.requireQuiet()
    this.lookedAt = this.options.now().getTime()
    this.become({ kind: 'checking' })
    try {
      const update = await (await this.updater()).check()
      const checkedAt = this.options.now().toISOString()
      this.become(update ? { kind: 'offered', update } : { kind: 'newest', checkedAt })
    } catch (error) {
      this.fail('Offprint could not learn whether there is a newer version.', error)
    }
    return this.current
  }

  /** Answers at once; how it goes is told as states. */
  fetch(): UpdateState {
    if (this.current.kind !== 'offered') return this.current
    this.requireQuiet()
    void this.fetchOffered(this.current.update)
    return this.current
  }

  /** Back to what was offered. */
  cancel(): UpdateState {
    this.download?.abort()
    return this.current
  }

  /** Ends the app; rejects when that must not be now. */
  async install(): Promise<void> {
    if (this.current.kind !== 'ready')
      throw new AppFailure('no_update', 'There is no fetched version to install.')
    this.requireQuiet()
    const updater = await this.updater()
    await this.options.close()
    const end = this.replaceProgram(updater)
    if (end !== 'quits') this.options.leave(end === 'leave')
  }

  private replaceProgram(updater: Updater): ReturnType<Updater['install']> {
    try {
      return updater.install()
    } catch (error) {
      this.options.log.error('update not installed', { detail: detailOf(error) })
      return 'failed'
    }
  }

  private async fetchOffered(update: OfferedUpdate): Promise<void> {
    const download = new AbortController()
    this.download = download
    this.become({ kind: 'downloading', update, percent: 0 })
    try {
      const updater = await this.updater()
      await updater.download((percent) => {
        if (!download.signal.aborted) this.become({ kind: 'downloading', update, percent })
      }, download.signal)
      this.become({ kind: 'ready', update })
    } catch (error) {
      if (download.signal.aborted) this.become({ kind: 'offered', update })
      else
        this.fail(
          `Version ${update.version} could not be fetched whole and unchanged; nothing was installed.`,
          error,
        )
    } finally {
      this.download = null
    }
  }

  private requireQuiet(): void {
    if (this.options.syncing())
      throw new AppFailure('syncing', 'A sync is running. Updates wait until it has ended; then try again.')
  }

  private updater(): Promise<Updater> {
    const { updater } = this.options
    if (typeof updater === 'string')
      throw new AppFailure('no_update', 'This copy of Offprint is not updated by itself.')
    this.made ??= updater()
    return this.made
  }

  private fail(message: string, error: unknown): void {
    this.options.log.warn('update failed', { detail: detailOf(error) })
    this.become({ kind: 'failed', message })
  }

  private become(state: UpdateState): void {
    this.current = state
    this.options.tell(state)
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
