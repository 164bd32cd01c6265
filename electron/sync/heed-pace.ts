/** When a feed that names its own pace may be visited again by a pass that nobody asked for. Within reason: templates wish too much. */
import type { FeedPace } from '../feeds/feed-pace'
import { LONGEST_WAIT_MS } from './cache-policy'

/** A template's "daily" must not keep the news from who opens the app again: an unchanged feed costs little to ask for. */
const LONGEST_GAP_MS = 2 * 60 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

/** Milliseconds between two visits that the feed wishes for, at most two hours; 0 when it does not say. */
export function wishedGapMs(pace: FeedPace | null): number {
  return Math.min((pace?.minutes ?? 0) * 60_000, LONGEST_GAP_MS)
}

/**
 * The first time from `earliest` on that is in none of the hours and days in which the feed publishes nothing; a day after
 * `lastSync` it is visited all the same. Milliseconds since 1970.
 */
export function outsideQuietTimes(pace: FeedPace | null, earliest: number, lastSync: number): number {
  const latest = lastSync + LONGEST_WAIT_MS
  let time = earliest
  while (time < latest && isQuiet(pace, new Date(time))) time = nextHour(time)
  return time > earliest ? Math.min(time, latest) : earliest
}

function isQuiet(pace: FeedPace | null, time: Date): boolean {
  if (!pace) return false
  return pace.skipHours.includes(time.getUTCHours()) || pace.skipDays.includes(time.getUTCDay())
}

function nextHour(time: number): number {
  return (Math.floor(time / HOUR_MS) + 1) * HOUR_MS
}
