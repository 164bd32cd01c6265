/** Counts what a sync has done and tells it, often enough to be seen moving and seldom enough to cost nothing. */
import { IDLE_PROGRESS, type SyncProgress } from '../../contract/sync'

export type ProgressListener = (progress: SyncProgress) => void

const INTERVAL_MS = 100

export class ProgressMeter {
  private state: SyncProgress = IDLE_PROGRESS
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly listener: ProgressListener) {}

  get progress(): SyncProgress {
    return this.state
  }

  set(change: Partial<SyncProgress>): void {
    this.state = { ...this.state, ...change }
    this.timer ??= setTimeout(() => this.tell(), INTERVAL_MS)
  }

  /** The last word: phase idle, with the final figures. */
  end(change: Partial<SyncProgress>): void {
    this.state = { ...this.state, ...change, phase: 'idle', current: null }
    this.tell()
  }

  private tell(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.listener(this.state)
  }
}
