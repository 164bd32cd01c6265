/** Syncs at launch and by the reader's interval; which feeds are due is the engine's to know. */
import type { Settings } from '../../contract/settings'

export interface SyncTimerOptions {
  readonly settings: () => Pick<Settings, 'syncOnLaunch' | 'syncIntervalMinutes'>
  readonly sync: () => Promise<unknown>
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
    if (this.options.settings().syncOnLaunch) void this.run()
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
    if (syncIntervalMinutes <= 0) return
    if (this.options.now() - this.lastEnd >= syncIntervalMinutes * MINUTE_MS) void this.run()
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      await this.options.sync()
    } catch (error) {
      this.options.failed(error)
    } finally {
      this.lastEnd = this.options.now()
      this.running = false
    }
  }
}
