/** How long a feed that fails is left alone: longer each time, never the same for all, a day at most. */
import type { SyncCode } from '../../contract/feed'

const MINUTE = 60_000
const LONGEST_MS = 24 * 60 * MINUTE

/**
 * Wait in milliseconds after the `failures`-th failure in a row (1 or more); 0 means at the next sync. `random` gives 0 to 1:
 * a quarter more or less, so that many feeds of one server do not come back in the same second.
 */
export function backOffMs(
  failures: number,
  code: SyncCode,
  status: number | null,
  random: () => number,
): number {
  const doublings = Math.min(Math.max(failures - 1, 0), 10)
  const wait = Math.min(firstWaitMs(code, status) * 2 ** doublings, LONGEST_MS)
  return Math.round(wait * (0.75 + random() * 0.5))
}

function firstWaitMs(code: SyncCode, status: number | null): number {
  // A server that says the request is wrong will say so again: 4xx is not hammered.
  if (status !== null && status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429)
    return 60 * MINUTE
  if (code === 'not_a_feed' || code === 'bad_feed' || code === 'too_large') return 60 * MINUTE
  return 5 * MINUTE
}
