/** Wishes of the desktop, from the start's own arguments to links opened later; those that come before the library is open wait for it. */
import type { EngineFacade } from './engine-facade'
import { fulfilWish, type WishOptions } from './fulfil-wish'
import { readOpenWish, type OpenWish } from './open-address'

export class DesktopWishes {
  private readonly waiting: OpenWish[] = []
  private engine: EngineFacade | null = null

  constructor(private readonly options: Omit<WishOptions, 'engine'>) {}

  /** Relative files count from `cwd`. */
  open(texts: readonly string[], cwd: string): void {
    for (const text of texts) {
      const wish = readOpenWish(text, cwd)
      if (!wish) this.options.log.warn('not opened', { text })
      else if (this.engine) this.fulfil(wish, this.engine)
      else this.waiting.push(wish)
    }
  }

  /** The library is open: fulfils what waited, and what comes from now on at once. */
  begin(engine: EngineFacade): void {
    this.engine = engine
    for (const wish of this.waiting.splice(0)) this.fulfil(wish, engine)
  }

  private fulfil(wish: OpenWish, engine: EngineFacade): void {
    void fulfilWish(wish, { ...this.options, engine })
  }
}
