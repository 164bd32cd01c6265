/** Decides which feeds are due: a server's wish and a failing feed's back-off come before the feed's own pace and our impatience. */
import type { FeedRecord, SyncState } from '../library/records'
import { outsideQuietTimes, wishedGapMs } from './heed-pace'

/** How patient a pass is with a feed that nobody asked for. */
export interface Patience {
  /** Shortest time between two visits in milliseconds; 0 for none. */
  readonly gapMs: number
  /** Whether the feed's own wishes (`ttl` and its kin) count as well. */
  readonly heedsPace: boolean
}

export interface DueOptions {
  readonly now: Date
  /** The reader asks for it: due times and stops do not count. A host's Retry-After still does, in the client. */
  readonly force: boolean
  readonly patience: Patience
  /** The reader paused the feed. */
  readonly paused: boolean
}

export type Dueness =
  | { readonly due: true }
  /** `until` is null when it waits for the reader. */
  | { readonly due: false; readonly until: string | null; readonly why: string }

const NO_PATIENCE: Patience = { gapMs: 0, heedsPace: false }

export function dueness(state: SyncState | null, { now, force, patience, paused }: DueOptions): Dueness {
  if (paused && !force)
    return {
      due: false,
      until: null,
      why: 'You paused it; it is fetched again when you ask for it or let it go on.',
    }
  if (!state || force) return { due: true }
  if (state.stopped)
    return {
      due: false,
      until: null,
      why: 'The feed said it is gone for good; it is fetched again only when you ask.',
    }
  const { until, by } = nextVisit(state, patience, now.getTime())
  // A clock that was set back must not keep a feed from being fetched for years.
  const longest = now.getTime() + 2 * 24 * 60 * 60 * 1000
  if (until === null || until <= now.getTime() || until > longest) return { due: true }
  const time = new Date(until).toISOString()
  return { due: false, until: time, why: whyWait(state, by, time) }
}

/** The reader's own interval for this feed alone, which the feed's wishes give way to; null for none. */
export function ownPatience({ intervalMinutes }: Pick<FeedRecord, 'intervalMinutes'>): Patience | null {
  return intervalMinutes === null ? null : { gapMs: intervalMinutes * 60_000, heedsPace: false }
}

/** The patience of a pass with one feed: a pass that the reader asked for (0) has none, any other the feed's own. */
export function patienceWith(feed: Pick<FeedRecord, 'intervalMinutes'>, gapMs: number): Patience {
  return gapMs === 0 ? NO_PATIENCE : (ownPatience(feed) ?? { gapMs, heedsPace: true })
}

/** When the feed is visited next, in ISO 8601; null for at the next sync or, for a stopped feed, never. */
export function nextDueAt(state: SyncState, patience: Patience): string | null {
  const next = state.stopped ? null : nextVisit(state, patience, 0).until
  return next === null ? null : new Date(next).toISOString()
}

interface NextVisit {
  readonly until: number | null
  readonly by: 'server' | 'feed' | 'gap'
}

/** `now` counts for the feed's quiet times only, which may have begun since it was due. */
function nextVisit(state: SyncState, patience: Patience, now: number): NextVisit {
  const wished = state.nextDue ? Date.parse(state.nextDue) : null
  const paced =
    patience.gapMs > 0 && state.lastSync ? pacedVisit(state, Date.parse(state.lastSync), patience, now) : null
  if (wished === null || (paced?.until ?? 0) > wished) return paced ?? { until: null, by: 'gap' }
  return { until: wished, by: 'server' }
}

function pacedVisit(state: SyncState, last: number, { gapMs, heedsPace }: Patience, now: number): NextVisit {
  const gap = last + gapMs
  // A feed that fails is not the one whose wishes are known: its back-off is enough.
  const pace = heedsPace && state.failures === 0 ? (state.pace ?? null) : null
  const earliest = Math.max(gap, last + wishedGapMs(pace))
  const open = outsideQuietTimes(pace, Math.max(earliest, now), last)
  const until = open > now ? open : earliest
  return { until, by: until > gap ? 'feed' : 'gap' }
}

function whyWait(state: SyncState, by: NextVisit['by'], time: string): string {
  if (state.failures > 0) {
    const times = state.failures === 1 ? 'once' : `${state.failures} times in a row`
    return `It failed ${times}; it is tried again after ${time}.`
  }
  if (by === 'server') return `Its server says that nothing changes before ${time}.`
  if (by === 'feed') return `The feed itself asks for no visit before ${time}.`
  return `It was fetched a short while ago; it is due at ${time}.`
}
