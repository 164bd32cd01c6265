/** Tells when the window has its first list, so that what needs no hurry (index, sync, updates) takes no time from it. */
import type { RequestName } from '../../contract/bridge'

/** The rows are drawn within this, also on a slow machine. */
const DRAWN_AFTER_MS = 500
/** A window that has asked for no list by then is not going to be in the way of one. */
const LATEST_MS = 10_000

export class FirstList {
  /** Resolves once, at the latest after ten seconds. */
  readonly shown: Promise<void>
  private show: () => void = () => undefined

  constructor() {
    this.shown = new Promise((resolve) => {
      this.show = resolve
      setTimeout(resolve, LATEST_MS).unref()
    })
  }

  /** Hears of every request that was answered. */
  readonly answered = (name: RequestName): void => {
    if (name === 'articles.list') setTimeout(this.show, DRAWN_AFTER_MS)
  }
}
