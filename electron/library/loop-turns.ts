/** Lets the event loop have its turn between many short works that wait for nothing: without it the texts of a feed would be one long task. */

/** What the window may be kept waiting, with a margin for what else is done in the same turn. */
const STROKE_MS = 8

export class LoopTurns {
  private began = 0
  private turn: Promise<void> | null = null

  /** Asked right before each work, with nothing awaited between: whoever is told so waits for `next` and asks again. */
  get isOver(): boolean {
    return this.turn !== null || performance.now() - this.began >= STROKE_MS
  }

  /** The loop's next turn; one for all who wait. */
  next(): Promise<void> {
    this.turn ??= new Promise((resolve) => {
      setImmediate(() => {
        this.turn = null
        this.began = performance.now()
        resolve()
      })
    })
    return this.turn
  }
}
