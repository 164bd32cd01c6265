/** Decides which feeds are due: a server's wish and a failing feed's back-off come before our own impatience. */
import type { FeedRecord, SyncState } from '../library/records'

export interface DueOptions {
  readonly now: Date
  /** The reader asks for it: due times and stops do not count. A host's Retry-After still does, in the client. */
  readonly force: boolean
  /** Shortest time between two visits that nobody asked for, in milliseconds; 0 for none. */
  readonly gapMs: number
}

export type Dueness =
  | { readonly due: true }
  /** `until` is null when it waits for the reader. */
  | { readonly due: false; readonly until: string | null; readonly why: string }

export function dueness(state: SyncState | null, { now, force, gapMs }: DueOptions): Dueness {
  if (!state || force) return { due: true }
  if (state.stopped)
    return {
      due: false,
      until: null,
      why: 'The feed said it is gone for good; it is fetched again only when you ask.',
    }
  const until = nextVisit(state, gapMs)
  // A clock that was set back must not keep a feed from being fetched for years.
  const longest = now.getTime() + 2 * 24 * 60 * 60 * 1000
  if (until === null || until <= now.getTime() || until > longest) return { due: true }
  const time = new Date(until).toISOString()
  return { due: false, until: time, why: whyWait(state, time) }
}

/** Least milliseconds between two visits that the reader chose for this feed alone; null for none. */
export function ownGapMs({ intervalMinutes }: Pick<FeedRecord, 'intervalMinutes'>): number | null {
  return intervalMinutes === null ? null : intervalMinutes * 60_000
}

/** The gap of a pass for one feed: a pass that the reader asked for (0) keeps none, any other the feed's own. */
export function gapFor(feed: Pick<FeedRecord, 'intervalMinutes'>, gapMs: number): number {
  return gapMs === 0 ? 0 : (ownGapMs(feed) ?? gapMs)
}

/** When the feed is visited next, in ISO 8601; null for at the next sync or, for a stopped feed, never. */
export function nextDueAt(state: SyncState, gapMs: number): string | null {
  const next = state.stopped ? null : nextVisit(state, gapMs)
  return next === null ? null : new Date(next).toISOString()
}

function nextVisit(state: SyncState, gapMs: number): number | null {
  const wished = state.nextDue ? Date.parse(state.nextDue) : Number.NaN
  const paced = state.lastSync && gapMs > 0 ? Date.parse(state.lastSync) + gapMs : Number.NaN
  const times = [wished, paced].filter((time) => !Number.isNaN(time))
  return times.length > 0 ? Math.max(...times) : null
}

function whyWait(state: SyncState, time: string): string {
  if (state.failures > 0) {
    const times = state.failures === 1 ? 'once' : `${state.failures} times in a row`
    return `It failed ${times}; it is tried again after ${time}.`
  }
  if (state.nextDue && state.nextDue >= time) return `Its server says that nothing changes before ${time}.`
  return `It was fetched a short while ago; it is due at ${time}.`
}
