/** Limits of a sync with their first values; each can be set by the caller, tests set small ones. */

export interface SyncLimits {
  /** Largest body that is read, in bytes after inflating. */
  readonly maxBytes: number
  readonly maxImageBytes: number
  readonly connectMs: number
  readonly firstByteMs: number
  /** Within this time `IDLE_BYTES` more must have come, or the answer counts as stalled. */
  readonly idleMs: number
  readonly totalMs: number
  readonly maxRedirects: number
  readonly connections: number
  readonly connectionsPerHost: number
  /** Largest number of items taken from one feed. */
  readonly maxItems: number
  readonly maxImagesPerArticle: number
  readonly maxRelatedPerArticle: number
  /** Pages of one article that are fetched and joined. */
  readonly maxPagesPerArticle: number
  /** Articles that are completed at the same time. */
  readonly articlesAtOnce: number
  /** Feed HTML held in memory between the two phases, in characters; beyond it bodies are made at once. */
  readonly maxHeldCharacters: number
  /** Quiet time after which articles are begun although some feeds have not answered yet. */
  readonly stragglerMs: number
  /** Time limit of one parsing task in a worker. */
  readonly taskMs: number
}

export const DEFAULT_LIMITS: SyncLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxImageBytes: 10 * 1024 * 1024,
  connectMs: 10_000,
  firstByteMs: 20_000,
  idleMs: 15_000,
  totalMs: 60_000,
  maxRedirects: 5,
  connections: 16,
  connectionsPerHost: 2,
  maxItems: 2000,
  maxImagesPerArticle: 60,
  maxRelatedPerArticle: 6,
  maxPagesPerArticle: 12,
  articlesAtOnce: 24,
  maxHeldCharacters: 64 * 1024 * 1024,
  stragglerMs: 2_000,
  taskMs: 20_000,
}
