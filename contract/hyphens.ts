/** Where the words of an article's text may be parted at the end of a line. */
import type { Settings } from './settings'

/** What of the reader's choices decides whether words are parted. */
export type HyphenWish = Pick<Settings, 'hyphenation' | 'alignment'>

export interface Hyphens {
  /** Of the text they were found in: another text has other places. */
  readonly length: number
  /** UTF-16 offsets into the text, in order: a hyphen may stand before that character. */
  readonly places: readonly number[]
}

export const SOFT_HYPHEN = '\u00ad'
