/** Tells when the machine goes on or off the network, as far as the system knows. */
import { net, powerMonitor } from 'electron'

// The system tells Chromium; Chromium tells nobody in this process, so we look. Looking costs nothing.
const LOOK_EVERY_MS = 3_000

export function isOnline(): boolean {
  return net.isOnline()
}

/** Calls `tell` at each change; returns a function that stops it. */
export function watchOnlineState(tell: (online: boolean) => void): () => void {
  let last = isOnline()
  const look = (): void => {
    const online = isOnline()
    if (online === last) return
    last = online
    tell(online)
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  powerMonitor.on('resume', look)
  return () => {
    clearInterval(timer)
    powerMonitor.off('resume', look)
  }
}
