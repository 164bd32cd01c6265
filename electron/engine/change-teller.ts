/** Gathers which feeds changed and tells it a few times a second: a sync of a thousand feeds must not make a thousand repaints. */

const INTERVAL_MS = 250

export class ChangeTeller {
  private readonly feedIds = new Set<string>()
  private anything = false
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly tell: (feedIds: readonly string[]) => void) {}

  /** An empty list means that anything may have changed. */
  readonly changed = (feedIds: readonly string[]): void => {
    if (feedIds.length === 0) this.anything = true
    for (const feedId of feedIds) this.feedIds.add(feedId)
    this.timer ??= setTimeout(() => {
      this.flush()
    }, INTERVAL_MS)
    // What is shown when the process ends does not matter.
    this.timer.unref()
  }

  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (!this.anything && this.feedIds.size === 0) return
    const feedIds = this.anything ? [] : [...this.feedIds]
    this.anything = false
    this.feedIds.clear()
    this.tell(feedIds)
  }
}
