/** `media://library/<name>`: stored pictures, by the hash of their bytes, so that they may be cached for ever. */
import type { Session } from 'electron'
import { mediaHeaders } from './content-policy'
import type { Log } from './log-file'
import { readRegularFile } from './read-regular-file'
import { MEDIA_SCHEME, mediaName } from './served-file'

/** Gives a stored picture's path, once the library is open; null when it has none of that name. */
type FindMedia = (name: string) => Promise<string | null>

export function serveMedia(session: Session, pathOf: FindMedia, log: Log): void {
  session.protocol.handle(MEDIA_SCHEME, async (request) => {
    const media = request.method === 'GET' ? mediaName(request.url) : null
    if (!media) {
      log.warn('address refused', { address: request.url })
      return notFound()
    }
    const path = await pathOf(media.name)
    const bytes = path === null ? null : await readRegularFile(path)
    return bytes ? new Response(bytes, { headers: mediaHeaders(media.contentType) }) : notFound()
  })
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
