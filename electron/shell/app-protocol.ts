/** `app://offprint/`: the window's own page, scripts, styles and fonts, out of the program's folder. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { protocol, type Session } from 'electron'
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
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? appFile(request.url, folders) : null
    if (!file) {
      log.warn('address refused', { address: request.url })
      return notFound()
    }
    try {
      // Not through a file handle: the program may be packed in an archive that only readFile sees into.
      const bytes = await readFile(file.path)
      const name = basename(file.path)
      const whole = new Uint8Array(name === PAGE ? launchPage(bytes, snapshot()) : bytes)
      const body = name === PROGRAM ? program.body(whole) : whole
      return new Response(body, { headers: appHeaders(file.contentType) })
    } catch {
      // No such file in the program.
      return notFound()
    }
  })
}

export function notFound(): Response {
  return new Response(null, { status: 404 })
}

function appHeaders(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': WINDOW_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
  }
}
