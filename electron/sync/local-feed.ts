/** The feed that ships with the app: its feed, pages and pictures come from a reader of local files, through the same pipeline. */
import type { FetchBytes } from './fetch-outcome'

export interface LocalFile {
  readonly bytes: Uint8Array
  readonly contentType: string | null
}

/** Null when there is no such file. */
export type LocalFeedReader = (url: string) => Promise<LocalFile | null>

// Pages and pictures of the shipped feed also go by this address, which can never exist on the network (RFC 6761): only
// http(s) addresses pass the sanitiser.
const LOCAL_SITE = 'https://starter.offprint.invalid/'

/** True for `offprint:...` and for the shipped feed's own site. */
export function isLocalAddress(url: string): boolean {
  return url.startsWith('offprint:') || url.startsWith(LOCAL_SITE)
}

/** Answers local addresses from files, also while the network is off, and hands every other address on. */
export function fetchWithLocalFeed(fetch: FetchBytes, read: LocalFeedReader): FetchBytes {
  return async (request) => {
    if (!isLocalAddress(request.url)) return fetch(request)
    const file = await read(request.url)
    const common = { finalUrl: request.url, redirects: [] }
    if (!file)
      return {
        ok: false,
        code: 'failed',
        message: `${request.url} is not among the app's own files.`,
        ...common,
      }
    const headers: Record<string, string> = file.contentType ? { 'content-type': file.contentType } : {}
    return { ok: true, status: 200, headers, bytes: file.bytes, truncated: false, ...common }
  }
}
