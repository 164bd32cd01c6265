/** Shuts the window off from every network and every permission. Only electron/sync/ (plain Node) reaches the network. */
import { app, type Session, type WebContents } from 'electron'
import { mayWindowRequest } from './allowed-address'
import type { Log } from './log-file'

// Answered by a refusal of our own even if a request should get past the filter below.
const CLOSED_SCHEMES = ['http', 'https', 'file', 'ftp']

/** Before the app is ready: Chromium's own network stack can find no host, so that even a preconnect goes nowhere. */
export function closeNetworkStack(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  app.commandLine.appendSwitch('no-pings')
}

/**
 * Before the app is ready: whatever session comes to be is shut off as it does. The one that every app has comes to be when it is asked for,
 * which takes time that no window needs.
 */
export function guardSessions(log: Log): void {
  app.on('session-created', (session) => {
    applySessionPolicy(session, log)
  })
}

function applySessionPolicy(session: Session, log: Log): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const allowed = mayWindowRequest(details.url)
    if (!allowed) log.warn('window request refused', { address: details.url, kind: details.resourceType })
    decide({ cancel: !allowed })
  })
  for (const scheme of CLOSED_SCHEMES) {
    session.protocol.handle(scheme, () => new Response(null, { status: 403 }))
  }
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    log.warn('permission refused', { permission })
    decide(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => {
    event.preventDefault()
    log.warn('download refused')
  })
}

/** WebRTC asks no request filter: without this it could send datagrams past all of the above. */
export function applyContentsPolicy(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
