/** Syncs at launch and by the reader's interval; which feeds are due is the engine's to know. */
import type { Settings } from '../../contract/settings'

export interface SyncTimerOptions {
  readonly settings: () => Pick<Settings, 'syncOnLaunch' | 'syncIntervalMinutes'>
  /** Of these feeds, or of all when none are named. */
  readonly sync: (feedIds: readonly string[]) => Promise<unknown>
  /** Feeds with an interval of their own that are due by it. */
  readonly dueApart: () => readonly string[]
  readonly failed: (error: unknown) => void
  /** Milliseconds that never jump. */
  readonly now: () => number
}

const MINUTE_MS = 60_000

export class SyncTimer {
  private lastEnd: number
  private running = false
  private ticker: NodeJS.Timeout | undefined

  constructor(private readonly options: SyncTimerOptions) {
    this.lastEnd = options.now()
  }

  /** Called when the window has been painted: the first sync never stands in the way of reading. */
  start(): void {
    if (this.options.settings().syncOnLaunch) void this.run([])
    this.ticker = setInterval(() => {
      this.tick()
    }, MINUTE_MS)
    this.ticker.unref()
  }

  stop(): void {
    clearInterval(this.ticker)
  }

  /** Looked at each minute, and again when the machine wakes or comes online: intervals changed meanwhile count at once. */
  tick(): void {
    const { syncIntervalMinutes } = this.options.settings()
    const passed = this.options.now() - this.lastEnd
    if (syncIntervalMinutes > 0 && passed >= syncIntervalMinutes * MINUTE_MS) {
      void this.run([])
      return
    }
    const apart = this.options.dueApart()
    if (apart.length > 0) void this.run(apart)
  }

  private async run(feedIds: readonly string[]): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      await this.options.sync(feedIds)
    } catch (error) {
      this.options.failed(error)
    } finally {
      // A pass over a few feeds does not put off the one over all.
      if (feedIds.length === 0) this.lastEnd = this.options.now()
      this.running = false
    }
  }
}
