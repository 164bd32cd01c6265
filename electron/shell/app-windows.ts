/** The windows of the app: opened, found again, brought to the front. All show the same library and follow its changes. */
import type { BrowserWindow, Session } from 'electron'
import { changeTheme, createAppWindow } from './app-window'
import { recoverFromCrashes } from './crash-recovery'
import type { Log } from './log-file'
import type { WindowFacts } from './window-facts'
import type { WindowState } from './window-state'

export interface AppWindowsOptions {
  readonly session: () => Session | null
  readonly preload: string
  readonly stateFile: string
  readonly icon: string
  readonly facts: WindowFacts
  readonly log: Log
  /** A window died again right after it was brought back. */
  readonly giveUp: () => void
}

export class AppWindows {
  /** Of their web contents; who else asks the engine is refused. */
  readonly ids = new Set<number>()
  /** The one used last comes first. */
  private open: readonly BrowserWindow[] = []

  constructor(private readonly options: AppWindowsOptions) {}

  get front(): BrowserWindow | null {
    return this.open[0] ?? null
  }

  get focused(): boolean {
    return this.open.some((window) => window.isFocused())
  }

  /** Resolves at the window's first paint. */
  openWindow(): Promise<void> {
    const session = this.options.session()
    if (!session) return Promise.resolve()
    return new Promise((shown) => {
      const { preload, stateFile, icon, facts, log, giveUp } = this.options
      const beside = this.front?.getBounds() ?? null
      const window = createAppWindow({ session, preload, stateFile, icon, beside }, shown)
      const { id } = window.webContents
      this.ids.add(id)
      this.open = [window, ...this.open]
      facts.attach(window)
      recoverFromCrashes(window, log, giveUp)
      window.on('focus', () => {
        this.open = [window, ...this.open.filter((one) => one !== window)]
      })
      window.on('closed', () => {
        this.ids.delete(id)
        this.open = this.open.filter((one) => one !== window)
      })
    })
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

  changeTheme(theme: WindowState['theme']): void {
    changeTheme(theme, this.open, this.options.stateFile)
  }
}
