/** What an HTTP status means for the reader: a code, a sentence, and whether asking again later can help. */
import type { SyncCode } from '../../contract/feed'
import type { FetchAnswer } from './fetch-outcome'
import { hostOf } from './fetch-outcome'
import { signInFailure } from './judge-sign-in'

export interface StatusFailure {
  readonly code: SyncCode
  readonly message: string
  readonly retry: boolean
}

/** Statuses with words of their own; `%` stands for the host. */
const KNOWN: Readonly<Record<number, readonly [SyncCode, string, boolean]>> = {
  401: ['unauthorized', '% asks for a name and a password.', false],
  403: ['http_error', '% refuses to hand this out (403).', false],
  404: ['http_error', '% has nothing at this address (404).', false],
  407: ['unauthorized', 'The proxy on the way to % asks for a name and a password.', false],
  410: ['gone', '% says that this is gone for good; it is not fetched again unless you ask.', false],
  429: ['busy', '% wants fewer visits (429); it is tried again later.', true],
  503: ['busy', '% is too busy just now (503); it is tried again later.', true],
  511: ['captive_portal', 'This network wants you to sign in first; open a browser to do so.', true],
}

/** Null for the statuses that bring a body (200 and its kin) and for 304. `host` is named in the sentence. */
export function statusFailure(status: number, host: string): StatusFailure | null {
  if ((status >= 200 && status < 300) || status === 304) return null
  const known = KNOWN[status]
  if (known) {
    const [code, words, retry] = known
    return { code, message: words.replace('%', host), retry }
  }
  const retry = status === 408 || status === 425 || status >= 500
  const outlook = retry ? 'it is tried again later' : 'check the address'
  return { code: 'http_error', message: `${host} answered with an error (${status}); ${outlook}.`, retry }
}

/** As `statusFailure`, for a feed: a 401 tells what to do about it. */
export function feedFailure({ status, headers, finalUrl, signedIn }: FetchAnswer): StatusFailure | null {
  const host = hostOf(finalUrl)
  return status === 401 ? signInFailure(host, headers, signedIn === true) : statusFailure(status, host)
}

const LASTING = new Set<SyncCode>([
  'too_large',
  'too_many_redirects',
  'bad_redirect',
  'private_address',
  'http_error',
  'gone',
  'unauthorized',
  'not_a_feed',
  'bad_feed',
])

/** True when a failed fetch may succeed at a later sync without anybody changing anything. */
export function mayPass(code: SyncCode): boolean {
  return !LASTING.has(code)
}
