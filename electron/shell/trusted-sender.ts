/** Decides whether a message came from the page we loaded into a window we made. Everything doubtful is refused. */

export const APP_SCHEME = 'app'
export const APP_HOST = 'offprint'
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/index.html`

/** The part of Electron's WebFrameMain this needs. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Why the sender is refused, or null when it is ours. A null frame (it navigated or was closed meanwhile) is hostile. */
export function refuseSender(
  senderId: number,
  frame: SenderFrame | null | undefined,
  windows: ReadonlySet<number>,
): string | null {
  if (!windows.has(senderId)) return 'unknown window'
  if (!frame) return 'no frame'
  try {
    if (frame.parent !== null) return 'not the main frame'
    return isAppUrl(frame.url) ? null : 'foreign page'
  } catch {
    // Electron throws when the frame has been disposed of between sending and reading.
    return 'frame is gone'
  }
}

/** True for addresses of our own pages; compares parsed parts, never text. */
export function isAppUrl(address: string): boolean {
  try {
    const url = new URL(address)
    return (
      url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.port === ''
    )
  } catch {
    // Not an address, so not ours.
    return false
  }
}
