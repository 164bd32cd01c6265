/** Brings a window back after its process died, and watches Chromium's own processes. Nothing is lost by it: all work is in the library, in this process. */
import { app, dialog, type BrowserWindow } from 'electron'
import type { Log } from './log-file'

// Two deaths within this time are no accident: reloading again would only loop.
const AGAIN_WITHIN_MS = 60_000

/** `giveUp` is called when the window dies again right after it was brought back. */
export function recoverFromCrashes(window: BrowserWindow, log: Log, giveUp: () => void): void {
  let lastCrash = -Infinity
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    log.error('window process gone', { reason: details.reason, exitCode: details.exitCode })
    const now = performance.now()
    const again = now - lastCrash < AGAIN_WITHIN_MS
    lastCrash = now
    if (again) giveUp()
    else window.webContents.reload()
  })
  window.webContents.on('unresponsive', () => {
    log.warn('window does not answer')
  })
  window.webContents.on('preload-error', (_event, _path, error) => {
    log.error('preload failed', { detail: error.message })
  })
}

/** To be told before the app ends for that reason. */
export function tellGaveUp(): void {
  dialog.showErrorBox(
    'Offprint has to close',
    'The window stopped twice within a minute. Everything is stored; the log file says more.',
  )
}

/** Chromium brings its own processes back; `graphicsDied` hears of the graphics card's, and is true when the next start does without it. */
export function watchOwnProcesses(log: Log, graphicsDied: () => boolean): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error('process gone', { type, reason, exitCode })
    if (type === 'GPU' && graphicsDied()) log.warn('the next start draws without the graphics card')
  })
}
