/** What a 401 means for the reader: which kind of sign-in a site wants, and whether the one it got was refused. */
import type { FetchHeaders } from './fetch-outcome'
import type { StatusFailure } from './judge-status'

/** `sent` tells whether a name and password went along. `host` is named in the sentence. */
export function signInFailure(host: string, headers: FetchHeaders, sent: boolean): StatusFailure {
  const wants = headers['www-authenticate'] ?? ''
  return { code: 'unauthorized', message: sentence(host, wants, sent), retry: false }
}

/** RFC 9110, 11.6.1: challenges stand one after the other, each beginning with its scheme. */
const BASIC = /(^|,)\s*basic\b/i

function sentence(host: string, wants: string, sent: boolean): string {
  if (!BASIC.test(wants)) {
    const scheme = /^\s*([\w-]{1,30})/.exec(wants)?.[1]
    return scheme === undefined
      ? `${host} wants a sign-in that only its web page can do (401); open it in the browser.`
      : `${host} wants a sign-in of the kind "${scheme}" (401), which Offprint does not know.`
  }
  return sent
    ? `${host} refused the user name and password; enter them again.`
    : `${host} needs a user name and password; enter them to read this feed.`
}
