/** Keeps our windows on our page: no navigation, no new window, no webview, whoever asks for it. */
import { app, type WebContents } from 'electron'
import { mayNavigate } from './allowed-address'
import type { Log } from './log-file'

/** Guards every web contents the app will ever make. */
export function guardNavigation(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, log)
  })
}

function guardContents(contents: WebContents, log: Log): void {
  const refuse = (event: { preventDefault(): void }, what: string, address: string): void => {
    event.preventDefault()
    log.warn('navigation refused', { what, address })
  }
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) refuse(event, 'page', event.url)
  })
  contents.on('will-redirect', (event) => {
    refuse(event, 'redirect', event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) refuse(event, 'frame', event.url)
  })
  contents.on('will-attach-webview', (event) => {
    refuse(event, 'webview', '')
  })
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('navigation refused', { what: 'window', address: url })
    return { action: 'deny' }
  })
}
