/** Tells when the window has its program, so that what holds the main thread (the library's opening) begins while the window reads it, not before. */

/** A window that has not asked for its program by then is in trouble, and the library is opened all the same. */
const LATEST_MS = 3000

export class WindowProgram {
  /** Resolves once, at the latest after three seconds. */
  readonly handedOver: Promise<void>
  private handOver: () => void = () => undefined

  constructor() {
    this.handedOver = new Promise((resolve) => {
      this.handOver = resolve
      setTimeout(resolve, LATEST_MS).unref()
    })
  }

  /** The program as the body of an answer, in one piece: each further one would be a turn more between two processes. */
  body(bytes: Uint8Array): ReadableStream<Uint8Array> {
    let taken = false
    return new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          if (!taken) controller.enqueue(bytes)
          else {
            controller.close()
            this.handOver()
          }
          taken = true
        },
      },
      // Nothing ahead of what was asked for: asking for the end means that the piece was taken.
      { highWaterMark: 0 },
    )
  }
}
