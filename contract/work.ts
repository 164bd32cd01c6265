/** Long work that is no sync: what runs, how far it came, and whether the reader may end it. */

export const WORK_NAMES = [
  'import-feeds',
  'import-highlights',
  'export-highlights',
  'save-articles',
  'backup',
  'restore',
  'move',
  'index',
] as const
export type WorkName = (typeof WORK_NAMES)[number]

export interface Work {
  readonly workId: number
  readonly name: WorkName
  /** Feeds, highlights, articles or, where the whole library is copied, bytes. */
  readonly done: number
  /** 0 while nothing is known of its size. */
  readonly total: number
  /** What is at work: the title of a feed or an article. */
  readonly current: string | null
  readonly cancellable: boolean
}

/** `failed` work has told its reason to whoever asked for it. */
export type WorkOutcome = 'done' | 'cancelled' | 'failed'
