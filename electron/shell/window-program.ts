/** Tells when the window has its program and when it has drawn, so that what holds the main thread (the library's opening) is not in its way. */

/** A window that is not so far by then is in trouble, and the library is opened all the same. */
const LATEST_MS = 3000

export class WindowProgram {
  /** Resolves once, at the latest after three seconds. */
  readonly handedOver: Promise<void>
  /** Resolves at its first paint, at the latest after three seconds as well. */
  readonly drawn: Promise<void>
  readonly markDrawn: () => void
  private readonly handOver: () => void

  constructor() {
    ;[this.handedOver, this.handOver] = promised()
    ;[this.drawn, this.markDrawn] = promised()
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

function promised(): [Promise<void>, () => void] {
  let keep: () => void = () => undefined
  const promise = new Promise<void>((resolve) => {
    keep = resolve
    setTimeout(resolve, LATEST_MS).unref()
  })
  return [promise, keep]
}
