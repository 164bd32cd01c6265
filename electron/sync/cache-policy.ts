/** What an answer's headers say of the next visit: Cache-Control, Expires, Age and Retry-After (RFC 9110, 9111), all capped. */
import type { FetchHeaders } from './fetch-outcome'

/** No server may keep us away for longer: some send a year by mistake. */
export const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000

/** How long a server is left alone that says "too many requests" without saying for how long. */
export const PAUSE_WITHOUT_DATE_MS = 10 * 60 * 1000

/** Time in milliseconds since 1970 until which the answer counts as fresh, at most 24 hours ahead; null when it is stale at once. */
export function freshUntil(headers: FetchHeaders, now: number): number | null {
  const lifetime = lifetimeMs(headers, now)
  return lifetime === null || lifetime <= 0 ? null : now + Math.min(lifetime, LONGEST_WAIT_MS)
}

function lifetimeMs(headers: FetchHeaders, now: number): number | null {
  const control = (headers['cache-control'] ?? '').toLowerCase()
  if (/\bno-(cache|store)\b/.test(control)) return null
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/.exec(control)?.[1]
  if (maxAge !== undefined) return (Number(maxAge) - ageSeconds(headers)) * 1000
  const expires = parseHttpDate(headers.expires)
  if (expires === null) return null
  // Against the server's own clock where it tells it: ours may be wrong.
  return expires - (parseHttpDate(headers.date) ?? now)
}

function ageSeconds(headers: FetchHeaders): number {
  const age = Number(headers.age ?? '0')
  return Number.isFinite(age) && age > 0 ? age : 0
}

/** End of a Retry-After wait, given in seconds or as a date; at most 24 hours ahead; null when there is none to honour. */
export function retryAfterUntil(headers: FetchHeaders, now: number): number | null {
  const value = headers['retry-after']?.trim()
  if (!value) return null
  const until = /^\d{1,10}$/.test(value) ? now + Number(value) * 1000 : parseHttpDate(value)
  if (until === null || until <= now) return null
  return Math.min(until, now + LONGEST_WAIT_MS)
}

/** Milliseconds since 1970 of an HTTP date, null for anything else. */
export function parseHttpDate(text: string | undefined): number | null {
  // Date.parse also reads "0" and "-1", which servers send for "already expired".
  if (!text || !/[a-z]{3}/i.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : time
}
