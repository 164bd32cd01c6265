/** Everything a sync touches outside of itself, handed in by the engine; tests hand in small fakes and a loopback server. */
import type { TaskRunner } from '../workers/tasks'
import type { FetchBytes } from './fetch-outcome'
import type { Ledger } from './ledger'
import type { SyncLibrary } from './sync-library'
import type { SyncLimits } from './sync-settings'

export interface SyncPorts {
  readonly library: SyncLibrary
  readonly tasks: TaskRunner
  /** `HttpClient.fetch`, with `fetchWithLocalFeed` around it for the feed that ships with the app. */
  readonly fetch: FetchBytes
  /** Bytes that came over the network so far. */
  readonly bytesReceived: () => number
  readonly limits: SyncLimits
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  readonly ledger: Ledger
}
