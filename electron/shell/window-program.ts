/** Tells when the window has its program and when it has drawn, so that what holds the main thread (the library's opening) is not in its way. */

/** A window that is not so far by then is in trouble, and the library is opened all the same. */
const LATEST_MS = 3000

export class WindowProgram {
  /** Resolves once, at the latest after three seconds. */
  readonly handedOver: Promise<void>
  /** Resolves at its first paint, at the latest after three seconds as well. */
  readonly drawn: Promise<void>
  readonly markDrawn: () => void
  readonly markHandedOver: () => void

  constructor() {
    ;[this.handedOver, this.markHandedOver] = promised()
    ;[this.drawn, this.markDrawn] = promised()
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
