/** What the desktop tells the app: a second start, a link or file to open, the dock's click, the wish to quit. */
import { app } from 'electron'

export interface DesktopListener {
  /** Addresses and files, as given; relative files count from `cwd`. */
  open(texts: readonly string[], cwd: string): void
  focus(): void
  /** The last window was closed. */
  allClosed(): void
  /** Closes everything properly and ends the app. */
  quit(): void
}

/** Must be called before the app is ready: macOS hands over what started the app before that. */
export function listenToDesktop(listener: DesktopListener): void {
  app.on('second-instance', (_event, _argv, cwd, data) => {
    listener.focus()
    listener.open(isTextList(data) ? data : [], cwd)
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    listener.open([url], '/')
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    listener.open([file], '/')
  })
  app.on('activate', () => {
    listener.focus()
  })
  app.on('window-all-closed', () => {
    listener.allClosed()
  })
  // The app leaves with app.exit() when the library is closed, which asks no more.
  app.on('before-quit', (event) => {
    event.preventDefault()
    listener.quit()
  })
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
