/** Which feeds want the reader's eye, and why in one sentence: those that fail, that their publisher closed, that are paused, that have fallen silent. Pure. */
import type { FeedRow } from '../../contract/feed'
import { formatAgo } from '../text/format-date'
import { wording } from '../text/wording'

export const TROUBLES = ['failing', 'stopped', 'paused', 'silent'] as const
export type Trouble = (typeof TROUBLES)[number]

/** Half a year: a feed of a few pieces a season is not silent. */
const SILENT_MS = 182 * 24 * 60 * 60_000
/** The feed that comes with the program brings nothing new by nature. */
const OWN_FEED = 'offprint:'

/** What a paused feed was before is told with it; null for a feed that is well. `now`: milliseconds since 1970. */
export function troubleOf(feed: FeedRow, now: number): Trouble | null {
  if (feed.choices.paused) return 'paused'
  if (feed.lastResult === 'gone') return 'stopped'
  if (feed.problem !== null) return 'failing'
  return isSilent(feed, now) ? 'silent' : null
}

/** Feeds by their trouble, in the order the troubles are listed in; troubles that no feed has are left out. */
export function feedsInTrouble(
  feeds: readonly FeedRow[],
  now: number,
): readonly { readonly trouble: Trouble; readonly feeds: readonly FeedRow[] }[] {
  return TROUBLES.map((trouble) => ({
    trouble,
    feeds: feeds.filter((feed) => troubleOf(feed, now) === trouble),
  })).filter((group) => group.feeds.length > 0)
}

/** Why it is listed, for the reader. */
export function causeOf(feed: FeedRow, now: number): string {
  const text = wording.activity
  const { problem, failures, newest } = feed
  const times = failures > 1 ? text.failedInARow(failures) : null
  if (problem !== null) return [problem, times].filter(Boolean).join(' ')
  if (feed.choices.paused) return text.pausedCause
  return newest === null ? text.neverBrought : text.silentSince(formatAgo(newest, now))
}

function isSilent({ newest, lastSync, url }: FeedRow, now: number): boolean {
  if (lastSync === null || url.startsWith(OWN_FEED)) return false
  return newest === null || now - Date.parse(newest) > SILENT_MS
}
