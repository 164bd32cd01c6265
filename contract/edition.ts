/** An edition: a finite set of articles, all ready offline, that stays as it was made while it is read. */

export const EDITION_SIZES = ['10-articles', '20-articles', '15-minutes', '30-minutes'] as const

export type EditionSize = (typeof EDITION_SIZES)[number]

export interface EditionProgress {
  /** ISO 8601 UTC. */
  readonly made: string
  /** Articles of it that are still here. */
  readonly total: number
  readonly read: number
}
