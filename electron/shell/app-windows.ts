/** The windows of the app: opened, opened again at a start, found, brought to the front. All show the same library and follow its changes. */
import { dirname } from 'node:path'
import type { BrowserWindow, Session } from 'electron'
import { FIRST_QUERY, type ArticleQuery } from '../../contract/article-query'
import type { Settings } from '../../contract/settings'
import { changeTheme, createAppWindow, keepInSight, placeBeside } from './app-window'
import { recoverFromCrashes } from './crash-recovery'
import type { Handlers } from './engine-facade'
import { copyKeptView, forgetKeptView, readKeptView, viewFile, writeKeptView } from './kept-view-file'
import type { Log } from './log-file'
import { RememberedWindows } from './remembered-windows'
import type { WindowFacts } from './window-facts'
import type { WindowPlace } from './window-state'

/** Whoever closes one window after the other means to quit: a window is forgotten when the app is still there after this. */
const FORGOTTEN_AFTER_MS = 2_000

export interface AppWindowsOptions {
  readonly session: () => Session | null
  readonly preload: string
  /** Of the windows' places; what each of them shows is kept beside it. */
  readonly stateFile: string
  readonly icon: string
  readonly facts: WindowFacts
  readonly log: Log
  /** A window died again right after it was brought back. */
  readonly giveUp: () => void
  /** The app is being ended: windows that close now come back at the next start. */
  readonly ending: () => boolean
}

export class AppWindows {
  /** Of their web contents; who else asks the engine is refused. */
  readonly ids = new Set<number>()
  /** The one used last comes first. */
  private open: readonly BrowserWindow[] = []
  private readonly slots = new Map<BrowserWindow, number>()
  private readonly remembered: RememberedWindows

  constructor(private readonly options: AppWindowsOptions) {
    this.remembered = new RememberedWindows(options.stateFile, options.log)
  }

  get front(): BrowserWindow | null {
    return this.open[0] ?? null
  }

  /** What the window used last shows, or showed: the first thing the next start asks for. */
  get lastQuery(): ArticleQuery {
    return readKeptView(this.viewFile(this.remembered.last.slot))?.query ?? FIRST_QUERY
  }

  get focused(): boolean {
    return this.open.some((window) => window.isFocused())
  }

  /** The one used last, as the app starts; from now on none is lost out of sight. Resolves at its first paint. */
  openFirst(): Promise<void> {
    keepInSight(() => this.open)
    return this.openWindow()
  }

  /** Beside the one in front, or where the last one was. Resolves at the window's first paint. */
  openWindow(): Promise<void> {
    const { front, remembered } = this
    if (!front) return this.show(remembered.last, false)
    const slot = remembered.freeSlot(new Set(this.slots.values()))
    copyKeptView(this.viewFile(this.slots.get(front) ?? 1), this.viewFile(slot))
    return this.show(placeBeside(front.getBounds(), slot), false)
  }

  /** Opens the other windows of the last time behind the one that is open. */
  async openOthers(): Promise<void> {
    const open = new Set(this.slots.values())
    const others = this.remembered.places.filter(({ slot }) => !open.has(slot))
    await Promise.all(others.map((place) => this.show(place, true)))
    // Where a desktop puts a new window on top all the same.
    if (others.length > 0) this.front?.moveTop()
  }

  /** Null once it is closed. */
  withContents(contentsId: number): BrowserWindow | null {
    return this.open.find(({ webContents }) => webContents.id === contentsId) ?? null
  }

  /** What each window keeps of its own view. */
  readonly viewHandlers = (contentsId: number): Handlers<'view.kept' | 'view.keep'> => {
    // One that is gone keeps nothing: its number may be another's by now.
    const file = (): string | null => {
      const window = this.withContents(contentsId)
      const slot = window ? this.slots.get(window) : undefined
      return slot === undefined ? null : this.viewFile(slot)
    }
    return {
      'view.kept': () => {
        const kept = file()
        return kept === null ? null : readKeptView(kept)
      },
      'view.keep': (view) => {
        const kept = file()
        if (kept !== null) writeKeptView(kept, view)
      },
    }
  }

  /** Brings the window used last to the front; opens one where there is none. */
  focus(): void {
    const { front } = this
    if (!front) {
      void this.openWindow()
      return
    }
    if (front.isMinimized()) front.restore()
    front.show()
    front.focus()
  }

  changeTheme(theme: Settings['theme']): void {
    changeTheme(theme, this.open)
    this.remembered.setTheme(theme)
  }

  private viewFile(slot: number): string {
    return viewFile(dirname(this.options.stateFile), slot)
  }

  private show(wanted: WindowPlace, behind: boolean): Promise<void> {
    const session = this.options.session()
    if (!session) return Promise.resolve()
    const { preload, icon, facts, log, giveUp } = this.options
    const { theme } = this.remembered
    const { slot } = wanted
    return new Promise((shown) => {
      const onRest = (place: Omit<WindowPlace, 'slot'>): void => {
        this.remembered.remember({ slot, ...place }, window === this.front)
      }
      const window = createAppWindow({ session, preload, icon, wanted, theme, behind, onRest }, shown)
      this.remembered.remember(wanted, !behind)
      this.slots.set(window, slot)
      this.follow(window, behind)
      facts.attach(window, behind)
      recoverFromCrashes(window, log, giveUp)
    })
  }

  private follow(window: BrowserWindow, behind: boolean): void {
    const { id } = window.webContents
    this.ids.add(id)
    this.open = behind ? [...this.open, window] : [window, ...this.open]
    window.on('focus', () => {
      this.open = [window, ...this.open.filter((one) => one !== window)]
    })
    window.on('closed', () => {
      this.ids.delete(id)
      this.open = this.open.filter((one) => one !== window)
      const slot = this.slots.get(window)
      this.slots.delete(window)
      if (slot !== undefined && this.open.length > 0 && !this.options.ending()) this.forgetSoon(slot)
    })
  }

  /** The last window to close is never forgotten: the next start, or the tray, opens it again. */
  private forgetSoon(slot: number): void {
    setTimeout(() => {
      if (this.options.ending()) return
      this.remembered.forget(slot)
      forgetKeptView(this.viewFile(slot))
    }, FORGOTTEN_AFTER_MS)
  }
}
