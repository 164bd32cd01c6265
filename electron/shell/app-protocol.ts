/** `app://offprint/`: the window's own page, scripts, styles and fonts, out of the program's folder. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { protocol, type ProtocolResponse, type Session } from 'electron'
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import { WINDOW_POLICY } from './content-policy'
import { launchPage } from './launch-page'
import type { Log } from './log-file'
import { appFile, MEDIA_SCHEME, type AppFolders } from './served-file'
import { APP_SCHEME } from './trusted-sender'
import type { WindowProgram } from './window-program'

const PAGE = 'index.html'
/** The window's program, as the page names it. */
const PROGRAM = 'main.js'
const NOTHING: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) }

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
    { scheme: MEDIA_SCHEME, privileges: { standard: true, secure: true } },
  ])
}

export interface ServedApp {
  readonly folders: AppFolders
  readonly program: WindowProgram
  /** What a page that is loaded now draws at once. */
  readonly snapshot: () => LaunchSnapshot | null
  readonly log: Log
}

export function serveApp(session: Session, { folders, program, snapshot, log }: ServedApp): void {
  // Its successor, `handle`, makes each answer out of the web's Request, Response and streams: before the first page they cost 30 to 45 ms
  // (Electron 25) in the one thread that starts the window.
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
    const file = request.method === 'GET' ? appFile(request.url, folders) : null
    if (!file) {
      log.warn('address refused', { address: request.url })
      answer(NOTHING)
      return
    }
    const hand = (bytes: Buffer): void => {
      const name = basename(file.path)
      const data = name === PAGE ? launchPage(bytes, snapshot()) : bytes
      answer({ data, headers: appHeaders(file.contentType) })
      if (name === PROGRAM) program.markHandedOver()
    }
    // Not through a file handle: the program may be packed in an archive that only readFile sees into.
    void readFile(file.path)
      .then(hand)
      .catch(() => {
        // No such file in the program.
        answer(NOTHING)
      })
  })
}

/**
 * No cross-origin-opener-policy: no page opens ours and ours opens none (navigation-guard.ts), and with it Chromium makes a first process for
 * the empty window and a second one for the page.
 */
function appHeaders(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': WINDOW_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
  }
}
