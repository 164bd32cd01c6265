/** What the window is told of the library as a whole: bytes on the disk, and what limits would let go of. */

/** Bytes on the disk, counted file by file. */
export interface LibraryUsage {
  /** Everything that is neither body nor picture nor index: lists, statuses, highlights, journal, copies. */
  readonly articles: number
  readonly bodies: number
  readonly media: number
  /** The full-text index, which can be made again. */
  readonly index: number
  /** What was there before a restore or a migration, and damaged files: not ours to delete, so no limit counts it. */
  readonly aside: number
  readonly total: number
}

/** How much is kept; 0 for no limit. The settings of the same names. */
export interface KeepLimits {
  readonly keepDays: number
  readonly keepArticles: number
  readonly budgetMb: number
}

/** What limits would let go of now; a purge then counts what it freed on the disk itself. */
export interface PurgePreview {
  readonly articles: number
  readonly bytes: number
  readonly feeds: number
  /** Articles by the limit they are over. */
  readonly why: Readonly<Record<'age' | 'count' | 'size', number>>
}

export interface PurgeReport {
  readonly articles: number
  /** Freed on the disk, the search index included. */
  readonly bytes: number
  readonly usage: LibraryUsage
}
