/** What is remembered of a feed after a visit, good or bad: pure functions from the old state to the new one. */
import type { SyncCode } from '../../contract/feed'
import type { SyncState } from '../library/records'
import { backOffMs } from './back-off'
import { freshUntil, retryAfterUntil } from './cache-policy'
import type { Validators } from './conditional-get'
import { NO_VALIDATORS } from './conditional-get'
import type { FetchHeaders } from './fetch-outcome'

export function firstState(feedId: string): SyncState {
  return {
    feedId,
    ...NO_VALIDATORS,
    bodyHash: null,
    lastSync: null,
    lastSuccess: null,
    lastCode: null,
    lastStatus: null,
    lastMessage: null,
    nextDue: null,
    failures: 0,
    movedTo: null,
    stopped: false,
  }
}

export interface GoodVisit {
  readonly code: 'ok' | 'not_modified' | 'unchanged'
  readonly status: number | null
  readonly headers: FetchHeaders
  /** Null keeps what is known: a 304 brings no new ones. */
  readonly validators: Validators | null
  readonly bodyHash: string | null
  readonly movedTo: string | null
}

export function afterSuccess(state: SyncState, visit: GoodVisit, now: Date): SyncState {
  const fresh = freshUntil(visit.headers, now.getTime())
  return {
    ...state,
    ...visit.validators,
    bodyHash: visit.bodyHash ?? state.bodyHash,
    lastSync: now.toISOString(),
    lastSuccess: now.toISOString(),
    lastCode: visit.code,
    lastStatus: visit.status,
    lastMessage: null,
    nextDue: fresh === null ? null : new Date(fresh).toISOString(),
    failures: 0,
    movedTo: visit.movedTo,
    stopped: false,
  }
}

export interface BadVisit {
  readonly code: SyncCode
  readonly status: number | null
  readonly message: string
  readonly headers: FetchHeaders
}

/** Failures that say nothing about the feed: no back-off, it is simply asked again at the next sync. */
const NOT_ITS_FAULT = new Set<SyncCode>(['captive_portal', 'disk'])

export function afterFailure(state: SyncState, visit: BadVisit, now: Date, random: () => number): SyncState {
  const counts = !NOT_ITS_FAULT.has(visit.code)
  const failures = counts ? state.failures + 1 : state.failures
  const wait = counts ? now.getTime() + backOffMs(failures, visit.code, visit.status, random) : null
  const wished = retryAfterUntil(visit.headers, now.getTime())
  const due = wait === null ? wished : Math.max(wait, wished ?? 0)
  return {
    ...state,
    lastSync: now.toISOString(),
    lastCode: visit.code,
    lastStatus: visit.status,
    lastMessage: visit.message,
    nextDue: due === null ? null : new Date(due).toISOString(),
    failures,
    stopped: visit.code === 'gone',
  }
}

/** Takes the failure back that a visit without any network was: the message stays, the back-off does not. */
export function withoutPenalty(after: SyncState, before: SyncState): SyncState {
  return { ...after, failures: before.failures, nextDue: before.nextDue }
}
