/** Asks a server only for what changed: ETag and Last-Modified are kept exactly as received, as a pair, and sent back so. */
import type { SyncState } from '../library/records'
import { parseHttpDate } from './cache-policy'
import type { FetchHeaders } from './fetch-outcome'

export type Validators = Pick<SyncState, 'etag' | 'lastModified' | 'validatorsFrom'>

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, validatorsFrom: null }

// Some servers answer 304 for ever once they have seen a validator; after eight days the whole feed is fetched again.
const LONGEST_USE_MS = 8 * 24 * 60 * 60 * 1000
const EARLIEST_DATE = Date.UTC(1994, 0, 1)
const CLOCK_SLACK_MS = 24 * 60 * 60 * 1000

/** Request headers for what is remembered; empty when there is nothing to send or it has grown too old. */
export function conditionalHeaders(state: Validators | null, now: number): Record<string, string> {
  const headers: Record<string, string> = {}
  if (!state?.validatorsFrom) return headers
  const age = now - Date.parse(state.validatorsFrom)
  if (!(age >= -CLOCK_SLACK_MS && age < LONGEST_USE_MS)) return headers
  if (state.etag) headers['If-None-Match'] = state.etag
  if (state.lastModified) headers['If-Modified-Since'] = state.lastModified
  return headers
}

/** The pair of one 200 answer. What the answer lacks is forgotten: validators of two answers are never mixed. */
export function validatorsOf(headers: FetchHeaders, now: number): Validators {
  const etag = headers.etag?.trim() ? headers.etag : null
  const lastModified = usableDate(headers['last-modified'], now)
  if (!etag && !lastModified) return NO_VALIDATORS
  return { etag, lastModified, validatorsFrom: new Date(now).toISOString() }
}

/** Dates before the web or in the future (2038 is a favourite) would make a server answer 304 for ever. */
function usableDate(text: string | undefined, now: number): string | null {
  const time = parseHttpDate(text)
  if (text === undefined || time === null) return null
  return time >= EARLIEST_DATE && time <= now + CLOCK_SLACK_MS ? text : null
}
