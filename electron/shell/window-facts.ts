/** Sends facts to every window, and keeps wishes of the desktop until the window in front listens. */
import type { BrowserWindow } from 'electron'
import { EVENT_CHANNEL, type EventName, type Events } from '../../contract/bridge'
import type { Tell } from './engine-facade'

export class WindowFacts {
  /** The one used last comes first. */
  private windows: readonly BrowserWindow[] = []
  private readonly listening = new Set<BrowserWindow>()
  private readonly waiting: ((window: BrowserWindow) => void)[] = []

  /** A new window, or a reloaded one, does not listen yet. */
  attach(window: BrowserWindow, behind: boolean): void {
    if (behind) this.windows = [...this.windows, window]
    else this.bringToFront(window)
    const hearsNothing = (): void => {
      this.listening.delete(window)
    }
    // Of its main frame alone; what tells of loading tells of an article's frame too, whose window goes on listening.
    window.webContents.on('did-navigate', hearsNothing)
    // A window that closes is in front for a moment more; what is told to it then is told to nobody.
    window.webContents.on('destroyed', hearsNothing)
    window.webContents.on('render-process-gone', hearsNothing)
    window.on('close', hearsNothing)
    window.on('focus', () => {
      this.bringToFront(window)
    })
    window.on('closed', () => {
      hearsNothing()
      this.windows = this.windows.filter((one) => one !== window)
      this.tellWaiting()
    })
  }

  /** Called when a window has asked for something: its listeners stand before it asks. */
  heardFromWindow(contentsId: number): void {
    const window = this.windows.find(({ webContents }) => webContents.id === contentsId)
    if (!window || this.listening.has(window)) return
    this.listening.add(window)
    this.tellWaiting()
  }

  /** To every window. Lost where nobody listens: a window asks for the present state when it opens. */
  readonly tell: Tell = (name, fact) => {
    for (const window of this.windows) send(window, name, fact)
  }

  /** To the window in front; not lost: told as soon as it listens. */
  readonly tellWhenHeard: Tell = (name, fact) => {
    this.waiting.push((window) => {
      send(window, name, fact)
    })
    this.tellWaiting()
  }

  private tellWaiting(): void {
    const [front] = this.windows
    if (front && this.listening.has(front)) for (const tell of this.waiting.splice(0)) tell(front)
  }

  private bringToFront(window: BrowserWindow): void {
    this.windows = [window, ...this.windows.filter((one) => one !== window)]
    this.tellWaiting()
  }
}

function send<N extends EventName>(window: BrowserWindow, name: N, fact: Events[N]): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, fact)
}
