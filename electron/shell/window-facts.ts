/** Sends facts to the window, and keeps wishes of the desktop until the window listens. */
import type { BrowserWindow } from 'electron'
import { EVENT_CHANNEL, type EventName, type Events } from '../../contract/bridge'
import type { Tell } from './engine-facade'

export class WindowFacts {
  private window: BrowserWindow | null = null
  private listening = false
  private readonly waiting: (() => void)[] = []

  /** A new window, or a reloaded one, does not listen yet. */
  attach(window: BrowserWindow): void {
    this.window = window
    this.listening = false
    window.webContents.on('did-start-loading', () => {
      this.listening = false
    })
    window.on('closed', () => {
      if (this.window === window) this.window = null
    })
  }

  /** Called when the window has asked for something: its listeners stand before it asks. */
  heardFromWindow(): void {
    if (this.listening) return
    this.listening = true
    for (const send of this.waiting.splice(0)) send()
  }

  /** Lost when nobody listens: the window asks for the present state when it opens. */
  readonly tell: Tell = (name, fact) => {
    this.send(name, fact)
  }

  /** Not lost: told as soon as a window listens. */
  readonly tellWhenHeard: Tell = (name, fact) => {
    if (this.listening) this.send(name, fact)
    else
      this.waiting.push(() => {
        this.send(name, fact)
      })
  }

  private send<N extends EventName>(name: N, fact: Events[N]): void {
    if (this.window && !this.window.isDestroyed()) this.window.webContents.send(EVENT_CHANNEL, name, fact)
  }
}
