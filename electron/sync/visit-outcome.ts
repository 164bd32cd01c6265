/** The ways a feed's visit ends, each with what is remembered, what the ledger says and what the reader is told. */
import type { SyncCode } from '../../contract/feed'
import type { FeedResult } from '../../contract/sync'
import type { FeedRecord, SyncState } from '../library/records'
import { validatorsOf } from './conditional-get'
import { afterFailure, afterSuccess } from './feed-state'
import type { FeedFetch } from './fetch-feed'
import { nextDueAt, type Patience } from './schedule'
import type { HeldBodies } from './store-bodies'
import type { SyncPorts } from './sync-ports'
import { takeOverFacts } from './take-over-facts'

export interface Visit {
  readonly ports: SyncPorts
  readonly feed: FeedRecord
  /** As remembered before the visit. */
  readonly state: SyncState
  readonly patience: Patience
  readonly signal: AbortSignal | undefined
}

export interface FeedVisit {
  readonly result: FeedResult
  readonly updatedArticles: number
  /** Bodies to make, or null when there is nothing more to do. */
  readonly held: HeldBodies | null
  /** State before and after a failed visit, so that a pass without any network can take it back. */
  readonly failed: { readonly before: SyncState; readonly after: SyncState } | null
}

export type FetchFailed = Extract<FeedFetch, { kind: 'failed' }>
export type FetchAnswered = Exclude<FeedFetch, { kind: 'failed' }>

/** New or changed articles; `next` is stored now unless bodies are still to be made. */
export async function endGood(
  visit: Visit,
  next: SyncState,
  found: { readonly fresh: number; readonly changed: number; readonly held: HeldBodies | null },
): Promise<FeedVisit> {
  const { ports, feed } = visit
  if (!found.held) await ports.library.saveSyncState(next)
  note(visit, next, `${found.fresh} new, ${found.changed} changed.`)
  return {
    result: { ...resultOf(feed, 'ok', next.lastStatus, null), newArticles: found.fresh },
    updatedArticles: found.changed,
    held: found.held,
    failed: null,
  }
}

/** A 304, or the very body of last time. */
export async function endUnchanged(visit: Visit, answer: FetchAnswered): Promise<FeedVisit> {
  const { ports, feed, state } = visit
  const code = answer.kind === 'not_modified' ? 'not_modified' : 'unchanged'
  const movedTo = await takeOverFacts(ports, feed, {
    target: answer.movedTo,
    remembered: state.movedTo,
    says: null,
  })
  const { status, headers } = answer
  const validators = code === 'unchanged' ? validatorsOf(headers, ports.now().getTime()) : null
  const next = afterSuccess(
    state,
    { code, status, headers, validators, bodyHash: null, movedTo },
    ports.now(),
  )
  await ports.library.saveSyncState(next)
  note(
    visit,
    next,
    code === 'unchanged' ? 'The same feed as last time.' : 'Nothing changed since last time (304).',
  )
  return { result: resultOf(feed, code, status, null), updatedArticles: 0, held: null, failed: null }
}

export async function endFailed(visit: Visit, failure: FetchFailed): Promise<FeedVisit> {
  const { ports, feed, state } = visit
  const { code, message, status } = failure
  // Nothing was asked and nothing learnt about the feed: what is remembered of it stays.
  const pausedHost = code === 'busy' && status === null
  if (code === 'cancelled' || code === 'network_off' || pausedHost) return endQuietly(visit, code, message)
  const after = afterFailure(state, failure, ports.now(), ports.random)
  await ports.library.saveSyncState(after)
  note(visit, after, message)
  return {
    result: resultOf(feed, code, status, message),
    updatedArticles: 0,
    held: null,
    failed: { before: state, after },
  }
}

/** Leaves what is remembered alone: skipped, cancelled, no network. */
export function endQuietly(
  { ports, feed, state, patience }: Visit,
  code: SyncCode,
  why: string,
  nextDue: string | null = nextDueAt(state, patience),
): FeedVisit {
  const at = ports.now().toISOString()
  ports.ledger.write({ at, feedId: feed.feedId, code, status: null, reason: why, nextDue })
  return { result: resultOf(feed, code, null, why), updatedArticles: 0, held: null, failed: null }
}

function note({ ports, patience }: Visit, state: SyncState, reason: string): void {
  const { feedId, lastCode, lastStatus } = state
  const nextDue = nextDueAt(state, patience)
  const at = ports.now().toISOString()
  ports.ledger.write({ at, feedId, code: lastCode ?? 'ok', status: lastStatus, reason, nextDue })
}

function resultOf(
  feed: FeedRecord,
  code: SyncCode,
  status: number | null,
  message: string | null,
): FeedResult {
  return { feedId: feed.feedId, status, code, newArticles: 0, message }
}
