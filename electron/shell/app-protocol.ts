/** `app://offprint/`: the window's own page, scripts, styles and fonts, out of the program's folder. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { protocol, type Session } from 'electron'
import { WINDOW_POLICY } from './content-policy'
import type { Log } from './log-file'
import { appFile, MEDIA_SCHEME, type AppFolders } from './served-file'
import { APP_SCHEME } from './trusted-sender'
import type { WindowProgram } from './window-program'

/** The window's program, as the page names it. */
const PROGRAM = 'main.js'

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
    { scheme: MEDIA_SCHEME, privileges: { standard: true, secure: true } },
  ])
}

export function serveApp(session: Session, folders: AppFolders, program: WindowProgram, log: Log): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? appFile(request.url, folders) : null
    if (!file) {
      log.warn('address refused', { address: request.url })
      return notFound()
    }
    try {
      // Not through a file handle: the program may be packed in an archive that only readFile sees into.
      const bytes = new Uint8Array(await readFile(file.path))
      const body = basename(file.path) === PROGRAM ? program.body(bytes) : bytes
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
