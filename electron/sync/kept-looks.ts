/** Keeps for a few minutes what a look at an address fetched: neither subscribing nor the first sync asks the server for the same again. */
import { looksLikeHtml } from './captive-portal'
import type { FetchAnswer, FetchBytes, FetchRequest } from './fetch-outcome'

/** A reader who has looked at the previews has chosen by then. */
const KEPT_MS = 5 * 60_000
/** More than one dialog looks at. */
const MOST = 16
/** Larger feeds are few, and are fetched again rather than held in memory. */
const MOST_BYTES = 2_000_000

interface KeptLook {
  readonly answer: FetchAnswer
  readonly until: number
}

/** A look may be answered with a kept one again and again; a feed's own visit takes it away. */
export function fetchWithKeptLooks(fetch: FetchBytes, now: () => Date): FetchBytes {
  const looks = new Map<string, KeptLook>()
  const fresh = (url: string): FetchAnswer | null => {
    const look = looks.get(url)
    return look && look.until > now().getTime() ? look.answer : null
  }
  const keep = (url: string, answer: FetchAnswer): void => {
    const time = now().getTime()
    looks.delete(url)
    looks.set(url, { answer, until: time + KEPT_MS })
    // In the order they came, which is that of their ends.
    for (const [old, { until }] of looks) if (until <= time || looks.size > MOST) looks.delete(old)
  }
  return async (request) => {
    const isLook = request.purpose === 'look'
    const kept = isLook || isFirstVisit(request) ? fresh(request.url) : null
    if (!isLook) looks.delete(request.url)
    if (kept) return kept
    const outcome = await fetch(request)
    if (isLook && outcome.ok && isWhole(outcome)) {
      keep(request.url, outcome)
      // Where it was found it is subscribed to, and there is nothing more to follow from there.
      if (outcome.finalUrl !== request.url) keep(outcome.finalUrl, { ...outcome, redirects: [] })
    }
    return outcome
  }
}

/** Nothing is remembered of the feed yet: it is asked for without conditions. */
function isFirstVisit({ purpose, headers = {} }: FetchRequest): boolean {
  return purpose === 'feed' && !('If-None-Match' in headers) && !('If-Modified-Since' in headers)
}

/** Pages are not kept: a server may answer a feed's own visit with another document. */
function isWhole({ status, truncated, bytes }: FetchAnswer): boolean {
  return status === 200 && !truncated && bytes.length <= MOST_BYTES && !looksLikeHtml(bytes)
}
