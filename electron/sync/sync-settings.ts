/** Limits of a sync with their first values; each can be set by the caller, tests set small ones. */

export interface SyncLimits {
  /** Largest body that is read, in bytes after inflating. */
  readonly maxBytes: number
  readonly maxImageBytes: number
  readonly connectMs: number
  readonly firstByteMs: number
  readonly totalMs: number
  readonly maxRedirects: number
  readonly connections: number
  readonly connectionsPerHost: number
  readonly maxImagesPerArticle: number
  readonly maxRelatedPerArticle: number
}

export const DEFAULT_LIMITS: SyncLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxImageBytes: 10 * 1024 * 1024,
  connectMs: 10_000,
  firstByteMs: 20_000,
  totalMs: 60_000,
  maxRedirects: 5,
  connections: 16,
  connectionsPerHost: 2,
  maxImagesPerArticle: 60,
  maxRelatedPerArticle: 6,
}
